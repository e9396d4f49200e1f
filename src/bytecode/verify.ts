import { hasClass } from "./exceptions.ts";
import { attributeName, type FunctionRow, type Image } from "./image.ts";
import { AND, FINISH, GENERATOR, OR, SUB, XOR, YIELD } from "./isa.ts";
import { arity, isType, nativeByNumber } from "./natives.ts";
import { type Read, readInstruction } from "./reader.ts";
import { BYTES, CLASS, FUNCTION, NATIVE_FUNCTION, SINGLETON, TYPE_TAG } from "./values.ts";
import { heldBy, verifyParts } from "./verify-parts.ts";

/// Says why an image could harm the core that runs it, or undefined if it cannot: every jump leads to the start of an
/// instruction of the same function, every slot lies in the frame or the module area, constants are never written,
/// functions and natives exist and get a number of arguments they take, which they do not write over, and no function
/// runs past its end.
export function verify(image: Image): string | undefined {
  const moduleSlots = image.globals + image.constants.length;
  if (moduleSlots > 0x8000) return "it has too many variables and constants";
  const main = image.functions[0];
  if (main === undefined) return "it has no program";
  if (main.parameters !== 0) return "its program takes parameters";

  for (const constant of image.constants) {
    if (constant.tag === FUNCTION && constant.value >= image.functions.length) return "a constant names no function";
    if (constant.tag === NATIVE_FUNCTION && nativeByNumber(constant.value) === undefined)
      return "a constant names no native";
    if (constant.tag === BYTES && /[^\0-\xff]/.test(constant.value)) return "a constant has no bytes";
    if (constant.tag === SINGLETON && constant.value > 1) return "a constant is no value";
    if (constant.tag === CLASS && !hasClass(image, constant.value)) return "a constant names no class";
    const native = constant.tag === TYPE_TAG ? nativeByNumber(constant.value) : undefined;
    if (constant.tag === TYPE_TAG && (native === undefined || !isType(native))) return "a constant names no type";
  }

  /// The function of each instruction, by its pc.
  const ownerOf = new Map<number, number>();
  const order = image.functions.map((row) => row.entry);
  for (let i = 0; i < image.functions.length; i++) {
    const row = image.functions[i] as FunctionRow;
    const end = i + 1 < order.length ? (order[i + 1] as number) : image.code.length;
    if (i === 0 && row.entry !== 0) return "its program does not begin at 0";
    if (row.required > row.parameters || row.parameters > row.locals || row.locals > row.frame || row.frame > 0x7fff) {
      return `function ${i} has an impossible frame`;
    }
    if (row.defaults.some((slot) => slot >= moduleSlots)) return `function ${i} has a default that does not exist`;
    const starts = new Set<number>();
    const reason = verifyFunction(image, row, end, moduleSlots, starts);
    if (reason !== undefined) return `function ${i}: ${reason}`;
    for (const start of starts) ownerOf.set(start, i);
  }
  return verifyParts(image, ownerOf);
}

/// What only functions that are generators do: their frame has a slot for the generator behind its variables.
const OF_GENERATORS: ReadonlySet<number> = new Set([GENERATOR, YIELD, FINISH]);

function verifyFunction(
  image: Image,
  row: FunctionRow,
  end: number,
  moduleSlots: number,
  starts: Set<number>,
): string | undefined {
  if (row.entry >= end || end > image.code.length) return "it has no code";
  const jumps: number[] = [];
  let last: Read | undefined;
  for (let pc = row.entry; pc < end; ) {
    const read = readInstruction(image.code, pc);
    if (typeof read === "string") return `at ${pc}: ${read}`;
    starts.add(pc);
    const reason = verifyOperands(image, read, row.frame, moduleSlots, jumps);
    if (reason !== undefined) return `at ${pc} (${read.row.name}): ${reason}`;
    if (OF_GENERATORS.has(read.row.number) && row.locals >= row.frame) return `at ${pc}: no room for its generator`;
    pc += read.size;
    if (pc > end) return "its last instruction runs into the next function";
    last = read;
  }
  const flow = last?.row.flow;
  if (flow !== "halt" && flow !== "return" && flow !== "jump") return "it runs past its end";
  const wrong = jumps.find((target) => !starts.has(target));
  return wrong === undefined ? undefined : `a jump leads to ${wrong}, where no instruction begins`;
}

/// How many neighbouring slots a `w` operand covers.
function window(read: Read): number {
  const letters = read.row.operands;
  const count = letters.indexOf("c");
  if (read.row.name === "callk") return (read.operands[count] as number) + 2 * (read.operands[count + 1] as number);
  if (read.row.name === "unpackex") return (read.operands[count] as number) + 1 + (read.operands[count + 1] as number);
  if (count >= 0) return read.operands[count] as number;
  switch (read.row.name) {
    case "slice":
    case "setslice":
    case "delslice":
    case "counter":
    case "step":
      return 3;
    default:
      return 2;
  }
}

function verifyOperands(
  image: Image,
  read: Read,
  frame: number,
  moduleSlots: number,
  jumps: number[],
): string | undefined {
  const letters = read.row.operands;
  for (let k = 0; k < letters.length; k++) {
    const value = read.operands[k] as number;
    switch (letters[k]) {
      case "d":
        if (value >= frame || (value < 0 && -1 - value >= image.globals)) return "it writes outside its variables";
        break;
      case "s":
        if (value >= frame || (value < 0 && -1 - value >= moduleSlots)) return "it reads outside its variables";
        break;
      case "w":
        if (value + window(read) > frame) return "it reaches past its frame";
        break;
      case "f":
        if (value >= image.functions.length) return "the function does not exist";
        break;
      case "n":
        if (nativeByNumber(value) === undefined) return "the native does not exist";
        break;
      case "a":
        if (attributeName(image, value) === undefined) return "it names no attribute";
        break;
      case "k":
        if (value >= (image.classes?.length ?? 0)) return "the class does not exist";
        break;
      case "j":
        jumps.push(value);
        break;
    }
  }
  return verifyCount(image, read);
}

/// The instructions that `change` may stand for.
const CHANGES: ReadonlySet<number> = new Set([AND, OR, XOR, SUB]);
const OVER_ARGUMENTS: ReadonlySet<string> = new Set(["native", "callv", "special", "callattr", "callsuper"]);

function verifyCount(image: Image, read: Read): string | undefined {
  const count = read.operands[read.row.operands.indexOf("c")] as number;
  if (read.row.name === "call") {
    const callee = image.functions[read.operands[1] as number] as FunctionRow;
    if (read.operands[1] === 0) return "the program cannot be called";
    if (count !== callee.parameters) return "the number of arguments is wrong";
  }
  if (read.row.name === "change" && !CHANGES.has(read.operands[0] as number)) return "it changes in no known way";
  if (read.row.name === "closure") {
    const number = read.operands[1] as number;
    if (number === 0) return "the program cannot be called";
    const shape = image.shapes?.find((one) => one.function === number);
    if (count !== heldBy(image.functions[number] as FunctionRow, shape))
      return "the number of cells and defaults is wrong";
  }
  if (read.row.name === "element") {
    const [d = 0, , first = 0] = read.operands;
    if (d >= first && d < first + count) return "it writes over its indices";
  }
  if (OVER_ARGUMENTS.has(read.row.name)) {
    // A native may write its result before it has done with its arguments.
    const [d = 0] = read.operands;
    const first = read.operands[read.row.operands.indexOf("w")] as number;
    const covered = read.row.name === "callk" ? window(read) : count;
    if (d >= first && d < first + covered) return "it writes over its arguments";
  }
  if (count === 0 && (read.row.name === "callattr" || read.row.name === "callsuper")) return "it has no object";
  if (read.row.name === "text" && count > 2) return "it has no such form";
  if (read.row.name === "native" || read.row.name === "special") {
    const native = nativeByNumber(read.operands[1] as number);
    const { least, most } = native ? arity(native) : { least: 0, most: 0 };
    if (count < least || count > most) return "the number of arguments is wrong";
  }
  return undefined;
}
