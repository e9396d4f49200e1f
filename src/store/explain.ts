import { TOO_LARGE } from "../compiler/too-large.ts";
import { explanation } from "../language/catalogue.ts";
import { faultExplanation } from "../machine/fault-explanations.ts";
import { KERNEL } from "../python/kernels/check.ts";
import { PYTHON2 } from "../python/python2/remark.ts";

const HOST_EXCEPTION =
  "An exception in full Python on the host that nothing caught ended the program. The lines that led there are listed " +
  "innermost first; the cores were stopped.";

/// What a diagnostic's or a fault's code means: what happened, why, and how to mend it.
export function explain(code: string): string | undefined {
  if (code === PYTHON2.code) return PYTHON2.explanation;
  if (code === KERNEL.code) return KERNEL.explanation;
  if (code === "host-exception") return HOST_EXCEPTION;
  return code === TOO_LARGE.code ? TOO_LARGE.explanation : (explanation(code) ?? faultExplanation(code));
}
