// The catalogue of what can go wrong on a core: for each fault's code what happened, why, and how to fix it. What the
// fault itself says, with its values, is in faults.ts. It is long because it is a table.

const explanations: Readonly<Record<string, string>> = {
  "unset-variable":
    "The program has this variable, but it had no value when this line ran. The assignment is further below, in a branch that was not taken, or in a loop that never ran, or the value was deleted. Give it a first value before this line, for example 0 or [].",
  "missing-attribute":
    "A name after a dot is looked for in the object first, then in its class and the classes that this is made of. None of them has it. Check the spelling, and whether the line that assigns it, usually in `__init__`, has run for this object.",
  "cannot-set-attribute":
    "An attribute of an object can be assigned, unless its class computes it: a property needs a setter. A class keeps what its `def` lines define: only its variables can be assigned.",
  "takes-no-arguments":
    "A call of a class hands its arguments to `__init__`. This class and the classes that it is made of have none, so there is nothing that takes arguments. Write `def __init__(self, ...)` in the class, or leave the brackets empty.",
  "index-out-of-range":
    "The elements of a list or text are at 0, 1, 2 and so on, so the last index is one less than the length; -1 is the last element, too. This index is none of these. Often a loop runs one step too far: `range(len(x))` gives exactly the right indices, and with `x[i + 1]` the loop must end one step earlier.",
  "division-by-zero":
    "You cannot divide by zero, and `%` divides, too. The value on the right was 0 when this line ran. Find out where it becomes 0, or test it with `if` before you divide.",
  "wrong-types":
    "An operator works on values that fit together: numbers with numbers, text with text, lists with lists. Here they do not. Convert one side with `int()`, `float()` or `str()`. If one side is None, a function may have ended without `return`. If one side is a tuple, there may be a comma where a point was meant.",
  "uncaught-exception":
    "The program raised this exception with `raise`, and nothing took it: no call around this line is in the block of a `try` with a fitting `except`. If it can be expected, take it with `try` and `except` where the program can do something about it. Otherwise it says what is wrong: follow the calls to the line that causes it.",
  "not-an-exception":
    '`raise` takes an exception: a class such as ValueError, or what a call of one gives, as in `raise ValueError("what is wrong")`. A text or a number alone cannot be raised.',
  "not-an-exception-class":
    "What stands behind `except` says which exceptions the block takes. It must be a class of exceptions such as ValueError, or several of them in round brackets: `except (ValueError, TypeError):`.",
  "nothing-to-raise":
    '`raise` without a value raises again the exception that is being handled, so it only works while an `except` block runs. Here none does. Write which exception to raise, such as `raise ValueError("what is wrong")`.',
  overflow:
    "The cores compute with ints of 32 bits, like their hardware, and this result needs more. Use a real, as in 2.0**40, if seven exact digits are enough, or take the remainder with `%` as you go.",
  "not-a-function":
    "Round brackets after a value call it, and this value is not a function. To take an element of a list, write square brackets: x[0]. To multiply, write `*`. If it should be a function, check whether a variable of the same name has taken its place.",
  "argument-count":
    "Every parameter without a default needs one argument, and there may be no more arguments than parameters. The function comes from a variable, so this was not clear before the program ran. Compare the call with the function's `def` line.",
  "argument-name":
    "A named argument must have the name of a parameter that has no value yet. The function comes from a variable, so this was not clear before the program ran. Compare the names in the call with the function's `def` line.",
  "not-indexable":
    "Square brackets take an element out of a list, a tuple or a text. This value is none of these, so it has no elements. Check where it gets its value; None often comes from a function without `return`.",
  "index-not-int":
    "Elements are numbered with ints, so an index must be an int, and so must the numbers that a range is made of. A real such as 2.0 is not allowed, even if it is whole. Write `int(i)`, or use `//` if a division gives the index.",
  "out-of-memory":
    "A core has 32 KB for everything. What does not fit there goes to the core's part of the shared memory, and that is full as well. No setting makes this part larger, but on a chip with fewer cores each part is larger. Keep shorter lists, reuse them instead of making new ones, or spread the data over more cores: each has memory of its own.",
  "compared-too-deep":
    "To compare two lists, Python compares their elements. If these are lists, it compares their elements too, and so on. Here that never ends, or takes too long: a list contains itself, or lists are inside lists a thousand deep. Compare only what you need, such as their lengths.",
  "recursion-too-deep":
    "Every call that has not ended yet takes room on the stack. A function that calls itself needs a case in which it does not, and must come closer to it with every call. Check that case, or write a loop.",
  "stop-iteration":
    "`next` asked an iterator for another value after the last one. A `for` loop ends there by itself. Give `next` a second argument, which it returns when there is nothing left: `next(it, None)`.",
  "not-an-iterator":
    "`next` takes an iterator: what `iter(x)`, a generator or `zip(...)` gives, which knows how far it is. A list or a text knows no such place. Make an iterator of it first, once: `it = iter(x)`, then `next(it)`.",
  "generator-running":
    "A generator asked itself for its next value, or ended itself, while it was computing one. That value cannot come before this one is ready. Check which generator the call is for.",
  "stopped-inside":
    "A generator ends by `return`. Here StopIteration was raised in one, most often by a `next` that found nothing more, and nothing in the generator caught it. Give `next` a second argument, or catch StopIteration and return.",
  "exit-ignored":
    "`close` ends a generator by raising GeneratorExit at the `yield` where it waits. This generator caught that and yielded another value. Let GeneratorExit pass: catch `Exception`, which it does not belong to, or return after it.",
  "sent-too-early":
    "`send` gives its value to the `yield` at which a generator waits. This generator has not begun, so it waits at none. Call `next(g)` first, which takes it to its first `yield`.",
  "not-iterable":
    "`for` goes through the elements of a list, a tuple, a text or a range. A number has none. To repeat something n times, write `for i in range(n):`. For the indices of a list, write `for i in range(len(x)):`.",
  "unpack-count":
    "With several names on the left of `=`, the right side must have exactly as many values. Count both sides. If you need only some of the values, take them by index.",
  "not-unpackable":
    "With several names on the left of `=`, the right side must be a list, a tuple or a text with as many elements. A single number has none. Give each name a value, as in `a, b = 1, 2`.",
  "no-such-core":
    "Cores are counted from 0, so the id of the last one is one less than their number. The core with this id does not take part in the run. Run the program on more cores, or compute the id from `numcores()`, as in `(coreid() + 1) % numcores()`.",
  "message-to-self":
    "send and recv wait until the other core has done its part, and a core that waits cannot be its own partner. Keep the value in a variable, or compute the partner's id so that it is never `coreid()`, for example with an `if`.",
  "length-mismatch":
    "recv must ask for exactly as many elements as the other core sends. Compare both lines: the `n` of the send, or the length of the list that it sends, and the `n` of the recv.",
  "too-few-elements":
    "The `n` of a send says how many elements of the list to send, from the first on, so the list must have at least that many. A single value is one element. Leave `n` out to send the whole list.",
  "different-calls":
    "bcast, reduce and sync are calls that all cores make together: the first such call of one core belongs to the first of every other, the second to the second, and so on. Here two cores made different calls at the same point. Look at the branches that they took before these lines. Often one of the calls is inside an `if`, or a loop runs more often on one core.",
  "different-roots":
    "In a bcast one core, the root, gives its value to all others, so all must name the same root. With `bcast(x, coreid())` every core names itself. Use a fixed number, as in `bcast(x, 0)`, or compute one that is the same on all cores.",
  "different-operations":
    'A reduce makes one result from the values of all cores, so all must ask for the same operation. Compare both lines. For two results, such as the sum and the largest value, let every core call reduce twice, in the same order: `reduce(x, "sum")` and then `reduce(x, "max")`.',
  "different-values":
    "A reduce combines the values of all cores: numbers with numbers, or lists with lists of the same length, element by element. Print the value on both cores just before the reduce. If the cores have parts of different lengths, reduce one number from each, such as `sum(part)`, or make the shorter lists longer.",
  "crossed-calls":
    "A core that runs kernels for full Python gets them from the host through the same postbox as messages. Here a recv or sendrecv found a kernel, or the value of a kernel, instead of a message. Make sure that each send has its recv inside the kernel, before the kernel returns.",
  "cannot-send":
    "Messages carry values: numbers, text, lists, dictionaries, functions, objects of classes, and whatever these contain. A generator or a file is something that goes on here, and a view such as `d.keys()` belongs to a dictionary that stays here. Send a list of its values: `list(g)`.",
  "math-domain":
    "The function has no real result for this value: there is no square root of a negative number and no logarithm of zero. Test the value with `if` first, or find out why it leaves the range.",
  "argument-type":
    "The function works on certain types of value, and this argument has another type. Hover over the function's name to see what it takes. Then convert the value with `int()`, `float()` or `str()`, or pass another one: `range` takes ints, `len` a list or text.",
  "unknown-operator":
    'reduce combines one value from each core in one of four ways: "sum", "min", "max" or "prod". Write one of these, in quotation marks.',
  "cannot-change":
    "A text or a tuple never changes; only the elements of a list can change. Make a new text out of parts, as in s[:2] + 'x' + s[3:], or use a list.",
  "no-more-input":
    "The program asks for input, but none is left: the input was closed, or all the lines that you gave are used up. Give more, or ask less often. Remember that every core that reaches this line asks.",
  "not-a-number":
    "`int()` and `float()` read a text that is a number, with nothing but spaces around it. This text is something else: a comma in place of the point, a letter among the digits, or nothing at all. Look at it with `print`. For a text with a point, write `float(text)`.",
  "empty-list":
    "An empty list has nothing that you could take out, and no largest or smallest element. Test it first: `if x:` or `if len(x) > 0:`.",
  "math-range":
    "The result is larger than any real. Such a number cannot be stored. Check how the argument is computed: `exp` and `cosh` grow very fast. Keep a logarithm of the number, or divide before you call the function.",
  "not-whole":
    "A whole number was to be made of a real that is infinite or no number at all (nan). Such a real comes from a division or a subtraction of very large numbers. Look at it with `math.isfinite(x)` first.",
  "bad-bytes":
    "Bytes are numbers from 0 to 255. Text becomes bytes by `encode()`, and bytes become text by `decode()`; both need an encoding that has all the characters, such as UTF-8. The message says which value does not fit. Check what it is, and turn text into bytes before you join the two.",
  "not-found":
    "`remove` and `index` need a value that is there. Test it first: `if value in x:`. Note that 1 and '1' are different.",
  "key-not-found":
    "Square brackets after a dictionary need a key that is in it, and so do `del`, `pop` without a second argument and a set's `remove`. Look at the keys with `print`: 1 and '1' are different keys. If the key may be missing, test with `in` first, or write `d.get(key, 0)`.",
  unhashable:
    "Dictionaries and sets find a key by its hash, so a key must never change. Lists, dictionaries and sets can change. Use a tuple instead of a list, as in `d[(x, y)]` or `d[x, y]`, and `frozenset` instead of a set.",
  "pair-expected":
    "`dict(x)` and `update(x)` take another dictionary, or a list of pairs such as `[('a', 1), ('b', 2)]`: the first of each pair becomes a key and the second its value. `zip(keys, values)` makes such pairs of two lists. This element is no pair.",
  "size-changed":
    "While a loop goes through a dictionary or a set, nothing may be added to it or taken out, or the loop could miss elements. Changing the value of a key is allowed. Go through a copy instead: `for k in list(d):`.",
  "step-zero":
    "With a step of 0 you never arrive, so a range or a slice needs a step above or below 0. Leave the step out to use 1.",
  "negative-shift":
    "`<<` and `>>` move the bits of an int by a number of places, which is 0 or more. To move them the other way, use the other operator.",
  "bad-code":
    "The byte code that the core runs has been changed, or is from another version. Run the program from its source again. If this happens with unchanged source, it is a mistake of ours: please report it.",
  "negative-length": "A message has 0 or more elements, so its `n` cannot be less. Check how you compute `n`.",
  "too-much-work":
    "A single step may not keep a core busy for long, because nothing else can happen meanwhile, not even Stop. Split the work into several steps, or use shorter lists and texts.",
  "postboxes-full":
    "On a chip with very many cores there is no room for a postbox between every two of them. A postbox is made when two cores first exchange a message, and the memory for postboxes is full. Let each core talk to few others, for example in a chain or a tree, use reduce and bcast, or choose fewer cores.",
  "no-method":
    "Which methods a value has depends on its type: lists have append, pop, sort and others, text has upper, find, split and others. This value does not have this method. Check where it gets its value.",
  "element-type":
    "The function works on a list whose elements all have the type that it needs, and one does not. Look at the list with `print`, and convert its elements first.",
  "assertion-failed":
    "`assert` says what must be true at this point, and it is not. Either the assumption is wrong, or the lines before have a mistake. Print the values in the condition to see which.",
  "slice-length":
    "A slice with a step names certain places, so you must assign exactly as many values. A slice without a step may grow and shrink. Count both sides.",
  "bad-format":
    "The text and the values do not fit together: each % with its letter takes one value, %d an int, %f a real and %s any. In an f-string, and between the braces of `format`, the format comes after the colon. Compare the marks with the values, one by one.",
  "shape-mismatch":
    "Lists that you combine, or that make up a table, need the same lengths at each level, and these do not have them. Print both lengths, and look at the line that makes the shorter one.",
  "empty-separator":
    "A text is split where the separator stands, so the separator needs one character or more. For a list of the characters, write `list(text)`. To split at white space, leave the separator out: `text.split()`.",
  "fill-length":
    "`center`, `ljust` and `rjust` fill the text up to the width with one and the same character. Pass a text of exactly one character, such as '*', or leave it out for spaces.",
  "code-range":
    "Every character has a code from 0 to 1114111, and `chr` gives the character with that code. This number is none of these. Check how it is computed: letters begin at 97 ('a') and at 65 ('A').",
  "one-character":
    "`ord` gives the code of a single character. For one character of a longer text, take it by its index, as in `ord(text[0])`. For all of them, write `[ord(c) for c in text]`.",
  "base-range":
    "`int(text, base)` reads a number in a base from 2 to 36, such as 2 or 16. Base 0 goes by the prefix of the text: 0b, 0o or 0x. Leave the base out for ordinary numbers.",
  "negative-time":
    "`sleep` takes a number of seconds, which is 0 or more, and an end to wait for. Check how it is computed: a difference of two times may be below 0. To wait for another core, use `recv` or `sync`.",
  "different-lengths":
    "`str.maketrans(a, b)` replaces the first character of a by the first of b, the second by the second, and so on, so both need as many. Characters that are to go away are a third argument.",
  deadlock:
    "All these cores wait for one another, or for a core that has ended, so none of them can ever continue. A send waits until the other core receives, a recv until the other core sends, and a sync until all cores have come. The report says who waits for whom, and in which line. Each send needs a recv on the other core, with the sender's id. Order them so that one side is ready for the other.",
};

/// What a fault's code, or `deadlock`, means: what happened, why, and how to fix it.
export function faultExplanation(code: string): string | undefined {
  return Object.hasOwn(explanations, code) ? explanations[code] : undefined;
}

/// Every code that is explained here, in the order of the catalogue.
export const explainedFaults: readonly string[] = Object.keys(explanations);
