import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { faultKey } from "../base/alike-faults.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { mostFileBytes, mostImageBytes } from "../base/limits.ts";
import type { SourceFile } from "../base/source.ts";
import { readText, TextError } from "../base/source-text.ts";
import { forTerminal } from "../base/terminal-text.ts";
import { disassemble } from "../bytecode/disassemble.ts";
import { type Image, ImageError, isImage } from "../bytecode/image.ts";
import { compile } from "../compiler/compile.ts";
import { LoadError } from "../machine/loader.ts";
import { pythonJob } from "../python/job.ts";
import { isPythonFile } from "../python/python-file.ts";
import { asPython3, summaryOf } from "../python/python2/python2.ts";
import { createEngine } from "../runtime/node/engine.ts";
import type { CoreKind } from "../runtime/protocol/cores.ts";
import type { MonitorEvent, Outcome } from "../runtime/protocol/events.ts";
import type { Run, RunSettings } from "../runtime/protocol/run.ts";
import type { Session } from "../runtime/session.ts";
import { readImage, SettingsError } from "../runtime/setup.ts";
import { type Arguments, coresOf, help, parseArguments, UsageError } from "./arguments.ts";
import { FileError, isThere, readFile, writeFile } from "./files.ts";
import { lesson } from "./lesson.ts";
import { pythonRuns } from "./python-runs.ts";
import { badge, showAlike, showDiagnostic, showFault, showSizes, showTimes, showUnread } from "./show.ts";

// What the command does, from its words to its exit status; the commands about lessons are in lesson.ts. Long, since every way to
// run a program (compiled, loaded, with full Python) shares what is read, shown and returned.

const COMPILE_ERROR = 1;
const USAGE = 64;
const INTERNAL = 70;
const NO_OUTPUT = 74;
const PIPE_CLOSED = 141;
const status: Readonly<Record<Outcome, number>> = { ended: 0, failed: 2, deadlock: 3, stopped: 130 };

/// Runs the command; gives its exit status.
export async function main(words: readonly string[]): Promise<number> {
  process.stdout.on("error", endWithoutOutput);
  // There is nowhere left to say so.
  process.stderr.on("error", () => {});
  try {
    requirePlace();
    if (words[0] === "lesson") return await lesson(words.slice(1));
    const args = parseArguments(words);
    if (args.help) {
      console.log(help);
      return 0;
    }
    if (args.host !== undefined) return await runPython(args.host, args);
    const image =
      args.load === undefined ? compileProgram(args.program ?? "", args) : readFile(args.load, mostImageBytes);
    return image === undefined ? COMPILE_ERROR : await useImage(image, args);
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`epython: ${error.message}\nepython -help shows what there is.`);
      return USAGE;
    }
    if (error instanceof FileError) {
      console.error(`epython: ${error.message}`);
      return USAGE;
    }
    if (error instanceof UnreadableText) {
      console.error(error.message);
      return COMPILE_ERROR;
    }
    if (error instanceof ImageError || error instanceof LoadError || error instanceof SettingsError) {
      console.error(`epython: ${error.message}`);
      return error instanceof SettingsError ? USAGE : COMPILE_ERROR;
    }
    console.error(`epython: this is a fault of epython itself, not of your program: ${wordsOf(error)}`);
    return INTERNAL;
  }
}

/// Threads, and Node when it makes a folder, do not get over it when the folder one is in has been deleted.
function requirePlace(): void {
  try {
    process.cwd();
  } catch {
    throw new UsageError("the folder you are in is no longer there: go to another");
  }
}

function wordsOf(error: unknown): string {
  // Where it happened is for whoever mends it.
  if (process.env.EPYTHON_STACK !== undefined && error instanceof Error && error.stack !== undefined)
    return error.stack;
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
}

/// Whoever reads our output may have seen enough, as in `| head -1`; or the disk that it goes to is full.
function statusWithoutOutput({ code }: NodeJS.ErrnoException): number {
  if (code === "EPIPE") return PIPE_CLOSED;
  console.error(`epython: the output cannot be written${code === "ENOSPC" ? ": the disk is full" : ""}`);
  return NO_OUTPUT;
}

function endWithoutOutput(error: NodeJS.ErrnoException): void {
  process.exit(statusWithoutOutput(error));
}

async function useImage(bytes: Uint8Array, args: Arguments): Promise<number> {
  const image = args.load === undefined ? readImage(bytes) : loadImage(bytes, args.load);
  if (args.sizes) console.log(showSizes(image));
  if (args.output !== undefined) writeFile(args.output, bytes, [args.program ?? args.load ?? ""]);
  if (args.disassemble) console.log(disassemble(image));
  if (args.disassemble || args.output !== undefined) return 0;
  return run(bytes, args);
}

/// Says why a file is no program, with the place.
class UnreadableText extends Error {}

/// The text of a program; throws UsageError, FileError or UnreadableText.
function readProgram(file: string): string {
  const bytes = readFile(file, mostFileBytes);
  if (isImage(bytes)) throw new UsageError(`${file} is byte code: run it with -l ${file}`);
  try {
    return readText(file.endsWith(".py") ? file : `${file}.py`, bytes);
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    throw new UnreadableText(`${basename(file)}:${error.line}:${error.column}: error: ${error.message}`);
  }
}

/// The image in a file that was given with -l.
function loadImage(bytes: Uint8Array, file: string): Image {
  if (!isImage(bytes)) throw new UsageError(`${file} is not ePython byte code; a program is run without -l`);
  try {
    return readImage(bytes);
  } catch (error) {
    throw error instanceof ImageError ? new ImageError(`${file}: ${error.message}`) : error;
  }
}

function compileProgram(file: string, args: Arguments): Uint8Array | undefined {
  const text = readProgram(file);
  const name = basename(file);
  const main = { name, text };
  if (name !== "host.py" && isPythonFile(main)) {
    throw new UsageError(`${file} is a program for full Python: run it with --host ${file}`);
  }
  const { files, unreadable } = importsBeside(file, text);
  const usual = args.classic ? "classic" : args.python2 ? "python2" : undefined;
  const dialect = usual === undefined ? {} : ({ dialect: usual } as const);
  const { image, diagnostics } = compile(main, { files, ...dialect });
  const texts = new Map([main, ...files].map((one) => [one.name, one.text]));
  // Without a module that cannot be read a program may compile all the same, where only a text or a comment names it.
  if (image === undefined) for (const problem of unreadable.values()) console.error(problem);
  for (const diagnostic of diagnostics) {
    if (isAbout(unreadable, diagnostic, texts)) continue;
    if (diagnostic.severity !== "error" && (args.quiet || !texts.has(diagnostic.file))) continue;
    console.error(showDiagnostic(diagnostic, texts.get(diagnostic.file)));
  }
  const note = image === undefined ? noteOf(file, main, files, diagnostics) : undefined;
  if (note !== undefined) console.error(note);
  return image;
}

/// What else a program that cannot be compiled may be.
function noteOf(
  file: string,
  main: SourceFile,
  files: readonly SourceFile[],
  diagnostics: readonly Diagnostic[],
): string | undefined {
  if (isPythonFile(main)) return `epython: ${file} may be a program for full Python: run it with --host ${file}`;
  const looksClassic = diagnostics.some(({ severity, fixes }) => severity === "error" && fixes.some(isClassicFix));
  if (!looksClassic) return undefined;
  const { image } = compile(main, { files, dialect: "classic" });
  const sure = image === undefined ? "looks like" : "is";
  return `epython: ${file} ${sure} classic ePython: put the line # dialect: classic at its top, or run it with --classic`;
}

function isClassicFix({ edits }: Diagnostic["fixes"][number]): boolean {
  return edits.some(({ text }) => text.startsWith("# dialect: classic"));
}

/// Whether it says that there is no module where there is one that cannot be read, as has been told.
function isAbout(
  unreadable: ReadonlyMap<string, string>,
  { code, file, from, to }: Diagnostic,
  texts: ReadonlyMap<string, string>,
): boolean {
  return code === "unknown-module" && unreadable.has(`${texts.get(file)?.slice(from, to)}.py`);
}

interface Imports {
  readonly files: readonly SourceFile[];
  /// Why a file cannot be read, by its name.
  readonly unreadable: ReadonlyMap<string, string>;
}

/// The modules beside a program that it may import, and those that they may.
function importsBeside(file: string, text: string): Imports {
  const found = new Map<string, SourceFile>();
  const unreadable = new Map<string, string>();
  const pending = [text];
  for (let source = pending.pop(); source !== undefined; source = pending.pop()) {
    for (const match of source.matchAll(/^[ \t\f]*(?:from[ \t]+(\w+)[ \t]+import|import[ \t]+(.+))/gm)) {
      for (const word of (match[1] ?? match[2] ?? "").split(",")) {
        const name = `${word.trim().split(/\s/)[0]}.py`;
        const path = join(dirname(file), name);
        if (found.has(name) || unreadable.has(name) || !isThere(path)) continue;
        try {
          const imported = readProgram(path);
          found.set(name, { name, text: imported });
          pending.push(imported);
        } catch (error) {
          if (error instanceof UnreadableText) unreadable.set(name, error.message);
          else if (error instanceof FileError || error instanceof UsageError) {
            unreadable.set(name, `epython: ${error.message}`);
          } else throw error;
        }
      }
    }
  }
  return { files: [...found.values()], unreadable };
}

async function run(image: Uint8Array, args: Arguments): Promise<number> {
  const engine = createEngine(args.cooperative ? "cooperative" : "workers");
  try {
    return await follow(await engine.start(image, settingsOf(args)), args);
  } finally {
    engine.dispose();
  }
}

function settingsOf(args: Arguments): RunSettings {
  return {
    chip: args.chip.name,
    ...coresOf(args),
    seed: args.seed,
    clock: args.ticks ? "instructions" : "epiphany",
    placement: args.placement,
  };
}

/// Runs a program with full Python, and the cores for it.
async function runPython(file: string, args: Arguments): Promise<number> {
  const written = readProgram(file);
  const device = args.device === undefined ? undefined : compileProgram(args.device, args);
  if (args.device !== undefined && device === undefined) return COMPILE_ERROR;
  const name = basename(file);
  if (!args.quiet) for (const note of summaryOf(asPython3(written).notes)) console.error(`${name}:${note}`);
  const { files, unreadable } = importsBeside(file, written);
  // Python says itself which module it lacks.
  for (const problem of unreadable.values()) console.error(problem);
  const job = pythonJob({ name, text: written }, files, settingsOf(args), device);
  const engine = createEngine("workers");
  const pythonRun = pythonRuns(engine)(job, () => {});
  try {
    return await follow(pythonRun, args, pythonRun.host);
  } finally {
    pythonRun.stop();
    engine.dispose();
  }
}

/// A run whose askers can be told that there is no more input.
type Followed = Run & Pick<Session, "endInput">;

/// Shows what a run says, to its end; the exit status. What full Python prints, whose id is `host`, is shown as it is.
async function follow(session: Followed, args: Arguments, host = -1): Promise<number> {
  let interrupts = 0;
  const interrupt = (): void => {
    if (++interrupts > 1) process.exit(status.stopped);
    session.stop();
  };
  process.on("SIGINT", interrupt);
  let closed: NodeJS.ErrnoException | undefined;
  const close = (error: NodeJS.ErrnoException): void => {
    closed = error;
    session.stop();
  };
  process.stdout.off("error", endWithoutOutput).on("error", close);
  const input = new Answers(session);
  const told: Told = { faults: new Map(), deadlock: "" };
  try {
    for (;;) {
      const events = session.drain(20);
      if (closed !== undefined) return statusWithoutOutput(closed);
      await show(events, args, input, host, told);
      const last = events.at(-1);
      if (last?.kind === "finished") return status[last.outcome];
      if (events.length === 0) await news(session);
    }
  } finally {
    input.close();
    process.off("SIGINT", interrupt);
    process.stdout.off("error", close).on("error", endWithoutOutput);
  }
}

/// Until a run says that there may be something new, or for a moment.
function news(session: Run): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 2);
    session.onActivity(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/// What a run has told so far that is shown at its end.
interface Told {
  /// What has failed, by what is alike: the first is shown at once, the others at the end.
  readonly faults: Map<string, Extract<MonitorEvent, { kind: "fault" }>[]>;
  /// Empty if there is none.
  deadlock: string;
}

async function show(
  events: readonly MonitorEvent[],
  args: Arguments,
  input: Answers,
  host: number,
  told: Told,
): Promise<void> {
  let out = "";
  const from = (core: number, kind: CoreKind): string => (core === host ? "" : `${badge(core, kind)} `);
  for (const event of events) {
    switch (event.kind) {
      case "line":
        out += `${from(event.core, event.coreKind)}${shown(event.text)}\n`;
        break;
      case "input":
        await write(process.stdout, `${out}${from(event.core, event.coreKind)}${shown(event.prompt)}`);
        out = "";
        input.ask(event.core);
        break;
      case "fault": {
        const alike = told.faults.get(faultKey(event));
        alike?.push(event);
        if (alike !== undefined) break;
        told.faults.set(faultKey(event), [event]);
        await write(process.stdout, out);
        out = "";
        await write(process.stderr, `${showFault(event)}\n`);
        break;
      }
      // It may grow: what was told last is shown at the end.
      case "deadlock":
        told.deadlock = event.message;
        break;
      case "thread-ended":
      case "abandoned":
        await write(process.stdout, out);
        out = "";
        await write(process.stderr, `${event.message}\n`);
        break;
      case "unread":
        out += `${showUnread(event.message)}\n`;
        break;
      case "finished":
        await write(process.stdout, out);
        out = "";
        for (const alike of told.faults.values()) {
          if (alike.length > 1) await write(process.stderr, `${showAlike(alike)}\n`);
        }
        if (told.deadlock !== "") await write(process.stderr, `${told.deadlock}\n`);
        if (event.exitStatus !== undefined)
          await write(process.stderr, `[host] ended with exit status ${event.exitStatus}\n`);
        if (args.times)
          out += `${showTimes(event, args.chip.frequency, args.ticks)}
`;
        break;
    }
  }
  await write(process.stdout, out);
}

/// What a program prints, as it is in a file or a pipe; on a terminal it keeps to its own line.
function shown(text: string): string {
  return process.stdout.isTTY ? forTerminal(text) : text;
}

/// Waits while the other side of a pipe is slow: what is not written yet holds the cores back.
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === "" || stream.destroyed || stream.write(text)) return Promise.resolve();
  return new Promise((resolve) => {
    const settle = (): void => {
      stream.off("drain", settle).off("close", settle);
      resolve();
    };
    stream.on("drain", settle).on("close", settle);
  });
}

/// Lines of standard input, given to cores in the order in which they ask.
class Answers {
  private readonly session: Followed;
  private readonly asking: number[] = [];
  private readonly lines: string[] = [];
  private reader: ReturnType<typeof createInterface> | undefined;
  private ended = false;

  constructor(session: Followed) {
    this.session = session;
  }

  ask(core: number): void {
    this.asking.push(core);
    if (this.reader === undefined) {
      this.reader = createInterface({ input: process.stdin });
      this.reader.on("line", (line) => {
        this.lines.push(line);
        this.give();
      });
      const end = (): void => {
        this.ended = true;
        this.give();
      };
      this.reader.on("close", end);
      // It may be a folder, or a terminal that has gone.
      process.stdin.on("error", end);
    }
    this.give();
  }

  private give(): void {
    while (this.asking.length > 0 && (this.lines.length > 0 || this.ended)) {
      const core = this.asking.shift() as number;
      const line = this.lines.shift();
      if (line === undefined) this.session.endInput(core);
      else this.session.answer(core, line);
    }
  }

  close(): void {
    this.reader?.close();
  }
}
