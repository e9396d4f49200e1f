import type { Diagnostic, QuickFix, Severity } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";

// The catalogue of everything the front end can say: one row a code. Codes are stable, headlines are one line in the
// learner's words, explanations say what happened, why, and how to mend it. It is long because it is a table.

export interface Message<Args> {
  readonly severity: Severity;
  readonly headline: (args: Args) => string;
  readonly explanation: string;
}

type NoArgs = Record<never, never>;

function row<Args>(severity: Severity, headline: string | ((args: Args) => string), explanation: string) {
  return { severity, headline: typeof headline === "string" ? () => headline : headline, explanation };
}

function error<Args = NoArgs>(headline: string | ((args: Args) => string), explanation: string): Message<Args> {
  return row("error", headline, explanation);
}

function warning<Args = NoArgs>(headline: string | ((args: Args) => string), explanation: string): Message<Args> {
  return row("warning", headline, explanation);
}

function hint<Args = NoArgs>(headline: string | ((args: Args) => string), explanation: string): Message<Args> {
  return row("hint", headline, explanation);
}

const IMPERATIVE =
  "ePython is the imperative part of Python: variables, lists, loops and functions, small enough for a core with 32 KB of memory.";

/// A part of Python that ePython does not have.
function leftOut(feature: string, instead: string): Message<NoArgs> {
  return error(
    `ePython is the imperative part of Python and has no ${feature}: ${instead}.`,
    `${IMPERATIVE} It has no ${feature}. Instead, ${instead}.`,
  );
}

/// A question that offers the nearest name, if there is one.
function maybe(nearest: string | undefined): string {
  return nearest === undefined ? "" : ` Did you mean ${quote(nearest)}?`;
}

function quote(text: string): string {
  return text.includes("`") ? text : `\`${text}\``;
}

function plural(count: number, word: string): string {
  return count === 1 ? `one ${word}` : `${count === 0 ? "no" : count} ${word}s`;
}

export const messages = {
  // ── Characters and words ─────────────────────────────────────────────────

  "unclosed-string": error<{ quote: string }>(
    (a) => `This text has no closing ${a.quote}.`,
    'Text begins and ends with the same quotation mark, on the same line. Here the line ends first, so Python cannot tell where the text stops. Add the mark that is missing, or use three marks (""") for text over several lines.',
  ),
  "unclosed-triple-string": error<{ quote: string }>(
    (a) => `This text is never closed: ${a.quote} is missing.`,
    "Text that begins with three quotation marks runs until the same three marks come again. They never do, so everything to the end of the file became text. Add the three marks where the text should end.",
  ),
  "quote-in-text": error<{ quote: string }>(
    (a) => `This ${a.quote} ends the text.`,
    "Text ends at the next quotation mark of the kind that began it, and here the text goes on behind that mark. If the mark belongs to the text, as in it's, put the other kind of quotation marks around the whole, or write a backslash before this one.",
  ),
  "bad-escape": error<{ escape: string }>(
    (a) => `${quote(a.escape)} is not a complete character code.`,
    "In text a backslash begins a special character: \\x needs two hexadecimal digits after it, \\u four and \\U eight. Write all the digits, or two backslashes (\\\\) if you want a backslash itself.",
  ),
  "smart-quotes": error<{ what: string; plain: string }>(
    (a) => `This is ${a.what}; type ${quote(a.plain)} around text.`,
    "Word processors and web pages turn quotation marks into curly ones, and accents, backticks and the marks of minutes and seconds look like them. Python only knows the straight marks ' and \". Replace the others.",
  ),
  "unknown-character": error<{ character: string }>(
    (a) => `${quote(a.character)} means nothing in Python.`,
    "This character is not part of any word, number or operator of Python, and it does not stand in text or in a comment. Delete it, or put it between quotation marks if it is meant as text.",
  ),
  "lookalike-character": error<{ what: string; plain: string }>(
    (a) => `This is ${a.what}; type ${quote(a.plain)}.`,
    "Word processors, web pages and keyboards of other languages put such characters where a program needs a plain one. They look alike, but Python only knows the plain one. Replace it.",
  ),
  "lookalike-letter": error<{ name: string; what: string; latin: string }>(
    (a) => `${quote(a.name)} has ${a.what} that looks like the Latin ${quote(a.latin)}: type ${quote(a.latin)}.`,
    "Alphabets have letters that look the same and are not: the Latin p and the Cyrillic р, say. To Python they are as different as p and q, so the name is another one. Type the name anew with one keyboard.",
  ),
  "mixed-letters": warning<{ name: string; what: string; latin: string }>(
    (a) => `${quote(a.name)} has ${a.what} that looks like the Latin ${quote(a.latin)}.`,
    "Alphabets have letters that look the same and are not: the Latin p and the Cyrillic р, say. To Python they are as different as p and q. A name that mixes them works, but nobody who types it with one keyboard will find it. Write it in one alphabet.",
  ),
  "odd-space": error<{ what: string }>(
    (a) => `This is ${a.what}; type a plain space.`,
    "Text copied from a web page or a document often holds spaces that look ordinary but are other characters. Python only knows the plain space. Replace this one.",
  ),
  "invisible-character": error<{ what: string }>(
    (a) => `This is ${a.what}; remove it.`,
    "Text copied from a web page, a document or a chat may hold characters that cannot be seen. Python does not accept them outside of text and comments. The quick fix removes it.",
  ),
  "bidi-control": warning<{ what: string }>(
    (a) => `This is ${a.what}, so that the line may do something else than it seems to.`,
    "Signs that turn the direction of text belong to texts in Arabic or Hebrew. In a program they can make an editor show the parts of a line in another order than Python reads them. Remove it unless the text needs it; in text, `\\u` and its number says the same and can be seen.",
  ),
  "after-backslash": error(
    "A backslash that joins two lines must be the last character of its line.",
    "A backslash outside of text means that the statement goes on in the next line, so nothing may follow it, not even a space or a comment. Remove what stands after it, or put the expression in brackets, which may run over several lines.",
  ),
  "bad-number": error<{ text: string; why: string }>(
    (a) => `${quote(a.text)} is not a number: ${a.why}.`,
    "A word that begins with a digit is read as a number, and this one does not make sense as one. Names begin with a letter or _, whole numbers have digits only, and a 0 in front means base 8. Correct the digits, or begin the name with a letter.",
  ),
  "left-out-long": error<{ text: string }>(
    (a) => `${quote(a.text)}: ePython has no long numbers; leave the L away.`,
    `${IMPERATIVE} Its whole numbers have 32 bits, as the hardware has, and need no L. Remove the letter.`,
  ),
  "mixed-tabs": error(
    "Tabs and spaces are mixed in the indentation of this file.",
    "Python knows which lines belong together by their indentation, and how wide a tab is depends on the editor. So lines that look alike on the screen may not be alike to Python. Indent with spaces only, four for each level.",
  ),
  "bad-dedent": error(
    "This line's indentation does not match any line above it.",
    "Lines of one block begin in the same column. This line goes back, but not to the column of any block that is still open, so it is not clear to which it belongs. Align it with the block it is part of.",
  ),
  "unclosed-bracket": error<{ open: string; close: string }>(
    (a) => `This ${quote(a.open)} is never closed: ${quote(a.close)} is missing.`,
    "Every opening bracket needs its closing one. Until it comes, Python reads the following lines as part of the same expression. Add the closing bracket where the expression ends.",
  ),
  "mismatched-bracket": error<{ found: string; wanted: string; open: string }>(
    (a) => `${quote(a.found)} cannot close ${quote(a.open)}: ${quote(a.wanted)} is needed.`,
    "Brackets close in the reverse order in which they were opened, each with its own kind: ( with ), [ with ]. This one does not fit the bracket that was opened last. Exchange it, or add the one that is missing before it.",
  ),
  "unmatched-bracket": error<{ found: string }>(
    (a) => `This ${quote(a.found)} closes nothing.`,
    "There is no open bracket that this one could close. Either it is one too many, or the opening bracket is missing earlier in the line. Remove this one or add the other.",
  ),
  "symbol-and": error(
    "Python writes `and` instead of `&&`.",
    "`&&` is the and of C, Java and JavaScript. Python uses the English word: write `and` between the two conditions.",
  ),
  "symbol-or": error(
    "Python writes `or` instead of `||`.",
    "`||` is the or of C, Java and JavaScript. Python uses the English word: write `or` between the two conditions.",
  ),
  "symbol-not": error(
    "Python writes `not` instead of `!`.",
    "`!` is the not of C, Java and JavaScript. Python uses the English word: write `not` before the condition. Only `!=`, for unequal, keeps the mark.",
  ),
  "unequal-sign": error(
    "Unequal is written `!=`.",
    "`<>` was an old way to ask whether two values differ, and it is still used in other languages. Python writes `!=`.",
  ),
  "triple-equals": error<{ found: string; wanted: string }>(
    (a) => `${quote(a.found)} is written ${quote(a.wanted)} in Python.`,
    "JavaScript compares with three signs. Python's comparison has two: `==` for equal and `!=` for unequal.",
  ),
  "reversed-comparison": error<{ found: string; wanted: string }>(
    (a) => `${quote(a.found)} is written ${quote(a.wanted)}.`,
    "The two signs of a comparison stand in the order in which they are spoken: less or equal is `<=`, greater or equal is `>=`. Swap them.",
  ),
  "c-comment": error<{ found: string }>(
    (a) => `A comment begins with #, not with ${quote(a.found)}.`,
    "In Python everything from # to the end of the line is a comment. `//` divides and rounds down, and `/*` means nothing. Begin each line of the comment with #.",
  ),
  "brace-block": error(
    "Python begins a block with `:` and indents it; it has no braces.",
    "In C, Java and JavaScript braces hold a block together. In Python the line that opens a block ends with a colon, and the lines of the block are indented under it. Write `:` and remove the closing brace.",
  ),

  // ── Lines and blocks ─────────────────────────────────────────────────────

  "missing-colon": error<{ word: string }>(
    (a) => `A colon is missing at the end of this ${quote(a.word)} line.`,
    "A line that opens a block (if, elif, else, while, for and def) ends with a colon. It tells Python, and readers, that the indented lines below belong to it. Add `:` here.",
  ),
  "missing-indent": error<{ word: string }>(
    (a) => `The block of this ${quote(a.word)} is empty: indent the lines that belong to it.`,
    "After a line that ends with a colon Python expects at least one line that is indented further: the block. Indent the lines that belong to it by four spaces. If nothing is to be done there, write `pass`.",
  ),
  "unexpected-indent": error(
    "This line is indented for no reason.",
    "Only the lines under a line that ends with a colon are indented further than the line before. Here no block was opened, so Python cannot tell what the line belongs to. Remove the extra spaces, or add the line that should open the block.",
  ),
  "compound-on-line": error<{ word: string }>(
    (a) => `${quote(a.word)} must begin a line of its own.`,
    "Several simple statements may share a line, but a statement with a block of its own may not stand behind another one. Move it to a line of its own and indent it as needed.",
  ),
  "stray-else": error<{ word: string }>(
    (a) => `This ${quote(a.word)} belongs to nothing.`,
    "`elif` and `else` go on with an `if`, and `else` also with a loop, that ended on the line just before, in the same column. Here there is none: perhaps a line between them is not indented, or the indentation of this line differs from that of its `if`.",
  ),
  "else-with-test": error(
    "`else` takes no condition: use `elif` to test another one.",
    "`else` covers all the cases that are left, so nothing stands between it and its colon. To test a further condition write `elif` and the condition.",
  ),
  "else-if": error<{ found: string }>(
    (a) => `${quote(a.found)} is written \`elif\` in Python.`,
    "Other languages write `else if` or `elseif` for a further condition. Python's word is `elif`, so that the lines do not have to be indented further and further.",
  ),
  "then-word": error<{ found: string }>(
    (a) => `Python needs no ${quote(a.found)}, only a colon.`,
    "Some languages put a word such as `then` or `do` between the condition and the block. In Python a colon does that. Remove the word and end the line with `:`.",
  ),
  "missing-def-brackets": error<{ name: string }>(
    (a) => `The parameters of ${quote(a.name)} must stand in round brackets.`,
    "The name of a function is followed by its parameters in round brackets, and the brackets stay even if there are none: `def f():`. Add them.",
  ),
  "missing-in": error(
    "A for loop reads `for name in sequence:`.",
    "Python's `for` takes the elements of a list, a text or a `range` one after the other and gives each to the name before `in`. To count, write for example `for i in range(10):`.",
  ),
  "c-style-for": error(
    "Python's for loop goes through a sequence: `for i in range(10):`.",
    "The for loop of C, Java and JavaScript has a start, a condition and a step. Python's goes through the elements of a list or of a `range`. Write `for i in range(start, stop):`, or use a `while` loop.",
  ),
  "too-deep": error(
    "This is nested too deeply.",
    "Brackets, operators and blocks may stand inside one another, but only up to a limit that no program for people to read comes near. Split the expression into several, or move a block into a function.",
  ),

  // ── Statements and expressions ───────────────────────────────────────────

  "expected-expression": error<{ found: string }>(
    (a) => `A value is missing here: ${a.found} cannot stand in its place.`,
    "An operator, a comma or a word such as `return` or `=` leads Python to expect a value, a name or a bracket next. Something else came. Add the value that is missing, or remove what calls for it.",
  ),
  "side-by-side": error<{ found: string }>(
    (a) => `Something is missing before ${quote(a.found)}: an operator, a comma or a new line.`,
    "Two values stand side by side and nothing says what to do with them. Join them with an operator such as + or *, separate them with a comma, or begin a new line if they are two statements. Text needs its quotation marks.",
  ),
  "unexpected-token": error<{ found: string }>(
    (a) => `${a.found} cannot stand here.`,
    "The line makes sense up to here, but it cannot go on with this. Often a bracket, a quotation mark, a comma or an operator just before is missing or one too many.",
  ),
  "stray-colon": error(
    "A colon does not belong at the end of this line.",
    "Only the lines that open a block end with a colon: those that begin with if, elif, else, while, for or def. Remove the colon, or begin the line with the word that is missing, such as `def` for a function.",
  ),
  "misspelt-keyword": error<{ found: string; wanted: string }>(
    (a) => `${quote(a.found)} is not a word of Python. Did you mean ${quote(a.wanted)}?`,
    "Python's own words must be spelt exactly, in small letters. Correct the spelling.",
  ),
  "needless-type": error<{ found: string }>(
    (a) => `Python needs no ${quote(a.found)}: a variable begins with its first value.`,
    "Other languages announce a variable with a word such as `var` or with its type. In Python the first assignment makes the variable, and it can hold any value. Remove the word.",
  ),
  "assign-in-test": error(
    "`=` gives a variable its value; to compare, write `==`.",
    "One equals sign puts a value into a variable, two ask whether two values are equal. A condition asks, so it needs `==`.",
  ),
  increment: error<{ found: string; wanted: string }>(
    (a) => `Python has no ${quote(a.found)}: write ${quote(a.wanted)}.`,
    "Other languages count up with ++ and down with --. Python writes `i += 1` and `i -= 1`, as a statement of its own.",
  ),
  "bad-target": error<{ what: string }>(
    (a) => `${a.what} cannot be given a value.`,
    "Left of `=` stands what is to receive the value: a name, an element of a list such as `x[i]`, or several of them with commas. Other expressions only have values, they cannot take one. If you meant to compare, write `==`.",
  ),
  "fstring-brace": error<{ found: string; missing: string }>(
    (a) => `This ${quote(a.found)} has no ${quote(a.missing)}: write ${quote(a.found + a.found)} for the brace itself.`,
    "In text with an f before it, what stands between braces is computed and shown. Each opening brace needs its closing one before the text ends. Write a brace twice to show one.",
  ),
  "fstring-empty": error(
    "A value is missing between these braces.",
    "In text with an f before it, what stands between braces is computed and shown, so there must be something. Write a name or an expression there, or {{}} to show the braces.",
  ),
  "fstring-conversion": error<{ found: string }>(
    (a) => `${quote(a.found)} is no way to show a value; \`!r\`, \`!s\` and \`!a\` are.`,
    "After the value in an f-string may stand !r, to show text in quotation marks as inside a list, or !s for the usual form. The width and the number of digits come after a colon, as in {x:5.2f}.",
  ),
  "bad-delete": error<{ what: string }>(
    (a) => `${a.what} cannot be deleted.`,
    "`del` takes an element or a slice out of a list, as in `del x[i]`, or makes the program forget a variable. Nothing else can be deleted. Name what is to go.",
  ),
  "attribute-target": error<{ name: string }>(
    (a) => `Nothing can be stored as \`.${a.name}\`: ePython has no objects with attributes.`,
    `${IMPERATIVE} Values have no attributes of their own, and the names of another module can be read but not set. Use a variable or a list instead.`,
  ),
  "missing-else": error(
    "`a if condition` needs an `else`: what is the value otherwise?",
    "A conditional expression always has a value, so it must say what that is in both cases: `a if condition else b`. Add the `else` part, or write an `if` statement on lines of its own.",
  ),
  "default-order": error<{ name: string }>(
    (a) => `Parameter ${quote(a.name)} needs a default too, since the one before it has one.`,
    "Arguments are given in the order of the parameters, and those at the end may be left out. So parameters with a default come after those without. Give this one a default or move it forward.",
  ),
  "expected-parameter": error<{ found: string }>(
    (a) => `A parameter is a name; ${a.found} cannot stand here.`,
    "Between the brackets of a `def` stand the names of its parameters, with commas between them, and perhaps a default after `=`. Values belong in the call of the function, not here.",
  ),
  "keyword-order": error(
    "Arguments without a name come before those with one.",
    "In a call the plain arguments stand first, in the order of the parameters; after them come those that name their parameter, such as `n=3`. Move this one forward or name it too.",
  ),
  "keyword-as-name": error<{ word: string }>(
    (a) => `${quote(a.word)} is a word of Python itself and cannot be a name.`,
    "Some words belong to the language, such as `if`, `for`, `in` and `is`. They cannot name variables or functions. Choose another name.",
  ),
  "missing-name": error<{ after: string }>(
    (a) => `A name is missing after ${quote(a.after)}.`,
    "This statement needs a name at this place: letters, digits and _, beginning with a letter or _. Add it.",
  ),
  "missing-import": error(
    "`from module` goes on with `import` and the names to take.",
    "To use what a module offers without naming the module each time, write `from parallel import *`, or list the names: `from math import sqrt, pi`.",
  ),
  "import-order": error<{ wanted: string }>(
    (a) => `The other way round: ${quote(a.wanted)}.`,
    "Python names the module first and then what to take from it: `from parallel import coreid`.",
  ),
  "print-keyword": error<{ name: string }>(
    (a) => `print has no ${quote(a.name)} here; it knows sep and end.`,
    "print takes the values to show, `sep` for what stands between them and `end` for what stands after them. All output goes to the console. Remove this argument.",
  ),
  "unclosed-comment": error(
    "This comment is never closed: `*/` is missing.",
    "In classic ePython a comment that begins with `/*` runs until `*/`, over as many lines as it takes. Here it runs to the end of the file, so nothing of what follows is part of the program. Write `*/` where the comment ends.",
  ),
  "classic-base-16": warning<{ text: string; wanted: string }>(
    (a) => `Classic ePython reads ${quote(a.text)} as 0; write ${a.wanted}.`,
    "Classic ePython takes only the digits up to the first letter, and in base 10, so every number that begins with 0x is 0 there. Write the number in base 10.",
  ),
  "classic-logical": warning<{ op: "and" | "or" }>(
    (a) => `In classic ePython ${quote(a.op)} has no value here, only in a condition.`,
    "Classic ePython knows `and` and `or` in the conditions of if and while. Anywhere else both sides are computed, but what comes of them is no value: it prints nothing and does not count as true. Ask with if and keep True or False.",
  ),
  "real-exponent": warning(
    "In classic ePython a power with a real exponent is 0.",
    "Classic ePython multiplies the base by itself as often as the exponent says, which works for whole numbers only. With a real exponent the result is 0.0, even for 2.0. Write a whole number, or use `sqrt` from the module `math` for a square root.",
  ),
  "power-sign": warning(
    "`^` is taken as power here; Python writes `**`.",
    "ePython reads `^` as power, but in Python it combines the bits of two whole numbers. Write `**` for power, so that the program means the same everywhere.",
  ),
  "lower-case-constant": hint<{ found: string; wanted: string }>(
    (a) => `Python writes ${quote(a.wanted)} with a capital.`,
    "ePython accepts true, false and none, but Python itself only knows True, False and None. With the capital the program runs in both.",
  ),

  // ── Parts of Python that ePython leaves out ──────────────────────────────

  "left-out-class": leftOut("classes", "write functions, and keep the data in variables and lists"),
  "left-out-dict": leftOut("dictionaries", "use one list for the keys and one for the values"),
  "left-out-set": leftOut("sets", "use a list, and `in` to see whether a value is there"),
  "left-out-try": leftOut("try and except", "test with `if` beforehand whether something can go wrong"),
  "left-out-raise": leftOut("raise", "print what is wrong and call `exit()`"),
  "left-out-with": leftOut("with", "call the functions one after the other; a core has no files to open"),
  "left-out-yield": leftOut("generators (yield)", "append the values to a list and return the list"),
  "left-out-lambda": leftOut("lambda", "write a function with `def` and use its name"),
  "left-out-nested-def": leftOut(
    "functions inside functions",
    "move this `def` out, and pass what it needs as arguments",
  ),
  "left-out-async": leftOut("async and await", "use `send` and `recv`: each core runs its own program"),
  "left-out-decorator": error<{ name: string; instead: string }>(
    (a) => `ePython has no decorator ${quote(`@${a.name}`)}: ${a.instead}.`,
    `${IMPERATIVE} A decorator is a function of one parameter that a file of the project defines; those of Python's library and those that belong to classes are not there. Remove the line, or write such a function.`,
  ),
  "host-decorator": error<{ name: string }>(
    (a) => `${quote(`@${a.name}`)} belongs in a program on the host; this one runs on the cores already.`,
    "`@offload` marks a function of a Python program on the host that is to run on the cores. A program that is itself in ePython is on the cores from its first line. Remove the line and call the function, or write a host program.",
  ),
  "native-decorator": error<{ name: string }>(
    (a) => `${quote(a.name)} is a function of ePython's own and makes nothing of a function.`,
    "`@name` above a function calls `name` with the function, and what it gives is called by the function's name from then on. Functions of ePython's own take numbers, text and lists. Remove the line, or define a function of one parameter that returns a function.",
  ),
  "decorator-alone": error(
    "Under a line with `@` comes the `def` that it is about.",
    "`@name` stands on the line right above a function and calls `name` with that function. Here no `def` follows. Write the function under it, or remove the line; to multiply matrices, use loops.",
  ),
  "left-out-generator": leftOut("generators", "write the comprehension in square brackets, which makes a list"),
  "left-out-bytes": leftOut("byte strings", "leave the b away, or use a list of numbers"),
  "left-out-annotation": leftOut("type annotations", "leave the colon, the arrow and the type away"),
  "left-out-star-arguments": leftOut("* and ** arguments", "pass a list as one argument"),
  "left-out-star-target": leftOut("* in assignments", "name every variable, or take slices of the list"),
  "left-out-nonlocal": leftOut("nonlocal", "use `global` for a variable of the module"),
  "left-out-walrus": leftOut("`:=`", "assign with `=` in a line of its own before"),
  "left-out-matrix": leftOut("the @ operator", "multiply the elements in loops"),
  "left-out-complex": leftOut("complex numbers", "keep the real and the imaginary part in two variables"),
  "left-out-ellipsis": leftOut("`...`", "write `pass` for a block that does nothing"),
  "left-out-match": leftOut("match and case", "use `if`, `elif` and `else`"),
  "left-out-packages": leftOut("packages", "name one module, such as `import parallel`"),
  "left-out-print-to": leftOut("printing to a file", "print without `>>`; all output goes to the console"),
  "left-out-main-guard": leftOut("`__name__`", "write the calls at the end of the file, without the `if` around them"),
  "left-out-builtin": error<{ name: string; instead: string }>(
    (a) =>
      `ePython is the imperative part of Python and has no ${quote(a.name)}${a.instead === "" ? "" : `: ${a.instead}`}.`,
    `${IMPERATIVE} Python has a built-in function of this name, but ePython does not. Use loops, lists and the functions that completion offers instead.`,
  ),

  "classic-native": error<{ name: string; instead: string }>(
    (a) => `\`native ${a.name}\` is classic ePython: write ${quote(a.instead)}.`,
    "The modules of the original ePython called the runtime by `native` and a name. Programs call the functions of the modules instead. Import the module and call its function, or say with the line `# dialect: classic` at the top that the program is a classic one.",
  ),
  "unknown-native": error<{ name: string; nearest?: string | undefined }>(
    (a) => `The runtime has no ${quote(a.name)}.${maybe(a.nearest)}`,
    "`native` calls a function of ePython's runtime, of which the name begins with rtl_ and ends with that of a function of the modules parallel, math, random, array, memory and time. There is none of this name. Check the spelling, or import the module and call its function.",
  ),
  "classic-function": error<{ name: string; instead: string }>(
    (a) => `${quote(a.name)} is classic ePython: ${a.instead}.`,
    "The original ePython has functions about where data lies in memory. Python does not need them: a variable that is assigned a list names that same list, and a function's name stands for the function. Say with the line `# dialect: classic` at the top that the program is a classic one if it must stay as it is.",
  ),

  // ── Names ────────────────────────────────────────────────────────────────

  "undefined-name": error<{ name: string; nearest?: string | undefined }>(
    (a) => `Nothing is called ${quote(a.name)} here.${maybe(a.nearest)}`,
    "A name means something once a value has been assigned to it, a function of that name defined, or it has been imported. This one appears nowhere else. Check the spelling (capital and small letters differ), or put quotation marks around it if it is text.",
  ),
  "name-not-imported": error<{ name: string; line: string }>(
    (a) => `${quote(a.name)} must be imported first: ${quote(a.line)}.`,
    "Functions such as this one are kept in a module, and a program says at its top which modules it uses. Add the import.",
  ),
  "needs-module": error<{ name: string; wanted: string }>(
    (a) => `${quote(a.name)} belongs to a module: write ${quote(a.wanted)}.`,
    "`import` brings in the module under its own name, and what it holds is reached through a dot. Write the module's name before this one, or import the name itself with `from`.",
  ),
  "module-not-imported": error<{ name: string }>(
    (a) => `Module ${quote(a.name)} must be imported first: \`import ${a.name}\`.`,
    "A program says at its top which modules it uses. Add the import.",
  ),
  "local-elsewhere": error<{ name: string; owner: string }>(
    (a) => `${quote(a.name)} is only known inside function ${quote(a.owner)}.`,
    "A variable that is assigned in a function is local: it exists only while that function runs, and only there. Return the value from the function and use the result, or declare the variable with `global` in the function.",
  ),
  "augmented-local": error<{ name: string }>(
    (a) => `${quote(a.name)} has no value here yet: did you mean \`global ${a.name}\`?`,
    "A variable that is assigned in a function is local to it, and this statement changes a local variable that was never given a value. The variable of the same name outside is another one. Declare `global` at the start of the function to change that one.",
  ),
  "augmented-unset": error<{ name: string }>(
    (a) => `${quote(a.name)} has no value yet that could be changed.`,
    "An operator such as `+=` changes the value that a variable already has. This one never gets a first value. Assign one before with `=`, for example 0.",
  ),
  "global-parameter": error<{ name: string }>(
    (a) => `${quote(a.name)} is a parameter of this function, so it cannot be global as well.`,
    "A parameter is local to its function and gets its value from the call. `global` says that the name means the variable of the module. It cannot be both: rename one of them.",
  ),
  "duplicate-parameter": error<{ name: string }>(
    (a) => `Two parameters are called ${quote(a.name)}.`,
    "Each parameter of a function needs a name of its own; otherwise one value would overwrite the other. Rename one.",
  ),

  // ── Modules ──────────────────────────────────────────────────────────────

  "unknown-module": error<{ name: string; nearest?: string | undefined; known: string }>(
    (a) =>
      `There is no module ${quote(a.name)}.${a.nearest === undefined ? ` ePython has ${a.known}.` : maybe(a.nearest)}`,
    "A module is either one that comes with ePython or another file of this project. Python's own library is too large for the cores and is not there. Check the spelling, or write the functions you need yourself.",
  ),
  "unknown-member": error<{ module: string; name: string; nearest?: string | undefined }>(
    (a) => `Module ${quote(a.module)} has no ${quote(a.name)}.${maybe(a.nearest)}`,
    "The module exists but nothing in it has this name. Check the spelling; completion after the dot shows everything the module has.",
  ),
  "import-cycle": error<{ name: string }>(
    (a) => `${quote(a.name)} imports this file in turn, so neither can come first.`,
    "An imported module runs before the program that imports it. If two files import each other, there is no order in which they could run. Move what both need into a third file.",
  ),
  "module-as-value": error<{ name: string }>(
    (a) => `${quote(a.name)} is a module, not a value.`,
    "A module is a collection of functions and has no value itself. Write the module's name, a dot and what you want from it.",
  ),
  "module-called": error<{ name: string; wanted?: string | undefined }>(
    (a) =>
      `${quote(a.name)} is a module and cannot be called.${a.wanted === undefined ? "" : ` Write ${quote(a.wanted)}.`}`,
    "A module is a collection of functions. To call one of them write the module's name, a dot and the function's name.",
  ),

  // ── Calls ────────────────────────────────────────────────────────────────

  "too-few-arguments": error<{ signature: string; name: string; missing: string }>(
    (a) => `${quote(a.name)} needs a value for ${a.missing}: ${quote(a.signature)}.`,
    "A call gives a value to every parameter that has no default. Here at least one is missing. Add it, in the order of the parameters.",
  ),
  "too-many-arguments": error<{ signature: string; name: string; most: number; given: number }>(
    (a) => `${quote(a.name)} takes ${plural(a.most, "argument")}, not ${a.given}: ${quote(a.signature)}.`,
    "The call has more arguments than the function has parameters, so some would have nowhere to go. Remove those that are too many; perhaps a closing bracket is in the wrong place.",
  ),
  "unknown-keyword": error<{ signature: string; keyword: string; nearest?: string | undefined }>(
    (a) => `${quote(a.signature)} has no parameter ${quote(a.keyword)}.${maybe(a.nearest)}`,
    "`name=value` in a call gives a value to the parameter of that name. The function has no such parameter. Check the spelling, or write `==` if you meant to compare.",
  ),
  "left-out-keyword": error<{ name: string; keyword: string; instead: string }>(
    (a) => `${quote(a.name)} has no ${quote(a.keyword)} in ePython: ${a.instead}.`,
    `${IMPERATIVE} Its own functions cannot call one of the program's in the midst of their work, and have fewer named arguments than Python's. Write what the message shows, or a loop.`,
  ),
  "repeated-argument": error<{ name: string }>(
    (a) => `Parameter ${quote(a.name)} is given two values.`,
    "Plain arguments fill the parameters from the left, and a named one fills its own. Here both fill the same one. Remove one of them.",
  ),
  "keyword-to-unknown": error(
    "A named argument needs a function whose parameters are known here.",
    "This call goes through a variable or a result, so which function it will be is known only when the program runs, and the cores do not keep the names of parameters. Give the arguments in their order, without names.",
  ),
  "not-callable": error<{ what: string }>(
    (a) => `${a.what} cannot be called.`,
    "Round brackets right behind a value call it as a function, and this value is not one. To multiply, write `*` between the two; to take an element of a list, use square brackets.",
  ),
  "unknown-method": error<{ name: string; nearest?: string | undefined }>(
    (a) => `No value has a method ${quote(a.name)}.${maybe(a.nearest)}`,
    "A dot behind a value calls one of its methods: lists have append, insert, pop, remove, sort and others, text has upper and lower. There is none of this name. Check the spelling, or write a function for it.",
  ),
  "method-not-called": error<{ name: string }>(
    (a) => `\`.${a.name}\` is a method: call it, with brackets.`,
    "A method does something only when it is called, and a call needs round brackets even if nothing stands in them. Add the brackets and what belongs in them.",
  ),
  "unknown-attribute": error<{ name: string; nearest?: string | undefined }>(
    (a) => `No value has a \`.${a.name}\`.${maybe(a.nearest)}`,
    `${IMPERATIVE} Values have methods that can be called but no attributes. If the part before the dot is meant as a module, import it first.`,
  ),

  // ── Places ───────────────────────────────────────────────────────────────

  "break-outside": error<{ word: string }>(
    (a) => `${quote(a.word)} only makes sense in a loop.`,
    "`break` leaves the loop around it and `continue` goes on with its next turn. Here there is no loop around it. Indent it into the loop, or use `return` to leave a function and `exit()` to end the program.",
  ),
  "return-outside": error(
    "`return` only makes sense in a function.",
    "`return` ends a function and hands its result to the call. Here no function is running. Indent the line into the function, or call `exit()` to end the program.",
  ),

  // ── Values ───────────────────────────────────────────────────────────────

  "int-too-large": error<{ text: string }>(
    (a) => `${quote(a.text)} does not fit: whole numbers go from -2147483648 to 2147483647.`,
    "The cores compute with whole numbers of 32 bits, as their hardware does, and this one needs more. Write it as a real, such as 3e9, if seven exact digits are enough.",
  ),
  "real-too-large": error<{ text: string }>(
    (a) => `${quote(a.text)} does not fit: reals go up to about 3.4e38.`,
    "The cores compute with reals of 32 bits, as their hardware does, and this one is larger than any of them. Use a smaller number or other units.",
  ),
  "floor-division": hint(
    "Both sides are whole numbers, so `/` rounds down here.",
    "As in Python 2, dividing two whole numbers gives a whole number: 7/2 is 3. Write `//` to make that plain, or make one of them a real, as in 7/2.0, to get 3.5.",
  ),
  "text-and-number": hint(
    "ePython joins text and numbers; Python wants `str()` around the number.",
    "Here a number is put behind or before a text. ePython turns it into text by itself, but Python stops with an error. With `str()` around the number the program runs in both.",
  ),
  "comparison-statement": warning(
    "This compares and forgets the answer; `=` gives a variable its value.",
    "`==` asks whether two values are equal. On a line of its own the answer goes nowhere, so the line does nothing. Write one `=` to assign.",
  ),
  "unused-value": warning<{ what: string }>(
    (a) => `${quote(a.what.includes("\n") || a.what.length > 30 ? "..." : a.what)} is worked out and forgotten.`,
    "A line that is only a value has no effect: nothing keeps the value and nothing shows it. Give it to a variable with `=`, as in `x = x + 1`, show it with `print`, or remove the line.",
  ),
  "double-sign": warning<{ sign: string; name: string }>(
    (a) => `\`${a.sign}${a.sign}${a.name}\` leaves ${quote(a.name)} as it is.`,
    "Other languages count a variable up or down with two signs. In Python they are two single signs, one after the other, and the variable does not change. Write `x += 1` in a line of its own before, or leave the signs away.",
  ),
  "loop-over-number": warning<{ text: string }>(
    (a) => `A loop cannot go through a number: did you mean \`range(${a.text})\`?`,
    "`for` takes one element after the other out of a list, a text or a range, and a number has none. `range(n)` has the whole numbers from 0 up to n - 1. Write `range` around the number.",
  ),
  "shadowed-function": warning<{ name: string }>(
    (a) => `From here on ${quote(a.name)} is this variable; the function of that name can no longer be called.`,
    "A name means one thing only. Once it has been given to a variable, a call of the function that had it before calls the variable instead, and fails. Give the variable another name.",
  ),
  "name-of-function": hint<{ name: string }>(
    (a) => `${quote(a.name)} is also the name of a function, which is out of reach from here on.`,
    "A name means one thing only. With a variable of this name the function that had it before cannot be called. That does no harm as long as the function is not needed; another name keeps both.",
  ),
  "assert-tuple": warning(
    "This never fails: the brackets make the message part of the condition.",
    "A condition in round brackets with a comma in it is a tuple, and a tuple with something in it counts as true. Write `assert condition, message` without the brackets.",
  ),
  "function-as-value": warning<{ name: string }>(
    (a) => `${quote(a.name)} is a function: call it, with brackets, to get its value.`,
    "Without brackets the name means the function itself, which is not a number and not a text, and counts as true. Write the brackets to call it and use what it gives.",
  ),
  "type-and-text": warning<{ call: string; wanted?: string | undefined }>(
    (a) =>
      `${quote(a.call)} gives a type, which never equals text.${a.wanted === undefined ? "" : ` Write ${quote(a.wanted)}.`}`,
    "As in Python, `type` gives the type itself: `int`, `float`, `str`, `bool`, `list`, `tuple`, or that of None, `type(None)`. Compare it with one of these, without quotation marks, or with another `type(...)`. `type(x).__name__` is the name of a type as text.",
  ),
  "not-a-type": error<{ name: string }>(
    (a) => `${quote(a.name)} makes a list here: compare with \`list\`.`,
    "In Python 3 this name stands for a type of its own. ePython, like Python 2, has only the function, which makes a list, so no value is ever of that type. Ask for `list`.",
  ),
  "function-not-called": warning<{ name: string }>(
    (a) => `This does nothing: call ${quote(a.name)} with brackets.`,
    "Without brackets the name only means the function; the line has no effect. Add the brackets to call it.",
  ),
} as const;

export type Code = keyof typeof messages;
export type ArgsOf<C extends Code> = (typeof messages)[C] extends Message<infer Args> ? Args : never;

/// A diagnostic of this code, with its text from the catalogue.
export function diagnostic<C extends Code>(
  code: C,
  file: string,
  span: Span,
  args: ArgsOf<C>,
  fixes: readonly QuickFix[] = [],
): Diagnostic {
  const message = messages[code] as unknown as Message<ArgsOf<C>>;
  return {
    code,
    severity: message.severity,
    file,
    from: span.from,
    to: span.to,
    message: message.headline(args),
    fixes,
  };
}

/// The longer explanation that belongs to a diagnostic's code, if it is one of the front end's.
export function explanation(code: string): string | undefined {
  return Object.hasOwn(messages, code) ? messages[code as Code].explanation : undefined;
}

/// A mend that replaces one range, for a diagnostic's `fixes`.
export function replace(title: string, span: Span, text: string): readonly QuickFix[] {
  return [{ title, edits: [{ from: span.from, to: span.to, text }] }];
}

/// A mend that inserts text at one place.
export function insert(title: string, at: number, text: string): readonly QuickFix[] {
  return [{ title, edits: [{ from: at, to: at, text }] }];
}
