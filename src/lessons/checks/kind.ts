import type * as v from "valibot";
import type { SourceFile } from "../../base/source.ts";
import type { Wrong } from "../evidence.ts";
import type { Names } from "../expression.ts";
import type { Observation } from "../observation.ts";

/// A kind of check. It is judged either in each run that the check is about, or over all runs and the program's files at once; both
/// give what is wrong, for the learner, and an empty text if nothing is.
export interface CheckKind<Schema extends v.GenericSchema> {
  /// What authors may write.
  readonly schema: Schema;
  /// What a check is called that its author gave no name.
  name(given: v.InferOutput<Schema>): string;
  eachRun?(given: v.InferOutput<Schema>, observation: Observation, names: Names): Wrong;
  allRuns?(given: v.InferOutput<Schema>, observations: readonly Observation[], files: readonly SourceFile[]): string;
}

export function checkKind<Schema extends v.GenericSchema>(kind: CheckKind<Schema>): CheckKind<Schema> {
  return kind;
}
