// The variables of a program: only those that it uses, so that programs are small.

/// All of them with their first values. What a function has of its own is made the same way.
const values = [
  "i0 = 7",
  "i1 = -3",
  "i2 = v0 = 0",
  "v1 = 0",
  "r0, r1 = 0.5, -2.25",
  "b0 = True",
  "s0, s1 = 'abc', ''",
  "a0 = [1, 2, 3]",
  "a1 = [4, -5]",
  "w0 = ['b', 'Ca', '']",
  "t0 = (2, 'x')",
  "d0 = {'a': 1, 'b': 2}",
  "d1 = {}",
  "e0 = {1: [1], 2: [5, 6]}",
  "q0, q1 = {1, 2, 3}, set()",
  "z0 = frozenset({2, 9})",
  "x0 = [1, 'a', [2.5, 'b']]",
  "y0 = iter(a0)",
  "g0 = abs",
];

/// What shows a variable's value in the end, where that is not the variable itself.
const shown: Readonly<Record<string, string>> = { z0: "sorted(z0)", v1: "", y0: "", g0: "" };

/// Stands in rules for lines that give the variables their first values, and for their names.
export const START = "!start";
export const NAMES = "!names";

const VARIABLE = /\b[a-z]\d\b/g;

/// A whole program: the variables, what the rules have made, and what shows all that it has changed.
export function withVariables(text: string): string {
  const used = new Set(text.match(VARIABLE) ?? ["i0"]);
  // One may be made of those above it.
  const start = values.toReversed().filter((line) => {
    const own = line.match(VARIABLE) ?? [];
    const isUsed = own.some((name) => used.has(name));
    if (isUsed) for (const name of own) used.add(name);
    return isUsed;
  });
  start.reverse();
  const names = start.flatMap((line) => line.slice(0, line.lastIndexOf(" = ")).match(VARIABLE) ?? []);
  const body = text
    .replaceAll(NAMES, names.join(", "))
    .replace(new RegExp(`^( *)${START}$`, "gm"), (_, indent) => start.map((line) => indent + line).join("\n"));
  const ends = names.map((name) => shown[name] ?? name).filter((one) => one !== "");
  return [...start, body, `print(${ends.join(", ")})`, ""].join("\n");
}
