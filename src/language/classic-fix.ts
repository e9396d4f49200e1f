import type { QuickFix } from "../base/diagnostic.ts";
import { insert } from "./catalogue.ts";

/// The line that makes a program a classic one, when it stands among the comments at its top.
const DIALECT_LINE = "# dialect: classic";

/// Makes the program a classic one, where what is wrong with it is right there.
export function classicFix(): readonly QuickFix[] {
  return insert("Make it a classic program", 0, `${DIALECT_LINE}\n`);
}
