/// What the exceptions that beginners meet are raised for.
const words: Readonly<Record<string, string>> = {
  AssertionError: "An assert whose condition does not hold.",
  AttributeError: "A value that has no attribute or method of this name.",
  BaseException: "Every exception, the ends of programs included.",
  EOFError: "input() when there is no more input.",
  Exception: "Every error that a program would take.",
  IndexError: "An index that a list or a text does not have.",
  KeyError: "A key that a dictionary does not have.",
  MemoryError: "A value for which the core has no room.",
  NameError: "A name that has no value yet.",
  NotImplementedError: "Something that is still to be written.",
  OverflowError: "A result that does not fit.",
  ParallelError: "A call of parallel that cannot work, such as a send to a core that is not there.",
  RecursionError: "Too many calls within calls.",
  RuntimeError: "An error that fits no other type.",
  StopIteration: "The end of what next() goes through.",
  TypeError: "A value of the wrong type.",
  ValueError: "A value of the right type that does not work here.",
  ZeroDivisionError: "A division by zero.",
};

/// A sentence on one of Python's exceptions, for hover and completion.
export function wordsOfException(name: string): string {
  return words[name] ?? "An exception, for raise and except.";
}
