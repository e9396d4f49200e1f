import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../testing/harness/properties.ts";
import type { Project } from "./forms.ts";
import { merge, mergeLines } from "./merge.ts";

const key = "epython-lab.project.a";
const project = (files: Record<string, string>, more: Partial<Project> = {}): string =>
  JSON.stringify({
    id: "a",
    name: "heat",
    files: Object.entries(files).map(([name, text]) => ({ name, text })),
    active: Object.keys(files)[0],
    ...more,
  });
const read = (text: string | undefined): Project => JSON.parse(text ?? "null");
const both = (base: string | undefined, theirs: string | undefined, mine: string | undefined, taken: string[] = []) =>
  merge(key, base, theirs, mine, () => taken);

test("lines that only one has changed, added or removed come together, whoever it was", () => {
  const line = fc.constantFrom("a", "b", "c", "d", "");
  const part = fc.array(line, { maxLength: 5 });
  fc.assert(
    fc.property(part, part, part, part, part, (head, theirs, middle, mine, tail) => {
      // Between what each has changed lies a line that is nowhere else.
      const text = (first: string[], second: string[]) =>
        [...head, "<1>", ...first, "<2>", ...middle, "<3>", ...second, "<4>", ...tail].join("\n");
      const [base, one, other] = [text([], []), text(theirs, []), text([], mine)];
      expect(mergeLines(base, one, other)).toBe(text(theirs, mine));
      expect(mergeLines(base, other, one)).toBe(text(theirs, mine));
    }),
    runs(),
  );
});

test("the same change made by both is made once", () => {
  expect(mergeLines("a\nb\n", "a\nx\n", "a\nx\n")).toBe("a\nx\n");
});

test("texts of other lengths than anyone types are not merged but kept side by side", () => {
  const long = (word: string) => `${word}\n`.repeat(100_000);
  const { text, copy } = both(project({ "a.py": "" }), project({ "a.py": long("x") }), project({ "a.py": long("y") }));
  expect(read(text).files[0]?.text).toBe(long("y"));
  expect(read(copy?.text).files[0]?.text).toBe(long("x"));
});

test("what only one has changed beside the texts is taken from that one", () => {
  const base = project({ "a.py": "1\n" });
  const theirs = project({ "a.py": "1\n" }, { name: "rod" });
  const mine = project({ "a.py": "2\n", "b.py": "" }, { active: "b.py" });
  expect(read(both(base, theirs, mine).text)).toEqual(
    read(project({ "a.py": "2\n", "b.py": "" }, { name: "rod", active: "b.py" })),
  );
});

test("what two tabs have made of one draft of a teacher's is kept side by side", () => {
  const draft = (title: string) => JSON.stringify({ id: "a", kind: "pack", title, exercises: [{}] });
  const { text, copy } = merge("epython-lab.draft.a", draft("base"), draft("theirs"), draft("mine"), () => []);
  expect(JSON.parse(text ?? "")).toMatchObject({ id: "a", title: "mine" });
  const { id, title } = JSON.parse(copy?.text ?? "{}");
  expect([title, copy?.key]).toEqual(["theirs", `epython-lab.draft.${id}`]);
  expect(id).not.toBe("a");
});

test("a file that one has deleted and the other has changed stays", () => {
  const base = project({ "a.py": "1\n", "b.py": "b\n" });
  const { text } = both(base, project({ "a.py": "1\n" }), project({ "a.py": "1\n", "b.py": "more\n" }));
  expect(read(text).files.map(({ name }) => name)).toEqual(["a.py", "b.py"]);
  // No program without a file comes of it.
  const none = both(base, project({ "a.py": "1\n" }), project({ "b.py": "b\n" }));
  expect(read(none.text).files).toHaveLength(1);
  expect(read(none.copy?.text).files).toHaveLength(1);
});

test("lines that are locked stay as they are", () => {
  const more = { locked: { file: "a.py", blocks: ["import parallel", "print 1"] } };
  const base = project({ "a.py": "import parallel\nprint 1\n" }, more);
  const mine = project({ "a.py": "import parallel\nx = 1\nprint 1\n" }, more);
  const theirs = project({ "a.py": "import parallel\nprint 1\ny = 1\n" }, more);
  expect(read(both(base, theirs, mine).text).files[0]?.text).toBe("import parallel\nx = 1\nprint 1\ny = 1\n");
});

test("a copy has a name that is free and can be one, and belongs to no lesson", () => {
  const lesson = { id: "messages/ring", version: "1" };
  const [base, theirs, mine] = ["0\n", "1\n", "2\n"].map((text) => project({ "a.py": text }, { lesson }));
  const { copy } = both(base, theirs, mine, ["heat (other tab)"]);
  expect(copy?.name).toBe("heat (other tab 2)");
  expect(read(copy?.text)).not.toHaveProperty("lesson");
});

test("a program that both have deleted, each as it had it, can be brought back both ways", () => {
  const away = (text: string) => JSON.stringify({ at: 1, project: read(project({ "a.py": text })) });
  const { text, copy } = merge("epython-lab.deleted.a", undefined, away("theirs\n"), away("mine\n"), () => []);
  expect(text).toBe(away("mine\n"));
  expect(copy?.key).toMatch(/^epython-lab\.deleted\./);
  expect(copy?.text).toContain("theirs");
});

test("progress and versions of both are had", () => {
  const progress = (hints: number, done: boolean) => JSON.stringify({ done, hints, answers: {}, looked: false });
  const lesson = merge("epython-lab.lesson.x", undefined, progress(2, false), progress(1, true), () => []);
  expect(lesson.text).toBe(progress(2, true));
  const versions = (at: number) => JSON.stringify([{ at, project: read(project({ "a.py": `${at}\n` })) }]);
  const all = merge("epython-lab.versions.a", undefined, versions(2), versions(1), () => []);
  expect(JSON.parse(all.text ?? "[]").map(({ at }: { at: number }) => at)).toEqual([2, 1]);
});

test("what two tabs choose in the settings comes together, each choice by itself", () => {
  const base = { theme: "system", depth: "essentials", wrap: true };
  const read = (theirs: object, mine: object, before?: object) => {
    const texts = [before && JSON.stringify(before), JSON.stringify(theirs), JSON.stringify(mine)] as const;
    return JSON.parse(merge("epython-lab.settings", ...texts, () => []).text ?? "null");
  };
  expect(read({ ...base, theme: "dark" }, { ...base, depth: "everything" }, base)).toEqual({
    theme: "dark",
    depth: "everything",
    wrap: true,
  });
  expect(read({ ...base, theme: "dark" }, { ...base, theme: "light" }, base)).toEqual({ ...base, theme: "light" });
  // A tab with a version of before knows nothing of the depth.
  expect(read({ theme: "dark" }, base)).toEqual(base);
});
