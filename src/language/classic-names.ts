import { tokenize } from "./lexer.ts";
import { isClassicWord, type Token, type Words } from "./tokens.ts";

// In classic ePython a name may hold dots, and most words of Python are names like any other. Both are read as the program
// means them: `a.b` is one name, and `class` is a name, if a file of the program gives them a meaning. So the files are
// looked through before they are parsed. Functions know capitals and variables do not: which spellings belong together is
// found here too.

/// The names that files give a meaning, as they are spelt.
export interface GivenNames {
  readonly functions: ReadonlySet<string>;
  /// Variables, parameters and loop variables.
  readonly variables: ReadonlySet<string>;
  /// The modules that the file imports.
  readonly modules: ReadonlySet<string>;
}

/// How the files of a classic program are read.
export interface ClassicNames {
  /// Words of Python and names with dots that are names in this program, in small letters.
  readonly words: Words;
  /// A name in the spelling that all its spellings share.
  spelling(name: string): string;
}

const EVERY_WORD: Words = { has: () => true };

/// The names that a file gives a meaning. Of the names in the line of an import each may be a module.
export function givenNames(text: string): GivenNames {
  const functions = new Set<string>();
  const variables = new Set<string>();
  const modules = new Set<string>();
  const { tokens } = tokenize(text, "", EVERY_WORD);
  // The index of the bracket that ends the parameters of a function's head.
  let parametersEnd = 0;
  let inImport = false;
  tokens.forEach((token, i) => {
    if (token.kind === "newline") inImport = false;
    else if (isWord(token, "import") || isWord(token, "from")) inImport = true;
    if (token.kind !== "name") return;
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    if (inImport) modules.add(token.text);
    if (isWord(before, "def")) {
      functions.add(token.text);
      if (after?.kind === "operator" && after.text === "(") parametersEnd = after.index;
    } else if (isWord(before, "for") || (i < parametersEnd && isSeparator(before)) || isAssignment(after)) {
      variables.add(token.text);
    }
  });
  return { functions, variables, modules };
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === "keyword" && token.text === word;
}

function isSeparator(token: Token | undefined): boolean {
  return token?.kind === "operator" && (token.text === "(" || token.text === ",");
}

function isAssignment(token: Token | undefined): boolean {
  return token?.kind === "operator" && /^(?:[-+*/%^&|]|\*\*|\/\/|<<|>>)?=$/.test(token.text);
}

/// How files are read that give these names, all of them together.
export function classicNames(given: readonly GivenNames[], fold: (name: string) => string): ClassicNames {
  const functions = new Set(given.flatMap((one) => [...one.functions]));
  const all = new Set([...functions, ...given.flatMap((one) => [...one.variables])]);
  const words = new Set([...all].map((name) => name.toLowerCase()).filter((name) => isOneOnlyHere(name)));
  // A function has its name in one spelling. Where another spelling is given a meaning too, that is something else.
  const spellings = new Map<string, string[]>();
  for (const name of all) {
    const key = fold(name);
    spellings.set(key, [...(spellings.get(key) ?? []), name]);
  }
  const own = new Set([...functions].filter((name) => (spellings.get(fold(name)) ?? []).length > 1));
  const spelling = (name: string): string => {
    if (own.has(name)) return name;
    const key = fold(name);
    if (!own.has(key)) return key;
    return spellings.get(key)?.find((other) => !own.has(other)) ?? key;
  };
  return { words, spelling };
}

function isOneOnlyHere(name: string): boolean {
  return name.includes(".") || isClassicWord(name);
}
