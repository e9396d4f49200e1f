import type { SlicedWork } from "../base/sliced-work.ts";
import {
  BCAST,
  NONBLOCKING_SEND,
  nativeByNumber,
  PRINT,
  PRINT_WITH,
  REDUCE,
  SEND,
  SENDRECV,
} from "../bytecode/natives.ts";
import { LIST_TAG, TUPLE_TAG } from "../bytecode/values.ts";
import { addressOf, offsetOf } from "../machine/addresses.ts";
import type { Chip, Core } from "../machine/chip.ts";
import { ARRIVAL, FP, PC } from "../machine/memory-map.ts";
import { clock } from "../machine/timing/clock.ts";
import { isVariable } from "./inspect.ts";
import { placeOf } from "./places.ts";
import type { SourcePlace } from "./protocol/cores.ts";
import type {
  Before,
  Origin,
  OriginInput,
  OriginKind,
  OriginQuestion,
  OriginStep,
  ValueSpot,
} from "./protocol/provenance.ts";
import type { Rerun } from "./rerun.ts";
import { framesOf } from "./stack.ts";
import { elementPlace, listAt, type Place, slotPlace, valueText } from "./values.ts";
import {
  type Instruction,
  instructionOf,
  nativeCall,
  pathTo,
  type Spot,
  slotsOf,
  type TakenFrom,
  type Write,
  watch,
} from "./writes.ts";

// Where a value comes from. A run that has been made again is gone through once more, backwards from snapshot to snapshot, and forwards
// in between, instruction by instruction: the last one that wrote the place is the one that made the value. If it took the value from
// another place, that place is looked for in turn, up to there; if it came in a message, where its sender had it.

const MOST_STEPS = 100;
const MOST_INPUTS = 8;
const MOST_INNER = 12;
const MOST_MEMBERS = 16;
const MOST_CHARACTERS = 40;
const STEPS_BETWEEN_YIELDS = 512;
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
  const search = new Search(rerun);
  try {
    return yield* search.answer(question);
  } finally {
    rerun.chip.onTaken = undefined;
  }
}

class Search {
  private readonly rerun: Rerun;
  private readonly chip: Chip;
  private taken: TakenFrom[] = [];
  private steps: OriginStep[] = [];

  constructor(rerun: Rerun) {
    this.rerun = rerun;
    this.chip = rerun.chip;
    this.chip.onTaken = (_, sender, message) => this.taken.push({ sender, message });
  }

  *answer(question: OriginQuestion): SlicedWork<Origin> {
    if (question.of === "line") yield* this.fromLine(question.core, question.time);
    else {
      const spot = this.spotOf(question.spot);
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
          this.add(found, "received", { peer: write.taken?.sender ?? null });
          const sent: Told | undefined =
            write.taken === undefined ? undefined : yield* this.sender(write.taken, write.path ?? [], instruction.core);
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
          if (this.isConstant(write.source)) {
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
    this.rerun.stand(before.time);
    yield* this.through(spot.core, before, () => () => {});
    return this.nameOf(spot);
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

  /// The statement that sent what a core took, and where the value was then.
  private *sender(
    { sender, message }: TakenFrom,
    path: readonly number[],
    receiver: Core,
  ): SlicedWork<Told | undefined> {
    const core = this.chip.core(sender);
    if (core === undefined) return undefined;
    const instruction = yield* this.lastWhere(core, { time: message.sent + MOMENT }, (at) => {
      const call = at.pc === message.pc ? nativeCall(this.chip, at) : undefined;
      return call !== undefined && sends.has(call.number);
    });
    const call = instruction && nativeCall(this.chip, instruction);
    if (instruction === undefined || call === undefined) return undefined;
    const spot = this.inner(core, call.args, path);
    this.steps.push({
      kind: "sent",
      core: core.id,
      time: message.sent,
      place: this.placeOf(core),
      name: "",
      value: this.textOf(spot),
      peer: receiver.id,
      inputs: [],
    });
    return { spot, before: instruction };
  }

  /// A slot, or what lies in the list in it, in the list there …
  private inner(core: Core, slot: number, path: readonly number[]): Spot {
    let spot: Spot = { kind: "slot", core, word: slot };
    for (const index of path) {
      const cell: Place | undefined = this.cell(spot);
      if (cell === undefined || (cell.tag !== LIST_TAG && cell.tag !== TUPLE_TAG)) return spot;
      spot = { kind: "element", core, list: this.chip.words[cell.word] as number, index };
    }
    return spot;
  }

  /// What each core brought to a reduce.
  private *contributions({ complete }: Found): SlicedWork<OriginInput[]> {
    const inputs: OriginInput[] = [];
    for (const core of this.chip.members.slice(0, MOST_MEMBERS)) {
      const instruction = yield* this.lastWhere(
        core,
        { time: complete + MOMENT },
        (at) => nativeCall(this.chip, at)?.number === REDUCE.number,
      );
      const call = instruction && nativeCall(this.chip, instruction);
      if (instruction === undefined || call === undefined) continue;
      const spot: Spot = { kind: "slot", core, word: call.args };
      inputs.push({ name: `core ${core.id}`, value: this.textOf(spot), question: this.ask(spot, instruction) });
    }
    return inputs;
  }

  /// The variables that a value was worked out from. What was worked out on the way is taken apart, as long as it belongs to the same
  /// statement.
  private *inputsOf(found: Found): SlicedWork<OriginInput[]> {
    const inputs = new Map<string, OriginInput>();
    const add = (name: string, value: string, spot: Spot, before: Before): void => {
      if (inputs.size < MOST_INPUTS && !inputs.has(name))
        inputs.set(name, { name, value, question: this.ask(spot, before) });
    };
    let left = MOST_INNER;
    const parts: Found[] = [found];
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      const inner: Found[] = [];
      for (const { name, value, spot } of part.inputs) {
        if (name !== "") add(name, value, spot, part.instruction);
        if (name !== "" || left-- <= 0) continue;
        const made: Found | undefined = yield* this.lastWrite(spot, part.instruction);
        if (made === undefined || this.isConstant(made.write.source)) continue;
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
    const instruction = yield* this.lastWhere(core, { time: time + MOMENT }, isPrint);
    if (instruction === undefined) return;
    const printed = this.stateBefore(instruction)(
      { how: "computed", inputs: slotsOf(this.chip, instruction) },
      undefined,
    );
    const inputs = yield* this.inputsOf(printed);
    this.add(printed, "printed", { inputs });
    const [only, ...others] = inputs;
    if (only === undefined || others.length > 0 || only.question.of !== "value") return;
    const spot = this.spotOf(only.question.spot);
    if (spot !== undefined) yield* this.follow(spot, only.question.before);
  }

  // ── Looking ────────────────────────────────────────────────────────────────

  /// The last write of a place, and all that is to be known of it.
  private *lastWrite(spot: Spot, before: Before): SlicedWork<Found | undefined> {
    const { rerun, chip } = this;
    const at = yield* this.lastWhere(spot.core, before, (instruction) => {
      const after = watch(chip, instruction, spot);
      return after && (() => after(this.taken) !== undefined);
    });
    if (at === undefined) return undefined;
    const found = this.stateBefore(at);
    // A call that has to wait is taken up again, until it is done.
    for (;;) {
      const after = rerun.next === spot.core ? watch(chip, at, spot) : undefined;
      this.taken = [];
      rerun.step();
      const write = after?.(this.taken);
      if (write !== undefined) return found(write, spot);
      if (rerun.next === undefined) return undefined;
      yield;
    }
  }

  /// Notes what has to be known before an instruction is executed; with the rest, known after it, that is all.
  private stateBefore(instruction: Instruction): (write: Write, spot: Spot | undefined) => Found {
    const { chip } = this;
    const { core } = instruction;
    const place = this.placeOf(core);
    const slots = new Map(
      slotsOf(chip, instruction).map((word): [number, NamedSpot] => {
        const spot: Spot = { kind: "slot", core, word };
        return [word, { name: this.nameOf(spot), value: this.textOf(spot), spot }];
      }),
    );
    const [own, caller] = framesOf(chip, core);
    const { functions } = chip.image.debug;
    const call = caller && own && { place: this.placeIn(core, 1), name: functions[own.function]?.name ?? "" };
    const number = nativeCall(chip, instruction)?.number;
    return (write, spot) => ({
      write,
      instruction,
      place,
      value: spot === undefined ? "" : this.textOf(spot),
      name: spot === undefined ? "" : this.nameOf(spot),
      sourceName: write.source === undefined ? "" : this.nameOf(write.source),
      inputs: write.inputs.flatMap((word) => slots.get(word) ?? []).filter(({ spot }) => !this.isConstant(spot)),
      call: write.how === "returned" ? call : undefined,
      native: number === undefined ? undefined : nativeByNumber(number)?.name,
      done: clock(chip, core),
      complete: chip.doubles[(core.registers + ARRIVAL) >> 1] as number,
    });
  }

  /// The last instruction of a core of which something holds: `test` is called before it, and what that returns, if it is no answer
  /// yet, after it. The chip then stands right before that instruction.
  private *lastWhere(
    core: Core,
    until: Before,
    test: (instruction: Instruction) => boolean | (() => boolean) | undefined,
  ): SlicedWork<Instruction | undefined> {
    const { rerun, chip } = this;
    let before = until;
    for (;;) {
      rerun.stand(before.time);
      const start = this.here(core);
      let found: Instruction | undefined;
      yield* this.through(core, before, () => {
        const instruction = instructionOf(chip, core);
        const answer = instruction === undefined ? undefined : test(instruction);
        return () => {
          if (typeof answer === "function" ? answer() : answer === true) found = instruction;
        };
      });
      if (found !== undefined) {
        rerun.stand(before.time);
        yield* this.through(core, found, () => () => {});
        return found;
      }
      if (start.time <= 0 || start.time >= before.time) return undefined;
      before = start;
    }
  }

  /// From where the chip stands, up to where a core comes to an instruction; `visit` is called before each of this core's, and what it
  /// returns after it.
  private *through(core: Core, until: Before, visit: () => () => void): SlicedWork<void> {
    const { rerun, chip } = this;
    for (let steps = 1; ; steps++) {
      const { next } = rerun;
      if (next === undefined || clock(chip, next) > until.time) return;
      if (next === core) {
        if (this.isReached(core, until)) return;
        this.taken = [];
        const after = visit();
        rerun.step();
        after();
      } else {
        rerun.step();
      }
      if (steps % STEPS_BETWEEN_YIELDS === 0) yield;
    }
  }

  private here(core: Core): Required<Before> {
    const { words } = this.chip;
    return {
      time: clock(this.chip, core),
      pc: words[core.registers + PC] as number,
      fp: words[core.registers + FP] as number,
    };
  }

  private isReached(core: Core, { time, pc, fp }: Before): boolean {
    const here = this.here(core);
    if (here.time !== time) return here.time > time;
    return pc === undefined || (here.pc === pc && here.fp === fp);
  }

  // ── Names and texts ────────────────────────────────────────────────────────

  /// Where a core is in the program: in the innermost call that is not of one of ePython's own modules.
  private placeOf(core: Core): SourcePlace {
    return this.placeIn(core, 0);
  }

  private placeIn(core: Core, outer: number): SourcePlace {
    const { image } = this.chip;
    const { files, library } = image.debug;
    const places = framesOf(this.chip, core)
      .slice(outer)
      .map(({ pc }) => placeOf(image, pc));
    return places.find(({ file }) => !library.includes(files.indexOf(file))) ?? placeOf(image, this.here(core).pc);
  }

  private isConstant(spot: Spot | undefined): boolean {
    if (spot?.kind !== "slot") return false;
    const { image } = this.chip;
    const index = (spot.word - spot.core.module) / 2;
    return index >= image.globals && index < image.globals + image.constants.length;
  }

  /// What the program calls a place: `x`, `a[3]`; nothing where it has no name for it.
  private nameOf(spot: Spot): string {
    const { core } = spot;
    if (spot.kind === "slot") return this.nameOfSlot(core, spot.word);
    for (const { name, slot } of this.eachVariable(core)) {
      const { tag, word } = slotPlace(this.chip, slot);
      if (tag !== LIST_TAG && tag !== TUPLE_TAG) continue;
      const path = pathTo(this.chip, this.chip.words[word] as number, spot.list);
      if (path !== undefined) return `${name}${[...path, spot.index].map((k) => `[${k}]`).join("")}`;
    }
    return "";
  }

  private nameOfSlot(core: Core, word: number): string {
    for (const { name, slot } of this.eachVariable(core)) if (slot === word) return name;
    return "";
  }

  /// The variables of all calls, innermost first, and of the program.
  private *eachVariable(core: Core): Generator<{ name: string; slot: number }> {
    const { functions, globals, globalFiles, library } = this.chip.image.debug;
    for (const { function: row, fp } of framesOf(this.chip, core)) {
      for (const [k, name] of (functions[row]?.locals ?? []).entries()) yield { name, slot: fp + k * 2 };
    }
    for (const [k, name] of globals.entries()) {
      if (isVariable(name) && !library.includes(globalFiles[k] ?? -1)) yield { name, slot: core.module + k * 2 };
    }
  }

  private cell(spot: Spot): Place | undefined {
    const { chip } = this;
    if (spot.kind === "slot") return slotPlace(chip, spot.word);
    const list = listAt(chip, spot.core, spot.list);
    return list === undefined || spot.index >= list.length ? undefined : elementPlace(chip, list, spot.index);
  }

  private textOf(spot: Spot): string {
    const cell = this.cell(spot);
    if (cell === undefined) return "";
    return valueText(this.chip, spot.core, cell.tag, this.chip.words[cell.word] as number, MOST_CHARACTERS);
  }

  // ── Questions ──────────────────────────────────────────────────────────────

  private ask(spot: Spot, { time, pc, fp }: Before): OriginQuestion {
    const { core } = spot;
    const address = (offset: number): number => addressOf(this.chip, core, offset);
    return {
      of: "value",
      spot:
        spot.kind === "slot"
          ? { kind: "slot", core: core.id, address: address(spot.word * 4) }
          : { kind: "element", core: core.id, object: address(spot.list), index: spot.index },
      before: { time, ...(pc !== undefined && { pc }), ...(fp !== undefined && { fp }) },
    };
  }

  private spotOf(spot: ValueSpot): Spot | undefined {
    const core = this.chip.core(spot.core);
    if (core === undefined) return undefined;
    const offset = offsetOf(this.chip, core, spot.kind === "slot" ? spot.address : spot.object);
    if (offset === undefined) return undefined;
    return spot.kind === "slot"
      ? { kind: "slot", core, word: offset >> 2 }
      : { kind: "element", core, list: offset, index: spot.index };
  }
}

interface Told {
  readonly spot: Spot;
  readonly before: Before;
}

const sends: ReadonlySet<number> = new Set([SEND, SENDRECV, NONBLOCKING_SEND, BCAST].map(({ number }) => number));
/// Steps that may last: what they give is there at their end.
const waits: ReadonlySet<OriginKind> = new Set(["received", "combined", "asked"]);
const prints: ReadonlySet<number> = new Set([PRINT.number, PRINT_WITH.number]);

function isSameLine(a: SourcePlace, b: SourcePlace): boolean {
  return a.line === b.line && a.file === b.file;
}
