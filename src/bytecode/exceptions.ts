// Python's own exception classes. In byte code and in the cores' memory a class is a number: the program's classes count from 0,
// these from `FIRST_EXCEPTION`.

/// The number of the first of Python's exception classes.
export const FIRST_EXCEPTION = 0x8000;

// Each class by its base, in the order of their numbers, which never change: new ones come at the end.
const tree: readonly (readonly [name: string, base: string])[] = [
  ["BaseException", ""],
  ["Exception", "BaseException"],
  ["ArithmeticError", "Exception"],
  ["ZeroDivisionError", "ArithmeticError"],
  ["OverflowError", "ArithmeticError"],
  ["FloatingPointError", "ArithmeticError"],
  ["LookupError", "Exception"],
  ["IndexError", "LookupError"],
  ["KeyError", "LookupError"],
  ["TypeError", "Exception"],
  ["ValueError", "Exception"],
  ["NameError", "Exception"],
  ["UnboundLocalError", "NameError"],
  ["AttributeError", "Exception"],
  ["RuntimeError", "Exception"],
  ["RecursionError", "RuntimeError"],
  ["NotImplementedError", "RuntimeError"],
  ["StopIteration", "Exception"],
  ["MemoryError", "Exception"],
  ["AssertionError", "Exception"],
  ["ImportError", "Exception"],
  ["ModuleNotFoundError", "ImportError"],
  ["EOFError", "Exception"],
  ["OSError", "Exception"],
  ["FileNotFoundError", "OSError"],
  ["FileExistsError", "OSError"],
  ["PermissionError", "OSError"],
  ["TimeoutError", "OSError"],
  ["ConnectionError", "OSError"],
  ["IsADirectoryError", "OSError"],
  ["NotADirectoryError", "OSError"],
  ["InterruptedError", "OSError"],
  ["BlockingIOError", "OSError"],
  ["BrokenPipeError", "ConnectionError"],
  ["ConnectionResetError", "ConnectionError"],
  ["ConnectionRefusedError", "ConnectionError"],
  ["ConnectionAbortedError", "ConnectionError"],
  ["ChildProcessError", "OSError"],
  ["ProcessLookupError", "OSError"],
  ["KeyboardInterrupt", "BaseException"],
  ["SystemExit", "BaseException"],
  ["GeneratorExit", "BaseException"],
  ["StopAsyncIteration", "Exception"],
  ["BufferError", "Exception"],
  ["ReferenceError", "Exception"],
  ["SyntaxError", "Exception"],
  ["IndentationError", "SyntaxError"],
  ["TabError", "IndentationError"],
  ["SystemError", "Exception"],
  ["UnicodeError", "ValueError"],
  ["UnicodeDecodeError", "UnicodeError"],
  ["UnicodeEncodeError", "UnicodeError"],
  ["UnicodeTranslateError", "UnicodeError"],
  ["Warning", "Exception"],
  ["UserWarning", "Warning"],
  ["DeprecationWarning", "Warning"],
  ["PendingDeprecationWarning", "Warning"],
  ["RuntimeWarning", "Warning"],
  ["SyntaxWarning", "Warning"],
  ["FutureWarning", "Warning"],
  ["ImportWarning", "Warning"],
  ["UnicodeWarning", "Warning"],
  ["BytesWarning", "Warning"],
  ["ResourceWarning", "Warning"],
  ["EncodingWarning", "Warning"],
  // What calls of `parallel` refuse: no class of Python's.
  ["ParallelError", "RuntimeError"],
];

/// One of Python's own exception classes.
export interface ExceptionClass {
  readonly number: number;
  readonly name: string;
  /// The number of the class that it derives from; undefined of BaseException.
  readonly base: number | undefined;
  /// That one, the one which that derives from, and so on.
  readonly bases: readonly number[];
}

/// All of them; the one with number n stands at n − FIRST_EXCEPTION.
export const exceptionClasses: readonly ExceptionClass[] = tree.map(([name, base], k) => {
  const at = tree.findIndex((one) => one[0] === base);
  return { number: FIRST_EXCEPTION + k, name, base: at < 0 ? undefined : FIRST_EXCEPTION + at, bases: basesOf(base) };
});

function basesOf(name: string): number[] {
  const at = tree.findIndex((one) => one[0] === name);
  return at < 0 ? [] : [FIRST_EXCEPTION + at, ...basesOf((tree[at] as (typeof tree)[number])[1])];
}

const byName: ReadonlyMap<string, ExceptionClass> = new Map(exceptionClasses.map((one) => [one.name, one]));

/// The class with this number, if it is one of Python's exceptions.
export function exceptionClass(number: number): ExceptionClass | undefined {
  return exceptionClasses[number - FIRST_EXCEPTION];
}

/// The number of the class with this name. It must be one of the table.
export function exceptionNumber(name: ExceptionName): number {
  return (byName.get(name) as ExceptionClass).number;
}

/// The classes of a program.
interface WithClasses {
  readonly classes?: readonly { readonly name: string; readonly bases: readonly number[] }[];
}

/// The number of `object`, which every class is made of.
export const OBJECT_CLASS = 0xffff;

/// The name of a class of a program, or of one of Python's exceptions.
export function nameOfClass({ classes = [] }: WithClasses, number: number): string {
  if (number === OBJECT_CLASS) return "object";
  return exceptionClass(number)?.name ?? classes[number]?.name ?? `class ${number}`;
}

/// Whether there is a class with this number.
export function hasClass({ classes = [] }: WithClasses, number: number): boolean {
  return number === OBJECT_CLASS || exceptionClass(number) !== undefined || classes[number] !== undefined;
}

/// Whether a class is another one or derives from it.
export function derivesFrom(image: WithClasses, number: number, from: number): boolean {
  if (number === from || from === OBJECT_CLASS) return true;
  const own = exceptionClass(number);
  if (own !== undefined) return own.bases.includes(from);
  for (const base of image.classes?.[number]?.bases ?? []) if (derivesFrom(image, base, from)) return true;
  return false;
}

/// Names of classes that the machine raises itself.
export type ExceptionName =
  | "AssertionError"
  | "AttributeError"
  | "EOFError"
  | "GeneratorExit"
  | "ImportError"
  | "IndexError"
  | "KeyError"
  | "LookupError"
  | "MemoryError"
  | "ModuleNotFoundError"
  | "NameError"
  | "NotImplementedError"
  | "OSError"
  | "OverflowError"
  | "ParallelError"
  | "RecursionError"
  | "RuntimeError"
  | "StopIteration"
  | "SystemExit"
  | "TypeError"
  | "UnboundLocalError"
  | "UnicodeDecodeError"
  | "UnicodeEncodeError"
  | "ValueError"
  | "ZeroDivisionError";
