import type { SourceFile } from "../base/source.ts";
import { moduleConstants, natives } from "../bytecode/natives.ts";
import { moduleSources } from "./modules/sources.ts";
import { python2Mark } from "./python2-marks.ts";
import type { Module } from "./tree.ts";

// How a program is read, and what classic ePython reads otherwise in a tree: names in any case.

/// `python3` is Python as it is today. `python2` is what the paper's programs are in, read as ePython reads it. `classic` is
/// ePython as on the Parallella.
export type Dialect = "python3" | "python2" | "classic";

/// The dialect that the comments at the top of a text name, if they do. `python` is whichever Python the project is in.
export function namedDialect(text: string): Dialect | "python" | undefined {
  const comment = "[ \\t]*(?:#[^\\r\\n]*|/\\*(?:(?!\\*/)[\\s\\S])*\\*/[ \\t]*)?(?:\\r\\n|\\n|\\r|$)";
  const head = new RegExp(`^\ufeff?(?:${comment})*`).exec(text.slice(0, 2000))?.[0] ?? "";
  const named = /^[ \t]*#[ \t]*dialect:[ \t]*(python[23]?|classic)[ \t]*$/im.exec(head)?.[1];
  return named?.toLowerCase() as Dialect | "python" | undefined;
}

/// How a program is read: as its first lines say, else as `usual` says. Where that is Python, it is Python 2 if the program, or a
/// file that belongs to it by an import, is from a project made when that was usual, or can only be Python 2.
export function dialectOf(main: SourceFile, files: readonly SourceFile[], usual: Dialect = "python3"): Dialect {
  const named = namedDialect(main.text);
  if (named !== undefined && named !== "python") return named;
  if (usual === "python2" || (usual === "classic" && named === undefined)) return usual;
  return connected(main, files).some(isPython2) ? "python2" : "python3";
}

function isPython2(file: SourceFile): boolean {
  return file.python === 2 || factsOf(file.text).isPython2;
}

/// What of a text matters here, kept for the texts that were asked about last.
interface Facts {
  readonly isPython2: boolean;
  readonly imports: readonly string[];
}
const known = new Map<string, Facts>();
const MOST_KNOWN = 100;

function factsOf(text: string): Facts {
  let facts = known.get(text);
  if (facts !== undefined) return facts;
  const named = namedDialect(text);
  const isPython2 =
    named === "python2" || (named !== "python3" && named !== "classic" && python2Mark(text) !== undefined);
  const imports = [...text.matchAll(/^[ \t]*(?:import|from)[ \t]+([^\r\n#]+)/gm)].flatMap(
    ([, names = ""]) =>
      names
        .split(/[ \t]+import\b/)[0]
        ?.split(",")
        .map((name) => /^\s*([\p{L}_][\p{L}\p{N}_]*)/u.exec(name)?.[1] ?? "") ?? [],
  );
  facts = { isPython2, imports };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, facts);
  return facts;
}

/// The files that imports tie to a program, whichever way round, itself among them: they are read alike, so that a file means
/// the same on its own as in the program that imports it.
function connected(main: SourceFile, files: readonly SourceFile[]): readonly SourceFile[] {
  const others = files.filter(({ name }) => name !== main.name && name.endsWith(".py"));
  if (others.length === 0) return [main];
  const all = [main, ...others];
  const byName = new Map(all.map((file) => [file.name.slice(0, -3), file]));
  const neighbours = new Map<SourceFile, SourceFile[]>(all.map((file) => [file, []]));
  for (const file of all) {
    for (const name of factsOf(file.text).imports) {
      const imported = byName.get(name);
      if (imported === undefined || imported === file) continue;
      neighbours.get(file)?.push(imported);
      neighbours.get(imported)?.push(file);
    }
  }
  const reached = new Set([main]);
  for (const file of reached) for (const neighbour of neighbours.get(file) ?? []) reached.add(neighbour);
  return [...reached];
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
