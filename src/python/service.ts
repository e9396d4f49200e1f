import type { PyodideAPI } from "pyodide";
import { Line } from "./answers.ts";
import { type Bridge, createBridge } from "./bridge.ts";
import { libraryFiles } from "./library/files.ts";
import type { PythonProgram, RunCommand, ThreadCommand, ThreadMessage } from "./thread-protocol.ts";

/// The thread that full Python runs in.
export interface PythonPlace {
  post(message: ThreadMessage): void;
  /// Starts Python, telling how far it has come.
  load(progress: (part: number) => void): Promise<PyodideAPI>;
  /// Called when Python is as every program finds it.
  ready?(python: PyodideAPI): void;
  /// Takes from the thread whatever a program could reach outside of it.
  lock(): void;
  /// Runs work when nothing else is due in the thread, what a program has left behind included.
  later(work: () => void): void;
}

/// The functions of boot.py.
interface Boot {
  run(config: string): string;
  enter(text: string): string;
  query(what: string, text: string): string;
}

/// A program that has begun, with what is left of it for the console.
interface Begun {
  readonly line: Line;
  readonly bridge: Bridge;
  readonly boot: Boot;
}

const FOLDER = "/home/pyodide";
const LIBRARY = "/epython";

/// Full Python in a thread: loads it and gives back what does as it is told; the thread then says that it is loaded. It runs one
/// program, and what is typed at the console after it.
export async function preparePython(place: PythonPlace): Promise<(command: ThreadCommand) => void> {
  const python = await place.load((part) => place.post({ kind: "loading", part }));
  for (const [name, text] of libraryFiles) writeFile(python, `${LIBRARY}/${name}`, text);
  // What takes time is done before anyone waits for it.
  python.runPython(`
import sys
if ${JSON.stringify(LIBRARY)} not in sys.path:
    sys.path.append(${JSON.stringify(LIBRARY)})
import ast, array, code, codeop, functools, inspect, json, linecache, random, struct, traceback, math
`);
  place.ready?.(python);
  // A memory that was kept has random's state in it.
  python.runPython("random.seed()");
  const said = listenToErrors(python);
  place.lock();
  let begun: Begun | undefined;
  return (command) => {
    if (command.kind === "run") {
      const now = begin(python, place, command);
      begun = now;
      const { files, ...rest } = command.program;
      const config = { ...rest, files: files.map(({ name }) => name), folder: FOLDER };
      finish(place, now, command.program, said, () => now.boot.run(JSON.stringify(config)));
    } else if (begun !== undefined && command.kind === "enter") {
      const { boot, bridge } = begun;
      bridge.begin(command.memory);
      finish(place, begun, undefined, said, () => boot.enter(command.text));
    } else if (begun !== undefined && command.kind === "query") {
      place.post({ kind: "told", number: command.number, answer: begun.boot.query(command.what, command.text) });
    }
  };
}

function writeFile(python: PyodideAPI, path: string, text: string): void {
  python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
  python.FS.writeFile(path, text);
}

// What Python says of itself when it can't go on: not what programs print, which goes through the bridge.
const MOST_SAID = 2_000;

function listenToErrors(python: PyodideAPI): readonly string[] {
  const said: string[] = [];
  const batched = (line: string): void => {
    if (said.length < MOST_SAID) said.push(line);
  };
  python.setStdout({ batched });
  python.setStderr({ batched });
  return said;
}

// Where calls go deep in C, as in a __repr__ that asks for itself, each of them takes room on the stack of the thread as well,
// of which a browser gives about 1 MB. Python looks only at its own stack: it is told that this is so small that it raises a
// RecursionError long before the thread's is full. The compiler, which needs much, has done the main file by then.
const STACK_BYTES = 192 * 1024;

interface StackFunctions {
  _emscripten_stack_get_current(): number;
  _PyThreadState_Get(): number;
  _PyUnstable_ThreadState_SetStackProtection(thread: number, start: number, bytes: number): number;
}

function limitStack(python: PyodideAPI): void {
  const module = (python as unknown as { readonly _module: StackFunctions })._module;
  const start = module._emscripten_stack_get_current() - STACK_BYTES;
  module._PyUnstable_ThreadState_SetStackProtection(module._PyThreadState_Get(), start, STACK_BYTES);
}

/// How a program came out that has ended Python itself, with the calls as Python has told them at last.
function fatalResult(message: string, said: readonly string[], program: PythonProgram | undefined): string {
  const files = new Set(program?.files.map(({ name }) => name));
  const calls = said.flatMap((line) => {
    const [, path = "", number, name = ""] = /^ *File "([^"]+)", line (\d+) in (.+)$/.exec(line) ?? [];
    const file = path.startsWith(`${FOLDER}/`) ? path.slice(FOLDER.length + 1) : "";
    return files.has(file) ? [{ name, file, line: Number(number) }] : [];
  });
  const why = /call stack|recursion/i.test(message)
    ? "calls or values are nested too deep for it"
    : `it could not go on (${message})`;
  return JSON.stringify({
    outcome: "failed",
    error: "fatal",
    message: `Python itself has ended: ${why.slice(0, MOST_SAID)}. The next run starts a new one.`,
    calls,
  });
}

function begin(python: PyodideAPI, place: PythonPlace, command: RunCommand): Begun {
  const line = new Line(command.line, command.signals);
  const bridge = createBridge(line, command.memory, (message) => place.post(message), command.start);
  python.registerJsModule("_epython_bridge", { ...bridge.functions, limit_stack: () => limitStack(python) });
  // The modules that lead to JavaScript go; in a page a program would find nothing there (browser/lock.ts).
  const boot = python.pyimport("_epython_boot") as Boot;
  const { run, enter, query } = boot;
  for (const name of ["_epython_bridge", "js", "pyodide_js"]) {
    python.unregisterJsModule(name);
    python.runPython(`import sys; sys.modules["${name}"] = None; del sys`);
  }
  for (const { name, text } of command.program.files) writeFile(python, `${FOLDER}/${name}`, text);
  python.setInterruptBuffer(line.signals);
  return { line, bridge, boot: { run, enter, query } };
}

/// Does it, and says how it came out.
function finish(
  place: PythonPlace,
  { line, bridge }: Begun,
  program: PythonProgram | undefined,
  said: readonly string[],
  work: () => string,
): void {
  let result: string;
  try {
    result = work();
  } catch (error) {
    // Only what Python itself could not go on after comes here.
    const message = error instanceof Error ? error.message : String(error);
    const interrupted = line.interrupted || message.includes("KeyboardInterrupt");
    result = interrupted ? '{"outcome":"stopped"}' : fatalResult(message, said, program);
  }
  bridge.end((JSON.parse(result) as { outcome: string }).outcome !== "ended");
  place.post({ kind: "end", result });
  place.later(() => place.post({ kind: "idle" }));
}
