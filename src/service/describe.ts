import { memoize } from "../base/memoize.ts";
import { lineStarts, positionAt } from "../base/span.ts";
import type { Meaning, UserClass, UserFunction } from "../language/program.ts";
import { parameterNames } from "../language/scopes.ts";
import { type Analysis, spelt } from "./analysis.ts";
import type { ClassMember } from "./class-members.ts";
import { wordsOfException } from "./exception-words.ts";
import { wordsOfModule } from "./keyword-help.ts";
import { moduleIn, signatureOfClass, signatureOfFunction, signatureOfNative } from "./signature.ts";
import { fileOf, functionOf, keyOf, writtenAs } from "./symbols.ts";

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
  const called = functionOf(analysis, meaning);
  if (called !== undefined) return describeFunction(analysis, called);
  const name = meaning.kind === "native" ? "" : writtenAs(analysis, meaning, meaning.name);
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
    case "function":
      return describeFunction(analysis, meaning);
    case "exception":
      return { code: `class ${name}`, words: wordsOfException(meaning.name) };
    case "class":
      return describeClass(analysis, meaning);
    case "singleton":
      return { code: meaning.name, words: "A value that there is once." };
    case "constant":
      if (typeof meaning.value === "string")
        return {
          code: meaning.name,
          words: "`__main__` in the program itself, the file's name in one that is imported.",
        };
      return { code: `${meaning.name} = ${meaning.value}`, words: "A number that does not change.", module: "math" };
    case "module":
      return {
        code:
          spelt(analysis, written) === meaning.name ? `import ${meaning.name}` : `import ${meaning.name} as ${written}`,
        words: wordsOfModule(analysis, meaning.name),
      };
    case "local": {
      const isParameter = parameterNames(meaning.def).has(meaning.name);
      const what = isParameter ? "A parameter" : "A variable";
      const { from, to } = meaning.def.name;
      const owner =
        fileOf(analysis, meaning) === analysis.file.name ? analysis.file.text.slice(from, to) : meaning.def.name.name;
      return { code: name, words: `${what} of ${owner}${assigned(analysis, meaning)}.` };
    }
    case "element":
      return { code: name, words: "A variable of this comprehension, known in it only." };
    case "module-variable": {
      const words = `A variable of ${meaning.file}${assigned(analysis, meaning)}.`;
      return { code: name, words };
    }
  }
}

/// A class as it is written, and as it is called.
function describeClass(analysis: Analysis, symbol: UserClass): Description {
  const { node, file } = symbol;
  const text = moduleIn(analysis, file)?.text ?? "";
  const bases = node.bases.map(({ value: { from, to } }) => text.slice(from, to)).join(", ");
  const call = signatureOfClass(analysis, symbol);
  return {
    code: `class ${symbol.name}${bases === "" ? "" : `(${bases})`}${call === undefined ? "" : `\n${call.label}`}`,
    words: node.docstring?.trim() ?? "A class of this program.",
    ...(file === analysis.file.name ? {} : { module: file.replace(/\.py$/, "") }),
  };
}

/// What an object of a class has under a name.
export function describeMember(analysis: Analysis, member: ClassMember): Description {
  const { kind, owner, symbol, meaning, name } = member;
  if (meaning?.kind === "class") return describeClass(analysis, meaning);
  if (symbol !== undefined) {
    const described = describeFunction(analysis, symbol);
    const what = kind === "property" ? "A property" : "A method";
    return described.words === "" ? { ...described, words: `${what} of ${owner.name}.` } : described;
  }
  const starts = lineStarts(moduleIn(analysis, owner.file)?.text ?? "");
  const { line } = positionAt(starts, member.place.from);
  const what = kind === "variable" ? "A variable of the class" : "An attribute of";
  return { code: `${owner.name}.${name}`, words: `${what} ${owner.name}, first in line ${line}.` };
}

function describeFunction(analysis: Analysis, symbol: UserFunction): Description {
  const { label, summary } = signatureOfFunction(analysis, symbol);
  const { text } = analysis.file;
  const own = symbol.file === analysis.file.name;
  const above = own ? (symbol.def.decorators ?? []).map(({ from, to }) => `@${text.slice(from, to)}\n`) : [];
  return {
    code: `${above.join("")}def ${label}`,
    words: summary,
    ...(own ? {} : { module: symbol.file.replace(/\.py$/, "") }),
  };
}

/// The lines in which each variable is assigned, by its key.
const assignments = memoize((analysis: Analysis) => {
  const starts = lineStarts(analysis.file.text);
  const found = new Map<string, Set<number>>();
  for (const { role, meaning, from } of analysis.occurrences) {
    if (role !== "write" && role !== "def") continue;
    const key = keyOf(analysis, meaning);
    const lines = found.get(key) ?? new Set<number>();
    found.set(key, lines.add(positionAt(starts, from).line));
  }
  return found;
});

/// In which lines a variable is assigned; nothing if it is so in none of this file.
function assigned(analysis: Analysis, meaning: Meaning): string {
  const lines = assignments(analysis).get(keyOf(analysis, meaning)) ?? new Set();
  const shown = [...lines].slice(0, 6);
  if (shown.length === 0) return "";
  if (shown.length === 1) return `, assigned in line ${shown[0]}`;
  const more = lines.size > shown.length;
  const list = more ? `${shown.join(", ")} and others` : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
  return `, assigned in lines ${list}`;
}
