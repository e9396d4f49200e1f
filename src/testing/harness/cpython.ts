import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

/// What a program printed, and the exception that ended it, with its line.
export interface CPythonResult {
  readonly out: string;
  readonly error: string | null;
  /// What the exception says.
  readonly words: string;
  readonly line: number;
}

/// CPython, in one process that runs program after program (see cpython.py). It is needed only for tests.
export class CPython {
  private readonly process: ChildProcess;
  private readonly waiting: { resolve: (result: CPythonResult) => void; reject: (error: Error) => void }[] = [];
  private dead: Error | undefined;

  constructor() {
    this.process = spawn("python3", ["-I", join(import.meta.dirname, "cpython.py")], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.process.on("error", () => this.fail("python3 is needed for these tests and cannot be started"));
    this.process.on("exit", (status) => this.fail(`python3 has ended with status ${status}`));
    this.process.stdin?.on("error", () => {});
    if (this.process.stdout !== null) {
      createInterface({ input: this.process.stdout }).on("line", (line) => {
        this.waiting.shift()?.resolve(JSON.parse(line) as CPythonResult);
      });
    }
  }

  /// Runs a program, which must end by itself. Rejects when there is no python3.
  run(program: string): Promise<CPythonResult> {
    return new Promise((resolve, reject) => {
      if (this.dead !== undefined) return reject(this.dead);
      this.waiting.push({ resolve, reject });
      this.process.stdin?.write(`${JSON.stringify(program)}\n`);
    });
  }

  dispose(): void {
    this.process.removeAllListeners("exit");
    this.process.stdin?.end();
  }

  private fail(reason: string): void {
    this.dead = new Error(reason);
    for (const { reject } of this.waiting.splice(0)) reject(this.dead);
  }
}
