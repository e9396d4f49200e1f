import { compile } from "../../compiler/compile.ts";
import { Chip, type Core } from "../../machine/chip.ts";
import { EPIPHANY_III } from "../../machine/chip-models.ts";
import { raisedBy } from "../../machine/fault-wording.ts";
import { RAISED } from "../../machine/faults.ts";
import { load } from "../../machine/loader.ts";
import { FAULT_CODE, MemoryMap, type Placement } from "../../machine/memory-map.ts";
import { Cooperative } from "../../runtime/cooperative.ts";
import { Monitor } from "../../runtime/monitor.ts";
import { readImage } from "../../runtime/setup.ts";
import { collectAndCheck } from "./heap-check.ts";

/// What a program came to on one core: its whole lines, and how it ended.
export interface OneCoreResult {
  readonly lines: readonly string[];
  /// `ended`, `endless`, `refused` by the compiler, or a fault's code.
  readonly end: string;
  /// Of the fault, or of the first error.
  readonly line: number;
  readonly message: string;
  /// What the fault is as an exception of Python's, and what it says, if that is a text of its own.
  readonly exception?: string;
  readonly words?: string | undefined;
}

const FILE = "program.py";
const TURNS = 500;
const config = { model: { ...EPIPHANY_III, rows: 1, columns: 1 }, hostCores: 0, firstHostId: 1 };
const buffer = new ArrayBuffer(new MemoryMap(config).bytes);
const now = (): number => 0;

export interface OneCoreOptions {
  /// It collects its garbage before every allocation, and has its heap checked.
  readonly collecting?: boolean;
  readonly placement?: Partial<Placement>;
}

/// Runs a program on the only core of a chip, in this thread, for at most a million instructions.
export function runOnOneCore(text: string, { collecting = false, placement = {} }: OneCoreOptions = {}): OneCoreResult {
  const { image, diagnostics } = compile({ name: FILE, text });
  if (image === undefined) {
    const first = diagnostics.find(({ severity }) => severity === "error");
    const line = text.slice(0, first?.from).split("\n").length;
    return { lines: [], end: "refused", line, message: first?.message ?? "" };
  }
  const chip = new Chip(buffer, { ...config, placement }, [0], readImage(image));
  load(chip, 0);
  if (collecting) collectAndCheck(chip);
  const monitor = new Monitor(chip, now);
  const cooperative = new Cooperative(chip, now);
  const lines: string[] = [];
  for (let turns = 0; turns < TURNS; turns++) {
    const went = cooperative.turn();
    for (const event of monitor.poll(Number.POSITIVE_INFINITY)) {
      if (event.kind === "line") lines.push(event.text);
      if (event.kind === "fault") {
        // Where modules of ours are called, as CPython's own ones are, the program is at the call.
        const place = event.calls.find((call) => call.place.file === FILE)?.place;
        const ended = { lines, end: event.code, line: place?.line ?? 0, message: event.message };
        const core = chip.cores[0] as Core;
        if (chip.words[core.registers + FAULT_CODE] !== RAISED) {
          const { name = "", text } = raisedBy(chip, core) ?? {};
          return { ...ended, exception: name, words: name === "KeyError" && text !== undefined ? `'${text}'` : text };
        }
        const [, exception = "", words = ""] = /^(\w+)(?:: (.*))?$/s.exec(event.message) ?? [];
        return { ...ended, exception, words };
      }
    }
    if (!went) return { lines, end: "ended", line: 0, message: "" };
  }
  return { lines, end: "endless", line: 0, message: "" };
}
