/// The keywords of Python 3.
export const pythonKeywords: readonly string[] = words(`
  and as assert async await break case class continue def del elif else except finally for from global if import in is
  lambda match nonlocal not or pass raise return try while with yield`);

/// Its built-in functions and types, and its exceptions.
export const pythonBuiltins: readonly string[] = words(`
  abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr
  dict dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash help hex id input int
  isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property range
  repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip`);
export const pythonExceptions: readonly string[] = words(`
  ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
  BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
  ConnectionResetError DeprecationWarning EOFError EncodingWarning Exception ExceptionGroup FileExistsError
  FileNotFoundError FloatingPointError FutureWarning GeneratorExit ImportError ImportWarning IndentationError
  IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError
  NameError NotADirectoryError NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError
  ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration
  StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError
  UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError
  Warning ZeroDivisionError PythonFinalizationError`);

/// Modules of its library that programs use most.
export const pythonModules: readonly string[] = words(`
  array ast asyncio bisect collections copy csv dataclasses datetime decimal enum epython fractions functools heapq io
  itertools json math operator pathlib random re statistics string struct sys time typing`);

export interface LibraryName {
  readonly name: string;
  /// How it is written.
  readonly signature: string;
  readonly help: string;
}

/// What the module epython has for a program on the host: its own signatures and the first sentences of its own help.
export const epythonNames: readonly LibraryName[] = [
  {
    name: "offload",
    signature: "offload(*functions, **options)",
    help: "Makes a function a kernel: calling it runs it on the cores.",
  },
  {
    name: "offload_multiple",
    signature: "offload_multiple(*functions, cores=None, **options)",
    help: "Like offload, asynchronous, on any `cores` cores; on all of them if that is left out.",
  },
  {
    name: "offload_single",
    signature: "offload_single(*functions, **options)",
    help: "Like offload, asynchronous, on one core, whichever.",
  },
  {
    name: "waitAll",
    signature: "waitAll(*handlers)",
    help: "Waits for all these launches; the list of their lists of values.",
  },
  {
    name: "define_on_device",
    signature: "define_on_device(value, name=None)",
    help: "Puts a variable on every core, where it stays from launch to launch: a private copy for each.",
  },
  {
    name: "copy_to_device",
    signature: "copy_to_device(name=None, data=None, *, var=None, **options)",
    help: "Gives a variable on the cores a new value: on all, or on those that target names.",
  },
  {
    name: "copy_from_device",
    signature: "copy_from_device(name=None, *, var=None, **options)",
    help: "The list of the values that a variable has on the cores: on all, or on those that target names.",
  },
  {
    name: "send",
    signature: "send(data, pid, n=None, *, length=None)",
    help: "Sends a value or list to core pid and waits until that core receives it.",
  },
  {
    name: "recv",
    signature: "recv(pid, n=None, *, len=None)",
    help: "Waits for a value or list from core pid and returns it.",
  },
  {
    name: "sendrecv",
    signature: "sendrecv(data, pid, n=None)",
    help: "Swaps values with core pid: sends data and returns what pid sent.",
  },
  { name: "bcast", signature: "bcast(data, root)", help: "Gives every core the value that core root passes." },
  {
    name: "reduce",
    signature: "reduce(data, op=None, *, operator=None)",
    help: 'Combines every core\'s value with "sum", "min", "max" or "prod" and gives the result to all.',
  },
  { name: "sync", signature: "sync()", help: "Waits until every core has called it." },
  { name: "divide", signature: "divide(a, b)", help: "a / b as Python 2 has it: between ints, an int." },
  { name: "coreid", signature: "coreid()", help: "The id of the host: the one after the last core's." },
  {
    name: "numcores",
    signature: "numcores()",
    help: "How many cores there are; with a program of their own on them, the host is one of them.",
  },
  { name: "probe", signature: "probe(pid)", help: "Whether a message from core pid is ready to be received." },
  { name: "ishost", signature: "ishost()", help: "True: this is the host." },
  { name: "isdevice", signature: "isdevice()", help: "False: this is the host, not a core of the chip." },
  { name: "ALL_DEVICES", signature: "ALL_DEVICES", help: "Every core of the chip, for target." },
  { name: "EPIPHANY_DEVICE", signature: "EPIPHANY_DEVICE", help: "The chip, for device." },
  { name: "Handler", signature: "Handler", help: "One launch of a kernel on one or more cores." },
  { name: "KernelExecutionHandler", signature: "KernelExecutionHandler", help: "What the original calls a Handler." },
  {
    name: "testKernelCompletion",
    signature: "testKernelCompletion(handler)",
    help: "Whether a launch has ended on all its cores.",
  },
  {
    name: "waitForKernelCompletion",
    signature: "waitForKernelCompletion(handler)",
    help: "Waits for a launch on all its cores; the list of their values.",
  },
  {
    name: "OffloadError",
    signature: "OffloadError",
    help: "A function, an argument or an option that cannot go to the cores. `file` and `line` say where, if that is known.",
  },
  { name: "KernelError", signature: "KernelError", help: "A kernel that failed on a core." },
  { name: "DeadlockError", signature: "DeadlockError", help: "The cores can never continue." },
];

/// The methods of what an asynchronous launch gives.
export const handlerMethods: readonly LibraryName[] = [
  { name: "running", signature: "running", help: "How many cores have not ended the kernel yet." },
  { name: "number_running", signature: "number_running()", help: "How many cores have not ended the kernel yet." },
  { name: "test", signature: "test()", help: "True if there is a value that wait_any has not given yet." },
  {
    name: "wait",
    signature: "wait()",
    help: "Waits for all cores; the list of their values, in the order of the cores.",
  },
  {
    name: "wait_any",
    signature: "wait_any()",
    help: "Waits for a value that it has not given yet, from any of the cores; None if it has given all.",
  },
];

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
