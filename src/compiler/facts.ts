import { memoize } from "../base/memoize.ts";
import {
  ARRAY,
  ASKING_ITERATORS,
  DICT,
  FROZENSET,
  type Native,
  RANGE,
  SET,
  SHARED_MEM_ARRAY,
  XRANGE,
} from "../bytecode/natives.ts";
import type { CheckedProgram } from "../language/program.ts";
import {
  type Call,
  type CompareOperator,
  type Comprehension,
  comprehensionParts,
  defaultsOf,
  dictParts,
  type Expression,
  eachPart,
  fstringValues,
  isLiteral,
} from "../language/tree.ts";
import type { Slot } from "./assembler.ts";
import type { ConstantPool } from "./constants.ts";

// What can be said of an expression without running it.

/// The constant that a literal stands for, a negative number included.
export function literalSlot(e: Expression, constants: ConstantPool): Slot | undefined {
  switch (e.kind) {
    case "Int":
      return constants.int(e.value);
    case "Real":
      return constants.real(e.value);
    case "String":
      return constants.string(e.value);
    case "Bytes":
      return constants.bytes(e.value);
    case "Imaginary":
      return constants.imaginary(e.value);
    case "Constant":
      return e.value === null ? constants.none : constants.bool(e.value);
    case "Unary":
      if (e.op !== "-") return undefined;
      if (e.operand.kind === "Int" && e.operand.value !== 0) return constants.int(-e.operand.value);
      return e.operand.kind === "Real" ? constants.real(-e.operand.value) : undefined;
    default:
      return undefined;
  }
}

/// The arguments of a call of the built-in range or xrange that a for loop can count without making a list.
export function isRangeCall(e: Expression, program: CheckedProgram): readonly Expression[] | undefined {
  if (e.kind !== "Call" || e.callee.kind !== "Name") return undefined;
  const symbol = program.meaning.get(e.callee);
  if (symbol?.kind !== "native" || (symbol.native !== RANGE && symbol.native !== XRANGE)) return undefined;
  if (e.args.some(({ name, value }) => name !== undefined || value.kind === "Starred")) return undefined;
  return e.args.map((argument) => argument.value);
}

/// Whether a classic program may make an array of more than one dimension: it calls what makes one with more than a length, or
/// does something else with it.
export function mayHaveArrays(program: CheckedProgram): boolean {
  if (program.dialect !== "classic") return false;
  const makes = (node: object): boolean => {
    const meaning = program.meaning.get(node as never);
    return meaning?.kind === "native" && (meaning.native === ARRAY || meaning.native === SHARED_MEM_ARRAY);
  };
  const visit = (node: unknown): boolean => {
    if (typeof node !== "object" || node === null) return false;
    if (makes(node)) return true;
    const { kind, callee, args } = node as Partial<Call>;
    if (kind === "Call" && callee !== undefined && args !== undefined && args.length < 2) {
      const called = callee.kind === "Attribute" ? callee.name : callee;
      if (makes(called)) return args.some(visit);
    }
    return Object.values(node).some(visit);
  };
  return program.modules.some(
    ({ tree, isClassic }) => isClassic && tree.body.some((one) => !isImport(one) && visit(one)),
  );
}

/// Whether a program may make a set or a dictionary.
export function mayHaveTables({ modules, meaning }: CheckedProgram): boolean {
  const visit = (node: unknown): boolean => {
    if (typeof node !== "object" || node === null) return false;
    const { kind, braces } = node as Partial<Comprehension>;
    if ((kind as string) === "Dict" || (kind as string) === "Set" || braces === true) return true;
    const known = meaning.get(node as never);
    if (known?.kind === "native" && TABLE_MAKERS.has(known.native)) return true;
    return Object.values(node).some(visit);
  };
  // The program itself first: most that do make one say so.
  return modules.toReversed().some(({ tree }) => tree.body.some((one) => !isImport(one) && visit(one)));
}

const TABLE_MAKERS: ReadonlySet<unknown> = new Set([DICT, SET, FROZENSET]);

function isImport({ kind }: { readonly kind: string }): boolean {
  return kind === "Import" || kind === "FromImport";
}

/// Whether a program has generators, whose code runs wherever their values are asked for.
const hasGenerators = memoize((program: CheckedProgram): boolean =>
  program.modules.some(({ functions }) => functions.some(({ symbol }) => symbol.def.generator === true)),
);

function isSearch({ op }: { readonly op: CompareOperator }): boolean {
  return op === "in" || op === "not in";
}

/// Whether evaluating an expression gives a name a value, with `:=`.
export function givesName(e: Expression): boolean {
  if (e.kind === "Named") return true;
  let found = false;
  eachPart(e, (part) => {
    found ||= givesName(part);
  });
  return found;
}

/// Whether evaluating an expression may run a function of the program's, and so change module variables.
export function mayCallFunction(e: Expression, program: CheckedProgram): boolean {
  const any = (...parts: (Expression | undefined)[]): boolean =>
    parts.some((part) => part !== undefined && mayCallFunction(part, program));
  // An operator or an attribute may be a method.
  if (program.attributes.hasClasses && e.kind !== "Name" && e.kind !== "Lambda" && !isLiteral(e)) return true;
  switch (e.kind) {
    case "Unary":
      return any(e.operand);
    case "Binary":
    case "Logical":
      return any(e.left, e.right);
    case "Compare":
      return (e.rest.some(isSearch) && hasGenerators(program)) || any(e.first, ...e.rest.map((part) => part.right));
    case "Conditional":
      return any(e.test, e.then, e.otherwise);
    case "Call": {
      const callee = e.callee.kind === "Name" ? e.callee : e.callee.kind === "Attribute" ? e.callee.name : undefined;
      const meaning = callee === undefined ? undefined : program.meaning.get(callee);
      const isMethod = e.callee.kind === "Attribute" && meaning === undefined;
      const isOurs = isMethod || meaning?.kind === "native" || meaning?.kind === "constant";
      return (
        !isOurs ||
        hasGenerators(program) ||
        any(isMethod ? e.callee : undefined, ...e.args.map((argument) => argument.value))
      );
    }
    case "Attribute":
      return any(e.object);
    case "Index":
      return any(e.object, e.index);
    case "Slice":
      return any(e.object, e.lower, e.upper, e.step);
    case "Comprehension":
      return hasGenerators(program) || any(...comprehensionParts(e));
    case "FString":
      return any(...fstringValues(e.parts));
    // Whatever resumes the generator runs meanwhile.
    case "Yield":
      return true;
    case "List":
    case "Tuple":
    case "Set":
      return any(...e.elements);
    case "Dict":
      return any(...dictParts(e));
    case "Starred":
      return hasGenerators(program) || any(e.value);
    case "Named":
      return any(e.value);
    case "Lambda":
      return any(...defaultsOf(e.def));
    default:
      return false;
  }
}

/// The function that does what `x.__next__()` and `x.__iter__()` do, if a call is one of these; what `super()` has is not meant.
export function askedIterator({ callee, args }: Call, { supers }: CheckedProgram): Native | undefined {
  if (callee.kind !== "Attribute" || args.length > 0) return undefined;
  const isSuper = callee.object.kind === "Call" && supers.has(callee.object);
  return isSuper ? undefined : ASKING_ITERATORS.get(callee.name.name);
}
