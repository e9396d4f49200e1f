import { languages } from "monaco-editor/editor";

export const languageId = "epython";
/// Of files for full Python.
export const hostLanguageId = "python-host";
export const languageIds = [languageId, hostLanguageId];

/// Teaches Monaco the words of ePython and of Python 3. Colours only: what they mean is the compiler's business, or Python's.
export function registerLanguage(): void {
  if (languages.getLanguages().some((language) => language.id === languageId)) return;
  register(languageId, { start: "head", keywords, ...rules });
  register(hostLanguageId, { start: "host", keywords: [...keywords, ...hostKeywords], ...rules });
}

function register(id: string, words: languages.IMonarchLanguage): void {
  languages.register({ id });
  languages.setLanguageConfiguration(id, {
    comments: { lineComment: "#" },
    brackets: [
      ["(", ")"],
      ["[", "]"],
      ["{", "}"],
    ],
    autoClosingPairs: [
      { open: "(", close: ")" },
      { open: "[", close: "]" },
      ...(id === hostLanguageId ? [{ open: "{", close: "}" }] : []),
      { open: '"', close: '"', notIn: ["string", "comment"] },
      { open: "'", close: "'", notIn: ["string", "comment"] },
    ],
    surroundingPairs: [
      { open: "(", close: ")" },
      { open: "[", close: "]" },
      { open: '"', close: '"' },
      { open: "'", close: "'" },
    ],
    onEnterRules: [
      {
        beforeText:
          /^\s*(?:async|case|class|def|elif|else|except|finally|for|if|match|try|while|with)\b.*:\s*(?:#.*)?$/,
        action: { indentAction: languages.IndentAction.Indent },
      },
      {
        beforeText: /^\s*(?:return|break|continue|pass|raise)\b.*$/,
        action: { indentAction: languages.IndentAction.Outdent },
      },
    ],
  });
  languages.setMonarchTokensProvider(id, words);
}

/// Matches each of these words, whatever its capitals, where it is not part of a longer name.
function inAnyCase(words: readonly string[], end = "(?![\\w.])"): RegExp {
  const either = (letter: string) => `[${letter}${letter.toUpperCase()}]`;
  return new RegExp(`(?:${words.map((word) => [...word].map(either).join("")).join("|")})${end}`);
}

const classicKeywords =
  "and break continue def elif else for from global if import in is native not or pass print return while".split(" ");

/// The states of an f-string of one line or of several: text, and values between braces, which are program again. The text's
/// state is named after its quotation marks.
function formatted(kind: "Line" | "Block"): Record<string, languages.IMonarchLanguageRule[]> {
  // What one line leaves open does not reach into the next.
  const ends: languages.IMonarchLanguageRule[] = kind === "Line" ? [[/^/, "", "@popall"]] : [];
  return {
    [`text${kind}`]: [
      ...ends,
      [/[^"'{}\\]+|\{\{|\}\}|\\(?:[^{}]|$)|[\\}]/, "string"],
      [/\{/, "delimiter", `@value${kind}`],
      [
        kind === "Line" ? /["']/ : /"""|'''|["']/,
        { cases: { "$0==$S2": { token: "string", next: "@pop" }, "@default": "string" } },
      ],
    ],
    [`value${kind}`]: [
      ...ends,
      [/\}/, "delimiter", "@pop"],
      [/![rsa](?=[:}])/, "keyword"],
      [/:/, "delimiter", `@form${kind}`],
      [/[([{]/, "delimiter", `@inner${kind}`],
      { include: "@root" },
    ],
    // In brackets a colon is a slice's.
    [`inner${kind}`]: [
      ...ends,
      [/[)\]}]/, "delimiter", "@pop"],
      [/[([{]/, "delimiter", `@inner${kind}`],
      { include: "@root" },
    ],
    [`form${kind}`]: [...ends, [/\{/, "delimiter", `@value${kind}`], [/(?=\})/, "", "@pop"], [/[^{}]+/, "number"]],
  };
}

const keywords = [
  "and",
  "as",
  "assert",
  "break",
  "continue",
  "def",
  "del",
  "elif",
  "else",
  "for",
  "from",
  "global",
  "if",
  "import",
  "in",
  "is",
  "not",
  "or",
  "pass",
  "print",
  "return",
  "while",
];

const hostKeywords = [
  "async",
  "await",
  "case",
  "class",
  "except",
  "finally",
  "lambda",
  "match",
  "nonlocal",
  "raise",
  "try",
  "with",
  "yield",
];

/// What is alike in both: how words, texts and numbers look.
const rules = {
  constants: ["True", "False", "None", "true", "false", "none"],
  brackets: [
    { open: "(", close: ")", token: "delimiter" },
    { open: "[", close: "]", token: "delimiter" },
  ],
  tokenizer: {
    // The comments at the top may say that the program is a classic one.
    head: [
      [/^\s*#\s*[dD]ialect:\s*[cC]lassic\s*$/, { token: "comment", switchTo: "@classic" }],
      [/#.*$/, "comment"],
      [/\/\*/, "comment", "@classicComment"],
      [/\s+/, ""],
      [/./, { token: "@rematch", switchTo: "@root" }],
    ],
    host: [
      [/@[A-Za-z_][\w.]*/, "function"],
      [/[bBrRuU]{1,2}(?=["'])/, "string"],
      [/(class)(\s+)([A-Za-z_]\w*)/, ["keyword", "", "function"]],
      { include: "@root" },
    ],
    classic: [
      [/#.*$/, "comment"],
      [/\/\*/, "comment", "@classicComment"],
      [/(?:[fF][rR]?|[rR][fF])("""|''')/, "string", "@textBlock.$1"],
      [/(?:[fF][rR]?|[rR][fF])("|')/, "string", "@textLine.$1"],
      [/"""/, "string", "@doubleText"],
      [/"[^"]*"?/, "string"],
      [/'[^']*'?/, "string"],
      [inAnyCase(["def"], "\\s+"), "keyword", "@classicFunction"],
      [inAnyCase(classicKeywords), "keyword"],
      [inAnyCase(["true", "false", "none"]), "number"],
      [/[A-Za-z_][\w.]*(?=\s*\()/, "function"],
      [/[A-Za-z_][\w.]*/, "identifier"],
      [/(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fFlLuU]*/, "number"],
      [/[()[\]]/, "@brackets"],
    ],
    classicFunction: [
      [/[A-Za-z_][\w.]*/, "function", "@pop"],
      [/./, { token: "@rematch", next: "@pop" }],
    ],
    classicComment: [
      [/[^*]+/, "comment"],
      [/\*\//, "comment", "@pop"],
      [/\*/, "comment"],
    ],
    root: [
      [/#.*$/, "comment"],
      [/(?:[fF][rR]?|[rR][fF])("""|''')/, "string", "@textBlock.$1"],
      [/(?:[fF][rR]?|[rR][fF])("|')/, "string", "@textLine.$1"],
      [/"""/, "string", "@doubleText"],
      [/'''/, "string", "@singleText"],
      [/"(?:[^"\\]|\\.)*"?/, "string"],
      [/'(?:[^'\\]|\\.)*'?/, "string"],
      // Words only where they begin a statement: elsewhere they are names.
      [/^(\s*)(match)(?=\s*[^\s=.,:)].*:\s*(?:#.*)?$)/, ["", "keyword"]],
      [/^(\s*)(case)(?=\s*[^\s=.,:)].*:)/, ["", "keyword"]],
      [/(def)(\s+)([A-Za-z_]\w*)/, ["keyword", "", "function"]],
      [/[A-Za-z_]\w*(?=\s*\()/, { cases: { "@keywords": "keyword", "@default": "function" } }],
      [/[A-Za-z_]\w*/, { cases: { "@keywords": "keyword", "@constants": "number", "@default": "identifier" } }],
      [/0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+/, "number"],
      [/(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/, "number"],
      [/[()[\]]/, "@brackets"],
    ],
    doubleText: [
      [/[^"]+/, "string"],
      [/"""/, "string", "@pop"],
      [/"/, "string"],
    ],
    singleText: [
      [/[^']+/, "string"],
      [/'''/, "string", "@pop"],
      [/'/, "string"],
    ],
    ...formatted("Block"),
    ...formatted("Line"),
  },
} satisfies Partial<languages.IMonarchLanguage>;
