import { moduleConstants, natives } from "../bytecode/natives.ts";
import { moduleSources } from "./modules/sources.ts";
import type { Module } from "./tree.ts";

// The two dialects, and what classic ePython reads otherwise in a tree: names in any case.

/// `classic` is ePython as on the Parallella.
export type Dialect = "python" | "classic";

/// The line that makes a program a classic one, when it stands among the comments at its top.
export const DIALECT_LINE = "# dialect: classic";

/// The dialect that the comments at the top of a program name, if they do.
export function dialectOf(text: string): Dialect | undefined {
  const head = /^\ufeff?(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|$))*/.exec(text.slice(0, 2000))?.[0] ?? "";
  const named = /^[ \t]*#[ \t]*dialect:[ \t]*(python|classic)[ \t]*$/im.exec(head)?.[1];
  return named?.toLowerCase() as Dialect | undefined;
}

/// The tree with each name in its one spelling.
export function foldNames(tree: Module): Module {
  return fold(tree, false, foldName) as Module;
}

/// The one spelling of a name in classic ePython: that of ePython's own function of this name, else small letters.
export function foldName(name: string): string {
  const small = name.toLowerCase();
  return ownNames.get(small) ?? small;
}

const ownNames: ReadonlyMap<string, string> = new Map(
  [
    ...[...natives, ...moduleConstants].map(({ name }) => name),
    ...[...moduleSources].flatMap(([module, text]) => [
      module,
      ...[...text.matchAll(/^def (\w+)/gm)].map(([, name = ""]) => name),
    ]),
  ].map((name) => [name.toLowerCase(), name]),
);

const CONSTANTS: ReadonlyMap<string, true | false | null> = new Map([
  ["true", true],
  ["false", false],
  ["none", null],
]);

/// A copy of a part of a tree. What is given a value stays a name, even if it is one of the constants.
function fold(part: unknown, target: boolean, spell: (name: string) => string): unknown {
  if (typeof part !== "object" || part === null) return part;
  if (Array.isArray(part)) return part.map((one) => fold(one, target, spell));
  const node = part as Readonly<Record<string, unknown>>;
  if (node.kind === "Name" && typeof node.name === "string" && !target) {
    const value = CONSTANTS.get(node.name.toLowerCase());
    if (value !== undefined) return { kind: "Constant", value, from: node.from, to: node.to };
  }
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    const inTarget = key === "target" || key === "targets" || (target && key === "elements");
    copy[key] = key === "name" && typeof value === "string" ? spell(value) : fold(value, inTarget, spell);
  }
  return copy;
}
