import type { Def } from "../language/tree.ts";
import type { Slot } from "./assembler.ts";

/// The parameters, by their index, that have no slot of their own in a form of a function, and whose they have: that of a
/// variable of the module, or of an earlier parameter. The plain form has none.
export type Form = ReadonlyMap<number, Slot>;

/// The forms of the program's functions that are called: each is a function of the image.
export class Forms {
  /// Those that are not plain, in the order of their numbers.
  readonly special: { readonly def: Def; readonly form: Form }[] = [];
  private readonly numbers = new Map<Def, Map<string, number>>();
  private readonly plain: ReadonlyMap<Def, number>;

  /// `plain` has the number of each function's plain form; 0 is the program itself.
  constructor(plain: ReadonlyMap<Def, number>) {
    this.plain = plain;
  }

  /// The number of a function in the image.
  numberOf(def: Def, form: Form): number | undefined {
    const plain = this.plain.get(def);
    if (form.size === 0 || plain === undefined) return plain;
    const key = [...form].map(([k, slot]) => `${k}:${slot.in}${slot.index}`).join(" ");
    const known = this.numbers.get(def) ?? new Map<string, number>();
    this.numbers.set(def, known);
    const number = known.get(key) ?? this.plain.size + 1 + this.special.length;
    if (!known.has(key)) this.special.push({ def, form });
    known.set(key, number);
    return number;
  }
}
