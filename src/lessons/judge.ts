import type * as v from "valibot";
import { assert } from "../base/assert.ts";
import { counted } from "../base/counted.ts";
import type { SourceFile } from "../base/source.ts";
import type { Check, CheckFile } from "./check-format.ts";
import { coreList } from "./check-limits.ts";
import type { CheckKind } from "./checks/kind.ts";
import { kindNames, kinds } from "./checks/kinds.ts";
import { messageOf, type SeenEvidence, seenIn, type Wrong } from "./evidence.ts";
import { ExpressionError } from "./expression.ts";
import type { Observation } from "./observation.ts";
import { isMeantFor, namesOf } from "./plan.ts";
import { hasPoints, pointsOf } from "./points.ts";

/// What came of one check.
export interface CheckResult {
  /// The fact that is to hold.
  readonly name: string;
  readonly ok: boolean;
  /// What was expected and what was seen, on which core, in which run, or what its author says instead; empty when it holds.
  readonly message: string;
  /// A word of the author's for when it fails.
  readonly say: string;
  /// From which try on that word is shown; absent: from the first.
  readonly sayAfter?: number;
  /// What it is worth; absent where no check of the file has points.
  readonly points?: number;
  /// Where it was seen, if it can be shown.
  readonly evidence?: SeenEvidence | undefined;
}

/// Judges what the runs of a program came to, in the order of `plannedRuns`. The files are the program's.
export function judge(
  file: CheckFile,
  observations: readonly Observation[],
  files: readonly SourceFile[],
): readonly CheckResult[] {
  return [...judging(file, observations, files)];
}

/// The same, a check at a time: between two of them whoever asks can do something else, or leave it.
export function* judging(
  file: CheckFile,
  observations: readonly Observation[],
  files: readonly SourceFile[],
): Generator<CheckResult, void> {
  yield judgeEnds(observations);
  const isCounted = hasPoints(file);
  for (const check of file.checks) {
    const result = judgeOne(check, observations, files);
    yield isCounted ? { ...result, points: pointsOf(check) } : result;
  }
}

/// Whether all of these hold.
export function passes(results: readonly CheckResult[]): boolean {
  return results.length > 0 && results.every(({ ok }) => ok);
}

const ends = "Every core comes to its end";

function judgeEnds(observations: readonly Observation[]): CheckResult {
  const failed = observations.filter(({ outcome }) => outcome !== "ended");
  const [first] = failed;
  if (first === undefined) return { name: ends, ok: true, message: "", say: "" };
  const several = observations.length > 1 ? ` So it was in ${failed.length} of ${observations.length} runs.` : "";
  const message = `${howItEnded(first)} ${runWords(first, observations)}${several}`.trim();
  return { name: ends, ok: false, message, say: "", ...shown(seenIn(whereItEnded(first), first, observations)) };
}

function shown(evidence: SeenEvidence | undefined): Pick<CheckResult, "evidence"> {
  return evidence === undefined ? {} : { evidence };
}

/// The cores that are stuck or have failed, and where the first of these did.
function whereItEnded({ outcome, deadlocked = [], faults, host }: Observation): Wrong {
  if (outcome === "deadlock") return { message: "", cores: deadlocked };
  const [fault, ...more] = faults.filter(({ core }) => core !== host?.id);
  if (fault === undefined) return "";
  const { core, cycles, file, line } = fault;
  const cores = [...new Set([core, ...more.map((other) => other.core)])];
  return { message: "", cores, cycles, place: file === undefined ? undefined : { file, line } };
}

function howItEnded(observation: Observation): string {
  const { outcome, deadlock, cores, host } = observation;
  // What fails on a core fails on the host as well, which was waiting for it.
  const onCores = observation.faults.filter(({ core }) => core !== host?.id);
  const faults = onCores.length > 0 ? onCores : observation.faults;
  const [fault] = faults;
  if (outcome === "deadlock") return deadlock.trim() || "Cores wait for one another and can never continue.";
  if (outcome === "failed" && fault !== undefined) {
    if (fault.core === host?.id) {
      const where = fault.line > 0 ? ` in line ${fault.line}` : "";
      return `The host failed${where}: ${fault.message}.`.replace(/\.\.$/, ".");
    }
    const ids = [...new Set(faults.map(({ core }) => core))].sort((a, b) => a - b);
    const [Who = "", ...rest] = coreList(ids, cores.length).split(" ");
    const who = [Who.charAt(0).toUpperCase() + Who.slice(1), ...rest].join(" ");
    return `${who} failed in line ${fault.line}: ${fault.message}.`.replace(/\.\.$/, ".");
  }
  if (outcome === "failed") return "It ended itself, and said that it had failed.";
  return "It did not come to its end in time and was stopped.";
}

function judgeOne(check: Check, observations: readonly Observation[], files: readonly SourceFile[]): CheckResult {
  const { kind, given } = kindOf(check);
  const name = check.name ?? kind.name(given);
  const result = (message: string, evidence?: SeenEvidence): CheckResult => ({
    name,
    ok: message === "",
    message: message === "" ? "" : (check.message ?? message),
    say: message === "" ? "" : (check.say ?? ""),
    ...(check.sayAfter === undefined ? {} : { sayAfter: check.sayAfter }),
    // What an author says instead is not to be read off what was expected.
    ...shown(check.message === undefined ? evidence : evidence && { ...evidence, lines: undefined }),
  });
  try {
    if (kind.allRuns !== undefined) return result(kind.allRuns(given, observations, files));
    const own = observations.filter(({ isExtra }) => isExtra !== true);
    const meant = own.filter((observation) => isMeantFor(check, namesIn(observation)));
    if (meant.length === 0) return result("No run was made that this is about.");
    for (const observation of meant) {
      const wrong = kind.eachRun?.(given, observation, namesIn(observation)) ?? "";
      const message = messageOf(wrong);
      if (message === "") continue;
      const words = `${message} ${runWords(observation, own)}`.trim();
      return result(words, seenIn(wrong, observation, observations));
    }
    return result("");
  } catch (error) {
    if (error instanceof ExpressionError) return result(`This check cannot be judged: ${error.message}.`);
    throw error;
  }
}

/// A check's kind, with what it says of it.
function kindOf(check: Check): { readonly kind: CheckKind<v.GenericSchema>; readonly given: unknown } {
  const name = kindNames.find((key) => check[key] !== undefined);
  assert(name !== undefined, "a check has one kind");
  return { kind: kinds[name], given: check[name] };
}

function namesIn(observation: Observation): ReturnType<typeof namesOf> {
  const { hostCores, seed, cores, host } = observation;
  const names = namesOf({ cores: cores.length - hostCores, hostCores, seed }, host?.id);
  return { ...names, last: cores.at(-1)?.id ?? 0 };
}

/// Which of several runs it was: by its number of cores, and by its seed where they differ in that.
function runWords({ cores, hostCores, seed }: Observation, runs: readonly Observation[]): string {
  if (runs.length < 2) return "";
  const parts = [counted(cores.length - hostCores, "core")];
  if (hostCores > 0) parts.push(`${hostCores} virtual`);
  const by = runs.some((run) => run.seed !== seed) ? `, seed ${seed}` : "";
  return `(Run with ${parts.join(" and ")}${by}.)`;
}
