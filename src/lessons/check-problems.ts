import { type CheckFile, readCheck } from "./check-format.ts";
import { FormatError } from "./format-error.ts";
import { type JsonPath, lineOf } from "./json-lines.ts";
import { problemsOfRuns, type Settings } from "./plan.ts";

/// What is wrong in the text of a check.json.
export interface CheckProblem {
  /// From 1.
  readonly line: number;
  /// Which of the checks it is about; undefined: the whole.
  readonly check: number | undefined;
  /// As the end of a sentence that begins with the field's name, which stands before it.
  readonly words: string;
}

/// What a text of checks says, or all that is wrong with it.
export function readChecked(
  json: string,
  settings: Pick<Settings, "chip" | "cores">,
): { readonly file: CheckFile } | { readonly problems: readonly CheckProblem[] } {
  try {
    const file = readCheck(json);
    const problems = problemsOfRuns(file, settings).map((problem) => placed(json, problem));
    return problems.length > 0 ? { problems } : { file };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { problems: error.problems.map((problem) => placed(json, problem)) };
  }
}

/// A problem as FormatError tells it, `checks[2].prints.who: …` or `is not JSON: line 3, column 5: …`, with its place.
function placed(json: string, problem: string): CheckProblem {
  const syntax = /^is not JSON: line (\d+), (.*)$/s.exec(problem);
  if (syntax !== null) return { line: Number(syntax[1]), check: undefined, words: syntax[2] as string };
  const [, written, words] = /^(\w[\w.[\]-]*): (.*)$/s.exec(problem) ?? [];
  if (written === undefined || words === undefined) return { line: 1, check: undefined, words: problem };
  const path = written
    .split(/[.[\]]+/)
    .filter((step) => step !== "")
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step)) satisfies JsonPath;
  const check = path[0] === "checks" && typeof path[1] === "number" ? path[1] : undefined;
  const field =
    check === undefined
      ? written
      : path
          .slice(2)
          .join(".")
          .replaceAll(/\.(\d+)(?=\.|$)/g, "[$1]");
  return { line: lineOf(json, path), check, words: field === "" ? words : `${field}: ${words}` };
}
