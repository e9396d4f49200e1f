import { describe, expect, it } from "vitest";
import { processorTime } from "../testing/harness/processor-time.ts";
import { readCheck } from "./check-format.ts";
import { FormatError } from "./format-error.ts";
import { lessonId, lessonOf, mainName, readChapter } from "./lesson.ts";
import { isAnswer, readHead, readLesson } from "./lesson-format.ts";
import { lessonWarnings } from "./lesson-warnings.ts";

/// The problems that reading finds.
function problems(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof FormatError) return error.problems;
    throw error;
  }
}

const head = "---\ntitle: T\ngoal: G.\nminutes: 5\n---\n";

describe("check.json", () => {
  const wrong = (value: unknown): readonly string[] => problems(() => readCheck(JSON.stringify(value)));

  it.each([
    [{}, "checks: is missing"],
    [{ checks: [] }, "checks: needs a check at least"],
    [{ checks: [{ print: {} }] }, "print"],
    [{ checks: [{ prints: { line: "a", exactly: [] } }] }, "checks[0].prints: needs exactly one of exactly"],
    [{ checks: [{ prints: { line: "{cor}" } }] }, "checks[0].prints.line: there is no cor here"],
    [{ checks: [{ prints: { pattern: "(" } }] }, "checks[0].prints.pattern: must be a regular expression"],
    [{ checks: [{ prints: { line: "a", who: "core >" } }] }, "checks[0].prints.who: it ends too early"],
    [{ checks: [{ prints: { line: "a", times: { least: "x" } } }] }, "checks[0].prints.times.least"],
    [{ checks: [{ prints: { line: "a" }, time: { most: 1 } }] }, "checks[0]: needs exactly one of prints, variable"],
    [{ checks: [{ variable: { name: "x" } }] }, "checks[0].variable: needs one of equals, is"],
    [{ checks: [{ variable: { name: "x", is: "1", who: "host" } }] }, "checks[0].variable: speaks of the cores"],
    [{ checks: [{ idle: { most: 40 } }] }, "checks[0].idle.most"],
    [{ checks: [{ time: { most: 1 } }], runs: [{ seed: 1, seeds: 3 }] }, "runs[0]: has seed or seeds, not both"],
    [{ checks: [{ time: { most: 1 } }], runs: [{ cores: "4" }] }, 'runs[0].cores: must be number, not "4"'],
  ])("%j is refused: %s", (value, said) => expect(wrong(value).join("\n")).toContain(said));

  it("bounds what judging could take long over", () => {
    const long = "1 + ".repeat(100).concat("1");
    expect(wrong({ checks: [{ prints: { line: "a", who: long } }] })[0]).toContain("is longer than 300 characters");
    expect(wrong({ checks: [{ prints: { pattern: "a".repeat(301) } }] })[0]).toContain("is longer than 300 characters");
    expect(wrong({ checks: [{ prints: { line: "a".repeat(2001) } }] })[0]).toContain("is longer than 2000 characters");
    expect(wrong({ checks: [{ prints: { exactly: Array(1001).fill("a") } }] }).length).toBe(1);
    const deep = (depth: number) => JSON.parse(`${"[".repeat(depth)}1${"]".repeat(depth)}`);
    expect(wrong({ checks: [{ variable: { name: "x", equals: deep(8) } }] })).toEqual([]);
    expect(wrong({ checks: [{ variable: { name: "x", equals: deep(9) } }] })[0]).toMatch(/equals: must be .* 8 deep/);
    expect(wrong({ checks: [{ variable: { name: "x", equals: { a: 1 } } }] })[0]).toMatch(/equals: must be a number/);
  });

  // Each of these took seconds to minutes, or ran out of stack, without the bounds.
  it.each([
    [
      "brackets in a condition",
      () => readCheck(JSON.stringify({ checks: [{ messages: { between: "(".repeat(1e5) } }] })),
    ],
    [
      "lists in lists",
      () => readCheck(`{"checks":[{"variable":{"name":"a","equals":${"[".repeat(9e4)}${"]".repeat(9e4)}}}]}`),
    ],
    ["JSON without end", () => readCheck("[".repeat(1e6))],
    [
      "keys in a head",
      () => readLesson(`---\n${Array.from({ length: 6e4 }, (_, k) => `k${k}: 1\n`).join("")}---\n## a`),
    ],
    ["the same key again", () => readLesson(`---\n${"a: 1\n".repeat(6e4)}---\n## a`)],
    [
      "keys in many questions",
      () =>
        readLesson(
          head + `\`\`\`predict\n${Array.from({ length: 1e3 }, (_, k) => `k${k}: 1\n`).join("")}\`\`\`\n`.repeat(100),
        ),
    ],
    ["lists in a head", () => readLesson(`---\ntitle: ${"[".repeat(5e4)}\n---\n## a`)],
    ["spaces in a heading", () => readLesson(`${head}## a${" ".repeat(5e4)}b\u2028`)],
    ["signs in a heading", () => readLesson(`${head}## ${"#".repeat(5e4)}\u2028`)],
    ["spaces in a chapter’s title", () => readChapter(`# ${" ".repeat(1e5)}\u2028x`)],
  ])("of a hostile pack, %s: told in less than a second of processor time", (_, read) => {
    const took = processorTime(() => {
      try {
        read();
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    });
    expect(took).toBeLessThan(1000);
  });

  it("says where JSON is none", () => {
    expect(problems(() => readCheck("{"))[0]).toMatch(/^is not JSON: /);
  });
});

describe("lesson.md", () => {
  it("is cut into steps, questions and hints", () => {
    const lesson = readLesson(
      `${head}Hello.\n\n## One\n\nText.\n\n\`\`\`python\n## no step\n\`\`\`\n\n\`\`\`predict\nquestion: Which?\nanswer: [12, Twelve]\nexplain: So.\n\`\`\`\n\nMore.\n\n## Two\n\`\`\`hint\nA *nudge*.\n\`\`\`\n`,
    );
    expect(lesson.head).toMatchObject({
      title: "T",
      minutes: 5,
      chip: "Epiphany-III",
      cores: 16,
      hostCores: 0,
      seed: 1,
    });
    expect(lesson.steps.map(({ title, parts }) => [title, parts.map(({ kind }) => kind)])).toEqual([
      ["", ["text"]],
      ["One", ["text", "question", "text"]],
      ["Two", []],
    ]);
    expect(lesson.hints).toEqual(["A *nudge*."]);
    const part = lesson.steps[1]?.parts[1];
    if (part?.kind !== "question") throw new Error("a question was expected");
    expect(isAnswer(part.question, "  twelve ")).toBe(true);
    expect(isAnswer(part.question, "12")).toBe(true);
    expect(isAnswer(part.question, "13")).toBe(false);
  });

  it.each([
    ["# T\n", "does not begin with ---"],
    ["---\ntitle: T\n---\n## S\n", "goal: is missing"],
    ["---\ntitle: T\ngoal: G\nminutes: 5\ncolour: red\n---\n## S\n", "colour"],
    ["---\ntitle: T\ngoal: G\nminutes: 5\nchip: Epiphany-2\n---\n## S\n", "chip: must be"],
    ["---\ntitle: T\ngoal: G\nminutes: 5\ncores: 17\n---\n## S\n", "cores: the Epiphany-III has 16 cores, not 17"],
    [
      "---\ntitle: T\ngoal: G\nminutes: 5\nchip: Epiphany-V\ncores: 1025\n---\n## S\n",
      "cores: the Epiphany-V has 1,024 cores, not 1025",
    ],
    ["---\ntitle: [\n---\n## S\n", "cannot be read"],
    [`${head}text`, "has no step"],
    [`${head}## S\n\`\`\`python\n`, "is not closed"],
    [`${head}## S\n\`\`\`predict\nquestion: Q\nexplain: E\n\`\`\`\n`, 'the question "Q": needs choices or an answer'],
    [
      `${head}## S\n\`\`\`predict\nquestion: Q\nexplain: E\nchoices:\n- text: a\n- text: b\n\`\`\`\n`,
      "exactly one choice that is right",
    ],
    [`${head}## S\n\`\`\`hint\n\`\`\`\n`, "hint 1 is empty"],
    [`${head}# S\n`, "steps begin with ##"],
  ])("%j is refused: %s", (markdown, said) => {
    expect(problems(() => readLesson(markdown)).join("\n")).toContain(said);
  });

  it("may be about a larger chip, all of it or a part", () => {
    const onChip = (more: string) => readLesson(`---\ntitle: T\ngoal: G\nminutes: 5\n${more}---\n## S\n`).head;
    expect(onChip("chip: Epiphany-IV\n")).toMatchObject({ chip: "Epiphany-IV", cores: 64 });
    expect(onChip("chip: Epiphany-V\ncores: 100\n")).toMatchObject({ chip: "Epiphany-V", cores: 100 });
  });

  it("expands no aliases, a few of which could fill the memory", () => {
    const bomb = "---\na: &a [x,x]\nb: &b [*a,*a]\ntitle: *b\n---\n## S\n";
    expect(problems(() => readLesson(bomb))[0]).toContain("has an anchor");
  });
});

describe("a lesson's folder", () => {
  const files = {
    "lesson.md": `${head}## S\n![A picture of a core](p.svg)\n\`\`\`hint\nH\n\`\`\`\n`,
    "start.py": "print 1\n",
    "solution.py": "print 2\n",
    "check.json": '{"checks":[{"prints":{"line":"2"}}]}',
    "helper.py": "x = 1\n",
    "p.svg": '<svg viewBox="0 0 1 1"/>',
  };

  it("becomes a lesson, its program named after it", () => {
    const lesson = lessonOf("messages/ring", files);
    expect(lesson.start).toEqual([
      { name: "ring.py", text: "print 1\n", python: 2 },
      { name: "helper.py", text: "x = 1\n", python: 2 },
    ]);
    expect(lesson.solution[0]).toEqual({ name: "ring.py", text: "print 2\n", python: 2 });
    expect(lessonWarnings(lesson)).toEqual([]);
  });

  it("is in Python 3 if it says so, and else as lessons were before", () => {
    const markdown = files["lesson.md"].replace("---\n", "---\ndialect: python3\n");
    expect(lessonOf("a/b", { ...files, "lesson.md": markdown }).start.map(({ python }) => python)).toEqual([
      undefined,
      undefined,
    ]);
    expect(lessonOf("a/b", files).start.map(({ python }) => python)).toEqual([2, 2]);
  });

  it("has another version when the student would see something else, and only then", () => {
    const version = (change: Partial<typeof files>): string => lessonOf("a/b", { ...files, ...change }).version;
    const now = version({});
    expect(version({ "start.py": "print 3\n" })).not.toBe(now);
    expect(version({ "lesson.md": files["lesson.md"].replace("## S", "## T") })).not.toBe(now);
    expect(version({ "helper.py": "x = 2\n" })).not.toBe(now);
    expect(version({ "solution.py": "print 4\n" })).toBe(now);
    expect(version({ "check.json": '{"checks":[{"prints":{"line":"3"}}]}' })).toBe(now);
  });

  it("is refused when a run asks for more cores than its chip has", () => {
    const check = {
      runs: [{ cores: 16 }, { cores: 17 }, { chip: "Epiphany-IV", cores: 65 }],
      checks: [{ time: { most: 1 } }],
    };
    expect(problems(() => lessonOf("a/b", { ...files, "check.json": JSON.stringify(check) }))).toEqual([
      "runs[1].cores: the Epiphany-III has 16 cores, not 17",
      "runs[2].cores: the Epiphany-IV has 64 cores, not 65",
    ]);
  });

  it("tells all that is wrong at once", () => {
    expect(problems(() => lessonOf("a/b", { "lesson.md": "x", "check.json": "{}" }))).toEqual([
      expect.stringContaining("lesson.md: does not begin"),
      "check.json: checks: is missing",
      "start.py: is missing",
      "solution.py: is missing",
    ]);
  });

  it("is inspected for what a reader would miss", () => {
    const bad = lessonOf("a/b", {
      ...files,
      "lesson.md": `${head}## S\n![x](q.svg) <b>bold</b> \`<i>\`\n`,
      "p.svg": "<svg><style>a{}</style></svg>",
      "start.py": "# dialect: classic\n",
    });
    expect(lessonWarnings(bad)).toEqual([
      "lesson.md: has no hint; a lesson has one at least",
      "lesson.md: there is no picture q.svg",
      "lesson.md: the picture q.svg needs words that say what it shows",
      "lesson.md: HTML is not shown; use Markdown",
      "p.svg: is not shown in lesson.md",
      "p.svg: has no viewBox",
      "p.svg: has a style, script, link or image, which is not shown",
      'start.py: begins with "# dialect: classic" if, and only if, lesson.md says dialect: classic',
    ]);
  });

  it("has a name without numbers", () => {
    expect(lessonId("02-messages", "01-send-and-recv")).toBe("messages/send-and-recv");
    expect(lessonId("messages", "7-a")).toBe("messages/a");
    for (const bad of ["..", "Caps", "a b", "01-", "a/b", ""]) expect(lessonId("a", bad)).toBeUndefined();
    expect(mainName("messages/send-and-recv")).toBe("send-and-recv.py");
    expect(readChapter("# A title\n\nA sentence\nin two lines.\n")).toEqual({
      title: "A title",
      about: "A sentence in two lines.",
    });
    expect(problems(() => readChapter("A title"))).toHaveLength(1);
  });
});

describe("the head of a lesson", () => {
  it("is read without what follows, of which a list of lessons shows nothing", () => {
    const front = "---\ntitle: T\ngoal: G\nminutes: 5\n---\n";
    const question = "```predict\nquestion: [[[[\n```\n".repeat(1000);
    expect(readHead(front + question)).toMatchObject({ title: "T", goal: "G", minutes: 5 });
    expect(() => readLesson(front + question)).toThrow(FormatError);
    expect(() => readHead("---\ntitle: T\n---\n")).toThrow("goal: is missing");
  });

  it.each([
    ["brackets", `title: ${"[".repeat(3900)}`],
    ["braces", `title: ${"{a: ".repeat(950)}`],
    ["lists", "- ".repeat(1900)],
    ["keys", "? ".repeat(1900)],
  ])("with %s inside one another as deep as it goes is refused, and ends nothing", (_, deep) => {
    expect(() => readHead(`---\n${deep}\n---\n`)).toThrow("has too many lists or brackets inside one another");
  });
});
