import { lineStarts, positionAt } from "../base/span.ts";
import type { Meaning } from "../language/program.ts";
import type { Analysis } from "./analysis.ts";
import { signatureOfFunction, signatureOfNative } from "./signature.ts";
import { keyOf } from "./symbols.ts";
import { wordsOfModule } from "./words.ts";

/// A thing in code and in words, as hover and completion show it.
export interface Description {
  /// Such as `send(data, pid[, n])`.
  readonly code: string;
  readonly words: string;
  readonly mpi?: string;
  /// The module it comes from, or undefined.
  readonly module?: string;
}

export function describe(analysis: Analysis, meaning: Meaning, written: string): Description {
  switch (meaning.kind) {
    case "native": {
      const { label, summary, mpi, module } = signatureOfNative(meaning.native);
      return {
        code: label,
        words: summary,
        ...(mpi === undefined ? {} : { mpi }),
        ...(module === undefined ? {} : { module }),
      };
    }
    case "function": {
      const { label, summary } = signatureOfFunction(analysis, meaning);
      const own = meaning.file === analysis.file.name;
      return { code: `def ${label}`, words: summary, ...(own ? {} : { module: meaning.file.replace(/\.py$/, "") }) };
    }
    case "constant":
      return { code: `${meaning.name} = ${meaning.value}`, words: "A number that does not change.", module: "math" };
    case "module":
      return {
        code: written === meaning.name ? `import ${meaning.name}` : `import ${meaning.name} as ${written}`,
        words: wordsOfModule(analysis, meaning.name),
      };
    case "local": {
      const isParameter = meaning.def.parameters.some(({ name }) => name.name === meaning.name);
      const what = isParameter ? "A parameter" : "A variable";
      return { code: meaning.name, words: `${what} of ${meaning.def.name.name}${assigned(analysis, meaning)}.` };
    }
    case "element":
      return { code: meaning.name, words: "A variable of this comprehension, known in it only." };
    case "module-variable": {
      const words = `A variable of ${meaning.file}${assigned(analysis, meaning)}.`;
      return { code: meaning.name, words };
    }
  }
}

/// In which lines a variable is assigned; nothing if it is so in none of this file.
function assigned(analysis: Analysis, meaning: Meaning): string {
  const key = keyOf(analysis, meaning);
  const starts = lineStarts(analysis.file.text);
  const lines = new Set<number>();
  for (const { role, meaning: other, from } of analysis.occurrences) {
    if ((role === "write" || role === "def") && keyOf(analysis, other) === key)
      lines.add(positionAt(starts, from).line);
  }
  const shown = [...lines].slice(0, 6);
  if (shown.length === 0) return "";
  if (shown.length === 1) return `, assigned in line ${shown[0]}`;
  const more = lines.size > shown.length;
  const list = more ? `${shown.join(", ")} and others` : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
  return `, assigned in lines ${list}`;
}
