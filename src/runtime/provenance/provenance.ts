import type { SlicedWork } from "../../base/sliced-work.ts";
import {
  BCAST,
  NONBLOCKING_SEND,
  nativeByNumber,
  PRINT,
  PRINT_WITH,
  REDUCE,
  SEND,
  SENDRECV,
} from "../../bytecode/natives.ts";
import { LIST_TAG, TUPLE_TAG } from "../../bytecode/values.ts";
import type { Chip, Core } from "../../machine/chip.ts";
import { ARRIVAL } from "../../machine/memory-map.ts";
import { clock } from "../../machine/timing/clock.ts";
import type { Flight } from "../playable.ts";
import type { SourcePlace } from "../protocol/cores.ts";
import type { Before, Origin, OriginInput, OriginKind, OriginQuestion, OriginStep } from "../protocol/provenance.ts";
import type { Rerun } from "../rerun.ts";
import type { Place } from "../slot-places.ts";
import { framesOf } from "../stack.ts";
import { watchElement } from "./element-writes.ts";
import { type Instruction, nativeCall, slotsOf } from "./instruction.ts";
import { Naming } from "./naming.ts";
import { watchSlot } from "./slot-writes.ts";
import type { After, Spot, Write } from "./spots.ts";
import { Walk } from "./walk.ts";

// Where a value comes from. A run that has been made again is gone through once more, backwards from snapshot to snapshot, and forwards
// in between, instruction by instruction: the last one that wrote the place is the one that made the value. If it took the value from
// another place, that place is looked for in turn, up to there; if it came in a message, where its sender had it.

const MOST_STEPS = 100;
const MOST_INPUTS = 8;
const MOST_INNER = 12;
const MOST_MEMBERS = 16;
/// Less than any instruction takes.
const MOMENT = 1e-3;

/// A write, with what is to be known of that moment.
interface Found {
  readonly write: Write;
  readonly instruction: Instruction;
  readonly place: SourcePlace;
  /// What was written, and into what: `x`, `a[3]`, or nothing.
  readonly value: string;
  readonly name: string;
  /// Of the place from which it was copied.
  readonly sourceName: string;
  readonly inputs: readonly NamedSpot[];
  /// Of a function that has returned: where it was called, and its name.
  readonly call: { readonly place: SourcePlace; readonly name: string } | undefined;
  /// Of the native that was called, if one was.
  readonly native: string | undefined;
  /// When it was done.
  readonly done: number;
  /// When the last core came to a reduce.
  readonly complete: number;
}

interface NamedSpot {
  readonly name: string;
  readonly value: string;
  readonly spot: Spot;
}

/// Says where a value comes from, or what a core printed. `rerun` must have been made; what it shows is given up.
export function* originOf(rerun: Rerun, question: OriginQuestion): SlicedWork<Origin> {
  const walk = new Walk(rerun);
  try {
    return yield* new Search(rerun, walk).answer(question);
  } finally {
    walk.end();
  }
}

class Search {
  private readonly rerun: Rerun;
  private readonly chip: Chip;
  private readonly walk: Walk;
  private readonly naming: Naming;
  private steps: OriginStep[] = [];

  constructor(rerun: Rerun, walk: Walk) {
    this.rerun = rerun;
    this.chip = rerun.chip;
    this.walk = walk;
    this.naming = new Naming(rerun.chip);
  }

  *answer(question: OriginQuestion): SlicedWork<Origin> {
    if (question.of === "line") yield* this.fromLine(question.core, question.time);
    else {
      const spot = this.naming.spotOf(question.spot);
      if (spot !== undefined) yield* this.follow(spot, question.before);
    }
    return { steps: this.steps, more: this.steps.length >= MOST_STEPS };
  }

  // ── The chain ──────────────────────────────────────────────────────────────

  /// Adds the steps that led to what a place holds.
  private *follow(first: Spot, until: Before): SlicedWork<void> {
    let spot: Spot | undefined = first;
    let before = until;
    // A new list may get its name only later, where its element is read.
    let name = yield* this.nameThen(first, until);
    while (spot !== undefined && this.steps.length < MOST_STEPS) {
      const at: Spot = spot;
      const written: Found | undefined = yield* this.lastWrite(at, before);
      if (written === undefined) return;
      const found: Found = { ...written, name: written.name || name };
      name = at.kind === "element" || written.write.source?.kind === "element" ? found.sourceName : "";
      const { instruction, write }: Found = found;
      before = instruction;
      spot = write.source;
      switch (write.how) {
        case "cleared":
          return;
        case "returned":
          if (found.call !== undefined) this.add(found, "call", { place: found.call.place });
          this.add({ ...found, name: "" }, "returned");
          break;
        case "received": {
          const message = this.messageOf(found);
          this.add(found, "received", { peer: message?.from ?? null });
          const sent: Told | undefined = message && (yield* this.sender(message, write.path ?? [], instruction.core));
          spot = sent?.spot;
          before = sent?.before ?? before;
          break;
        }
        case "combined":
          this.add(found, "combined", { inputs: yield* this.contributions(found) });
          break;
        case "computed":
          this.add(found, "computed", { inputs: yield* this.inputsOf(found) });
          break;
        default:
          if (this.naming.isConstant(write.source)) {
            this.add(found, "constant");
            return;
          }
          this.add(found, write.how);
      }
    }
  }

  /// What the program called an element at a moment.
  private *nameThen(spot: Spot, before: Before): SlicedWork<string> {
    if (spot.kind === "slot") return "";
    yield* this.walk.standAt(spot.core, before);
    return this.naming.nameOf(spot);
  }

  /// Adds a step; one that only works out a part of the statement before it is no step of its own.
  private add(
    { instruction, place, value, name, done }: Found,
    kind: OriginKind,
    { inputs = [], peer = null, ...other }: Partial<Pick<OriginStep, "inputs" | "peer" | "place">> = {},
  ): void {
    const step: OriginStep = {
      kind,
      core: instruction.core.id,
      time: waits.has(kind) ? done : instruction.time,
      place,
      name,
      value,
      peer,
      inputs,
      ...other,
    };
    const last = this.steps.at(-1);
    const isPart = name === "" && last?.core === step.core && isSameLine(last.place, step.place);
    if (last === undefined || !isPart || (kind === "received" && last.peer !== null)) {
      this.steps.push(step);
      return;
    }
    const isTold =
      last.kind === "copied" || last.kind === "call" ? kind !== "copied" : kind === "received" || kind === "combined";
    this.steps[this.steps.length - 1] = {
      ...last,
      ...(isTold && { kind }),
      ...(peer !== null && { peer }),
      ...(inputs.length > 0 && { inputs }),
    };
  }

  /// Which message a call has received. One that has waited after that, as sendrecv does, no longer knows: it is the last that came.
  private messageOf({ write: { taken }, instruction, done }: Found): Message | undefined {
    if (taken !== undefined) return { from: taken.sender, sent: taken.message.sent, pc: taken.message.pc };
    const { id } = instruction.core;
    return this.rerun.flights
      .filter(({ to, arrived }) => to === id && arrived <= done + MOMENT)
      .reduce<Flight | undefined>(
        (last, one) => (last === undefined || one.arrived >= last.arrived ? one : last),
        undefined,
      );
  }

  /// The statement that sent a message, and where the value was then.
  private *sender({ from, sent, pc }: Message, path: readonly number[], receiver: Core): SlicedWork<Told | undefined> {
    const core = this.chip.core(from);
    if (core === undefined) return undefined;
    const instruction = yield* this.walk.lastWhere(core, { time: sent + MOMENT }, (at) => {
      const call = pc === undefined || at.pc === pc ? nativeCall(this.chip, at) : undefined;
      return call !== undefined && sends.has(call.number);
    });
    const call = instruction && nativeCall(this.chip, instruction);
    if (instruction === undefined || call === undefined) return undefined;
    const spot = this.inner(core, call.args, path);
    this.steps.push({
      kind: "sent",
      core: core.id,
      time: sent,
      place: this.naming.placeOf(core),
      name: "",
      value: this.naming.textOf(spot),
      peer: receiver.id,
      inputs: [],
    });
    return { spot, before: instruction };
  }

  /// A slot, or what lies in the list in it, in the list there …
  private inner(core: Core, slot: number, path: readonly number[]): Spot {
    let spot: Spot = { kind: "slot", core, word: slot };
    for (const index of path) {
      const cell: Place | undefined = this.naming.cell(spot);
      if (cell === undefined || (cell.tag !== LIST_TAG && cell.tag !== TUPLE_TAG)) return spot;
      spot = { kind: "element", core, list: this.chip.words[cell.word] as number, index };
    }
    return spot;
  }

  /// What each core brought to a reduce.
  private *contributions({ complete, write }: Found): SlicedWork<OriginInput[]> {
    const inputs: OriginInput[] = [];
    for (const core of this.chip.members.slice(0, MOST_MEMBERS)) {
      const instruction = yield* this.walk.lastWhere(
        core,
        { time: complete + MOMENT },
        (at) => nativeCall(this.chip, at)?.number === REDUCE.number,
      );
      const call = instruction && nativeCall(this.chip, instruction);
      if (instruction === undefined || call === undefined) continue;
      const spot = this.inner(core, call.args, write.path ?? []);
      inputs.push({
        name: `core ${core.id}`,
        value: this.naming.textOf(spot),
        question: this.naming.ask(spot, instruction),
      });
    }
    return inputs;
  }

  /// The variables that a value was worked out from. What was worked out on the way is taken apart, as long as it belongs to the same
  /// statement.
  private *inputsOf(found: Found): SlicedWork<OriginInput[]> {
    const inputs = new Map<string, OriginInput>();
    const add = (name: string, value: string, spot: Spot, before: Before): void => {
      if (inputs.size < MOST_INPUTS && !inputs.has(name))
        inputs.set(name, { name, value, question: this.naming.ask(spot, before) });
    };
    let left = MOST_INNER;
    const parts: Found[] = [found];
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      const inner: Found[] = [];
      for (const { name, value, spot } of part.inputs) {
        if (name !== "") add(name, value, spot, part.instruction);
        if (name !== "" || left-- <= 0) continue;
        const made: Found | undefined = yield* this.lastWrite(spot, part.instruction);
        if (made === undefined || this.naming.isConstant(made.write.source)) continue;
        const { write, instruction, sourceName } = made;
        const isOwn = instruction.fp === part.instruction.fp && isSameLine(made.place, part.place);
        const isWorkedOut = write.how === "computed" && (made.native === undefined || made.inputs.length > 0);
        if (isOwn && isWorkedOut) inner.push(made);
        else if (isOwn && write.source !== undefined && sourceName !== "")
          add(sourceName, value, write.source, instruction);
        else add(made.native ?? made.call?.name ?? "value", value, spot, part.instruction);
      }
      parts.push(...inner.reverse());
    }
    return [...inputs.values()];
  }

  /// A print: what it shows comes from there.
  private *fromLine(id: number, time: number): SlicedWork<void> {
    const core = this.chip.core(id);
    if (core === undefined) return;
    const isPrint = (instruction: Instruction): boolean => prints.has(nativeCall(this.chip, instruction)?.number ?? -1);
    const instruction = yield* this.walk.lastWhere(core, { time: time + MOMENT }, isPrint);
    if (instruction === undefined) return;
    const printed = this.stateBefore(instruction)(
      { how: "computed", inputs: slotsOf(this.chip, instruction) },
      undefined,
    );
    const inputs = yield* this.inputsOf(printed);
    this.add(printed, "printed", { inputs });
    const [only, ...others] = inputs;
    if (only === undefined || others.length > 0 || only.question.of !== "value") return;
    const spot = this.naming.spotOf(only.question.spot);
    if (spot !== undefined) yield* this.follow(spot, only.question.before);
  }

  // ── Looking ────────────────────────────────────────────────────────────────

  /// The last write of a place, and all that is to be known of it.
  private *lastWrite(spot: Spot, before: Before): SlicedWork<Found | undefined> {
    const { rerun, chip } = this;
    const at = yield* this.walk.lastWhere(spot.core, before, (instruction) => {
      const after = watch(chip, instruction, spot);
      return after && (() => after(this.walk.taken) !== undefined);
    });
    if (at === undefined) return undefined;
    const found = this.stateBefore(at);
    // A call that has to wait is taken up again, until it is done.
    for (;;) {
      const after = rerun.next === spot.core ? watch(chip, at, spot) : undefined;
      const canGoOn = this.walk.step();
      const write = after?.(this.walk.taken);
      if (write !== undefined) return found(write, spot);
      if (!canGoOn) return undefined;
      yield;
    }
  }

  /// Notes what has to be known before an instruction is executed; with the rest, known after it, that is all.
  private stateBefore(instruction: Instruction): (write: Write, spot: Spot | undefined) => Found {
    const { chip } = this;
    const { core } = instruction;
    const place = this.naming.placeOf(core);
    const slots = new Map(
      slotsOf(chip, instruction).map((word): [number, NamedSpot] => {
        const spot: Spot = { kind: "slot", core, word };
        return [word, { name: this.naming.nameOf(spot), value: this.naming.textOf(spot), spot }];
      }),
    );
    const [own, caller] = framesOf(chip, core);
    const { functions } = chip.image.debug;
    const call = caller && own && { place: this.naming.placeIn(core, 1), name: functions[own.function]?.name ?? "" };
    const number = nativeCall(chip, instruction)?.number;
    return (write, spot) => ({
      write,
      instruction,
      place,
      value: spot === undefined ? "" : this.naming.textOf(spot),
      name: spot === undefined ? "" : this.naming.nameOf(spot),
      sourceName: write.source === undefined ? "" : this.naming.nameOf(write.source),
      inputs: write.inputs.flatMap((word) => slots.get(word) ?? []).filter(({ spot }) => !this.naming.isConstant(spot)),
      call: write.how === "returned" ? call : undefined,
      native: number === undefined ? undefined : nativeByNumber(number)?.name,
      done: clock(chip, core),
      complete: chip.doubles[(core.registers + ARRIVAL) >> 1] as number,
    });
  }
}

interface Message {
  readonly from: number;
  /// The sender's clock when it was sent, and where it stood, if that is known.
  readonly sent: number;
  readonly pc?: number;
}

interface Told {
  readonly spot: Spot;
  readonly before: Before;
}

const sends: ReadonlySet<number> = new Set([SEND, SENDRECV, NONBLOCKING_SEND, BCAST].map(({ number }) => number));
/// Steps that may last: what they give is there at their end.
const waits: ReadonlySet<OriginKind> = new Set(["received", "combined", "asked"]);
const prints: ReadonlySet<number> = new Set([PRINT.number, PRINT_WITH.number]);

/// What is to be looked at after an instruction, should it write a place; undefined if it cannot. Each place is written by its own
/// core only.
function watch(chip: Chip, instruction: Instruction, spot: Spot): After | undefined {
  return spot.kind === "slot" ? watchSlot(chip, instruction, spot.word) : watchElement(chip, instruction, spot);
}

function isSameLine(a: SourcePlace, b: SourcePlace): boolean {
  return a.line === b.line && a.file === b.file;
}
