// The catalogue of what can go wrong on a core: for each fault's code what happened, why, and how to mend it. What the
// fault itself says, with its values, is in faults.ts. It is long because it is a table.

const explanations: Readonly<Record<string, string>> = {
  "unset-variable":
    "The variable is known, but no value had been given to it when this line ran: the assignment stands further below, in a branch that was not taken, in a loop that never turned, or the value was deleted. Give it a first value before this line, for example 0 or [].",
  "index-out-of-range":
    "A list or text has its elements at 0, 1, 2 and so on, so the last index is one less than the length; -1 is the last element, too. This index lies outside. Often a loop runs one step too far: `range(len(x))` gives exactly the right indices, and `x[i + 1]` needs a loop that ends one earlier.",
  "division-by-zero":
    "Nothing can be divided by zero, and `%` divides as well. The value on the right was 0 when this line ran. Find out where it becomes 0, or test it with `if` before dividing.",
  "wrong-types":
    "An operator works on values that fit together: numbers with numbers, text with text, lists with lists. Here they do not. Turn one side into what the other is, with `int()`, `float()` or `str()`; if one side is None, a function may have come to its end without `return`; if it is a tuple, there may be a comma where a point was meant.",
  overflow:
    "The cores compute with ints of 32 bits, as their hardware does, and this result would need more. Use a real, as in 2.0**40, if seven exact digits are enough, or take the remainder with `%` as you go.",
  "not-a-function":
    "Round brackets behind a value call it, and this value is no function. To take an element of a list, write square brackets: x[0]. To multiply, write `*`. If it should be a function, look whether a variable of the same name has taken its place.",
  "argument-count":
    "Every parameter without a default needs one argument, and there may be no more arguments than parameters. The function came out of a variable, so this could not be seen before the program ran. Compare the call with the function's `def` line.",
  "not-indexable":
    "Square brackets take an element out of a list, a tuple or a text. This value is none of them, so it has no elements. Look where it gets its value; None often comes from a function without `return`.",
  "index-not-int":
    "Elements are counted with ints, so an index must be one, and so must the numbers that a range is made of. A real such as 2.0 does not count, even if it is whole. Write `int(i)`, or `//` where a division makes the index.",
  "out-of-memory":
    "A core has 32 KB for everything, and its part of the shared memory, where goes what does not fit, is full as well: no setting gives it more, but on a chip with fewer cores each part is larger. Keep shorter lists, reuse them instead of making new ones, or spread the data over more cores: each has memory of its own.",
  "compared-too-deep":
    "To compare two lists Python compares their elements, and if these are lists theirs, and so on. Here that does not end, or not soon: a list has itself among its elements, or lists lie in lists a thousand deep. Compare what you need of them, such as their lengths.",
  "recursion-too-deep":
    "Every call that has not ended yet takes room on the stack. A function that calls itself needs a case in which it does not, and must come closer to it with every call. Check that case, or write a loop.",
  "not-iterable":
    "`for` goes through the elements of a list, a tuple, a text or a range. A number has none. To repeat something n times write `for i in range(n):`, and for the indices of a list `for i in range(len(x)):`.",
  "unpack-count":
    "With several names on the left of `=`, the right side must have exactly as many values. Count both sides; if you need only some of the values, take them by index.",
  "not-unpackable":
    "With several names on the left of `=`, the right side must be a list, a tuple or a text with as many elements. A single number has none. Give each name a value, as in `a, b = 1, 2`.",
  "no-such-core":
    "Cores are counted from 0, so the last one is one less than their number. The core that is named here does not take part. Run the program on more cores, or compute the id from `numcores()`, as in `(coreid() + 1) % numcores()`.",
  "message-to-self":
    "send and recv wait until the other core has taken part, and a core that waits cannot be its own partner. Keep the value in a variable, or compute the partner's id so that it is never `coreid()`, for example with an `if`.",
  "length-mismatch":
    "The number of elements that recv asks for must be the number that comes. Compare both lines: the `n` of the send, or the length of the list that it sends, and the `n` of the recv.",
  "too-few-elements":
    "The `n` of a send says how many elements of the list travel, from the first on, so the list must have at least that many. A single value is one element. Leave `n` out to send the whole list.",
  "different-calls":
    "bcast, reduce and sync are calls that all cores make together: the first such call of one core belongs to the first of every other, the second to the second, and so on. Here cores came to different ones at the same point. Look at the branches that the two cores took before these lines: often one of the calls stands within an `if`, or a loop turns more often on one core.",
  "different-roots":
    "In a bcast one core, the root, gives its value to all others, so all must name the same root. `bcast(x, coreid())` asks every core to be the root. Use a fixed number, as in `bcast(x, 0)`, or compute one that is the same on all cores.",
  "different-operations":
    'A reduce makes one result of the values of all cores, so all must ask for the same operation. Compare both lines. For two results, such as the sum and the largest, let every core call reduce twice, in the same order: `reduce(x, "sum")` and then `reduce(x, "max")`.',
  "different-values":
    "A reduce combines the values of all cores: numbers with numbers, or lists with lists of the same length, element by element. Print the value on both cores just before the reduce. If cores have parts of different lengths, reduce one number of each, such as `sum(part)`, or fill the shorter lists up.",
  "crossed-calls":
    "A core that runs kernels for full Python takes them from the host through the same postbox as messages. Here a recv or sendrecv found a kernel, or the value of one, in place of a message. Let each send have its recv within the kernel, before it returns.",
  "cannot-send":
    "Messages carry ints, reals, booleans, text, None, functions, and lists of them that are not nested too deeply. This value is not one of these. Send its parts one by one.",
  "math-domain":
    "The function has no real result for this value: there is no square root of a negative number and no logarithm of zero. Test the value with `if` before, or find out why it leaves the range.",
  "argument-type":
    "The function works on certain types of value and this argument is of another. Look what the function takes (hover over its name) and convert the value, with `int()`, `float()` or `str()`, or pass another one: `range` takes ints, `len` a list or text.",
  "unknown-operator":
    'reduce combines one value of each core in one of four ways, which are named in quotation marks: "sum", "min", "max" and "prod". Write one of these.',
  "cannot-change":
    "A text or a tuple stays as it was made; only the elements of a list can be changed. Make a new text out of parts, as in s[:2] + 'x' + s[3:], or use a list.",
  "no-more-input":
    "The program asks for input, but none is left: the input was closed, or all the lines that were given are used up. Give more, or ask less often. Remember that every core that reaches this line asks.",
  "not-a-number":
    "`int()` and `float()` read numbers, with nothing but spaces around them. This text is something else. Look at it with `print`; `input()` gives numbers as numbers by itself.",
  "empty-list":
    "There is nothing to take out of an empty list, and no largest or smallest of nothing. Test it first: `if x:` or `if len(x) > 0:`.",
  "not-found":
    "`remove` and `index` need a value that is there. Test it first: `if value in x:`. Mind that 1 and '1' are different.",
  "step-zero":
    "With a step of 0 one never arrives, so a range or a slice needs a step above or below 0. Leave it away to go on by one.",
  "negative-shift":
    "`<<` and `>>` move the bits of an int by a number of places from 0 upwards. To move the other way, use the other operator.",
  "bad-code":
    "The byte code that a core runs has been changed or is of another version. Run the program from its source again. If it happens with unchanged source, it is a mistake of ours: please report it.",
  "negative-length": "The number of elements of a message can be 0 or more, not less. Look how `n` is computed.",
  "too-much-work":
    "A single step may not keep a core busy without end, since nothing else could happen meanwhile, not even Stop. Do it in several steps, or with shorter lists and texts.",
  "postboxes-full":
    "On a chip with very many cores there is no postbox for every pair of them: boxes are made when two cores first exchange a message, and the memory for them is full. Let each core talk to few others, for example in a chain or a tree, use reduce and bcast, or choose fewer cores.",
  "no-method":
    "What may stand behind the dot depends on the value: lists have append, pop, sort and others, text has upper, find, split and others. This value does not have this method. Look where it gets its value.",
  "element-type":
    "The function works on a list whose elements are all of the type it needs, and one is not. Look at the list with `print`, and convert its elements first.",
  "assertion-failed":
    "`assert` states what must hold at this point, and it does not. What was assumed is wrong, or the lines before have a mistake. Print the values in the condition to see which.",
  "slice-length":
    "A slice with a step names certain places, and as many values must come to take them. A slice without a step may grow and shrink. Count both sides.",
  "bad-format":
    "Between the text and the values there is a misfit: each % with its letter takes one value, %d an int, %f a real and %s any. In an f-string the form stands after the colon. Compare the marks with the values, one by one.",
  "shape-mismatch":
    "Lists that are worked on together, or that make up a table, need the same lengths at each level, and these have not. Print both lengths, and look at the line that makes the shorter one.",
  deadlock:
    "All these cores wait for one another, or for a core that has ended, so none of them can ever go on. A send waits until the other core receives, a recv until it sends, and a sync until all have come. Follow the report: who waits for whom, in which line. Each send needs a recv with its id, in an order in which one side is ready.",
};

/// What a fault's code, or `deadlock`, means: what happened, why, and how to mend it.
export function faultExplanation(code: string): string | undefined {
  return Object.hasOwn(explanations, code) ? explanations[code] : undefined;
}

/// Every code that is explained here, in the order of the catalogue.
export const explainedFaults: readonly string[] = Object.keys(explanations);
