// JSON (RFC 8259) that people write: where it goes wrong, and what was expected there, in the same words in every browser.

/// The value of a JSON text. Throws an Error with the line and what is wrong there; a byte order mark is passed over.
export function parseJson(text: string): unknown {
  const json = text.replace(/^\uFEFF/, "");
  try {
    return JSON.parse(json);
  } catch {
    throw new Error(problemIn(json));
  }
}

/// What is wrong in a text that is not JSON, as the end of a sentence.
function problemIn(text: string): string {
  let at = 0;

  const fail = (what: string, where = at): never => {
    const before = text.slice(0, where).split("\n");
    throw new Problem(`line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: ${what}`);
  };
  const shown = (): string => (at >= text.length ? "the end of the file" : `\`${text[at]}\``);
  const blank = (): void => {
    at += /^[ \t\r\n]*/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0;
    if (text.startsWith("//", at) || text.startsWith("/*", at) || text[at] === "#") fail("JSON has no comments");
  };

  const string = (): void => {
    const start = at++;
    for (; text[at] !== '"'; at++) {
      if (at >= text.length || text[at] === "\n") fail('a text that begins here has no closing `"`', start);
      if ((text[at] as string) < " ") fail("a text may hold no control characters: write `\\t` for a tab");
      if (text[at] !== "\\") continue;
      at++;
      if (/^u[\da-fA-F]{4}/.test(text.slice(at, at + 5))) at += 4;
      else if (!/["\\/bfnrt]/.test(text[at] ?? ""))
        fail(
          'only `\\"`, `\\\\`, `\\/`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t` and `\\u` with four digits may follow a backslash',
          at - 1,
        );
    }
    at++;
  };

  // What is open, so that deep texts need no deep calls: `[`, or `{`.
  const open: string[] = [];
  const key = (): void => {
    if (text[at] === "'") fail('names stand in double quotes: `"`');
    if (text[at] !== '"') fail(`a name in double quotes was expected, not ${shown()}`);
    string();
    blank();
    if (text[at] !== ":") fail(`\`:\` was expected, not ${shown()}`);
    at++;
    blank();
  };
  /// Reads a value, or the beginning of one up to the first value in it.
  const value = (): void => {
    let first = text[at] ?? "";
    while (first === "[" || first === "{") {
      open.push(first);
      at++;
      blank();
      if (text[at] === (first === "[" ? "]" : "}")) return;
      if (first === "{") key();
      first = text[at] ?? "";
    }
    if (first === '"') string();
    else if (first === "'") fail('texts stand in double quotes: `"`');
    else {
      const [word = ""] = /^[\w.+-]+/.exec(text.slice(at, at + 1000)) ?? [];
      if (!/^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/.test(word)) {
        fail(word === "" ? `a value was expected, not ${shown()}` : `\`${word}\` is no value of JSON`);
      }
      at += word.length;
    }
  };

  try {
    blank();
    if (at >= text.length) return "it is empty";
    value();
    for (blank(); open.length > 0; blank()) {
      const [opened, close] = open.at(-1) === "[" ? ["[", "]"] : ["{", "}"];
      if (text[at] === close) {
        open.pop();
        at++;
        continue;
      }
      if (text[at] !== ",") fail(`\`,\` or \`${close}\` was expected, not ${shown()}`);
      const comma = at++;
      blank();
      if (text[at] === close) fail(`a comma with nothing behind it`, comma);
      if (opened === "{") key();
      value();
    }
    fail(`something follows the end of the value: ${shown()}`);
  } catch (problem) {
    if (problem instanceof Problem) return problem.message;
    throw problem;
  }
  return "it cannot be read";
}

class Problem extends Error {}
