// Where in a JSON text a value stands that has been found wrong.

export type JsonPath = readonly (string | number)[];

/// The line, from 1, at which the value at a path of a JSON text begins; that of the last part of the path which is there, if the
/// value itself is missing. The text must be sound: `parseJson` has read it.
export function lineOf(text: string, path: JsonPath): number {
  return text.slice(0, placeOf(text, path)).split("\n").length;
}

const blank = /[ \t\r\n\uFEFF]*/y;
const simple = /"(?:[^"\\]|\\.)*"|[^\s,:\]}[{"]+/y;

function placeOf(text: string, path: JsonPath): number {
  let at = 0;
  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? "";
    at += found.length;
    return found;
  };
  /// Passes over a value, however deep.
  const pass = (): void => {
    let depth = 0;
    do {
      skip(blank);
      const first = text[at];
      if (first === "[" || first === "{") depth++;
      else if (first === "]" || first === "}") depth--;
      if (first !== undefined && "[]{},:".includes(first)) at++;
      else if (skip(simple) === "") return;
      skip(blank);
    } while (depth > 0);
  };
  skip(blank);
  let place = at;
  for (const step of path) {
    const open = text[at];
    if (open !== (typeof step === "number" ? "[" : "{")) return place;
    at++;
    skip(blank);
    let isFound = false;
    for (let k = 0; at < text.length && text[at] !== "]" && text[at] !== "}"; k++) {
      const begins = at;
      let key: unknown = k;
      if (open === "{") {
        key = JSON.parse(skip(simple));
        skip(blank);
        at++;
        skip(blank);
      }
      if (key === step) {
        place = begins;
        isFound = true;
        break;
      }
      pass();
      if (text[at] === ",") at++;
      skip(blank);
    }
    if (!isFound) return place;
  }
  return place;
}
