import { useStore } from "zustand";
import { checksIn } from "../../store/teach/exercise.ts";
import { type Verdict, verdictOf } from "../../store/teach/verdict.ts";
import { useDraft, useTeach } from "./context.ts";

/// What there is to say of the checks as they stand.
export function useVerdict(): Verdict {
  const trial = useStore(useTeach().store, (state) => state.trial);
  const { checks, problems } = checksIn(useDraft().exercise);
  return verdictOf(trial, checks?.length ?? 0, problems.length);
}
