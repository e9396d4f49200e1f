import { assert, unreachable } from "../base/assert.ts";
import * as isa from "../bytecode/isa.ts";
import type { UserClass } from "../language/program.ts";
import type { ClassPattern, Match, Name, OrPattern, Pattern, SequencePattern } from "../language/tree.ts";
import { Label, type Slot } from "./assembler.ts";
import { ExceptionCode } from "./exceptions.ts";
import { PATTERN_HELPERS } from "./helpers.ts";

// `match`. A pattern is a test after the other; the first that fails goes to the next case. What it takes apart is spread over slots
// of the frame by functions of modules/builtins.py. Names have their values when all of the pattern fits, as in Python.

/// The slots with what the names of a pattern are to be.
type Given = Map<string, { readonly name: Name; readonly slot: Slot }>;

export abstract class PatternCode extends ExceptionCode {
  protected match({ subject, cases }: Match): void {
    // A case may give the variable that is looked at another value before a later one looks at it.
    const value = this.moved(this.value(subject));
    const end = new Label();
    const before = this.next;
    for (const { pattern, guard, body } of cases) {
      const other = new Label();
      const given: Given = new Map();
      this.pattern(pattern, value, other, given);
      for (const { name, slot } of given.values()) this.at(name, () => this.store(name, slot));
      this.next = before;
      if (guard !== undefined) this.at(guard, () => this.branch(guard, other, false));
      this.block(body);
      if (this.code.endsOpen) this.emit(isa.JUMP, end);
      this.code.place(other);
    }
    this.code.place(end);
  }

  /// Goes to `other` unless the value in a slot fits.
  private pattern(pattern: Pattern, value: Slot, other: Label, given: Given): void {
    this.at(pattern, () => this.test(pattern, value, other, given));
  }

  private test(pattern: Pattern, value: Slot, other: Label, given: Given): void {
    switch (pattern.kind) {
      case "ValuePattern": {
        const isSame = pattern.value.kind === "Constant";
        return this.emit(isSame ? isa.JISNOT : isa.JNE, value, this.value(pattern.value), other);
      }
      case "CapturePattern":
        return give(given, pattern.target, value);
      case "AsPattern":
        this.pattern(pattern.pattern, value, other, given);
        return give(given, pattern.target, value);
      case "OrPattern":
        return this.oneOfPatterns(pattern, value, other, given);
      case "SequencePattern":
        return this.sequence(pattern, value, other, given);
      case "MappingPattern": {
        const { constants } = this.shared;
        const argument = this.window(3);
        this.emit(isa.MOVE, { in: "frame", index: argument }, value);
        const keys = this.window(pattern.entries.length);
        pattern.entries.forEach(({ key }, k) => {
          this.into(key, { in: "frame", index: keys + k });
        });
        this.emit(isa.TUPLE, { in: "frame", index: argument + 1 }, keys, pattern.entries.length);
        const hasRest = pattern.rest !== undefined;
        this.emit(isa.MOVE, { in: "frame", index: argument + 2 }, constants.bool(hasRest));
        const parts = this.parts(pattern, argument, 3, pattern.entries.length + (hasRest ? 1 : 0), other);
        pattern.entries.forEach((entry, k) => {
          this.pattern(entry.pattern, parts(k), other, given);
        });
        return give(given, pattern.rest, parts(pattern.entries.length));
      }
      case "ClassPattern":
        return this.ofClass(pattern, value, other, given);
      default:
        return unreachable(pattern);
    }
  }

  private oneOfPatterns({ alternatives }: OrPattern, value: Slot, other: Label, given: Given): void {
    const found = new Label();
    const common: Given = new Map();
    alternatives.forEach((alternative, k) => {
      const isLast = k === alternatives.length - 1;
      const next = isLast ? other : new Label();
      const own: Given = new Map();
      // All alternatives leave what the names are to be in the same slots.
      if (k === 0) {
        this.pattern(alternative, value, next, own);
        for (const [text, { name }] of own) common.set(text, { name, slot: this.temporary() });
      } else this.pattern(alternative, value, next, own);
      for (const [text, { slot }] of own) {
        const target = common.get(text);
        if (target !== undefined) this.emit(isa.MOVE, target.slot, slot);
      }
      if (isLast) return;
      this.emit(isa.JUMP, found);
      this.code.place(next);
    });
    this.code.place(found);
    for (const [text, one] of common) given.set(text, one);
  }

  private sequence(pattern: SequencePattern, value: Slot, other: Label, given: Given): void {
    const { constants } = this.shared;
    const { elements, star } = pattern;
    const argument = this.window(3);
    const least = elements.length - (star === undefined ? 0 : 1);
    this.emit(isa.MOVE, { in: "frame", index: argument }, value);
    this.emit(isa.MOVE, { in: "frame", index: argument + 1 }, constants.int(least));
    this.emit(isa.MOVE, { in: "frame", index: argument + 2 }, constants.bool(star === undefined));
    const parts = this.parts(pattern, argument, 3, elements.length, other, star);
    elements.forEach((element, k) => {
      this.pattern(element, parts(k), other, given);
    });
  }

  private ofClass(pattern: ClassPattern, value: Slot, other: Label, given: Given): void {
    const { constants } = this.shared;
    const { positional, named, type } = pattern;
    const known = this.positionalNames(pattern);
    const names = [...(known ?? []), ...named.map(({ name }) => name.name)];
    const argument = this.window(4);
    this.emit(isa.MOVE, { in: "frame", index: argument }, value);
    this.into(type, { in: "frame", index: argument + 1 });
    const unknown = known === undefined ? positional.length : 0;
    this.emit(isa.MOVE, { in: "frame", index: argument + 2 }, constants.int(unknown));
    const texts = this.window(names.length);
    names.forEach((name, k) => {
      this.emit(isa.MOVE, { in: "frame", index: texts + k }, constants.string(name));
    });
    this.emit(isa.TUPLE, { in: "frame", index: argument + 3 }, texts, names.length);
    const patterns = [...positional, ...named.map((one) => one.pattern)];
    const parts = this.parts(pattern, argument, 4, patterns.length, other);
    patterns.forEach((part, k) => {
      this.pattern(part, parts(k), other, given);
    });
  }

  /// The attributes that the patterns without a name are about, if the compiler knows them: those of a data class.
  private positionalNames({ type, positional }: ClassPattern): readonly string[] | undefined {
    const name = type.kind === "Name" ? type : type.kind === "Attribute" ? type.name : undefined;
    const meaning = name && this.shared.program.meaning.get(name);
    const fields = meaning?.kind === "class" ? this.dataFields(meaning) : undefined;
    return fields !== undefined && positional.length <= fields.length ? fields.slice(0, positional.length) : undefined;
  }

  private dataFields({ node, names }: UserClass): readonly string[] | undefined {
    if (node.matchArgs !== undefined || names.has("__match_args__")) return node.matchArgs;
    for (const { value } of node.bases) {
      const base = value.kind === "Name" ? this.shared.program.meaning.get(value) : undefined;
      const fields = base?.kind === "class" ? this.dataFields(base) : undefined;
      if (fields !== undefined) return fields;
    }
    return undefined;
  }

  /// Calls what takes a value apart, with the `count` arguments from `argument` on, and spreads what it gives over slots; the slot of
  /// the k-th part.
  private parts(
    { kind }: Pattern,
    argument: number,
    count: number,
    size: number,
    other: Label,
    star?: number,
  ): (k: number) => Slot {
    const { constants, iteration } = this.shared;
    const helper = iteration.own(PATTERN_HELPERS[kind] ?? "");
    assert(helper !== undefined, `there is a function for ${kind}`);
    const list = this.temporary();
    this.emit(isa.CALL, list, this.numberOf(helper.def), argument, count);
    this.emit(isa.JIS, list, constants.none, other);
    const base = this.window(size);
    if (star !== undefined) this.emit(isa.UNPACKEX, base, list, star, size - 1 - star);
    else if (size > 0) this.emit(isa.UNPACK, base, list, size);
    return (k) => ({ in: "frame", index: base + k });
  }
}

function give(given: Given, name: Name | undefined, slot: Slot): void {
  if (name !== undefined) given.set(name.name, { name, slot });
}
