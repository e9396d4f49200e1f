import * as natives from "../../src/bytecode/natives.ts";
import { INT, LIST_TAG, REAL, STRING, TUPLE_TAG } from "../../src/bytecode/values.ts";
import { TOO_LARGE } from "../../src/compiler/too-large.ts";
import { type CatalogueRow, messages } from "../../src/language/catalogue.ts";
import { explainedFaults, faultExplanation } from "../../src/machine/fault-explanations.ts";
import { describeFault, faultNumbers } from "../../src/machine/faults.ts";

// docs/diagnostics.md: the catalogue of everything that ePython Lab reports about programs, as a page.

/// What a message is about, by its name: `‹name›`. Stands for the arguments of any message.
const anything: Readonly<Record<string, string>> = new Proxy({}, { get: (_, key) => `‹${String(key)}›` });

// The two words of a fault that show what it says. Of those that are not here any do.
const samples: Readonly<Record<string, readonly [number, number]>> = {
  "index-out-of-range": [3, 3],
  "wrong-types": [4, STRING | (INT << 8)],
  "not-a-function": [LIST_TAG, 0],
  "not-indexable": [INT, 0],
  "index-not-int": [REAL, 0],
  "not-iterable": [INT, 0],
  "cannot-send": [TUPLE_TAG, 0],
  "cannot-change": [STRING, 0],
  "math-domain": [natives.SQRT.number, 0],
  "argument-type": [natives.LEN.number, INT],
  "element-type": [natives.SUM.number, STRING],
  "no-method": [natives.APPEND.number, INT],
  "out-of-memory": [4000, 1200],
  "postboxes-full": [67108864, 384],
  "recursion-too-deep": [65024, 48],
  "no-such-core": [16, 16],
  "length-mismatch": [4, 3],
  "negative-shift": [-1, 0],
  "negative-length": [-1, 0],
};

/// The page, as Markdown.
export function diagnosticsPage(): string {
  return `${[
    "# Diagnostics and faults",
    "Everything that ePython Lab reports about programs: the code, the sentence, and what it means. Text in ‹ › comes from the program. `npm run docs` writes this page.",
    "## Before a program runs",
    ...Object.entries(messages).map(([code, message]) => {
      const { severity, headline, explanation } = message as unknown as CatalogueRow<typeof anything>;
      return entry(code, severity, headline(anything), explanation);
    }),
    entry(TOO_LARGE.code, TOO_LARGE.severity, TOO_LARGE.headline("‹what does not fit›"), TOO_LARGE.explanation),
    "## While a program runs",
    ...explainedFaults.map((code) => entry(code, "error", faultHeadline(code), faultExplanation(code) ?? "")),
  ].join("\n\n")}\n`;
}

function entry(code: string, severity: string, headline: string, explanation: string): string {
  return `### ${code}\n\n*${severity}*: ${plain(headline)}\n\n${plain(explanation)}`;
}

function faultHeadline(code: string): string {
  if (code === "deadlock") return "Deadlock: 2 cores can never continue.";
  const [first, second] = samples[code] ?? [2, 1];
  const number = faultNumbers.find((one) => describeFault(one, first, second).code === code) ?? 0;
  return `${code === "unset-variable" ? "‹name› " : ""}${describeFault(number, first, second).message}`;
}

/// Text in which nothing but what stands between backquotes means something to Markdown.
function plain(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part : part.replace(/[\\*_[\]<>#]/g, "\\$&")))
    .join("");
}
