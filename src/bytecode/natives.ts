// One row for each function the cores' runtime provides. Long because it is a table.

/// What a native needs from the machine beyond computing. A `local` one costs what it computes; what the others cost is in
/// machine/timing/.
export type NativeGroup = "local" | "math" | "message" | "collective" | "monitor";

export interface NativeParameter {
  readonly name: string;
  /// May be left out; the native then sees an unset slot.
  readonly optional?: boolean;
}

/// One function that the cores' runtime provides, as opposed to those that modules define in ePython itself.
export interface Native {
  /// Its number in byte code. Never reused, never changed.
  readonly number: number;
  /// The module it is imported from; `builtins` and `classic` need no import, `method` is called on a value (its first parameter).
  readonly module: string;
  readonly name: string;
  readonly parameters: readonly NativeParameter[];
  /// Takes any number of further positional arguments after its parameters.
  readonly variadic?: boolean;
  /// And any named arguments: the compiler says what becomes of these.
  readonly named?: boolean;
  /// Classic ePython, whose modules have only what the original's have, does not know it.
  readonly beyondClassic?: boolean;
  readonly group: NativeGroup;
  /// One sentence for hover and documentation.
  readonly summary: string;
  /// The counterpart in MPI, for those who know it or will meet it.
  readonly mpi?: string;
}

function parameters(text: string): readonly NativeParameter[] {
  return text
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => (word.endsWith("?") ? { name: word.slice(0, -1), optional: true } : { name: word }));
}

const table: Native[] = [];

function row(
  number: number,
  module: string,
  signature: string,
  group: NativeGroup,
  summary: string,
  mpi?: string,
): Native {
  const [name = "", ...rest] = signature.split(" ");
  const named = rest.at(-1) === "**";
  const variadic = named || rest.at(-1) === "*";
  if (variadic) rest.pop();
  const native: Native = {
    number,
    module,
    name,
    parameters: parameters(rest.join(" ")),
    group,
    summary,
    ...(variadic ? { variadic } : {}),
    ...(named ? { named } : {}),
    ...(mpi === undefined ? {} : { mpi }),
  };
  table.push(native);
  return native;
}

// A signature is the name, then the parameters; `?` marks one that may be left out, a last `*` any number more, `**` also by any names.
// Numbers below 32 are built-ins, from 32 those of classic ePython, from 64 methods, from 128 modules; gaps are room for the rest of each group.

export const ABS = row(0, "builtins", "abs x", "local", "The distance of a number from zero.");
export const BOOL = row(
  1,
  "builtins",
  "bool x?",
  "local",
  "False for 0, None and anything empty; True for everything else.",
);
export const CHR = row(2, "builtins", "chr code", "local", "The character with this code, as a string.");
export const EXIT = row(3, "builtins", "exit status?", "local", "Ends the program on this core.");
export const FLOAT = row(4, "builtins", "float x?", "local", "The value as a real; text is read as a number.");
export const INPUT = row(
  5,
  "builtins",
  "input prompt?",
  "monitor",
  "Asks the user for a line and returns its text; in Python 2 and classic programs a number, if it is one.",
);
export const INT = row(
  6,
  "builtins",
  "int x? base?",
  "local",
  "The number without its fraction; text is read as a number, in base 10 unless you give another.",
);
export const LEN = row(
  7,
  "builtins",
  "len x",
  "local",
  "The number of elements in a list, or of characters in a string.",
);
export const MAX = row(
  8,
  "builtins",
  "max x *",
  "local",
  "The largest element of a list, or the largest of the arguments.",
);
export const MIN = row(
  9,
  "builtins",
  "min x *",
  "local",
  "The smallest element of a list, or the smallest of the arguments.",
);
export const ORD = row(10, "builtins", "ord character", "local", "The code of a character.");
export const POWER = row(
  11,
  "builtins",
  "pow x y z?",
  "local",
  "x to the power y; with z, what is left of that when it is divided by z.",
);
export const PRINT = row(
  12,
  "builtins",
  "print *",
  "monitor",
  "Shows values, separated by spaces, on a line marked with this core's id.",
);
export const QUIT = row(13, "builtins", "quit status?", "local", "Ends the program on this core.");
export const RANGE = row(
  14,
  "builtins",
  "range start stop? step?",
  "local",
  "The whole numbers from start up to, but not including, stop.",
);
export const ROUND = row(
  15,
  "builtins",
  "round x digits?",
  "local",
  "The number, rounded to `digits` digits after the point.",
);
export const STR = row(16, "builtins", "str x?", "monitor", "The value as text.");
export const SUM = row(17, "builtins", "sum x start?", "local", "The sum of all elements of a list.");
export const XRANGE = row(18, "builtins", "xrange start stop? step?", "local", "The same as range.");
export const TYPE = row(19, "builtins", "type x", "local", "The type of a value, such as int.");
export const SORTED = row(
  20,
  "builtins",
  "sorted x reverse?",
  "local",
  "A new list with the elements in ascending order, or in descending order if reverse is true.",
);
export const ALL = row(21, "builtins", "all x", "local", "True if every element counts as true.");
export const ANY = row(22, "builtins", "any x", "local", "True if one or more elements count as true.");
export const BIN = row(23, "builtins", "bin x", "local", "A whole number as text in base 2, such as '0b101'.");
export const DIVMOD = row(24, "builtins", "divmod x y", "local", "The tuple (x // y, x % y).");
export const ENUMERATE = row(
  25,
  "builtins",
  "enumerate iterable start?",
  "local",
  "A tuple (number, element) for each element, numbered from start, or from 0.",
);
export const HEX = row(26, "builtins", "hex x", "local", "A whole number as text in base 16, such as '0xff'.");
export const LIST = row(
  27,
  "builtins",
  "list x?",
  "local",
  "A new list with the elements of x, or an empty list without x.",
);
export const OCT = row(28, "builtins", "oct x", "local", "A whole number as text in base 8, such as '0o17'.");
export const REVERSED = row(29, "builtins", "reversed x", "local", "The elements from last to first.");
export const TUPLE = row(
  30,
  "builtins",
  "tuple x?",
  "local",
  "A tuple with the elements of x, or an empty tuple without x.",
);
export const ZIP = row(
  31,
  "builtins",
  "zip *",
  "local",
  "Tuples of all the first elements, all the second ones, and so on, to the end of the shortest.",
);

export const DICT = row(
  41,
  "builtins",
  "dict x?",
  "local",
  "A new dictionary with the entries of another one or with the pairs of a list, and an entry for each named argument.",
);
export const SET = row(42, "builtins", "set x?", "local", "A new set of the elements of x, or an empty set without x.");
export const FROZENSET = row(
  43,
  "builtins",
  "frozenset x?",
  "local",
  "A set of the elements of x that never changes, so that it can be a key.",
);
export const HASH = row(48, "builtins", "hash x", "local", "The int by which dictionaries and sets find the value.");

export const BYTES = row(
  44,
  "builtins",
  "bytes x? encoding? errors?",
  "local",
  "The bytes of a list of numbers from 0 to 255, or of a text in an encoding; of an int, that many zeros.",
);
export const BYTEARRAY = row(
  45,
  "builtins",
  "bytearray x? encoding? errors?",
  "local",
  "The same as bytes, but its elements can be changed.",
);
export const COMPLEX = row(
  46,
  "builtins",
  "complex real? imag?",
  "local",
  "A complex number with these two parts, or the one that a text says.",
);
export const SLICE = row(
  47,
  "builtins",
  "slice start stop? step?",
  "local",
  "The slice that `start:stop:step` in square brackets means, as a value.",
);

// Built-ins of classic ePython that Python does not have.
export const ALIAS = row(
  32,
  "classic",
  "alias a b?",
  "local",
  "Makes a another name for b's data; with one argument, returns its value itself.",
);
export const SYMBOL = row(33, "classic", "symbol x", "local", "What a name stands for, so that you can pass it on.");
export const ID = row(
  34,
  "classic",
  "id x",
  "local",
  "The address of a list, tuple or string in the core's memory; for anything else, the word that stores it.",
);

export const REPR = row(54, "builtins", "repr x", "monitor", "The value as text, as it is written in a program.");
export const ASCII = row(
  55,
  "builtins",
  "ascii x",
  "monitor",
  "Like repr, with escapes for all characters that are not ASCII.",
);
export const IDENTITY = row(
  57,
  "builtins",
  "id x",
  "local",
  "A whole number that no other value has while this one exists.",
);
export const CALLABLE = row(
  58,
  "builtins",
  "callable x",
  "local",
  "True if x can be called, as functions and types can.",
);
export const FORMAT = row(
  59,
  "builtins",
  "format x spec?",
  "monitor",
  "The value as text in a format, such as '.2f' or '>8', as after the colon in an f-string.",
);
export const ISINSTANCE = row(
  60,
  "builtins",
  "isinstance x types",
  "local",
  "True if x is of this type, or of one of the types in a tuple.",
);

export const GETATTR = row(
  150,
  "builtins",
  "getattr object name default?",
  "local",
  "The attribute of an object with this name; `default` if it has none.",
);
export const HASATTR = row(
  151,
  "builtins",
  "hasattr object name",
  "local",
  "True if an object has an attribute with this name.",
);
export const SETATTR = row(
  152,
  "builtins",
  "setattr object name value",
  "local",
  "Makes a value the attribute of an object with this name.",
);
export const DELATTR = row(
  153,
  "builtins",
  "delattr object name",
  "local",
  "Deletes the attribute of an object with this name.",
);
export const SET_PLAIN = row(
  154,
  "runtime",
  "__setattr__ object name value",
  "local",
  "As `object` sets an attribute.",
);
export const ISSUBCLASS = row(
  155,
  "builtins",
  "issubclass class types",
  "local",
  "True if a class is this one or made of it, or of one of the classes in a tuple.",
);

// Only `native rtl_…` in a classic program calls these; the rest of the original's runtime is in modules too.
export const RTL_DSIZE = row(35, "rtl", "dsize a d", "local", "The length of an array's dimension d.");
export const RTL_MATH = row(
  36,
  "rtl",
  "math op x?",
  "local",
  "Calls a function of math by its number, or returns a random number.",
);
export const RTL_GLOBAL_REFERENCE = row(
  37,
  "rtl",
  "global_reference id",
  "local",
  "What an id stands for, so that it can be sent to another core.",
);
export const RTL_DEREFERENCE = row(38, "rtl", "dereference ref", "local", "What a reference stands for.");
export const RTL_FLATTEN = row(39, "rtl", "flatten a size", "local", "Makes an array flat, with this length.");
export const RTL_ARRAYCOPY = row(
  40,
  "rtl",
  "arraycopy to from dims_to dims_from length",
  "local",
  "Copies the first elements of an array into another.",
);

export const ITER = row(
  142,
  "builtins",
  "iter x sentinel?",
  "local",
  "An iterator over x, which `next` asks for one value after the other; or one that calls x until it gives sentinel.",
);
export const NEXT = row(
  143,
  "builtins",
  "next iterator default?",
  "local",
  "The next value of an iterator; default if there is none.",
);
export const SEND_TO = row(
  144,
  "method",
  "send generator value",
  "local",
  "Continues the generator, in which `yield` gives value, up to the next value.",
);
export const CLOSE = row(145, "method", "close generator", "local", "Ends the generator where it waits.");
export const THROW = row(
  148,
  "method",
  "throw generator exception value? traceback?",
  "local",
  "Raises the exception at the `yield` where the generator waits, and returns the next value.",
);

export const APPEND = row(64, "method", "append list x", "local", "Adds x at the end of the list.");
export const EXTEND = row(65, "method", "extend list other", "local", "Adds all elements of another list at the end.");
export const INSERT = row(66, "method", "insert list index x", "local", "Puts x before the element at index.");
export const POP = row(
  67,
  "method",
  "pop items index? default?",
  "local",
  "Takes the element at index out of the list, or the last one without index, and returns it; of a dictionary, the value of the key, or default if there is no such key.",
);
export const REMOVE = row(
  68,
  "method",
  "remove items x",
  "local",
  "Takes the first element equal to x out of the list or the set.",
);
export const REVERSE = row(69, "method", "reverse list", "local", "Reverses the order of the list in place.");
export const SORT = row(
  70,
  "method",
  "sort list reverse?",
  "local",
  "Sorts the list in place, in ascending order, or in descending order if reverse is true.",
);
export const INDEX_OF = row(
  71,
  "method",
  "index x value start? end?",
  "local",
  "The index of the first such value, from start on and before end.",
);
export const COUNT = row(
  72,
  "method",
  "count x value start? end?",
  "local",
  "How often value occurs; in a string also only from start on and before end.",
);
export const COPY = row(73, "method", "copy items", "local", "A new list, dictionary or set with the same elements.");
export const CLEAR = row(
  74,
  "method",
  "clear items",
  "local",
  "Takes all elements out of the list, dictionary or set.",
);
export const UPPER = row(80, "method", "upper text", "local", "The text in capitals.");
export const LOWER = row(81, "method", "lower text", "local", "The text in small letters.");
export const STRIP = row(
  82,
  "method",
  "strip text characters?",
  "local",
  "The text without white space, or without these characters, at its ends.",
);
export const LSTRIP = row(83, "method", "lstrip text characters?", "local", "Like strip, at the start only.");
export const RSTRIP = row(84, "method", "rstrip text characters?", "local", "Like strip, at the end only.");
export const SPLIT = row(
  85,
  "method",
  "split text sep? maxsplit?",
  "local",
  "A list of the parts of the text, split at white space or at sep.",
);
export const JOIN = row(
  86,
  "method",
  "join text parts",
  "local",
  "The strings of a list joined into one, with this text between them.",
);
export const FIND = row(
  87,
  "method",
  "find text part start? end?",
  "local",
  "The index at which part first occurs in the text, or -1 if it does not.",
);
export const REPLACE = row(
  88,
  "method",
  "replace text old new count?",
  "local",
  "The text with new in place of every old, or of the first count of them.",
);
export const STARTSWITH = row(
  89,
  "method",
  "startswith text prefix start? end?",
  "local",
  "True if the text begins with prefix, or with one of the prefixes in a tuple.",
);
export const ENDSWITH = row(
  90,
  "method",
  "endswith text suffix start? end?",
  "local",
  "True if the text ends with suffix, or with one of the suffixes in a tuple.",
);
export const ISDIGIT = row(
  91,
  "method",
  "isdigit text",
  "local",
  "True if the text is not empty and all its characters are digits.",
);

// Further methods of strings.
const text = (number: number, signature: string, summary: string): Native =>
  row(number, "method", signature, "local", summary);

export const CAPITALIZE = text(
  92,
  "capitalize text",
  "The text with its first letter as a capital and all others small.",
);
export const CASEFOLD = text(93, "casefold text", "The text as it is compared when capitals do not matter.");
export const CENTER = text(
  94,
  "center text width fillchar?",
  "The text in the middle of `width` characters, with spaces or fillchar around it.",
);
export const EXPANDTABS = text(
  95,
  "expandtabs text tabsize?",
  "The text with spaces in place of tabs, up to the next of the columns that are tabsize (8) apart.",
);
export const FORMAT_TEXT = row(
  96,
  "method",
  "format text **",
  "monitor",
  "The text with the arguments in place of its braces: `{}` in order, `{0}` by number, `{name}` by name.",
);
export const FORMAT_MAP = text(
  97,
  "format_map text mapping",
  "The text with values of a dictionary in place of its braces, as in `'{a}'.format_map({'a': 1})`.",
);
export const TRANSLATE = text(
  233,
  "translate text table",
  "The text with each character replaced as a table from maketrans says.",
);
export const MAKETRANS = text(
  234,
  "maketrans text x y? z?",
  "A table for translate: from each character of x to the one of y in its place, and from each of z to nothing; or from the keys of a dictionary to its values.",
);
export const ISALNUM = text(98, "isalnum text", "True if the text is not empty and has only letters and numbers.");
export const ISALPHA = text(99, "isalpha text", "True if the text is not empty and has only letters.");
export const ISASCII = text(100, "isascii text", "True if all codes of the text's characters are below 128.");
export const ISDECIMAL = text(
  101,
  "isdecimal text",
  "True if the text is not empty and has only digits that numbers are written with.",
);
export const ISIDENTIFIER = text(102, "isidentifier text", "True if the text could be a name in a program.");
export const ISLOWER = text(103, "islower text", "True if the text has letters, and no capitals.");
export const ISNUMERIC = text(
  104,
  "isnumeric text",
  "True if the text is not empty and all its characters stand for numbers.",
);
export const ISPRINTABLE = text(
  105,
  "isprintable text",
  "True if all characters of the text can be seen; a space can.",
);
export const ISSPACE = text(106, "isspace text", "True if the text is not empty and has only white space.");
export const ISTITLE = text(
  107,
  "istitle text",
  "True if each word of the text begins with a capital and has no others.",
);
export const ISUPPER = text(108, "isupper text", "True if the text has letters, and all are capitals.");
export const LJUST = text(
  109,
  "ljust text width fillchar?",
  "The text with spaces or fillchar after it, `width` characters in all.",
);
export const PARTITION = text(
  110,
  "partition text sep",
  "A tuple of what is before the first sep, sep, and what is after it; without a sep, the text and two empty texts.",
);
export const REMOVEPREFIX = text(111, "removeprefix text prefix", "The text without prefix, if it begins with it.");
export const REMOVESUFFIX = text(112, "removesuffix text suffix", "The text without suffix, if it ends with it.");
export const RFIND = text(
  113,
  "rfind text part start? end?",
  "The index at which part last occurs in the text, or -1 if it does not.",
);
export const RINDEX = text(
  114,
  "rindex text part start? end?",
  "The index at which part last occurs in the text; an error if it does not.",
);
export const RJUST = text(
  115,
  "rjust text width fillchar?",
  "The text with spaces or fillchar before it, `width` characters in all.",
);
export const RPARTITION = text(
  116,
  "rpartition text sep",
  "A tuple of what is before the last sep, sep, and what is after it; without a sep, two empty texts and the text.",
);
export const RSPLIT = text(
  117,
  "rsplit text sep? maxsplit?",
  "Like split; with maxsplit, it splits at the last places.",
);
export const SPLITLINES = text(
  230,
  "splitlines text keepends?",
  "A list of the text's lines, without their ends unless keepends is true.",
);
export const SWAPCASE = text(
  231,
  "swapcase text",
  "The text with capitals made small and small letters made capitals.",
);
export const TITLE = text(
  232,
  "title text",
  "The text with a capital at the beginning of each word, and the rest small.",
);
export const ZFILL = text(
  235,
  "zfill text width",
  "The text with zeros before it, after its sign, `width` characters in all.",
);

export const KEYS = row(49, "method", "keys dict", "local", "The keys, which change with the dictionary.");
export const VALUES = row(50, "method", "values dict", "local", "The values, which change with the dictionary.");
export const ITEMS = row(
  51,
  "method",
  "items dict",
  "local",
  "Tuples of each key and its value, which change with the dictionary.",
);
export const GET = row(
  52,
  "method",
  "get dict key default?",
  "local",
  "The value of the key, or default (None) if there is no such key.",
);
export const UPDATE = row(
  53,
  "method",
  "update table *",
  "local",
  "Adds the entries of another dictionary or of pairs, and the named arguments; to a set, the elements of others.",
);
export const ADD = row(118, "method", "add set value", "local", "Adds the value, if it is not in the set yet.");
export const DISCARD = row(119, "method", "discard set value", "local", "Takes the value out, if it is in the set.");
export const UNION = row(
  120,
  "method",
  "union set *",
  "local",
  "A new set with the elements of the set and of the others.",
);
export const INTERSECTION = row(
  121,
  "method",
  "intersection set *",
  "local",
  "A new set with the elements that are in the set and in all others.",
);
export const DIFFERENCE = row(
  122,
  "method",
  "difference set *",
  "local",
  "A new set with the elements of the set that are in none of the others.",
);
export const SYMMETRIC_DIFFERENCE = row(
  123,
  "method",
  "symmetric_difference set other",
  "local",
  "A new set with the elements that are in one of the two but not in both.",
);
export const ISSUBSET = row(
  124,
  "method",
  "issubset set other",
  "local",
  "True if every element of the set is in the other.",
);
export const ISSUPERSET = row(
  125,
  "method",
  "issuperset set other",
  "local",
  "True if every element of the other is in the set.",
);
export const SETDEFAULT = row(
  126,
  "method",
  "setdefault dict key default?",
  "local",
  "The value of the key, which becomes default (None) if there is no such key.",
);
export const POPITEM = row(
  127,
  "method",
  "popitem dict",
  "local",
  "Takes the last entry out of the dictionary and returns it as a tuple of key and value.",
);

export const COREID = row(128, "parallel", "coreid", "local", "The id of this core, counted from 0.", "MPI_Comm_rank");
export const NUMCORES = row(129, "parallel", "numcores", "local", "How many cores run the program.", "MPI_Comm_size");
export const ISHOST = row(130, "parallel", "ishost", "local", "True on a virtual core of the host.");
export const ISDEVICE = row(131, "parallel", "isdevice", "local", "True on a core of the Epiphany chip.");
export const SEND = row(
  132,
  "parallel",
  "send data pid n?",
  "message",
  "Sends a value or list to core pid and waits until that core receives it.",
  "MPI_Ssend",
);
export const RECV = row(
  133,
  "parallel",
  "recv pid n?",
  "message",
  "Waits for a value or list from core pid and returns it.",
  "MPI_Recv",
);
export const SENDRECV = row(
  134,
  "parallel",
  "sendrecv data pid n?",
  "message",
  "Swaps values with core pid, which calls sendrecv too (or send and recv): sends data and returns what pid sent.",
  "MPI_Sendrecv",
);
export const NONBLOCKING_SEND = row(
  135,
  "parallel",
  "nonblocking_send data pid n?",
  "message",
  "Sends a value or list to core pid and continues at once.",
  "MPI_Isend",
);
export const TEST_SENT = row(
  136,
  "parallel",
  "test_sent pid",
  "message",
  "True if core pid has received the last non-blocking message to it.",
  "MPI_Test",
);
export const WAIT_SENT = row(
  137,
  "parallel",
  "wait_sent pid",
  "message",
  "Waits until core pid has received the last non-blocking message to it.",
  "MPI_Wait",
);
export const PROBE = row(
  138,
  "parallel",
  "probe pid",
  "message",
  "True if a message from core pid is ready to be received.",
  "MPI_Iprobe",
);
export const BCAST = row(
  139,
  "parallel",
  "bcast data root",
  "collective",
  "Gives every core the value that core root passes.",
  "MPI_Bcast",
);
export const REDUCE = row(
  140,
  "parallel",
  "reduce data op",
  "collective",
  'Combines every core\'s value with "sum", "min", "max" or "prod" and gives the result to all; combines lists element by element.',
  "MPI_Allreduce",
);
export const SYNC = row(141, "parallel", "sync", "collective", "Waits until every core has called it.", "MPI_Barrier");

export const NEXT_LAUNCH = row(
  250,
  "offload",
  "next_launch",
  "message",
  "Waits until full Python launches a kernel on this core, and returns a tuple of the kernel's number and arguments.",
);
export const GIVE_BACK = row(
  251,
  "offload",
  "give_back value",
  "message",
  "Gives full Python the value of the kernel that it launched on this core, and continues.",
);

export const SQRT = row(160, "math", "sqrt x", "math", "The square root.");
export const SIN = row(161, "math", "sin x", "math", "The sine of an angle in radians.");
export const COS = row(162, "math", "cos x", "math", "The cosine of an angle in radians.");
export const TAN = row(163, "math", "tan x", "math", "The tangent of an angle in radians.");
export const ASIN = row(164, "math", "asin x", "math", "The angle, in radians, with this sine.");
export const ACOS = row(165, "math", "acos x", "math", "The angle, in radians, with this cosine.");
export const ATAN = row(166, "math", "atan x", "math", "The angle, in radians, with this tangent.");
export const SINH = row(167, "math", "sinh x", "math", "The hyperbolic sine.");
export const COSH = row(168, "math", "cosh x", "math", "The hyperbolic cosine.");
export const TANH = row(169, "math", "tanh x", "math", "The hyperbolic tangent.");
export const FLOOR = row(170, "math", "floor x", "math", "The largest whole number that is not above x.");
export const CEIL = row(171, "math", "ceil x", "math", "The smallest whole number that is not below x.");
export const LOG = row(
  172,
  "math",
  "log x base?",
  "math",
  "The logarithm to this base, or the natural logarithm without base.",
);
export const LOG10 = row(173, "math", "log10 x", "math", "The logarithm to the base 10.");
export const EXP = row(174, "math", "exp x", "math", "e to the power x.");
export const MATH_POW = row(175, "math", "pow x y", "math", "x to the power y, as a real.");
export const FABS = row(176, "math", "fabs x", "math", "The distance from zero, as a real.");
export const FMOD = row(177, "math", "fmod x y", "math", "The remainder of x divided by y, with the sign of x.");

// What Python's modules have beyond the original's.
function python(number: number, module: string, signature: string, group: NativeGroup, summary: string): Native {
  const native = { ...row(number, module, signature, group, summary), beyondClassic: true };
  table[table.length - 1] = native;
  return native;
}

export const ATAN2 = python(
  178,
  "math",
  "atan2 y x",
  "math",
  "The angle, in radians, of the point (x, y), from -pi to pi.",
);
export const HYPOT = python(
  179,
  "math",
  "hypot *",
  "math",
  "The distance of a point with these coordinates from the origin.",
);
export const LOG2 = python(180, "math", "log2 x", "math", "The logarithm to the base 2.");
export const LOG1P = python(181, "math", "log1p x", "math", "The natural logarithm of 1 + x, exact for small x, too.");
export const EXPM1 = python(182, "math", "expm1 x", "math", "e to the power x, minus 1, exact for small x, too.");
export const TRUNC = python(183, "math", "trunc x", "math", "The number without its fraction, as a whole number.");
export const COPYSIGN = python(184, "math", "copysign x y", "math", "x with the sign of y.");
export const GAMMA = python(185, "math", "gamma x", "math", "The gamma function, which is the factorial of x - 1.");
export const LGAMMA = python(186, "math", "lgamma x", "math", "The natural logarithm of the size of gamma(x).");
export const ERF = python(187, "math", "erf x", "math", "The error function.");
export const ERFC = python(188, "math", "erfc x", "math", "1 minus the error function, exact for large x, too.");
export const CBRT = python(189, "math", "cbrt x", "math", "The cube root.");
export const ASINH = python(190, "math", "asinh x", "math", "The inverse of sinh.");
export const ACOSH = python(191, "math", "acosh x", "math", "The inverse of cosh.");
export const ATANH = python(238, "math", "atanh x", "math", "The inverse of tanh.");
export const DEGREES = python(239, "math", "degrees x", "math", "The angle of x radians in degrees.");
export const RADIANS = python(240, "math", "radians x", "math", "The angle of x degrees in radians.");
export const EXP2 = python(241, "math", "exp2 x", "math", "2 to the power x.");
export const FSUM = python(242, "math", "fsum x", "math", "The sum of the elements, rounded only once.");
export const GCD = python(243, "math", "gcd *", "local", "The greatest common divisor of whole numbers.");
export const LCM = python(244, "math", "lcm *", "local", "The least common multiple of whole numbers.");
export const PERF_COUNTER = python(245, "time", "perf_counter", "local", "This core's virtual clock in seconds.");
export const SLEEP = python(
  246,
  "time",
  "sleep seconds",
  "local",
  "Waits for a number of seconds of virtual time: this core's clock is set on.",
);

export const RANDOM = row(192, "random", "random", "local", "A random real from 0 up to, but not including, 1.");
export const RANDINT = row(193, "random", "randint a b", "local", "A random whole number from a to b, both included.");
export const RANDRANGE = row(
  194,
  "random",
  "randrange start stop? step?",
  "local",
  "A random whole number from start up to, but not including, stop; with step, one of every step numbers.",
);
export const SEED = row(
  195,
  "random",
  "seed n?",
  "local",
  "Starts this core's random numbers again from n; without n, it changes nothing.",
);

export const TIME = row(200, "time", "time", "local", "This core's virtual clock in seconds.");

const DIMENSIONS = "d1 d2? d3? d4? d5? d6? d7?";
export const ARRAY = row(
  208,
  "array",
  `array ${DIMENSIONS}`,
  "local",
  "An array of zeros with these dimensions: lists of lists.",
);
export const SHARED_MEM_ARRAY = row(
  209,
  "array",
  `shared_mem_array ${DIMENSIONS}`,
  "local",
  "An array of zeros in this core's part of the shared memory.",
);
export const FLATTEN = row(210, "array", "flatten a", "local", "A new list of all the array's elements, row by row.");
export const ARRAY_SIZE = row(211, "array", "size a", "local", "How many elements the array has in total.");
export const ARRAY_LEN = row(212, "array", "len a", "local", "How many elements the array's first dimension has.");
export const NDIM = row(213, "array", "ndim a", "local", "How many dimensions the array has.");
export const SHAPE = row(214, "array", "shape a", "local", "A tuple of the array's lengths, one for each dimension.");
export const NBYTES = row(215, "array", "nbytes a", "local", "How many bytes the array's elements take.");
export const ARRAYCOPY = row(
  216,
  "array",
  "arraycopy target source",
  "local",
  "Copies the elements of one array into another of the same shape.",
);
export const FREEARRAY = row(
  217,
  "array",
  "freearray a",
  "local",
  "Frees the array's memory; the array is then empty.",
);

export const FREE = row(224, "memory", "free a", "local", "Frees the memory of a list; the list is then empty.");
export const GC = row(225, "memory", "gc", "local", "Frees the memory of everything that nothing refers to any more.");

// Types that no name stands for; `type` gives them.
export const NONE_TYPE = row(61, "runtime", "NoneType", "local", "The type of None.");
export const FUNCTION_TYPE = row(62, "runtime", "function code globals", "local", "The type of a program's functions.");
export const NATIVE_TYPE = row(
  63,
  "runtime",
  "builtin_function_or_method code globals",
  "local",
  "The type of ePython's own functions.",
);

export const GENERATOR_TYPE = row(146, "runtime", "generator frame", "local", "The type of generators.");
export const ITERATOR_TYPE = row(
  147,
  "runtime",
  "iterator source",
  "local",
  "The type of iterators over a list or a text.",
);
// From 256 on an instruction of its own calls them (isa.ts).
export const ISDISJOINT = row(
  256,
  "method",
  "isdisjoint set other",
  "local",
  "True if no element of the set is in the other.",
);
export const INTERSECTION_UPDATE = row(
  257,
  "method",
  "intersection_update set *",
  "local",
  "Takes all elements out of the set that are not in all others.",
);
export const DIFFERENCE_UPDATE = row(
  258,
  "method",
  "difference_update set *",
  "local",
  "Takes all elements of the others out of the set.",
);
export const SYMMETRIC_DIFFERENCE_UPDATE = row(
  259,
  "method",
  "symmetric_difference_update set other",
  "local",
  "Takes the elements of the other out of the set, and adds those that were not in it.",
);
export const FROMKEYS = row(
  260,
  "method",
  "fromkeys dict keys value?",
  "local",
  "A new dictionary with these keys, all with the same value (None), as in dict.fromkeys(keys, 0).",
);
export const KEYS_TYPE = row(261, "runtime", "dict_keys dict", "local", "The type of a dictionary's keys().");
export const VALUES_TYPE = row(262, "runtime", "dict_values dict", "local", "The type of a dictionary's values().");
export const ITEMS_TYPE = row(263, "runtime", "dict_items dict", "local", "The type of a dictionary's items().");

export const SINGLETON_TYPES = [
  row(300, "runtime", "NotImplementedType", "local", "The type of NotImplemented."),
  row(301, "runtime", "ellipsis", "local", "The type of `...`."),
];

// What belongs to bytes.
export const ENCODE = row(
  302,
  "method",
  "encode text encoding? errors?",
  "local",
  "The bytes of the text's characters, in UTF-8 unless you name another encoding.",
);
export const DECODE = row(
  303,
  "method",
  "decode bytes encoding? errors?",
  "local",
  "The text that the bytes are, in UTF-8 unless you name another encoding.",
);
export const HEX_OF = row(
  304,
  "method",
  "hex number sep? every?",
  "local",
  "Bytes, or a real, in base 16; with sep, a separator between the bytes.",
);
export const FROMHEX = row(
  305,
  "method",
  "fromhex type text",
  "local",
  "What a text says in base 16, as in bytes.fromhex('ff 00') or float.fromhex('0x1.8p3').",
);
export const TO_BYTES = row(
  306,
  "method",
  "to_bytes int length? byteorder? signed?",
  "local",
  "The int as `length` bytes, the highest first if byteorder is 'big', the lowest first if it is 'little'.",
);
export const FROM_BYTES = row(
  307,
  "method",
  "from_bytes type bytes byteorder? signed?",
  "local",
  "The int that bytes are, as in int.from_bytes(data, 'big').",
);

// What belongs to numbers and slices.
export const BIT_LENGTH = row(308, "method", "bit_length int", "local", "How many bits the size of the int takes.");
export const BIT_COUNT = row(309, "method", "bit_count int", "local", "How many bits of the size of the int are 1.");
export const IS_INTEGER = row(310, "method", "is_integer number", "local", "True if the number has no fraction.");
export const AS_INTEGER_RATIO = row(
  311,
  "method",
  "as_integer_ratio number",
  "local",
  "A tuple of two ints whose quotient is exactly the number.",
);
export const CONJUGATE = row(
  312,
  "method",
  "conjugate number",
  "local",
  "The number with the sign of its imaginary part changed.",
);
export const INDICES = row(
  313,
  "method",
  "indices slice length",
  "local",
  "Start, stop and step of the slice in a sequence of this length, as a tuple.",
);
const part = (number: number, name: string, summary: string): Native =>
  row(number, "runtime", `${name} x`, "local", summary);
export const PARTS_OF_VALUES: readonly Native[] = [
  part(314, "real", "The real part of a number."),
  part(315, "imag", "The imaginary part of a number."),
  part(316, "numerator", "What stands above the line when an int is written as a fraction: the int itself."),
  part(317, "denominator", "What stands below the line when an int is written as a fraction: 1."),
  part(318, "start", "Where a slice or a range starts."),
  part(319, "stop", "Where a slice or a range stops."),
  part(320, "step", "The step of a slice or a range."),
];

// For the compiler's own use; no program can import these.
export const CURRENT_EXCEPTION = row(
  226,
  "runtime",
  "current_exception",
  "local",
  "The exception that is being handled.",
);
export const EXCEPTION_ARGS = row(227, "runtime", "args exception", "local", "The arguments of an exception, a tuple.");
export const EXCEPTION_CAUSE = row(
  228,
  "runtime",
  "__cause__ exception",
  "local",
  "What an exception was raised from, or None.",
);
export const EXCEPTION_ATTRIBUTE = row(
  340,
  "runtime",
  "exception_attribute exception name",
  "local",
  "The attribute of an exception with this name.",
);
export const EXCEPTION_INIT = row(
  341,
  "runtime",
  "exception_init exception *",
  "local",
  "What `super().__init__` of an exception does: its arguments become these.",
);
export const NEXTAFTER = row(343, "math", "nextafter x y", "math", "The real that comes after x on the way to y.");
export const ULP = row(344, "math", "ulp x", "math", "How far x is from the next real, away from zero.");
export const ADD_NOTE = row(
  342,
  "method",
  "add_note exception note",
  "local",
  "Adds a text to what an exception says; all of them are in its `__notes__`.",
);
export const NAME_OF = row(254, "runtime", "__name__ callable", "local", "The name of a type or a function.");
export const FORMAT_NAMED = row(
  237,
  "runtime",
  "format_named text names *",
  "monitor",
  "The text with the values in place of its braces; `names` are those of the last values, with commas between them.",
);
export const PRINT_WITH = row(
  255,
  "runtime",
  "print_with sep end *",
  "monitor",
  "Shows values with this separator and end instead of a space and a new line; None stands for the usual ones.",
);

/// Every native, in ascending order of its number.
export const natives: readonly Native[] = table;

const LOWERCASE = "abcdefghijklmnopqrstuvwxyz";
const PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
const WHITESPACE = " \t\n\r\v\f";

/// Named reals and texts that modules provide beside their functions.
export const moduleConstants: readonly {
  readonly module: string;
  readonly name: string;
  readonly value: number | string;
  /// What it is in classic ePython, if that has it.
  readonly classic?: number;
}[] = [
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: the original has no more digits
  { module: "math", name: "pi", value: Math.PI, classic: 3.141592 },
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: the original has no more digits
  { module: "math", name: "e", value: Math.E, classic: 2.718281 },
  { module: "math", name: "tau", value: 2 * Math.PI },
  { module: "math", name: "inf", value: Number.POSITIVE_INFINITY },
  { module: "math", name: "nan", value: Number.NaN },
  { module: "string", name: "ascii_lowercase", value: LOWERCASE },
  { module: "string", name: "ascii_uppercase", value: LOWERCASE.toUpperCase() },
  { module: "string", name: "ascii_letters", value: LOWERCASE + LOWERCASE.toUpperCase() },
  { module: "string", name: "digits", value: "0123456789" },
  { module: "string", name: "hexdigits", value: "0123456789abcdefABCDEF" },
  { module: "string", name: "octdigits", value: "01234567" },
  { module: "string", name: "punctuation", value: PUNCTUATION },
  { module: "string", name: "whitespace", value: WHITESPACE },
  {
    module: "string",
    name: "printable",
    value: `0123456789${LOWERCASE}${LOWERCASE.toUpperCase()}${PUNCTUATION}${WHITESPACE}`,
  },
];

const byNumber: (Native | undefined)[] = [];
for (const native of table) byNumber[native.number] = native;
const byName = new Map(table.map((native) => [`${native.module}.${native.name}`, native]));

/// The native with this number, if there is one.
export function nativeByNumber(number: number): Native | undefined {
  return byNumber[number];
}

/// The native that computes an attribute of values, such as `args`, if there is one.
export function attributeNamed(name: string): Native | undefined {
  return attributes.get(name);
}

/// What exceptions have as attributes.
export const EXCEPTION_ATTRIBUTES: ReadonlySet<string> = new Set([
  "args",
  "value",
  "code",
  "errno",
  "strerror",
  "__cause__",
  "__context__",
  "__suppress_context__",
  "__traceback__",
  "__notes__",
]);

/// Those that a program may set.
export const SET_OF_EXCEPTIONS: ReadonlySet<string> = new Set([
  "__cause__",
  "__context__",
  "__suppress_context__",
  "__traceback__",
]);

/// What functions have as attributes.
export const FUNCTION_ATTRIBUTES: ReadonlySet<string> = new Set([
  "__name__",
  "__qualname__",
  "__module__",
  "__doc__",
  "__dict__",
  "__wrapped__",
]);

/// The methods by which iterators are asked, and the functions that do the same.
export const ASKING_ITERATORS: ReadonlyMap<string, Native> = new Map([
  ["__next__", NEXT],
  ["__iter__", ITER],
]);

const attributes: ReadonlyMap<string, Native> = new Map(
  [NAME_OF, EXCEPTION_ARGS, EXCEPTION_CAUSE, ...PARTS_OF_VALUES].map((native) => [native.name, native]),
);

/// Arguments that some natives have by name only. The compiler makes other calls of those that are given one.
export function keywordsOf({ number }: Native): readonly string[] {
  return keywords.get(number) ?? [];
}

const keywords: ReadonlyMap<number, readonly string[]> = new Map([
  [ZIP.number, ["strict"]],
  [SORTED.number, ["key"]],
  [SORT.number, ["key"]],
  [MAX.number, ["key", "default"]],
  [MIN.number, ["key", "default"]],
]);

/// Whether a native is a type: its name stands for the type itself, and calling it makes a value of the type.
export function isType({ number }: Native): boolean {
  return types.has(number);
}

const types: ReadonlySet<number> = new Set(
  [
    BOOL,
    DICT,
    FLOAT,
    FROZENSET,
    INT,
    LIST,
    SET,
    STR,
    TUPLE,
    TYPE,
    RANGE,
    NONE_TYPE,
    FUNCTION_TYPE,
    NATIVE_TYPE,
    GENERATOR_TYPE,
    ITERATOR_TYPE,
    KEYS_TYPE,
    VALUES_TYPE,
    ITEMS_TYPE,
    BYTES,
    BYTEARRAY,
    COMPLEX,
    SLICE,
    ...SINGLETON_TYPES,
  ].map(({ number }) => number),
);

/// Whether a native takes named arguments of any name, which become entries of a dictionary.
export function takesAnyName({ number }: Native): boolean {
  return number === DICT.number || number === UPDATE.number;
}

/// The native of this module and name, if there is one. Methods are in module `method`.
export function nativeNamed(module: string, name: string): Native | undefined {
  return byName.get(`${module}.${name}`);
}

/// The fewest and most positional arguments a native takes.
export function arity(native: Native): { readonly least: number; readonly most: number } {
  const least = native.parameters.filter((parameter) => !parameter.optional).length;
  return { least, most: native.variadic ? Number.POSITIVE_INFINITY : native.parameters.length };
}
