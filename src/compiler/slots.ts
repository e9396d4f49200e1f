import { assert } from "../base/assert.ts";
import type { Span } from "../base/span.ts";
import * as isa from "../bytecode/isa.ts";
import type { Dialect } from "../language/dialect.ts";
import type { CheckedProgram, Meaning, ModuleVariable } from "../language/program.ts";
import type { Comprehension, Def, Identifier, Name } from "../language/tree.ts";
import type { Alias, Aliases } from "./aliases.ts";
import { Assembler, Label, type Slot } from "./assembler.ts";
import type { Captures } from "./captures.ts";
import type { Classes } from "./classes.ts";
import type { ConstantPool } from "./constants.ts";
import type { Form, Forms } from "./forms.ts";
import type { Iteration } from "./iteration.ts";
import type { Layout } from "./layout.ts";
import type { References } from "./references.ts";
import type { NamesGiven } from "./shapes.ts";

// Where the values of a function are: the program's slots, those of its variables, and the temporaries of its frame.

/// What the functions of one program share.
export interface Shared {
  readonly program: CheckedProgram;
  readonly constants: ConstantPool;
  readonly globals: ReadonlyMap<ModuleVariable, number>;
  readonly functions: ReadonlyMap<Def, number>;
  /// The slot of each parameter's default, where it has one.
  readonly defaults: ReadonlyMap<Def, readonly (Slot | undefined)[]>;
  /// Where a function leaves its parameters that the caller has back, by their index.
  readonly handedBack: ReadonlyMap<Def, ReadonlyMap<number, Slot>>;
  readonly references: References | null;
  readonly forms: Forms;
  readonly captures: Captures;
  readonly iteration: Iteration;
  readonly namesGiven: NamesGiven;
  /// Whether a list may be a classic program's array of more than one dimension.
  readonly hasArrays: boolean;
  /// Whether a value may be a set or a dictionary.
  readonly hasTables: boolean;
  /// A global that never has a value, if there is need of one.
  readonly unset?: Slot;
  readonly classes: Classes;
  /// Each `alias(a, b)`, …
  readonly aliases: Aliases;
  /// … and the global that says whether it has been carried out.
  readonly done: ReadonlyMap<Alias, Slot>;
}

/// The frame of one function, and the instructions made for it so far.
export abstract class SlotCode {
  readonly code = new Assembler();
  /// Slots of the frame in use at most.
  frame: number;
  /// Whether it asks what is being handled, perhaps in the functions that call it.
  asksHandled = false;
  /// Whether it asks for the docstring of a function that is known only when it runs.
  asksDocs = false;
  protected readonly shared: Shared;
  protected file = 0;
  /// The function whose code this is; the program itself if there is none.
  protected owner: Def | undefined;
  /// The first slot of the frame that is free; to set it back is to give temporaries back.
  protected next: number;
  private readonly slots: ReadonlyMap<Meaning, number>;
  private readonly form: Form;
  private span: Span = { from: 0, to: 0 };

  constructor(shared: Shared, layout: Layout, form: Form = new Map()) {
    this.shared = shared;
    this.form = form;
    this.slots = new Map(layout.map((variable, k) => [variable, k]));
    this.next = layout.length;
    this.frame = layout.length;
  }

  /// Whether the file whose statements are compiled is in the classic dialect.
  protected get isClassic(): boolean {
    return this.shared.program.modules[this.file]?.isClassic === true;
  }

  /// How that file is read.
  protected get dialect(): Dialect | undefined {
    return this.shared.program.modules[this.file]?.dialect;
  }

  protected temporary(): Slot {
    const slot: Slot = { in: "frame", index: this.next++ };
    this.frame = Math.max(this.frame, this.next);
    return slot;
  }

  /// So many neighbouring temporaries; the index of the first.
  protected window(count: number): number {
    const first = this.next;
    this.next += count;
    this.frame = Math.max(this.frame, this.next);
    return first;
  }

  protected isTemporary(slot: Slot): boolean {
    return slot.in === "frame" && slot.index >= this.slots.size;
  }

  protected moved(slot: Slot): Slot {
    const temporary = this.temporary();
    this.emit(isa.MOVE, temporary, slot);
    return temporary;
  }

  protected emit(opcode: number, ...operands: (Slot | Label | number)[]): void {
    this.code.emit(opcode, operands, this.file, this.span);
  }

  /// Runs something with instructions marked as coming from a range.
  protected at<T>(span: Span, make: () => T): T {
    const before = this.span;
    this.span = span;
    const result = make();
    this.span = before;
    return result;
  }

  protected meaning(name: Name | Identifier): Meaning {
    const symbol = this.shared.program.meaning.get(name);
    assert(symbol !== undefined, `the checker has resolved ${name.name}`);
    return symbol;
  }

  /// The slot of the local with this index: its own, but for parameters that share another's in this form.
  protected localSlot(index: number): Slot {
    return this.form.get(index) ?? { in: "frame", index };
  }

  /// Gives what has been assigned to a variable to those that are other names of the same data.
  protected mirror(symbol: Meaning, seen: Set<Meaning> = new Set([symbol])): void {
    for (const alias of this.shared.aliases.with(symbol)) {
      const { name, other } = alias;
      const twin = name === symbol ? other : name;
      if (seen.has(twin) || (twin.kind === "local" && twin.def !== this.owner)) continue;
      seen.add(twin);
      const skip = new Label();
      this.emit(isa.JFALSE, this.isDone(alias), skip);
      this.emit(isa.MOVE, this.variableSlot(twin), this.variableSlot(symbol));
      this.mirror(twin, seen);
      this.code.place(skip);
    }
  }

  protected isDone(alias: Alias): Slot {
    const slot = this.shared.done.get(alias);
    assert(slot !== undefined, "every alias has a global");
    return slot;
  }

  /// The slot of a variable; of one that lies in a cell, the slot with the cell.
  protected variableSlot(symbol: Meaning): Slot {
    const own = this.slots.get(symbol);
    if (own !== undefined) return symbol.kind === "local" ? this.localSlot(own) : { in: "frame", index: own };
    assert(symbol.kind === "module-variable", `${symbol.kind} has a slot`);
    const index = this.shared.globals.get(symbol);
    assert(index !== undefined, `${symbol.name} is reached`);
    return { in: "globals", index };
  }

  protected isInCell(symbol: Meaning): boolean {
    return this.shared.captures.has(symbol);
  }

  /// Gives a variable the value in a slot.
  protected assignTo(symbol: Meaning, value: Slot): void {
    this.emit(this.isInCell(symbol) ? isa.SETCELL : isa.MOVE, this.variableSlot(symbol), value);
  }

  /// The variables of a comprehension that lie in cells.
  protected cellsOf(of: Comprehension): Meaning[] {
    if (this.shared.captures.isEmpty) return [];
    return [...this.slots.keys()].filter((one) => one.kind === "element" && one.of === of && this.isInCell(one));
  }

  /// Makes the cells that variables of this function lie in, before they have values.
  protected makeCells(variables: Iterable<Meaning>): void {
    for (const variable of variables) if (this.isInCell(variable)) this.emit(isa.CELL, this.variableSlot(variable));
  }
}
