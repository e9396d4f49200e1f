import { decodeUtf8, utf8End } from "../../base/bytes.ts";
import { INT, NONE, STRING, TUPLE_TAG, UNSET } from "../../bytecode/values.ts";
import type { Chip, Core } from "../chip.ts";
import { formatValue } from "../display-value.ts";
import { NO_MORE_INPUT, setFault, UNSET_VARIABLE } from "../faults.ts";
import { listLength } from "../lists.ts";
import {
  INPUT_REPLIES,
  MONITOR_INPUT_LENGTH,
  MONITOR_INPUT_TAKEN,
  PHASE_A,
  WAIT_INPUT,
  WAIT_OUTPUT,
} from "../memory-map.ts";
import { headWord, longestText, RECORD_INPUT, RECORD_LINE, RECORD_TEXT, writeRecord } from "../ring.ts";
import { setReal, setSlot } from "../slots.ts";
import { storeText } from "../store-text.ts";
import { loadString } from "../strings.ts";
import { askForText, clock } from "../timing/clock.ts";
import { waitFor } from "../waiting.ts";
import { phase, setPhase } from "./messages.ts";
import { asResult, isGiven, NATIVE_DONE, NATIVE_FAULT, NATIVE_WAIT, type NativeResult } from "./native.ts";

// What the monitor does for the cores: output and input, through the core's ring and the monitor's words.

/// The text of a value; undefined with a fault if it has none yet.
function textOf(chip: Chip, core: Core, slot: number): string | undefined {
  const tag = chip.words[slot + 1] as number;
  if (tag !== UNSET) return formatValue(chip, tag, slot);
  setFault(chip, core, UNSET_VARIABLE, 0, 0, slot);
  return undefined;
}

/// print(…)
export function print(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  if (chip.image.classic && count === 1 && isNothing(chip, args)) return write(chip, core, args, 0, d, "", "");
  return write(chip, core, args, count, d, " ", "\n");
}

/// In classic ePython `and` and `or` give no value outside of conditions, and to print it prints nothing. An empty tuple
/// stands for it, since there are no tuples.
function isNothing(chip: Chip, slot: number): boolean {
  return chip.words[slot + 1] === TUPLE_TAG && listLength(chip, chip.words[slot] as number) === 0;
}

/// print_with(sep, end, …): what the compiler makes of `print x,` and of print with sep= or end=
export function printWith(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const separator = chip.words[args + 1] === STRING ? loadString(chip, chip.words[args] as number) : " ";
  const end = chip.words[args + 3] === STRING ? loadString(chip, chip.words[args + 2] as number) : "\n";
  return write(chip, core, args + 4, count - 2, d, separator, end);
}

function write(
  chip: Chip,
  core: Core,
  args: number,
  count: number,
  d: number,
  separator: string,
  end: string,
): NativeResult {
  let text = chip.printing.get(core.id);
  if (text === undefined) {
    text = "";
    for (let k = 0; k < count; k++) {
      const part = textOf(chip, core, args + k * 2);
      if (part === undefined) return NATIVE_FAULT;
      text += k === 0 ? part : separator + part;
    }
    text += end;
  }
  const done = writeText(chip, core, text);
  if (done === NATIVE_DONE) {
    askForText(chip, core);
    chip.printing.delete(core.id);
    setSlot(chip, d, NONE, 0);
  } else {
    chip.printing.set(core.id, text);
  }
  return done;
}

// Lines, and parts of lines, one record each; PHASE counts the UTF-16 code units that are written.
function writeText(chip: Chip, core: Core, text: string): NativeResult {
  const most = longestText(chip, core);
  for (let from = phase(chip, core); from < text.length; ) {
    const newline = text.indexOf("\n", from);
    const end = newline < 0 ? text.length : newline;
    const to = utf8End(text, from, end, most);
    const kind = newline < 0 || to < end ? RECORD_TEXT : RECORD_LINE;
    const head = Atomics.load(chip.words, headWord(core));
    if (!writeRecord(chip, core, kind, clock(chip, core), text, from, to)) {
      setPhase(chip, core, from);
      waitFor(chip, core, WAIT_OUTPUT, -1, headWord(core), head);
      return NATIVE_WAIT;
    }
    from = kind === RECORD_LINE ? to + 1 : to;
  }
  setPhase(chip, core, 0);
  return NATIVE_DONE;
}

const INPUT_START = 0;
const INPUT_ASKED = 1;

/// input([prompt])
export function input(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const { words } = chip;
  const replies = core.registers + INPUT_REPLIES;
  if (phase(chip, core) === INPUT_START) {
    const prompt = isGiven(chip, args, count, 0) ? textOf(chip, core, args) : "";
    if (prompt === undefined) return NATIVE_FAULT;
    const to = utf8End(prompt, 0, prompt.length, longestText(chip, core));
    const head = Atomics.load(words, headWord(core));
    words[core.registers + PHASE_A] = Atomics.load(words, replies);
    if (!writeRecord(chip, core, RECORD_INPUT, clock(chip, core), prompt, 0, to)) {
      waitFor(chip, core, WAIT_OUTPUT, -1, headWord(core), head);
      return NATIVE_WAIT;
    }
    setPhase(chip, core, INPUT_ASKED);
  }
  const before = words[core.registers + PHASE_A] as number;
  if (Atomics.load(words, replies) === before) {
    waitFor(chip, core, WAIT_INPUT, -1, replies, before);
    return NATIVE_WAIT;
  }
  setPhase(chip, core, INPUT_START);
  askForText(chip, core);
  return takeAnswer(chip, core, d);
}

function takeAnswer(chip: Chip, core: Core, d: number): NativeResult {
  const control = chip.map.control >> 2;
  const length = chip.words[control + MONITOR_INPUT_LENGTH] as number;
  const area = chip.map.input;
  const text = length < 0 ? "" : decodeUtf8(chip.bytes.slice(area.from, area.from + length));
  Atomics.add(chip.words, control + MONITOR_INPUT_TAKEN, 1);
  if (length < 0) {
    setFault(chip, core, NO_MORE_INPUT);
    return NATIVE_FAULT;
  }
  if (chip.image.python3) return asResult(storeText(chip, core, d, text));
  const trimmed = text.trim();
  if (/^[-+]?\d+$/.test(trimmed) && (Number(trimmed) | 0) === Number(trimmed)) setSlot(chip, d, INT, Number(trimmed));
  else if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(trimmed)) setReal(chip, d, Number(trimmed));
  else return asResult(storeText(chip, core, d, text));
  return NATIVE_DONE;
}

/// str(x)
export function str(chip: Chip, core: Core, args: number, count: number, d: number): NativeResult {
  const text = count === 0 ? "" : textOf(chip, core, args);
  if (text === undefined) return NATIVE_FAULT;
  askForText(chip, core);
  return asResult(storeText(chip, core, d, text));
}
