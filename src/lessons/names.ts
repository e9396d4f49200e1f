import { ExpressionError, fillIn, type Names, parseExpression } from "./expression.ts";

// Which names the expressions of a check may use, by what they speak of.

export const runNames = ["cores", "hosts", "seed", "last", "host"] as const;
export const coreNames = ["core", ...runNames] as const;
export const pairNames = ["from", "to", "hops", ...runNames] as const;

/// Why a text cannot be used as an expression over these names; undefined when it can.
export function expressionProblem(text: string, names: readonly string[]): string | undefined {
  return problemOf(() => parseExpression(text, names));
}

/// The same for a text with expressions in `{…}`.
export function templateProblem(text: string): string | undefined {
  const ones: Names = Object.fromEntries(coreNames.map((name) => [name, 1]));
  return problemOf(() => {
    try {
      fillIn(text, ones);
    } catch (error) {
      // The value depends on the run; only the form is judged here.
      if (!(error instanceof ExpressionError) || error.message !== "division by 0") throw error;
    }
  });
}

function problemOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return error.message;
    throw error;
  }
}
