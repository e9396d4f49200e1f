import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";

// The import table of the architecture, executable. A change of the table is a commit of its own that says why.

interface Layer {
  /// Other folders of src that it may import.
  readonly folders: readonly string[];
  /// Packages, or single entries of one, that it may import; `*` stands for all but the reserved ones below.
  readonly packages: readonly string[];
}

const language = ["base", "bytecode"];
const engine = ["base", "bytecode", "language", "compiler", "service", "machine"];
const belowStore = [...engine, "runtime", "python", "lessons", "share"];

const table: Readonly<Record<string, Layer>> = {
  base: { folders: [], packages: [] },
  bytecode: { folders: ["base"], packages: [] },
  language: { folders: language, packages: [] },
  compiler: { folders: ["language", ...language], packages: [] },
  service: { folders: ["language", ...language], packages: [] },
  machine: { folders: ["base", "bytecode"], packages: [] },
  runtime: { folders: ["base", "bytecode", "machine"], packages: ["comlink"] },
  python: { folders: ["base", "runtime"], packages: ["comlink", "pyodide"] },
  lessons: { folders: [...engine, "runtime", "python", "share"], packages: ["fflate", "valibot", "yaml"] },
  share: { folders: ["base"], packages: ["fflate"] },
  store: { folders: belowStore, packages: ["zustand/vanilla", "idb", "node-diff3", "valibot"] },
  ui: { folders: ["base", "store"], packages: ["*"] },
  cli: { folders: ["base", "bytecode", "compiler", "machine", "runtime", "python", "lessons"], packages: [] },
  testing: { folders: belowStore, packages: ["fast-check", "vitest"] },
};

/// Packages that only these folders may import, `*` or not.
const reserved: Readonly<Record<string, readonly string[]>> = {
  "monaco-editor": ["ui/editor/"],
  pyodide: ["python/"],
  comlink: ["runtime/", "python/"],
  idb: ["store/storage/"],
  "node-diff3": ["store/storage/"],
};

const nodeFolders = ["runtime/node/", "python/node/", "cli/", "testing/"];
const forTests = ["vitest", "fast-check"];
const unsteady = ["Date", "performance"];

/// The path of a file below src, with `/`, and its text.
type Files = ReadonlyMap<string, string>;

interface Import {
  readonly specifier: string;
  /// `url`: a worker or an asset, named by `new URL(…, import.meta.url)`, which runs or is read elsewhere.
  readonly kind: "import" | "url";
}

interface Parsed {
  readonly imports: readonly Import[];
  /// Names of `Date`, `performance` and `Math.random`.
  readonly unsteady: readonly string[];
  readonly onlyPassesOn: boolean;
}

interface Node {
  readonly type: string;
  readonly [property: string]: unknown;
}

/// Every breach of the table and of the rules beside it, as lines for people.
function breaches(files: Files): string[] {
  const found: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [file, text] of files) {
    if (!/\.tsx?$/.test(file) || file.endsWith(".d.ts")) continue;
    const parsed = parse(file, text);
    const targets: string[] = [];
    graph.set(file, targets);
    for (const { specifier, kind } of parsed.imports) {
      // A test may read a folder of files, which it names as one.
      if (kind === "url" && isTest(file) && specifier.endsWith("/")) continue;
      const problem = specifier.startsWith(".") ? checkFile(file, specifier, files) : checkPackage(file, specifier);
      if (problem) found.push(`${file}: ${problem}`);
      else if (specifier.startsWith(".") && kind === "import") targets.push(resolve(file, specifier));
    }
    if (parsed.onlyPassesOn) found.push(`${file}: only passes on what others define; import the file that defines it`);
    if (engine.includes(folderOf(file)) && !isTest(file)) {
      for (const name of parsed.unsteady) found.push(`${file}: uses ${name}; time and randomness are passed in`);
    }
  }
  return [...found, ...cycles(graph)];
}

/// What is wrong with importing another file of src, if anything is.
function checkFile(file: string, specifier: string, files: Files): string | undefined {
  const target = resolve(file, specifier);
  if (target.startsWith("../")) return `imports ${specifier}, which is outside src`;
  if (!files.has(target)) return `imports ${specifier}, but there is no file src/${target}; write the whole name`;
  const from = folderOf(file);
  const to = folderOf(target);
  if (to === "") return undefined;
  if (isTest(target)) return `imports the test ${specifier}`;
  if (from === to || (isTest(file) && [...belowStore, "testing"].includes(to))) return undefined;
  const layer = table[from];
  if (!layer) return `lies in ${from || "src itself"}, which the table does not name`;
  if (layer.folders.includes(to)) return undefined;
  return `imports ${to} (${specifier}); ${from} may import ${layer.folders.join(", ") || "nothing"}`;
}

/// What is wrong with importing a package, if anything is.
function checkPackage(file: string, specifier: string): string | undefined {
  if (specifier.startsWith("node:")) {
    if (isTest(file) || nodeFolders.some((folder) => file.startsWith(folder))) return undefined;
    return `imports ${specifier}; Node's modules belong to ${nodeFolders.join(", ")} and to tests`;
  }
  const name = packageOf(specifier);
  const places = reserved[name];
  if (places && !places.some((place) => file.startsWith(place))) {
    return `imports ${name}, which belongs to ${places.join(", ")}`;
  }
  if (isTest(file) && forTests.includes(name)) return undefined;
  const from = folderOf(file);
  const packages = table[from]?.packages ?? [];
  if ([specifier, name, "*"].some((allowed) => packages.includes(allowed))) return undefined;
  return `imports the package ${specifier}; ${from} may import ${packages.join(", ") || "none"}`;
}

/// The circles in which files import one another, each told once.
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      found.push(`${[...path.slice(start), file].join(" → ")}: these files import one another`);
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return found;
}

function parse(file: string, text: string): Parsed {
  const { program, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`);
  const imports: Import[] = [];
  const names: string[] = [];
  walk(program, (node, parent) => {
    const specifier = specifierOf(node);
    if (specifier) imports.push(specifier);
    if (node.type === "Identifier" && unsteady.includes(String(node.name)) && !isProperty(node, parent)) {
      names.push(String(node.name));
    }
    if (node.type === "MemberExpression" && nameOf(node.object) === "Math" && nameOf(node.property) === "random") {
      names.push("Math.random");
    }
  });
  const body = (program as unknown as { body: Node[] }).body;
  const onlyPassesOn = body.length > 0 && body.every((node) => /^Export/.test(node.type) && isNode(node.source));
  return { imports, unsteady: names, onlyPassesOn };
}

/// What a node imports, if it does: static, passed on, dynamic, in a type, or as a URL.
function specifierOf(node: Node): Import | undefined {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
    case "ImportExpression":
    case "TSImportType": {
      const value = literal(node.source ?? node.argument);
      return value === undefined ? undefined : { specifier: value, kind: "import" };
    }
    case "NewExpression": {
      const [first, second] = node.arguments as (Node | undefined)[];
      const value = literal(first);
      const here = second?.type === "MemberExpression" && nameOf(second.property) === "url";
      return nameOf(node.callee) === "URL" && here && value !== undefined
        ? { specifier: value, kind: "url" }
        : undefined;
    }
    default:
      return undefined;
  }
}

function walk(node: unknown, visit: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit, parent);
  } else if (isNode(node)) {
    visit(node, parent);
    for (const child of Object.values(node)) walk(child, visit, node);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === "Identifier" ? String(node.name) : undefined;
}

function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "TSLiteralType") return literal(node.literal);
  return typeof node.value === "string" ? node.value : undefined;
}

/// Whether a name is only that of a property: `x.performance`, `{ performance: 1 }`.
function isProperty(node: Node, parent: Node | undefined): boolean {
  if (!parent || parent.computed === true) return false;
  if (parent.type === "MemberExpression") return parent.property === node;
  return parent.key === node && parent.shorthand !== true;
}

function resolve(file: string, specifier: string): string {
  return posix.join(dirname(file), specifier.replace(/\?.*$/, ""));
}

function folderOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.indexOf("/")) : "";
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

/// All files below src. Only TypeScript is read; of the others it matters that they are there.
function readSources(): Files {
  const source = fileURLToPath(new URL(".", import.meta.url));
  const names = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    names.map((name) => [
      name.slice(source.length).replaceAll(sep, "/"),
      /\.tsx?$/.test(name) ? readFileSync(name, "utf8") : "",
    ]),
  );
}

describe("the layers of src", () => {
  it("keep to the import table", () => {
    const files = readSources();
    // This file imports the tool that reads the others.
    const others = new Map([...files].filter(([file]) => file !== "layers.test.ts"));
    expect(others.size).toBeGreaterThan(10);
    expect(breaches(others)).toEqual([]);
  });
});

describe("the check of the layers", () => {
  const span = "export const span = 1;";
  const check = (files: Record<string, string>) => breaches(new Map(Object.entries(files)));

  it("lets pass what the table allows", () => {
    expect(
      check({
        "base/span.ts": span,
        "bytecode/isa.ts": 'import type { span } from "../base/span.ts"; export const ADD = 1;',
        "language/modules/util.py": "",
        "language/modules.ts": 'import util from "./modules/util.py?raw"; export const all = [util];',
        "machine/core.ts": "export interface Times { Date: number } export const f = (t: Times) => t.Date;",
        "machine/core.test.ts":
          'import { it } from "vitest"; import "../testing/drive.ts"; import "node:fs"; Date.now();',
        "testing/drive.ts": 'import "../compiler/compile.ts"; import "node:path"; export const drive = 1;',
        "compiler/compile.ts": 'import { ADD } from "../bytecode/isa.ts"; export const compile = ADD;',
        "runtime/browser/crew-worker.ts": 'import { expose } from "comlink/dist/esm/comlink.mjs"; expose({});',
        "runtime/browser/crew.ts": 'export const w = () => new URL("./crew-worker.ts", import.meta.url);',
        "runtime/node/crew.ts": 'import { Worker } from "node:worker_threads"; export const w = Worker;',
        "store/run/run-state.ts":
          'import { createStore } from "zustand/vanilla"; export const s = createStore; performance.now();',
        "ui/editor/Editor.tsx":
          'import * as monaco from "monaco-editor"; export const E = () => <p>{String(monaco)}</p>;',
      }),
    ).toEqual([]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ["a folder", { "base/a.ts": 'import "../bytecode/b.ts";', "bytecode/b.ts": span }, /imports bytecode/],
    [
      "a folder, in a type",
      { "machine/a.ts": 'export type A = import("../compiler/b.ts").B;', "compiler/b.ts": "export type B = 1;" },
      /imports compiler/,
    ],
    [
      "a folder, passed on",
      { "ui/a.ts": 'export * from "../machine/b.ts"; export const c = 1;', "machine/b.ts": span },
      /imports machine/,
    ],
    [
      "a folder, when it runs",
      { "service/a.ts": 'export const a = () => import("../machine/b.ts");', "machine/b.ts": span },
      /imports machine/,
    ],
    [
      "a folder, as a URL",
      { "store/a.ts": 'export const a = new URL("../testing/b.ts", import.meta.url);', "testing/b.ts": span },
      /imports testing/,
    ],
    ["a folder without a row", { "misc/a.ts": 'import "../base/b.ts";', "base/b.ts": span }, /does not name/],
    ["testing", { "ui/a.ts": 'import "../testing/b.ts";', "testing/b.ts": span }, /imports testing/],
    ["a test", { "base/a.ts": 'import "./b.test.ts";', "base/b.test.ts": span }, /imports the test/],
    ["what is outside src", { "ui/a.ts": 'import "../../scripts/start.mjs";' }, /outside src/],
    ["a name without its ending", { "base/a.ts": 'import "./b";', "base/b.ts": span }, /whole name/],
    ["a package", { "language/a.ts": 'import "react";' }, /package react/],
    ["another entry of a package", { "store/a.ts": 'import "zustand";' }, /package zustand/],
    ["monaco", { "ui/shell/a.ts": 'import "monaco-editor/esm/x.js";' }, /belongs to ui\/editor/],
    ["pyodide", { "ui/a.ts": 'import "pyodide";' }, /belongs to python/],
    ["comlink", { "store/a.ts": 'import "comlink";' }, /belongs to runtime\/, python/],
    ["Node", { "runtime/a.ts": 'import "node:fs";' }, /Node's modules/],
    ["vitest", { "base/a.ts": 'import "vitest";' }, /package vitest/],
    ["a barrel", { "base/index.ts": 'export * from "./b.ts";', "base/b.ts": span }, /only passes on/],
    ["a barrel of types", { "base/i.ts": 'export type { B } from "./b.ts";', "base/b.ts": span }, /only passes on/],
    [
      "a cycle",
      { "base/a.ts": 'import "./b.ts";', "base/b.ts": 'import type {} from "./a.ts";' },
      /import one another/,
    ],
    ["the date", { "machine/a.ts": "export const now = new Date();" }, /uses Date/],
    ["the clock", { "compiler/a.ts": "export const t = performance.now();" }, /uses performance/],
    ["chance", { "language/a.ts": "export const r = Math.random();" }, /uses Math.random/],
  ])("finds %s", (_what, files, message) => {
    expect(check(files)).toEqual([expect.stringMatching(message)]);
  });
});
