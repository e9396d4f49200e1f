import type { PyodideAPI } from "pyodide";
import { createBridge } from "./bridge.ts";
import { Line } from "./line.ts";
import type { HostMessage, RunCommand } from "./messages.ts";
import boot from "./python/boot.py?raw";
import epython from "./python/epython.py?raw";

/// The thread that full Python runs in.
export interface HostPlace {
  post(message: HostMessage): void;
  /// Starts Python, telling how far it has come.
  load(progress: (part: number) => void): Promise<PyodideAPI>;
  /// Takes from the thread whatever a program could reach outside of it.
  lock(): void;
}

const FOLDER = "/home/pyodide";
const LIBRARY = "/epython";

/// Full Python in a thread: loads it and gives back what runs one program in it; the thread then says that it is loaded.
export async function prepareHost(place: HostPlace): Promise<(command: RunCommand) => void> {
  const python = await place.load((part) => place.post({ kind: "loading", part }));
  for (const [name, text] of [
    ["epython", epython],
    ["_epython_boot", boot],
  ]) {
    python.FS.mkdirTree(LIBRARY);
    python.FS.writeFile(`${LIBRARY}/${name}.py`, text as string);
  }
  // What takes time is done before anyone waits for it.
  python.runPython(`
import sys
sys.path.append(${JSON.stringify(LIBRARY)})
import ast, array, functools, inspect, json, linecache, random, struct, traceback, math
`);
  place.lock();
  return (command) => run(python, place, command);
}

function run(python: PyodideAPI, place: HostPlace, command: RunCommand): void {
  const { program } = command;
  const line = new Line(command.line);
  const bridge = createBridge(line, command.memory, (message) => place.post(message), command.start);
  python.registerJsModule("_epython_bridge", bridge);
  // The modules that lead to JavaScript go; in a page a program would find nothing there (browser/lock.ts).
  const runProgram = python.pyimport("_epython_boot").run as (config: string) => string;
  for (const name of ["_epython_bridge", "js", "pyodide_js"]) {
    python.unregisterJsModule(name);
    python.runPython(`import sys; sys.modules["${name}"] = None; del sys`);
  }
  for (const { name, text } of program.files) {
    const path = `${FOLDER}/${name}`;
    python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    python.FS.writeFile(path, text);
  }
  python.setInterruptBuffer(line.signals);
  const config = { ...program, files: program.files.map(({ name }) => name), folder: FOLDER };
  let result: string;
  try {
    result = runProgram(JSON.stringify(config));
  } catch (error) {
    // Only what Python itself could not go on after comes here.
    const message = error instanceof Error ? error.message : String(error);
    const interrupted = line.interrupted || message.includes("KeyboardInterrupt");
    result = JSON.stringify(
      interrupted ? { outcome: "stopped" } : { outcome: "failed", error: "Error", message, calls: [] },
    );
  }
  (bridge.leave as () => void)();
  place.post({ kind: "end", result });
}
