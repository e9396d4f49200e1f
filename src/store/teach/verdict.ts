import { counted } from "../../base/counted.ts";
import type { ProgramReport } from "../../lessons/check-program.ts";
import type { Trial } from "./trial.ts";

/// What trying the checks says of them, in words for the teacher.
export interface Verdict {
  readonly tone: "good" | "bad" | "warn" | "none";
  readonly head: string;
  readonly more: string;
  /// For the foot of the view.
  readonly short: string;
}

/// What there is to say of so many checks, with so many problems in their text.
export function verdictOf({ reports, took, problem, running }: Trial, checks: number, problems: number): Verdict {
  const none = (head: string, more = ""): Verdict => ({ tone: "none", head, more, short: head });
  if (problem !== "")
    return { tone: "warn", head: "The checks were not tried.", more: problem, short: "The checks were not tried" };
  if (problems > 0)
    return {
      tone: "bad",
      head: `${counted(problems, "problem")} in the checks.`,
      more: "They are tried when all of them can be read.",
      short: `${counted(problems, "problem")} in the checks`,
    };
  if (checks === 0) return none("No checks yet", "Add one: it is tried on your solution and on the start.");
  const { solution, start } = reports;
  if (running !== null || took === null || solution === undefined || start === undefined)
    return none("Trying the checks…");
  const all = counted(checks, "check");
  for (const [report, whose] of [
    [solution, "Your solution"],
    [start, "The start"],
  ] as const) {
    const [error] = report.errors;
    if (error === undefined) continue;
    return {
      tone: "bad",
      head: `${whose} does not compile.`,
      more: `${error}.`.replace(/\.\.$/, "."),
      short: `${whose} does not compile`,
    };
  }
  const failing = fails(solution);
  if (failing > 0)
    return {
      tone: "bad",
      head: "Your solution does not pass.",
      more: `It fails ${failing} of ${solution.results.length}. Change the solution or the check: nobody could pass this.`,
      short: "Your solution does not pass",
    };
  if (fails(start) === 0)
    return {
      tone: "warn",
      head: "The start passes every check.",
      more: "There is nothing left for the student to do. Add a check that the start fails.",
      short: "The start passes every check",
    };
  return {
    tone: "good",
    head: `Ready: the solution passes ${checks === 1 ? "the check" : `all ${checks} checks`}.`,
    more: `The start fails ${fails(start) === 1 ? "one" : fails(start)}, so there is something to do.`,
    short: `${all}, tried on your solution and on the start`,
  };
}

function fails({ results }: ProgramReport): number {
  return results.filter(({ ok }) => !ok).length;
}
