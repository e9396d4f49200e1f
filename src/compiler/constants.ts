import type { ConstantValue } from "../bytecode/image.ts";
import {
  BOOL,
  BYTES,
  CLASS,
  COMPLEX,
  FUNCTION,
  INT,
  NATIVE_FUNCTION,
  NONE,
  REAL,
  SINGLETON,
  STRING,
  TYPE_TAG,
} from "../bytecode/values.ts";
import type { Slot } from "./assembler.ts";

/// The constants of an image, each once.
export class ConstantPool {
  readonly values: ConstantValue[] = [];
  private readonly slots = new Map<string, Slot>();

  private slot(key: string, value: ConstantValue): Slot {
    const known = this.slots.get(key);
    if (known !== undefined) return known;
    const slot: Slot = { in: "constants", index: this.values.length };
    this.values.push(value);
    this.slots.set(key, slot);
    return slot;
  }

  int(value: number): Slot {
    return this.slot(`i${value}`, { tag: INT, value });
  }

  real(value: number): Slot {
    const single = Math.fround(value);
    return this.slot(`r${Object.is(single, -0) ? "-0" : single}`, { tag: REAL, value: single });
  }

  /// What a module has under a name.
  named(value: number | string): Slot {
    return typeof value === "string" ? this.string(value) : this.real(value);
  }

  bool(value: boolean): Slot {
    return this.slot(`b${value}`, { tag: BOOL, value });
  }

  string(value: string): Slot {
    return this.slot(`s${value}`, { tag: STRING, value });
  }

  bytes(value: string): Slot {
    return this.slot(`y${value}`, { tag: BYTES, value });
  }

  imaginary(value: number): Slot {
    const single = Math.fround(value);
    return this.slot(`j${single}`, { tag: COMPLEX, value: single });
  }

  function(index: number): Slot {
    return this.slot(`f${index}`, { tag: FUNCTION, value: index });
  }

  native(number: number): Slot {
    return this.slot(`n${number}`, { tag: NATIVE_FUNCTION, value: number });
  }

  type(number: number): Slot {
    return this.slot(`t${number}`, { tag: TYPE_TAG, value: number });
  }

  class(number: number): Slot {
    return this.slot(`c${number}`, { tag: CLASS, value: number });
  }

  singleton(value: number): Slot {
    return this.slot(`o${value}`, { tag: SINGLETON, value });
  }

  get none(): Slot {
    return this.slot("none", { tag: NONE });
  }
}
