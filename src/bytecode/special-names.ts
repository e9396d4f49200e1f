import * as isa from "./isa.ts";
import * as natives from "./natives.ts";

// The methods by which a class says what an operator or a built-in function does with its instances.

/// The method of each operator with two operands, and the one that is asked of the right operand if the left has no answer.
export const OPERATOR_METHODS: ReadonlyMap<number, readonly [plain: string, reflected: string]> = new Map([
  [isa.ADD, ["__add__", "__radd__"]],
  [isa.ADDTO, ["__add__", "__radd__"]],
  [isa.SUB, ["__sub__", "__rsub__"]],
  [isa.MUL, ["__mul__", "__rmul__"]],
  [isa.DIV, ["__truediv__", "__rtruediv__"]],
  [isa.TRUEDIV, ["__truediv__", "__rtruediv__"]],
  [isa.FLOORDIV, ["__floordiv__", "__rfloordiv__"]],
  [isa.MOD, ["__mod__", "__rmod__"]],
  [isa.POW, ["__pow__", "__rpow__"]],
  [isa.AND, ["__and__", "__rand__"]],
  [isa.OR, ["__or__", "__ror__"]],
  [isa.XOR, ["__xor__", "__rxor__"]],
  [isa.SHL, ["__lshift__", "__rlshift__"]],
  [isa.SHR, ["__rshift__", "__rrshift__"]],
  [isa.EQ, ["__eq__", "__eq__"]],
  [isa.NE, ["__ne__", "__ne__"]],
  [isa.LT, ["__lt__", "__gt__"]],
  [isa.LE, ["__le__", "__ge__"]],
  [isa.GT, ["__gt__", "__lt__"]],
  [isa.GE, ["__ge__", "__le__"]],
]);

/// The method of each operator that changes its left operand, as in `+=`.
export const INPLACE_METHODS: ReadonlyMap<number, string> = new Map(
  [...OPERATOR_METHODS].flatMap(([opcode, [plain]]) =>
    opcode === isa.EQ || plain.startsWith("__l") || plain.startsWith("__g") || plain === "__ne__"
      ? []
      : [[opcode, plain.replace("__", "__i")] as const],
  ),
);

/// The method of each operator with one operand.
export const UNARY_METHODS: ReadonlyMap<number, string> = new Map([
  [isa.NEG, "__neg__"],
  [isa.POS, "__pos__"],
  [isa.INVERT, "__invert__"],
]);

/// The methods by which a built-in function asks an object, in the order in which it looks for them.
export const NATIVE_METHODS: ReadonlyMap<number, readonly string[]> = new Map([
  [natives.LEN.number, ["__len__"]],
  [natives.ABS.number, ["__abs__"]],
  [natives.INT.number, ["__int__", "__index__", "__trunc__"]],
  [natives.FLOAT.number, ["__float__", "__index__"]],
  [natives.ROUND.number, ["__round__"]],
  [natives.DIVMOD.number, ["__divmod__"]],
  [natives.BOOL.number, ["__bool__", "__len__"]],
]);

/// Natives that may have to call a function of the program, whatever its classes have.
export const CALLING_NATIVES: ReadonlySet<number> = new Set(
  [natives.GETATTR, natives.HASATTR, natives.SETATTR, natives.SET_PLAIN, natives.DELATTR].map(({ number }) => number),
);

/// The fields in which objects hold a value of a built-in type (machine/held.ts): of a class made of that type, and of one that only
/// uses it.
export const HELD_VALUE = "__value__";
export const HELD_ITEMS = "__items__";

/// What a class itself does stands under the name of the method with this before it, as in `_class__iter__`.
export const CLASS_PREFIX = "_class";

/// The methods that instructions ask objects for, beyond those of operators.
export const OTHER_METHODS: readonly string[] = [
  "__init__",
  "__new__",
  "__repr__",
  "__str__",
  "__format__",
  "__hash__",
  "__bool__",
  "__getitem__",
  "__setitem__",
  "__delitem__",
  "__contains__",
  "__missing__",
  "__iter__",
  "__next__",
  "__call__",
  "__getattr__",
  "__setattr__",
  "__delattr__",
];

/// The special methods of built-in types, which can be called by their names.
export const BUILT_IN_METHODS: ReadonlySet<string> = new Set([
  ...[...OPERATOR_METHODS.values()].map(([name]) => name),
  ...UNARY_METHODS.values(),
  ...[...NATIVE_METHODS.values()].flat(),
  "__contains__",
  "__getitem__",
  "__setitem__",
  "__delitem__",
  "__iter__",
  "__str__",
  "__repr__",
]);
