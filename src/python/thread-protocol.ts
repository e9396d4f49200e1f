// What the page and the thread of full Python say to each other. The thread of full Python cannot read messages while it
// runs something, so it gets a message only before that; afterwards answers come through shared memory (answers.ts). When the program is
// over, the thread may be given what is typed at the console, one after the other.

/// How the cores of a run are started, for full Python to take part: all but the memory.
export interface CoreSetup {
  readonly config: unknown;
  readonly active: readonly number[];
  readonly crews: number;
  readonly record: boolean;
}

/// A program for full Python.
export interface PythonProgram {
  /// Name of the file that is run.
  readonly main: string;
  /// What is run, and what the user has written: the same, unless it was Python 2.
  readonly text: string;
  readonly written: string;
  /// All files of the project, the main one as it is run.
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /// Ids of the cores, and of full Python after them.
  readonly cores: readonly number[];
  readonly id: number;
  /// `caller` launches kernels; `core` takes part in the messages of a program that the cores run.
  readonly mode: "caller" | "core";
}

/// To the thread: take up this program. `setup` is that of cores that run already, with their image after it.
export interface RunCommand {
  readonly kind: "run";
  readonly line: SharedArrayBuffer;
  readonly signals: SharedArrayBuffer;
  readonly memory: SharedArrayBuffer;
  readonly program: PythonProgram;
  readonly start?: Uint8Array;
}

/// To a thread whose program is over: run this in the program's module. Cores that it needs are started in this memory.
export interface EnterCommand {
  readonly kind: "enter";
  readonly text: string;
  readonly memory: SharedArrayBuffer;
}

/// To a thread whose program is over: whether a text is a whole entry, or what a name could go on as.
export interface QueryCommand {
  readonly kind: "query";
  readonly number: number;
  readonly what: "whole" | "complete";
  readonly text: string;
}

export type ThreadCommand = RunCommand | EnterCommand | QueryCommand;

/// From the thread. The page trusts none of it: see `readThreadMessage`.
export type ThreadMessage =
  /// Python is being fetched and started: so much of it, from 0 to 1.
  | { readonly kind: "loading"; readonly part: number }
  | { readonly kind: "loaded" }
  | { readonly kind: "load-failed"; readonly message: string }
  /// Output, in pieces of a length that the page takes (bridge.ts).
  | { readonly kind: "output"; readonly stream: "out" | "err"; readonly text: string; readonly clock: number }
  /// Questions, each of which waits for its answer in the line.
  | { readonly kind: "ask"; readonly number: number; readonly prompt: string }
  | { readonly kind: "check"; readonly number: number; readonly program: string }
  /// `clock` is when the cores start, in cycles.
  | { readonly kind: "start"; readonly number: number; readonly program: string; readonly clock: number }
  /// How the program, or an entry, came out, as JSON.
  | { readonly kind: "end"; readonly result: string }
  /// It does nothing any more, and waits for what is entered.
  | { readonly kind: "idle" }
  /// The answer to a query, as JSON.
  | { readonly kind: "told"; readonly number: number; readonly answer: string };

/// Longer texts are refused, and end the run.
export const LONGEST_TEXT = 4_000_000;

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST_TEXT;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/// The message that a thread has sent, if it is one: full Python may run what strangers wrote, and they may find a way to
/// say anything here.
export function readThreadMessage(data: unknown): ThreadMessage | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { kind, part, message, stream, text, clock, number, prompt, program, result, answer } = data as Record<
    string,
    unknown
  >;
  switch (kind) {
    case "loading":
      return isNumber(part) ? { kind, part } : undefined;
    case "loaded":
      return { kind };
    case "load-failed":
      return isText(message) ? { kind, message } : undefined;
    case "output":
      return (stream === "out" || stream === "err") && isText(text) && isNumber(clock)
        ? { kind, stream, text, clock }
        : undefined;
    case "ask":
      return isNumber(number) && isText(prompt) ? { kind, number, prompt } : undefined;
    case "check":
      return isNumber(number) && isText(program) ? { kind, number, program } : undefined;
    case "start":
      return isNumber(number) && isText(program) && isNumber(clock) && clock >= 0
        ? { kind, number, program, clock }
        : undefined;
    case "end":
      return isText(result) ? { kind, result } : undefined;
    case "idle":
      return { kind };
    case "told":
      return isNumber(number) && isText(answer) ? { kind, number, answer } : undefined;
    default:
      return undefined;
  }
}
