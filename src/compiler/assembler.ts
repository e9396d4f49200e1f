import { ByteWriter } from "../base/bytes.ts";
import type { Span } from "../base/span.ts";
import type { HandledRow, HandlerRow } from "../bytecode/image-parts.ts";
import { FURTHER, instruction, NARROW_MODULE, NATIVE, operandSize, WIDE, WIDE_MODULE } from "../bytecode/isa.ts";

// Instructions with their operands still by name: slots of which the module area's order is not settled yet, and labels.

/// A slot of the frame, a global, or a constant.
export type Slot =
  | { readonly in: "frame"; readonly index: number }
  | { readonly in: "globals"; readonly index: number }
  | { readonly in: "constants"; readonly index: number };

export class Label {
  /// The index of the instruction it stands before.
  at = -1;
}

/// Instructions of which exceptions come into a slot of the frame and are handled elsewhere.
export interface Protection {
  readonly from: Label;
  readonly to: Label;
  readonly handler: Label;
  readonly exception: Slot;
}

/// Instructions that run while the exception in a slot is being handled.
export type Handling = Omit<Protection, "handler">;

export type Operand = Slot | Label | number;

interface Line {
  readonly opcode: number;
  readonly operands: readonly Operand[];
  readonly file: number;
  readonly span: Span;
}

/// A place in a source: which file, and the range in it.
export interface Mark extends Span {
  readonly pc: number;
  readonly file: number;
}

/// In instructions: more than the memory of a core holds. Further ones are dropped, since a short text may ask for any number of them.
const MOST_LINES = 0x8000;

/// The code of one function.
export class Assembler {
  /// Whether it has more instructions than are kept.
  isCut = false;
  /// Inner ones before those around them.
  private readonly protections: Protection[] = [];
  /// Where the exception in a slot is being handled; inner ones before those around them.
  private readonly handledRanges: Handling[] = [];
  private readonly lines: Line[] = [];
  /// Where the last label stands.
  private labelled = -1;

  emit(opcode: number, operands: readonly Operand[], file: number, span: Span): void {
    if (this.lines.length >= MOST_LINES) {
      this.isCut = true;
      return;
    }
    const [d, native, ...rest] = operands;
    // A native from 256 on has an instruction of its own.
    const isFurther = opcode === NATIVE && typeof native === "number" && native >= 256;
    if (isFurther) this.lines.push({ opcode: FURTHER, operands: [d as Operand, native - 256, ...rest], file, span });
    else this.lines.push({ opcode, operands, file, span });
  }

  place(label: Label): void {
    label.at = this.lines.length;
    this.labelled = label.at;
  }

  /// Places a label to which nothing jumps.
  mark(label: Label): void {
    label.at = this.lines.length;
  }

  protect(protection: Protection): void {
    this.protections.push(protection);
  }

  handle(handling: Handling): void {
    this.handledRanges.push(handling);
  }

  /// Whether control can reach the end.
  get endsOpen(): boolean {
    if (this.labelled === this.lines.length) return true;
    const last = this.lines.at(-1);
    const flow = last === undefined ? "next" : instruction(last.opcode)?.flow;
    return flow !== "return" && flow !== "jump" && flow !== "halt";
  }

  /// The bytes from offset `base` of the code on. Constants stand after `globals` globals.
  assemble(
    base: number,
    globals: number,
  ): { bytes: Uint8Array; marks: Mark[]; handlers: HandlerRow[]; handled: HandledRow[] } {
    const encoded = this.lines.map((line) => encodeOperands(line, globals));
    const starts: number[] = [];
    let pc = base;
    for (const { size } of encoded) {
      starts.push(pc);
      pc += size;
    }
    starts.push(pc);
    const out = new ByteWriter();
    const marks: Mark[] = [];
    this.lines.forEach((line, i) => {
      const start = starts[i] as number;
      const { wide, values } = encoded[i] as Encoded;
      const before = marks.at(-1);
      if (
        before === undefined ||
        before.from !== line.span.from ||
        before.to !== line.span.to ||
        before.file !== line.file
      ) {
        marks.push({ pc: start, file: line.file, from: line.span.from, to: line.span.to });
      }
      if (wide) out.u8(WIDE);
      out.u8(line.opcode);
      line.operands.forEach((operand, k) => {
        const value = operand instanceof Label ? (starts[operand.at] as number) - start : (values[k] as number);
        if (operand instanceof Label || (wide && !isNative(line.opcode, k))) out.u16(value);
        else out.u8(value);
      });
    });
    const at = (label: Label): number => starts[label.at] as number;
    const handlers = this.protections.map(({ from, to, handler, exception }) => ({
      from: at(from),
      to: at(to),
      handler: at(handler),
      slot: exception.index,
    }));
    const handled = this.handledRanges.map(({ from, to, exception }) => ({
      from: at(from),
      to: at(to),
      slot: exception.index,
    }));
    const isLong = ({ from, to }: { from: number; to: number }): boolean => from < to;
    return { bytes: out.done(), marks, handlers: handlers.filter(isLong), handled: handled.filter(isLong) };
  }
}

interface Encoded {
  readonly wide: boolean;
  readonly values: readonly number[];
  readonly size: number;
}

function isNative(opcode: number, operand: number): boolean {
  return instruction(opcode)?.operands[operand] === "n";
}

function encodeOperands(line: Line, globals: number): Encoded {
  const letters = instruction(line.opcode)?.operands ?? "";
  const wide = line.operands.some(
    (operand, k) => !(operand instanceof Label) && !isNarrow(operand, globals, letters[k] ?? ""),
  );
  const values = line.operands.map((operand) => {
    if (operand instanceof Label) return 0;
    if (typeof operand === "number") return operand;
    if (operand.in === "frame") return operand.index;
    return moduleIndex(operand, globals) + (wide ? WIDE_MODULE : NARROW_MODULE);
  });
  let size = wide ? 2 : 1;
  for (const letter of letters) size += operandSize(letter, wide);
  return { wide, values, size };
}

function moduleIndex(slot: Slot, globals: number): number {
  return slot.in === "constants" ? globals + slot.index : slot.index;
}

function isNarrow(operand: Slot | number, globals: number, letter: string): boolean {
  if (typeof operand === "number") return operand < (letter === "w" ? NARROW_MODULE : 256);
  return (operand.in === "frame" ? operand.index : moduleIndex(operand, globals)) < NARROW_MODULE;
}
