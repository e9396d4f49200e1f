import { TOO_LARGE } from "../compiler/messages.ts";
import { explanation } from "../language/messages.ts";
import { faultExplanation } from "../machine/fault-explanations.ts";

/// What a diagnostic's or a fault's code means: what happened, why, and how to mend it.
export function explain(code: string): string | undefined {
  return code === TOO_LARGE.code ? TOO_LARGE.explanation : (explanation(code) ?? faultExplanation(code));
}
