import * as v from "valibot";
import { MOST_HOST_CORES } from "../machine/memory-map.ts";
import { chipName, coresOfChip, mostCores, tooManyCores, usualChip } from "./chips.ts";
import { FormatError, problemOf } from "./format-error.ts";
import { readYaml } from "./yaml.ts";

// The form of lesson.md; docs/lessons.md shows it. Markdown itself is left to whoever shows it: here a lesson is cut into
// steps, and each step into text, questions and hints.

export interface LessonHead {
  readonly title: string;
  readonly goal: string;
  readonly minutes: number;
  /// As the run settings name it.
  readonly chip: string;
  readonly cores: number;
  readonly hostCores: number;
  readonly seed: number;
  /// Of its programs. Lessons that say nothing were made when Python 2 was usual.
  readonly dialect?: "classic" | "python3" | undefined;
  /// How the student's first runs are shown when they are over: played slowly, or stopped at the first event.
  readonly play?: "slow" | "events" | undefined;
  /// Set where the lesson is about what only the page's *Everything* shows, such as memory or byte code.
  readonly depth?: "everything" | undefined;
}

export interface Choice {
  readonly text: string;
  readonly right: boolean;
  /// Said to whoever chose this.
  readonly because?: string | undefined;
}

/// A question whose answer the student predicts. All texts are Markdown.
export interface Question {
  readonly question: string;
  readonly explain: string;
  /// Choices of which one is right; or none, and an answer in words.
  readonly choices: readonly Choice[];
  readonly answers: readonly string[];
}

/// A part of a step.
export type Part =
  | { readonly kind: "text"; readonly markdown: string }
  | { readonly kind: "question"; readonly question: Question };

export interface Step {
  /// Empty for what stands before the first heading.
  readonly title: string;
  readonly parts: readonly Part[];
}

export interface LessonText {
  readonly head: LessonHead;
  readonly steps: readonly Step[];
  /// Markdown, in the order in which they are given.
  readonly hints: readonly string[];
}

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer("must be a whole number"), v.minValue(least), v.maxValue(most));
const line = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1, "is empty"), v.maxLength(most));

const head = v.pipe(
  v.strictObject({
    title: line(60),
    goal: line(200),
    minutes: whole(1, 60),
    chip: v.optional(chipName, usualChip),
    cores: v.optional(whole(1, mostCores)),
    hostCores: v.optional(whole(0, MOST_HOST_CORES), 0),
    seed: v.optional(whole(0, 0xffffffff), 1),
    dialect: v.optional(v.picklist(["classic", "python3"], "must be `classic` or `python3`")),
    play: v.optional(v.picklist(["slow", "events"], "must be `slow` or `events`")),
    depth: v.optional(v.literal("everything", "must be `everything`, or be left out")),
  }),
  // A chip is chosen for its cores: all of them take part, if nothing else is said.
  v.transform((given) => ({ ...given, cores: given.cores ?? coresOfChip(given.chip) })),
  v.rawCheck(({ dataset, addIssue }) => {
    const problem = dataset.typed ? tooManyCores(dataset.value.chip, dataset.value.cores) : undefined;
    if (problem !== undefined) addIssue({ message: `cores: ${problem}` });
  }),
);

const words = v.pipe(
  v.union([v.string(), v.number(), v.boolean()]),
  v.transform(String),
  v.trim(),
  v.minLength(1, "is empty"),
  v.maxLength(4000),
);

const question = v.pipe(
  v.strictObject({
    question: words,
    explain: words,
    choices: v.optional(
      v.pipe(
        v.array(v.strictObject({ text: words, right: v.optional(v.boolean(), false), because: v.optional(words) })),
        v.minLength(2, "needs two choices at least"),
        v.maxLength(8),
        v.check(
          (choices) => choices.filter(({ right }) => right).length === 1,
          "needs exactly one choice that is right",
        ),
      ),
    ),
    answer: v.optional(
      v.pipe(
        v.union([words, v.array(words)]),
        v.transform((given) => (typeof given === "string" ? [given] : given)),
      ),
    ),
  }),
  v.check(
    ({ choices, answer }) => (choices === undefined) !== (answer === undefined),
    "needs choices or an answer, and not both",
  ),
);

// Lessons are untrusted: what is far longer than any lesson is not read.
const mostCharacters = 60_000;
const mostHeadCharacters = 4000;
const mostQuestionCharacters = 8000;

/// Reads lesson.md; throws FormatError with all that is wrong.
export function readLesson(markdown: string, file = "lesson.md"): LessonText {
  const problems: string[] = [];
  const { read, rest } = readFront(markdown, file, problems);
  const body = readSteps(rest, problems);
  if (body.steps.every(({ title }) => title === "")) problems.push("has no step: a heading that begins with ##");
  if (read === undefined || problems.length > 0) throw new FormatError(file, problems);
  return { head: read, ...body };
}

/// Only what stands between the two `---`; throws FormatError.
export function readHead(markdown: string, file = "lesson.md"): LessonHead {
  const problems: string[] = [];
  const { read } = readFront(markdown, file, problems);
  if (read === undefined) throw new FormatError(file, problems);
  return read;
}

/// What stands between the two `---`, and what follows; throws FormatError.
function readFront(
  markdown: string,
  file: string,
  problems: string[],
): { readonly read: LessonHead | undefined; readonly rest: string } {
  if (markdown.length > mostCharacters) {
    throw new FormatError(file, [`is longer than ${mostCharacters} characters, too long for one lesson`]);
  }
  const text = markdown.replace(/\r\n?/g, "\n").replace(/^\uFEFF/, "");
  const front = /^---\n([\s\S]*?\n)---(?:\n|$)/.exec(text);
  if (front === null)
    throw new FormatError(file, ["does not begin with --- and the title, goal and minutes between two of them"]);
  const read = readFields(head, front[1] as string, mostHeadCharacters, "", problems);
  return { read, rest: text.slice(front[0].length) };
}

const fence = /^( {0,3})(`{3,}|~{3,})\s*(\S*)/;

function readSteps(body: string, problems: string[]): { steps: Step[]; hints: string[] } {
  const steps: { title: string; parts: Part[] }[] = [{ title: "", parts: [] }];
  const hints: string[] = [];
  let text: string[] = [];
  const flush = (): void => {
    const markdown = text.join("\n").trim();
    if (markdown !== "") steps.at(-1)?.parts.push({ kind: "text", markdown });
    text = [];
  };
  const lines = body.split("\n");
  for (let k = 0; k < lines.length; k++) {
    const here = lines[k] as string;
    const opened = fence.exec(here);
    if (opened !== null) {
      const end = closing(lines, k, opened[2] as string);
      const inside = lines.slice(k + 1, end);
      if (end === lines.length) problems.push(`the code block "${here.trim()}" is not closed`);
      if (opened[3] === "predict") {
        flush();
        const asked = readQuestion(inside.join("\n"), problems);
        if (asked !== undefined) steps.at(-1)?.parts.push({ kind: "question", question: asked });
      } else if (opened[3] === "hint") hints.push(inside.join("\n").trim());
      else text.push(...lines.slice(k, end + 1));
      k = end;
      continue;
    }
    const heading = headingOf(here);
    if (heading !== undefined) {
      flush();
      steps.push({ title: heading, parts: [] });
    } else if (/^#\s/.test(here)) problems.push(`"${here}": steps begin with ##; the title stands at the top`);
    else text.push(here);
  }
  flush();
  for (const [k, hint] of hints.entries()) if (hint === "") problems.push(`hint ${k + 1} is empty`);
  return { steps: steps.filter(({ title, parts }) => title !== "" || parts.length > 0), hints };
}

/// The words of a line that begins a step: `## Words`, or `## Words ##`.
function headingOf(line: string): string | undefined {
  if (!/^##\s/.test(line)) return undefined;
  const words = line.slice(2).trim();
  let end = words.length;
  while (words[end - 1] === "#") end--;
  return words.slice(0, end).trimEnd() || undefined;
}

/// The line that closes the block opened at line `from`, or the number of lines.
function closing(lines: readonly string[], from: number, mark: string): number {
  for (let k = from + 1; k < lines.length; k++) {
    const trimmed = (lines[k] as string).trim();
    if (trimmed.length >= mark.length && [...trimmed].every((character) => character === mark[0])) return k;
  }
  return lines.length;
}

function readQuestion(yaml: string, problems: string[]): Question | undefined {
  const first = /^question:\s*(.*)$/m.exec(yaml)?.[1] ?? "";
  const read = readFields(question, yaml, mostQuestionCharacters, `the question "${first.slice(0, 40)}": `, problems);
  if (read === undefined) return undefined;
  const { question: asked, explain, choices = [], answer = [] } = read;
  return { question: asked, explain, choices, answers: answer };
}

function readFields<Schema extends v.GenericSchema>(
  schema: Schema,
  yaml: string,
  most: number,
  where: string,
  problems: string[],
): v.InferOutput<Schema> | undefined {
  if (yaml.length > most) {
    problems.push(`${where}what stands here is longer than ${most} characters`);
    return undefined;
  }
  const read = readYaml(yaml);
  if ("problem" in read) {
    problems.push(`${where}${read.problem}`);
    return undefined;
  }
  const result = v.safeParse(schema, read.value);
  if (result.success) return result.output;
  for (const issue of result.issues) problems.push(where + problemOf(issue));
  return undefined;
}

/// Whether what a student typed is one of the answers.
export function isAnswer(question: Question, typed: string): boolean {
  const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, " ");
  return question.answers.some((answer) => plain(answer) === plain(typed));
}
