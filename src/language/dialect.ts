import { moduleConstants, natives } from "../bytecode/natives.ts";
import { moduleSources } from "./modules/sources.ts";
import type { Module } from "./tree.ts";

// The two dialects, and what classic ePython reads otherwise in a tree: names in any case.

/// `classic` is ePython as on the Parallella.
export type Dialect = "python" | "classic";

/// The dialect that the comments at the top of a program name, if they do.
export function dialectOf(text: string): Dialect | undefined {
  const comment = "[ \\t]*(?:#[^\\r\\n]*|/\\*(?:(?!\\*/)[\\s\\S])*\\*/[ \\t]*)?(?:\\r\\n|\\n|\\r|$)";
  const head = new RegExp(`^\ufeff?(?:${comment})*`).exec(text.slice(0, 2000))?.[0] ?? "";
  const named = /^[ \t]*#[ \t]*dialect:[ \t]*(python|classic)[ \t]*$/im.exec(head)?.[1];
  return named?.toLowerCase() as Dialect | undefined;
}

/// The tree with each name in its one spelling.
export function foldNames(tree: Module, spelling: (name: string) => string): Module {
  return fold(tree, spelling) as Module;
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

/// A copy of a part of a tree.
function fold(part: unknown, spell: (name: string) => string): unknown {
  if (typeof part !== "object" || part === null) return part;
  if (Array.isArray(part)) return part.map((one) => fold(one, spell));
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      key === "name" && typeof value === "string" ? spell(value) : fold(value, spell),
    ]),
  );
}
