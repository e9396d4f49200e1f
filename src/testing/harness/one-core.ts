import { compile } from "../../compiler/compile.ts";
import { Chip } from "../../machine/chip.ts";
import { EPIPHANY_III } from "../../machine/chip-models.ts";
import { load } from "../../machine/loader.ts";
import { MemoryMap, type Placement } from "../../machine/memory-map.ts";
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
}

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
  const { image, diagnostics } = compile({ name: "program.py", text });
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
        return { lines, end: event.code, line: event.calls[0]?.place.line ?? 0, message: event.message };
      }
    }
    if (!went) return { lines, end: "ended", line: 0, message: "" };
  }
  return { lines, end: "endless", line: 0, message: "" };
}
