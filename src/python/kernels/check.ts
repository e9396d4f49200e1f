import type { Diagnostic } from "../../base/diagnostic.ts";
import type { SourceFile } from "../../base/source.ts";
import type { Span } from "../../base/span.ts";
import { marksOf } from "../python2/marks.ts";
import { type Token, tokensOf } from "../python2/tokens.ts";
import { bindAt, type Names, namesOf } from "./names.ts";
import { kernelsIn, nextLine, type TokenRange } from "./ranges.ts";

// Reports as you type why a function of a full Python program cannot be a kernel. library/epython/kernels.py decides this when the program
// runs, at the decorator; the problems reported here are those that it will raise, as far as they can be seen without running anything.
//
// The kernels and what they call are copied into a program for the cores, in which every character keeps its place in the host's file.
// So the places that the compiler reports are right in both.

export const KERNEL = {
  code: "kernel",
  explanation:
    "A kernel is a function that runs on the cores. The cores run ePython and cannot see the host's variables. A kernel can use its " +
    "parameters, other functions of the file, modules that the cores have, and data that you put on the cores with define_on_device.",
} as const;

// As in library/epython/program.py.
const CORE_MODULES = new Set("array concurrency math memory parallel random taskfarm time util".split(" "));
const PARALLEL = new Set("send recv sendrecv probe bcast reduce sync coreid numcores ishost isdevice".split(" "));

/// Compiles a program for the cores and returns its problems. The variables with the names in `resident` stay on the cores.
export type CompileKernels = (
  main: SourceFile,
  files: readonly SourceFile[],
  resident: readonly string[],
) => readonly Diagnostic[];

/// What is wrong with the kernels of a host's file.
export function kernelProblems(
  file: SourceFile,
  files: readonly SourceFile[],
  compile: CompileKernels,
): readonly Diagnostic[] {
  const tokens = tokensOf(file.text);
  const ranges = kernelsIn(tokens);
  if (ranges.length === 0) return [];
  const around = new Surroundings(tokens);
  const found: Diagnostic[] = [];
  const say = (token: Token, message: string): void => {
    found.push({
      code: KERNEL.code,
      severity: "error",
      file: file.name,
      from: token.from,
      to: token.to,
      message,
      fixes: [],
    });
  };
  const program = new Program(file.text, tokens);
  for (const range of ranges) {
    const before = found.length;
    collect(range, tokens, around, program, say);
    if (found.length === before) program.kernels.push(nameAt(tokens, range).text);
  }
  // Of a program in Python 2 they are so too.
  const python = file.python === 2 || marksOf(tokens, ranges) ? { python: 2 as const } : {};
  const told = compile({ name: file.name, text: program.text(), ...python }, files, [...around.residents])
    .filter(({ severity, file: name }) => severity === "error" && name === file.name)
    .map((problem) => program.inHostFile(problem))
    .filter((problem) => problem !== undefined)
    // The compiler knows nothing of a name that has been refused.
    .filter(({ from }) => !found.some((known) => known.from === from));
  return [...found, ...told].sort((a, b) => a.from - b.from);
}

function nameAt(tokens: readonly Token[], { from }: TokenRange): Token {
  return tokens[from + 1] as Token;
}

/// Puts a kernel and what it needs into the program; reports what the cores cannot give it.
function collect(
  kernel: TokenRange,
  tokens: readonly Token[],
  around: Surroundings,
  program: Program,
  say: (token: Token, message: string) => void,
): void {
  const name = nameAt(tokens, kernel).text;
  const names = namesOf(tokens, kernel);
  const [many] = names.variadic;
  if (many !== undefined)
    return say(many, `${name} cannot go to the cores: *${many.text} stands for any number of arguments`);
  const outer = around.boundAround(kernel);
  const captured = [...names.free].find(([free]) => outer.has(free));
  if (captured !== undefined) {
    const [free, token] = captured;
    const reason = `it uses ${free} of the function around it; pass it as an argument`;
    return say(token, `${name} cannot go to the cores: ${reason}`);
  }
  const keep = (range: TokenRange, { free }: Names): void => {
    if (!program.keep(range)) return;
    for (const [used, token] of free) {
      const helper = around.functions.get(used);
      const module = around.imports.get(used);
      if (helper !== undefined) keep(helper, namesOf(tokens, helper));
      else if (module?.from === "epython" || (module === undefined && PARALLEL.has(used))) program.useParallel(used);
      else if (module !== undefined && !CORE_MODULES.has(module.from))
        say(token, `${name} uses ${used} of the module ${module.from}, which the cores do not have`);
      else if (module !== undefined) program.imports.add(module.statement);
      else if (around.variables.has(used)) {
        program.residents.add(used);
        if (!around.residents.has(used))
          say(
            token,
            `${name} uses ${used}, a variable of the host: pass it as an argument, or put it on the cores with define_on_device(${used})`,
          );
      }
    }
  };
  keep(kernel, names);
}

interface Imported {
  readonly from: string;
  /// What imports it and nothing else.
  readonly statement: string;
}

/// What a file has besides its kernels.
class Surroundings {
  readonly functions = new Map<string, TokenRange>();
  readonly imports = new Map<string, Imported>();
  /// Names that the file's own lines bind.
  readonly variables = new Set<string>();
  /// Names that are given to define_on_device.
  readonly residents = new Set<string>();
  private readonly tokens: readonly Token[];
  private readonly defs: readonly TokenRange[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
    const defs: TokenRange[] = [];
    for (let k = 0; k < tokens.length - 1; k = nextLine(tokens, k)) {
      const { text, indent } = tokens[k] as Token;
      if (text === "def") {
        const def = { from: k, to: endOf(tokens, k) };
        defs.push(def);
        if (indent === 0) this.functions.set(nameAt(tokens, def).text, def);
      } else if (indent === 0 && (text === "import" || text === "from")) this.readImport(k);
    }
    this.defs = defs;
    let end = 0;
    tokens.forEach((token, k) => {
      if (token.text === "define_on_device") this.readResidents(k);
      if (token.first && (token.text === "def" || token.text === "class")) end = Math.max(end, endOf(tokens, k));
      if (k >= end) bindAt(tokens, k, this.variables, this.variables);
    });
  }

  /// The names that functions around a def bind.
  boundAround({ from, to }: TokenRange): Set<string> {
    const outer = this.defs.filter((def) => def.from < from && def.to >= to);
    return new Set(outer.flatMap((def) => [...namesOf(this.tokens, def).bound]));
  }

  private readImport(k: number): void {
    const { tokens } = this;
    const end = nextLine(tokens, k);
    const isFrom = tokens[k]?.text === "from";
    let at = k + 1;
    let module = "";
    const dotted = (): string => {
      let name = "";
      for (
        ;
        at < end && (tokens[at]?.text === "." || (tokens[at]?.kind === "name" && tokens[at]?.text !== "import"));
        at++
      ) {
        if (tokens[at]?.kind === "name" && tokens[at - 1]?.kind === "name" && name !== "") break;
        name += (tokens[at] as Token).text;
      }
      return name;
    };
    if (isFrom) {
      module = dotted();
      at++;
    }
    for (; at < end; at++) {
      if (tokens[at]?.kind !== "name") continue;
      const name = dotted();
      const alias = tokens[at]?.text === "as" ? tokens[++at]?.text : undefined;
      const as = alias === undefined ? "" : ` as ${alias}`;
      const statement = isFrom ? `from ${module} import ${name}${as}` : `import ${name}${as}`;
      const bound = alias ?? (name.split(".")[0] as string);
      this.imports.set(bound, { from: isFrom ? module : name, statement });
    }
  }

  private readResidents(k: number): void {
    const open = this.tokens[k + 1];
    for (let at = k + 2; open !== undefined && at < open.match; at++) {
      const { kind, text } = this.tokens[at] as Token;
      if (kind === "name") this.residents.add(text);
      if (kind === "string") this.residents.add(text.replace(/^[^'"]*['"]+|['"]+$/g, ""));
    }
  }
}

/// Up to which token the block goes that the line at `k` opens.
function endOf(tokens: readonly Token[], k: number): number {
  const { indent } = tokens[k] as Token;
  let end = nextLine(tokens, k);
  while (end < tokens.length - 1 && (tokens[end] as Token).indent > indent) end = nextLine(tokens, end);
  return end;
}

/// A program of the cores that has functions of a host's file at their places.
class Program {
  readonly kernels: string[] = [];
  readonly imports = new Set<string>();
  readonly residents = new Set<string>();
  private readonly host: string;
  private readonly tokens: readonly Token[];
  private readonly kept: TokenRange[] = [];
  private readonly names = new Set<string>();

  constructor(host: string, tokens: readonly Token[]) {
    this.host = host;
    this.tokens = tokens;
  }

  /// Takes up a function; false if there is one of that name.
  keep(range: TokenRange): boolean {
    const { text } = nameAt(this.tokens, range);
    if (this.names.has(text)) return false;
    this.names.add(text);
    this.kept.push(range);
    return true;
  }

  useParallel(name: string): void {
    if (PARALLEL.has(name)) this.imports.add(`from parallel import ${name}`);
  }

  text(): string {
    let text = "";
    for (const { from, to, indent } of this.places()) {
      text += blank(this.host.slice(text.length, from));
      // A def within something else moves to the left, by whole lines.
      const lines = this.host.slice(from, to).split("\n");
      text += lines
        .map((line) => (line.slice(0, indent).trim() === "" ? line.slice(indent) + blank(line.slice(0, indent)) : line))
        .join("\n");
    }
    text += blank(this.host.slice(text.length));
    const residents = [...this.residents].map((name) => `${name} = 0`);
    const all = [...this.imports, ...residents, `_offload_kernels = [${this.kernels.join(", ")}]`];
    return `${text}\n${all.join("\n")}\n`;
  }

  /// A problem of the program, where it is in the host's file; undefined if it is of what was added.
  inHostFile(problem: Diagnostic): Diagnostic | undefined {
    const place = this.places().find(({ from, to }) => problem.from >= from && problem.from < to);
    if (place === undefined) return undefined;
    const line = this.host.lastIndexOf("\n", problem.from - 1) + 1;
    const moved = this.host.slice(line, line + place.indent).trim() === "" ? place.indent : 0;
    const shift = ({ from, to }: Span): Span => ({ from: from + moved, to: Math.min(to + moved, this.host.length) });
    return { ...problem, ...shift(problem), fixes: [] };
  }

  private places(): { from: number; to: number; indent: number }[] {
    return this.kept
      .map(({ from, to }) => {
        const { from: start, indent } = this.tokens[from] as Token;
        const end = this.tokens[to] as Token;
        return { from: start - indent, to: Math.max(start, end.from - end.indent), indent };
      })
      .sort((a, b) => a.from - b.from)
      .filter((place, k, all) => k === 0 || place.from >= (all[k - 1] as { to: number }).to);
  }
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
