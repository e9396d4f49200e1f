// The instructions of a core: one row each, read by encoder, verifier, decoder, disassembler, clock and documentation.
//
// A register machine. An instruction is one byte of opcode, then its operands:
//
//   d, s   a slot to write, to read: one byte, 0 to 127 a slot of the function's frame, 128 to 255 slot 0 to 127 of the
//          module area (the globals, then the constants, which cannot be written)
//   w      the first of several neighbouring frame slots, one byte
//   c      a count, one byte
//   f      a function, one byte
//   n      a native (natives.ts), one byte
//   a      the name of an attribute: a constant of the module area that is text, written as s is
//   k      a class of the program, one byte
//   j      where to jump, two bytes, signed, counted from the start of the instruction (its WIDE prefix included)
//
// After the prefix WIDE the operands d, s, w, c, f, a and k of the next instruction have two bytes: 0 to 0x7fff the frame,
// 0x8000 to 0xffff the module area.

/// Where control goes after an instruction.
export type Flow = "next" | "jump" | "branch" | "call" | "return" | "halt" | "prefix";

/// What an instruction costs, before what its operands cost to read and write: a row of machine/timing/costs.ts.
export type CostClass =
  | "none"
  | "move"
  | "arithmetic"
  | "division"
  | "test"
  | "compareTest"
  | "jump"
  | "readElement"
  | "writeElement"
  | "display"
  | "call"
  | "native"
  | "iterate"
  | "attribute"
  | "object";

export interface Instruction {
  readonly number: number;
  readonly name: string;
  /// One letter an operand, as above.
  readonly operands: string;
  readonly flow: Flow;
  readonly cost: CostClass;
  readonly summary: string;
}

const table: (Instruction | undefined)[] = [];

function row(number: number, name: string, operands: string, flow: Flow, cost: CostClass, summary: string): void {
  table[number] = { number, name, operands, flow, cost, summary };
}

// The numbers stand as plain constants, so that a bundler can put them into the interpreter's switch as literals.
export const HALT = 0x00;
export const WIDE = 0x01;
export const MOVE = 0x02;
export const ADD = 0x03;
export const SUB = 0x04;
export const MUL = 0x05;
export const DIV = 0x06;
export const FLOORDIV = 0x07;
export const MOD = 0x08;
export const POW = 0x09;
export const AND = 0x0a;
export const OR = 0x0b;
export const XOR = 0x0c;
export const SHL = 0x0d;
export const SHR = 0x0e;
export const NEG = 0x0f;
export const POS = 0x10;
export const INVERT = 0x11;
export const NOT = 0x12;
export const EQ = 0x13;
export const NE = 0x14;
export const LT = 0x15;
export const LE = 0x16;
export const GT = 0x17;
export const GE = 0x18;
export const IS = 0x19;
export const ISNOT = 0x1a;
export const IN = 0x1b;
export const NOTIN = 0x1c;
export const JUMP = 0x1d;
export const JTRUE = 0x1e;
export const JFALSE = 0x1f;
export const JEQ = 0x20;
export const JNE = 0x21;
export const JLT = 0x22;
export const JLE = 0x23;
export const JGT = 0x24;
export const JGE = 0x25;
export const JNLT = 0x26;
export const JNLE = 0x27;
export const JNGT = 0x28;
export const JNGE = 0x29;
export const JIS = 0x2a;
export const JISNOT = 0x2b;
export const LIST = 0x2c;
export const TUPLE = 0x2d;
export const INDEX = 0x2e;
export const SETINDEX = 0x2f;
export const SLICE = 0x30;
export const UNPACK = 0x31;
export const ITER = 0x32;
export const NEXT = 0x33;
export const COUNTER = 0x34;
export const STEP = 0x35;
export const CALL = 0x36;
export const CALLV = 0x37;
export const NATIVE = 0x38;
export const RETURN = 0x39;
export const ADDTO = 0x3a;
export const FAIL = 0x3b;
export const CLEAR = 0x3c;
export const DELINDEX = 0x3d;
export const SETSLICE = 0x3e;
export const DELSLICE = 0x3f;
export const FORMAT = 0x40;
export const JOIN = 0x41;
export const APPEND = 0x42;
export const ELEMENT = 0x43;
export const SETELEMENT = 0x44;
export const HAND = 0x45;
export const GENERATOR = 0x76;
export const YIELD = 0x77;
export const FINISH = 0x78;
export const RESUME = 0x79;
export const RESULT = 0x7a;
export const STOP = 0x7b;
export const ITERATOR = 0x7c;
export const JEAGER = 0x7d;
export const CLOSE = 0x7e;
export const THROW = 0x7f;
export const FURTHER = 0x46;
export const DICT = 0x47;
export const SET = 0x48;
export const CHANGE = 0x49;
export const FOLDED = 0x4a;
export const CELL = 0x50;
export const GETCELL = 0x51;
export const SETCELL = 0x52;
export const CLEARCELL = 0x53;
export const CLOSURE = 0x54;
export const RAISE = 0x6c;
export const RAISEFROM = 0x6d;
export const RERAISE = 0x6e;
export const JOTHER = 0x6f;
export const TRUEDIV = 0x4b;
export const CALLK = 0x55;
export const CALLEX = 0x56;
export const UNPACKEX = 0x57;
export const NEW = 0x5c;
export const GETATTR = 0x5d;
export const SETATTR = 0x5e;
export const DELATTR = 0x5f;
export const CALLATTR = 0x60;
export const GETSUPER = 0x61;
export const CALLSUPER = 0x62;
export const SPECIAL = 0x63;
export const TEXT = 0x64;
export const INPLACE = 0x65;

row(HALT, "halt", "", "halt", "none", "The program has ended on this core.");
row(WIDE, "wide", "", "prefix", "none", "The next instruction's slots and counts have two bytes.");
row(MOVE, "move", "ds", "next", "move", "d becomes s.");
row(HAND, "hand", "ds", "next", "move", "d becomes s, or has no value where s has none.");
row(ADD, "add", "dss", "next", "arithmetic", "The sum; of lists and strings, one after the other.");
row(SUB, "sub", "dss", "next", "arithmetic", "The difference.");
row(MUL, "mul", "dss", "next", "arithmetic", "The product; of a list or string and an int, that many copies.");
row(DIV, "div", "dss", "next", "division", "The quotient; of ints, rounded down.");
row(TRUEDIV, "truediv", "dss", "next", "division", "The quotient, a real.");
row(FLOORDIV, "floordiv", "dss", "next", "division", "The quotient, rounded down.");
row(MOD, "mod", "dss", "next", "division", "The remainder, with the divisor's sign.");
row(POW, "pow", "dss", "next", "arithmetic", "The power.");
row(AND, "and", "dss", "next", "arithmetic", "The bits set in both.");
row(OR, "or", "dss", "next", "arithmetic", "The bits set in either.");
row(XOR, "xor", "dss", "next", "arithmetic", "The bits set in one of the two.");
row(SHL, "shl", "dss", "next", "arithmetic", "Shifted left.");
row(SHR, "shr", "dss", "next", "arithmetic", "Shifted right, keeping the sign.");
row(NEG, "neg", "ds", "next", "arithmetic", "The negative.");
row(POS, "pos", "ds", "next", "arithmetic", "The number itself.");
row(INVERT, "invert", "ds", "next", "arithmetic", "Every bit inverted.");
row(NOT, "not", "ds", "next", "arithmetic", "True if s is false.");
row(EQ, "eq", "dss", "next", "arithmetic", "True if the two are equal.");
row(NE, "ne", "dss", "next", "arithmetic", "True if the two differ.");
row(LT, "lt", "dss", "next", "arithmetic", "True if the first is less.");
row(LE, "le", "dss", "next", "arithmetic", "True if the first is not greater.");
row(GT, "gt", "dss", "next", "arithmetic", "True if the first is greater.");
row(GE, "ge", "dss", "next", "arithmetic", "True if the first is not less.");
row(IS, "is", "dss", "next", "arithmetic", "True if the two are the same thing.");
row(ISNOT, "isnot", "dss", "next", "arithmetic", "True if the two are not the same thing.");
row(IN, "in", "dss", "next", "arithmetic", "True if the first occurs in the second.");
row(NOTIN, "notin", "dss", "next", "arithmetic", "True if the first does not occur in the second.");
row(JUMP, "jump", "j", "jump", "jump", "Continues at another instruction.");
row(JTRUE, "jtrue", "sj", "branch", "test", "Jumps if s is true.");
row(JFALSE, "jfalse", "sj", "branch", "test", "Jumps if s is false.");
row(JEQ, "jeq", "ssj", "branch", "compareTest", "Jumps if the two are equal.");
row(JNE, "jne", "ssj", "branch", "compareTest", "Jumps if the two differ.");
row(JLT, "jlt", "ssj", "branch", "compareTest", "Jumps if the first is less.");
row(JLE, "jle", "ssj", "branch", "compareTest", "Jumps if the first is less or equal.");
row(JGT, "jgt", "ssj", "branch", "compareTest", "Jumps if the first is greater.");
row(JGE, "jge", "ssj", "branch", "compareTest", "Jumps if the first is greater or equal.");
row(JNLT, "jnlt", "ssj", "branch", "compareTest", "Jumps unless the first is less.");
row(JNLE, "jnle", "ssj", "branch", "compareTest", "Jumps unless the first is less or equal.");
row(JNGT, "jngt", "ssj", "branch", "compareTest", "Jumps unless the first is greater.");
row(JNGE, "jnge", "ssj", "branch", "compareTest", "Jumps unless the first is greater or equal.");
row(JIS, "jis", "ssj", "branch", "compareTest", "Jumps if the two are the same thing.");
row(JISNOT, "jisnot", "ssj", "branch", "compareTest", "Jumps if the two are not the same thing.");
row(LIST, "list", "dwc", "next", "display", "A new list of the c values from w.");
row(TUPLE, "tuple", "dwc", "next", "display", "A new tuple of the c values from w.");
row(INDEX, "index", "dss", "next", "readElement", "The element of the first at the second.");
row(SETINDEX, "setindex", "sss", "next", "writeElement", "The first's element at the second becomes the third.");
row(
  SLICE,
  "slice",
  "dsw",
  "next",
  "display",
  "The part of s from w up to w+1 in steps of w+2; None for what is left out.",
);
row(UNPACK, "unpack", "wsc", "next", "display", "The c elements of s, into w and the slots after it.");
row(ITER, "iter", "ws", "next", "iterate", "Makes w and w+1 ready to go through s.");
row(NEXT, "next", "dwj", "branch", "iterate", "The next element into d, or jumps if there is none.");
row(COUNTER, "counter", "w", "next", "iterate", "Makes w, w+1, w+2 (start, stop, step) ready to count.");
row(STEP, "step", "dwj", "branch", "iterate", "The next number into d, or jumps if there is none.");
row(CALL, "call", "dfwc", "call", "call", "Calls a function with the c values from w.");
row(CALLV, "callv", "dswc", "call", "call", "Calls the function in s with the c values from w.");
row(NATIVE, "native", "dnwc", "next", "native", "Calls a native with the c values from w.");
row(ADDTO, "addto", "dss", "next", "arithmetic", "The sum; a list on the left gets the elements of the right itself.");
row(FAIL, "fail", "s", "halt", "none", "An assertion failed; s is its message, or None.");
row(CLEAR, "clear", "d", "next", "none", "Deletes the value of d.");
row(DELINDEX, "delindex", "ss", "next", "writeElement", "Takes the element at the second out of the first.");
row(
  SETSLICE,
  "setslice",
  "sws",
  "next",
  "writeElement",
  "The part of the first that w says, as in slice, becomes the last.",
);
row(DELSLICE, "delslice", "sw", "next", "writeElement", "Takes the part that w says, as in slice, out of the first.");
row(
  FORMAT,
  "format",
  "dss",
  "next",
  "display",
  "The first as text, in the form that the second says, such as `!r:>5`.",
);
row(JOIN, "join", "dwc", "next", "display", "The texts of the c values from w, one after the other.");
row(APPEND, "append", "ss", "next", "writeElement", "The second at the end of the list in the first.");
row(ELEMENT, "element", "dswc", "next", "readElement", "The element of s at the c indices from w, one a dimension.");
row(
  SETELEMENT,
  "setelement",
  "swcs",
  "next",
  "writeElement",
  "The element of the first at the c indices from w becomes the last.",
);
row(GENERATOR, "generator", "dj", "next", "call", "A generator of this call, which begins at j when it is resumed.");
row(YIELD, "yield", "ds", "next", "iterate", "Gives s to who resumed this generator; d becomes what it is sent.");
row(FINISH, "finish", "s", "return", "iterate", "Ends this generator, which returns s.");
row(
  RESUME,
  "resume",
  "dssj",
  "branch",
  "iterate",
  "The next value of an iterator, which is sent the last, into d; or jumps if there is none.",
);
row(RESULT, "result", "ds", "next", "move", "What the generator in s has returned.");
row(STOP, "stop", "s", "halt", "none", "The iterator in s has no further values, and who asked for one must not.");
row(ITERATOR, "iterator", "ds", "next", "iterate", "An iterator over s; s itself if it is one.");
row(JEAGER, "jeager", "sj", "branch", "test", "Jumps unless s gives its values one by one.");
row(THROW, "throw", "dssj", "branch", "iterate", "Raises the last where the generator waits; then as resume does.");
row(CLOSE, "close", "ds", "next", "iterate", "Ends the generator in s where it waits; d becomes None.");
row(
  FURTHER,
  "native",
  "dnwc",
  "next",
  "native",
  "The same for the natives from 256 on, of whose number n is the rest.",
);
row(DICT, "dict", "d", "next", "display", "A new dictionary without entries.");
row(
  CHANGE,
  "change",
  "cdss",
  "next",
  "arithmetic",
  "As the instruction c (and, or, xor or sub), but a set or dictionary on the left is changed itself.",
);
row(
  FOLDED,
  "folded",
  "dwc",
  "next",
  "display",
  "A new set of the c constants from w, in the order that CPython gives such a set.",
);
row(SET, "set", "dwc", "next", "display", "A new set of the c values from w.");
row(CELL, "cell", "d", "next", "display", "d becomes a new cell with the value of d; an empty one if that was a cell.");
row(GETCELL, "getcell", "ds", "next", "move", "d becomes what the cell in s holds.");
row(SETCELL, "setcell", "ss", "next", "move", "The cell in the first holds the second.");
row(CLEARCELL, "clearcell", "s", "next", "none", "Deletes the value in the cell in s.");
row(
  CALLK,
  "callk",
  "dswcc",
  "call",
  "call",
  "The same as callv; after the c values follow names and values of c further ones.",
);
row(
  CALLEX,
  "callex",
  "dsss",
  "call",
  "native",
  "Calls the first with all values in a list, and names and values in a dictionary.",
);
row(
  UNPACKEX,
  "unpackex",
  "wscc",
  "next",
  "display",
  "The first c elements of a list into w on, then a list, then the last c.",
);
row(CLOSURE, "closure", "dfwc", "next", "display", "A new function value: f with the c cells and defaults from w.");
row(RAISE, "raise", "s", "halt", "native", "Raises the exception s, or a new one of the class s.");
row(RAISEFROM, "raisefrom", "ss", "halt", "native", "Raises the first, with the second as what it comes from.");
row(RERAISE, "reraise", "s", "next", "test", "Raises s again if it is an exception.");
row(
  JOTHER,
  "jother",
  "ssj",
  "branch",
  "compareTest",
  "Jumps unless the first is an exception of the class or the classes s.",
);
row(NEW, "new", "dk", "next", "object", "A new instance of a class, its attributes not set.");
row(GETATTR, "getattr", "dsa", "call", "attribute", "The attribute of s with this name.");
row(SETATTR, "setattr", "sas", "call", "attribute", "The attribute of the first with this name becomes the second.");
row(DELATTR, "delattr", "sa", "call", "attribute", "Deletes the attribute of s with this name.");
row(
  CALLATTR,
  "callattr",
  "dawc",
  "call",
  "call",
  "Calls the attribute with this name of the value in w; the other c - 1 values are its arguments.",
);
row(
  GETSUPER,
  "getsuper",
  "dska",
  "call",
  "attribute",
  "The attribute with this name that s has from the classes behind k.",
);
row(CALLSUPER, "callsuper", "dkawc", "call", "call", "Calls it, like callattr, as the classes behind k have it.");
row(
  SPECIAL,
  "special",
  "dnwc",
  "call",
  "native",
  "Calls a native, or the method of an object in w that stands for it.",
);
row(
  TEXT,
  "text",
  "dsc",
  "call",
  "display",
  "The text of s as its class says it, like repr if c is 1; if there is none, s itself if c is 2.",
);
row(
  INPLACE,
  "inplace",
  "dssa",
  "call",
  "none",
  "Calls the method with this name of the first, if it is an object that has one, in place of the operator that follows.",
);
row(RETURN, "return", "s", "return", "none", "Returns s to the caller.");

/// The row of an opcode, if it is one.
export function instruction(opcode: number): Instruction | undefined {
  return table[opcode];
}

/// Every instruction, in order of opcode.
export const instructions: readonly Instruction[] = table.filter((entry) => entry !== undefined);

/// Bit of a wide slot operand that means the module area; the narrow one's is `NARROW_MODULE`.
export const WIDE_MODULE = 0x8000;
export const NARROW_MODULE = 0x80;

/// The bytes an operand takes.
export function operandSize(letter: string, wide: boolean): number {
  if (letter === "j") return 2;
  return wide && letter !== "n" ? 2 : 1;
}
