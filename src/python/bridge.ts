import { decodeUtf8, encodeUtf8 } from "../base/bytes.ts";
import { type Launch, PythonCallError, PythonCore, parallelCalls } from "../runtime/python-core.ts";
import type { RunSetup } from "../runtime/setup.ts";
import type { Line } from "./answers.ts";
import type { CoreSetup, ThreadMessage } from "./thread-protocol.ts";

// What Python calls. Every call answers with bytes, a number or nothing; a string says what went wrong: its kind, and
// after a colon, the reason. Python raises what belongs to it (library/epython/device.py, library/boot.py).

/// Output that the page has not taken yet, in characters: more holds the program back.
const MOST_OUTPUT = 200_000;
/// One message takes no more: what is longer goes in pieces.
const LONGEST_PIECE = 100_000;
const INTERRUPTED = "interrupted";

/// What Python and its thread have of the page.
export interface Bridge {
  /// The functions of Python's module `_epython_bridge`.
  readonly functions: Readonly<Record<string, (...args: never[]) => unknown>>;
  /// Something more is to be run, over this memory.
  begin(memory: SharedArrayBuffer): void;
  /// What was run is over: the cores are no longer Python's.
  end(failed: boolean): void;
}

/// What the bridge needs from Python's own objects: bytes come as proxies.
interface BytesProxy {
  toJs(): Uint8Array;
  destroy(): void;
}

function bytesOf(proxy: BytesProxy): Uint8Array {
  // Whatever was given, it becomes an array of our own.
  const bytes = new Uint8Array(proxy.toJs());
  proxy.destroy();
  return bytes;
}

/// The bridge of one program, and of what is typed at the console after it. `started` says how cores that run already were started.
export function createBridge(
  line: Line,
  firstMemory: SharedArrayBuffer,
  post: (message: ThreadMessage) => void,
  started: Uint8Array | undefined,
): Bridge {
  let memory = firstMemory;
  let pythonCore: PythonCore | undefined = started === undefined ? undefined : join(line, memory, started);
  // When there are no cores: of when there were.
  let lastClock = 0;
  let missing = "the cores have no program yet";
  let questions = 0;
  let written = 0;
  let launches = 0;
  const open = new Map<number, { readonly launch: Launch; left: number }>();

  const ask = (make: (number: number) => ThreadMessage): Uint8Array | undefined => {
    const number = ++questions;
    post(make(number));
    return line.answerTo(number);
  };
  const clock = (): number => pythonCore?.clock ?? lastClock;
  const withPython = (work: (pythonCore: PythonCore) => unknown): unknown => {
    if (pythonCore === undefined) return `fault:${missing}`;
    return guarded(line, () => work(pythonCore as PythonCore));
  };

  const write = (stream: "out" | "err", text: string): string | undefined => {
    for (let from = 0; from < text.length; from += LONGEST_PIECE) {
      const piece = text.slice(from, from + LONGEST_PIECE);
      written = (written + piece.length) | 0;
      post({ kind: "output", stream, text: piece, clock: clock() });
      const ready = line.wait(() => ((written - line.taken) | 0) < MOST_OUTPUT);
      if (!ready) return heed(line);
    }
    return undefined;
  };

  const functions = {
    write,
    ask(text: string) {
      // What stands before a prompt on its line is a part of it.
      const from = Math.max(0, text.length - LONGEST_PIECE);
      const stopped = write("out", text.slice(0, from));
      if (stopped !== undefined) return stopped;
      const prompt = text.slice(from);
      const answer = ask((number) => ({ kind: "ask", number, prompt }));
      return answer === undefined ? heed(line) : decodeUtf8(answer);
    },
    sleep(seconds: number) {
      return line.wait(() => false, seconds * 1000) ? undefined : heed(line);
    },
    line: (number: number) => pythonCore?.setLine(number),
    check(program: string) {
      return ask((number) => ({ kind: "check", number, program })) ?? heed(line);
    },
    /// Starts the cores, at the time that the host has come to and not before `latest`.
    start(program: string, latest: number) {
      const startsAt = Math.max(clock(), latest);
      const answer = ask((number) => ({ kind: "start", number, program, clock: startsAt }));
      if (answer === undefined) return heed(line);
      const { json, rest } = readStart(answer);
      if (rest.length === 0) return json;
      pythonCore = join(line, memory, answer);
      open.clear();
      return encodeUtf8('{"problems":[]}');
    },
    end(cores: BytesProxy, task: BytesProxy) {
      const ids = [...bytesOf(cores)];
      const bytes = bytesOf(task);
      return withPython((to) => {
        const launch = to.issue(ids, bytes, 0);
        for (const id of ids) to.launch(launch, id);
        to.waitForEnd(ids);
        to.leave(false);
      });
    },
    issue(cores: BytesProxy, task: BytesProxy, kernelLine: number) {
      const ids = [...bytesOf(cores)];
      const bytes = bytesOf(task);
      return withPython((to) => {
        const number = ++launches;
        open.set(number, { launch: to.issue(ids, bytes, kernelLine), left: ids.length });
        return number;
      });
    },
    launch(number: number, core: number) {
      return withPython((to) => {
        const entry = open.get(number);
        if (entry === undefined) throw new Error("there is no such launch");
        to.launch(entry.launch, core);
        if (--entry.left === 0) open.delete(number);
      });
    },
    /// Pairs of a core whose kernel is over and whether it has failed.
    ended(cores: BytesProxy) {
      const ids = [...bytesOf(cores)];
      return withPython((to) => {
        const over: number[] = [];
        for (const id of ids) {
          if (to.hasResult(id)) over.push(id, 0);
          else if (to.hasFailed(id)) over.push(id, 1);
        }
        return Uint8Array.from(over);
      });
    },
    wait(cores: BytesProxy) {
      const ids = [...bytesOf(cores)];
      return withPython((to) => to.waitForResult(ids));
    },
    /// The same, until the first `wanted` are stuck at the latest; then nothing.
    wait_unless_stuck(cores: BytesProxy, wanted: number) {
      const ids = [...bytesOf(cores)];
      return withPython((to) => (to.waitUnlessStuck(ids, wanted) ? Uint8Array.of(1) : undefined));
    },
    raised: (core: number) => withPython((to) => to.raised(core)),
    /// Lets the host's clock be this late at least.
    until(clock: number) {
      return withPython((to) => {
        to.clock = Math.max(to.clock, clock);
      });
    },
    take(core: number) {
      return withPython((to) => {
        const { value, clock, bytes: size } = to.take(core);
        const bytes = new Uint8Array(16 + value.length);
        const view = new DataView(bytes.buffer);
        view.setFloat64(0, clock, true);
        view.setFloat64(8, size, true);
        bytes.set(value, 16);
        return bytes;
      });
    },
    collect(core: number, clock: number, bytes: number, task: number, kernelLine: number) {
      return withPython((to) => to.collect(core, { clock, bytes }, task, kernelLine));
    },
    fault(core: number) {
      return withPython((to) => {
        const { message, calls, clock } = to.fault(core);
        return encodeUtf8(JSON.stringify({ message, line: calls[0]?.place.line ?? 0, clock }));
      });
    },
    call(name: string, packed: BytesProxy) {
      const bytes = bytesOf(packed);
      return withPython((to) => {
        const native = parallelCalls.get(name);
        if (native === undefined) throw new Error(`${name} is not for the host`);
        return to.call(native, parts(bytes));
      });
    },
    variable(core: number, name: string) {
      return withPython((to) => to.variable(core, name));
    },
  };
  return {
    functions,
    begin(next) {
      memory = next;
    },
    end(failed) {
      lastClock = clock();
      pythonCore?.leave(failed);
      pythonCore = undefined;
      missing = "the program of the cores is over";
      open.clear();
    },
  };
}

function guarded(line: Line, work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PythonCallError)) return `fault:${error instanceof Error ? error.message : String(error)}`;
    if (error.kind === "interrupted") return heed(line);
    // Stop reaches the cores and the host at the same time.
    if (error.kind === "over" && line.interrupted) return heed(line);
    return `${error.kind}:${error.message}`;
  }
}

function heed(line: Line): string {
  line.heed();
  return INTERRUPTED;
}

/// Values with their sizes before them.
function parts(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0, true);
  let at = 4 + count * 4;
  return Array.from({ length: count }, (_, k) => {
    const size = view.getUint32(4 + k * 4, true);
    at += size;
    return bytes.subarray(at - size, at);
  });
}

/// An answer about cores that have been started: JSON with its length before it, then their image, if there is one.
export function writeStart(json: string, image: Uint8Array = new Uint8Array()): Uint8Array {
  const head = encodeUtf8(json);
  const bytes = new Uint8Array(4 + head.length + image.length);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  bytes.set(image, 4 + head.length);
  return bytes;
}

function readStart(bytes: Uint8Array): { json: Uint8Array; rest: Uint8Array } {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return { json: bytes.slice(4, 4 + length), rest: bytes.slice(4 + length) };
}

function join(line: Line, memory: SharedArrayBuffer, bytes: Uint8Array): PythonCore {
  const { json, rest } = readStart(bytes);
  const { config, active, crews, record } = JSON.parse(decodeUtf8(json)) as CoreSetup;
  const setup = { config, active, record, image: rest } as RunSetup;
  return new PythonCore(memory, setup, crews, () => line.interrupted);
}
