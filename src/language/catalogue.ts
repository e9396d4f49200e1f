import type { Diagnostic, QuickFix, Severity } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";

// The catalogue of everything the front end can say: one row a code. Codes are stable, headlines are one line in the
// learner's words, explanations say what happened, why, and how to fix it. It is long because it is a table.

export interface CatalogueRow<Args> {
  readonly severity: Severity;
  readonly headline: (args: Args) => string;
  readonly explanation: string;
}

type NoArgs = Record<never, never>;

function row<Args>(severity: Severity, headline: string | ((args: Args) => string), explanation: string) {
  return { severity, headline: typeof headline === "string" ? () => headline : headline, explanation };
}

function error<Args = NoArgs>(headline: string | ((args: Args) => string), explanation: string): CatalogueRow<Args> {
  return row("error", headline, explanation);
}

function warning<Args = NoArgs>(headline: string | ((args: Args) => string), explanation: string): CatalogueRow<Args> {
  return row("warning", headline, explanation);
}

function hint<Args = NoArgs>(headline: string | ((args: Args) => string), explanation: string): CatalogueRow<Args> {
  return row("hint", headline, explanation);
}

const FIRST_COURSE = "ePython is the Python of a first course, small enough for a core with 32 KB of memory.";

/// A part of Python that ePython does not have.
function leftOut(feature: string, instead: string): CatalogueRow<NoArgs> {
  return error(`ePython has no ${feature}: ${instead}.`, `${FIRST_COURSE} It has no ${feature}. Instead, ${instead}.`);
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
    'Text begins and ends with the same quotation mark, on the same line. Here the line ends first, so Python cannot tell where the text stops. Add the missing mark, or use three marks (""") for text that runs over several lines.',
  ),
  "unclosed-triple-string": error<{ quote: string }>(
    (a) => `This text is never closed: ${a.quote} is missing.`,
    "Text that begins with three quotation marks runs until the same three marks come again. They never do, so everything up to the end of the file became text. Add the three marks where the text should end.",
  ),
  "quote-in-text": error<{ quote: string }>(
    (a) => `This ${a.quote} ends the text.`,
    "Text ends at the next quotation mark of the kind that began it, but here more text follows that mark. If the mark is part of the text, as in it's, put the other kind of quotation marks around the text, or write a backslash before the mark.",
  ),
  "bad-escape": error<{ escape: string }>(
    (a) => `${quote(a.escape)} is not a complete character code.`,
    "In text, a backslash begins a special character: \\x needs two hexadecimal digits after it, \\u four and \\U eight. Write all the digits, or write two backslashes (\\\\) for a plain backslash.",
  ),
  "smart-quotes": error<{ what: string; plain: string }>(
    (a) => `This is ${a.what}; type ${quote(a.plain)} around text.`,
    "Word processors and web pages turn quotation marks into curly ones. Accents, backticks and the marks for minutes and seconds look similar, too. Python knows only the straight marks ' and \". Replace the others.",
  ),
  "unknown-character": error<{ character: string }>(
    (a) => `${quote(a.character)} means nothing in Python.`,
    "This character is not part of any word, number or operator of Python, and it is not inside text or a comment. Delete it, or put quotation marks around it if you mean it as text.",
  ),
  "lookalike-character": error<{ what: string; plain: string }>(
    (a) => `This is ${a.what}; type ${quote(a.plain)}.`,
    "Word processors, web pages and keyboards for other languages can produce characters that look like the plain one but are different. Python knows only the plain one. Use it instead.",
  ),
  "lookalike-letter": error<{ name: string; what: string; latin: string }>(
    (a) => `${quote(a.name)} has ${a.what} that looks like the Latin ${quote(a.latin)}: type ${quote(a.latin)}.`,
    "Some alphabets have letters that look the same but are different: the Latin p and the Cyrillic р, for example. To Python they are as different as p and q, so this is a different name. Type the name again with one keyboard layout.",
  ),
  "mixed-letters": warning<{ name: string; what: string; latin: string }>(
    (a) => `${quote(a.name)} has ${a.what} that looks like the Latin ${quote(a.latin)}.`,
    "Some alphabets have letters that look the same but are different: the Latin p and the Cyrillic р, for example. To Python they are as different as p and q. A name that mixes them works, but anyone who types it with one keyboard layout gets a different name. Write it in one alphabet.",
  ),
  "odd-space": error<{ what: string }>(
    (a) => `This is ${a.what}; type a plain space.`,
    "Text copied from a web page or a document often contains spaces that look ordinary but are different characters. Python knows only the plain space. Replace this one.",
  ),
  "invisible-character": error<{ what: string }>(
    (a) => `This is ${a.what}; remove it.`,
    "Text copied from a web page, a document or a chat can contain characters that you cannot see. Python accepts them only in text and comments. The quick fix removes this one.",
  ),
  "bidi-control": warning<{ what: string }>(
    (a) => `This is ${a.what}: the line may not do what it seems to do.`,
    "Characters that change the direction of text belong to languages such as Arabic and Hebrew. In a program, they can make an editor show the parts of a line in a different order from the one in which Python reads them. Remove this one unless the text needs it. In text, you can write `\\u` and the character's number instead, so that everyone sees it.",
  ),
  "after-backslash": error(
    "A backslash that joins two lines must be the last character of its line.",
    "A backslash outside text continues the statement on the next line, so nothing may follow it, not even a space or a comment. Remove what comes after it, or put the expression in brackets. In brackets it may run over several lines.",
  ),
  "bad-number": error<{ text: string; why: string }>(
    (a) => `${quote(a.text)} is not a number: ${a.why}.`,
    "A word that begins with a digit is read as a number, but this one is not a valid number. Names begin with a letter or _, whole numbers have digits only, and a 0 in front means base 8. Correct the digits, or begin the name with a letter.",
  ),
  "left-out-long": error<{ text: string }>(
    (a) => `${quote(a.text)}: ePython has no long numbers; remove the L.`,
    `${FIRST_COURSE} Its whole numbers have 32 bits, like those of the hardware, and need no L. Remove the letter.`,
  ),
  "mixed-tabs": error(
    "Tabs and spaces are mixed in the indentation of this file.",
    "Python sees from the indentation which lines belong together, but how wide a tab is depends on the editor. Lines that look aligned on your screen may not be aligned for Python. Indent with spaces only, four for each level.",
  ),
  "bad-dedent": error(
    "This line's indentation does not match any line above it.",
    "The lines of a block begin in the same column. This line moves back to the left, but not to the column of any open block, so Python cannot tell which block it belongs to. Align it with the other lines of its block.",
  ),
  "unclosed-bracket": error<{ open: string; close: string }>(
    (a) => `This ${quote(a.open)} is never closed: ${quote(a.close)} is missing.`,
    "Every opening bracket needs a closing one. Until it comes, Python reads the following lines as part of the same expression. Add the closing bracket where the expression ends.",
  ),
  "mismatched-bracket": error<{ found: string; wanted: string; open: string }>(
    (a) => `${quote(a.found)} cannot close ${quote(a.open)}: ${quote(a.wanted)} is needed.`,
    "Brackets close in the reverse order in which they were opened, each with its own kind: ( with ), [ with ] and { with }. This one does not match the bracket that was opened last. Replace it, or add the missing bracket before it.",
  ),
  "unmatched-bracket": error<{ found: string }>(
    (a) => `This ${quote(a.found)} closes nothing.`,
    "No bracket is open that this one could close. Either there is one too many, or the opening bracket is missing earlier in the line. Remove this one, or add the other.",
  ),
  "symbol-and": error(
    "Python writes `and` instead of `&&`.",
    "C, Java and JavaScript write `&&`. Python uses the English word: write `and` between the two conditions.",
  ),
  "symbol-or": error(
    "Python writes `or` instead of `||`.",
    "C, Java and JavaScript write `||`. Python uses the English word: write `or` between the two conditions.",
  ),
  "symbol-not": error(
    "Python writes `not` instead of `!`.",
    "C, Java and JavaScript write `!`. Python uses the English word: write `not` before the condition. Only `!=`, which means unequal, keeps the mark.",
  ),
  "unequal-sign": error(
    "Unequal is written `!=`.",
    "`<>` is how Python 2 asked whether two values differ, and some other languages still use it. Python 3 writes `!=`.",
  ),
  "leading-zero": error<{ text: string; digits: string }>(
    (a) =>
      `${quote(a.text)} is not a number in Python 3: write ${quote(a.digits)}, or ${quote(`0o${a.digits}`)} for base 8.`,
    "A 0 in front of a whole number meant base 8 in Python 2: 010 was 8. Python 3 does not guess. Write the number without the 0, or `0o` in front of it if you mean base 8.",
  ),
  "triple-equals": error<{ found: string; wanted: string }>(
    (a) => `${quote(a.found)} is written ${quote(a.wanted)} in Python.`,
    "JavaScript compares with three signs. Python uses two: `==` for equal and `!=` for unequal.",
  ),
  "reversed-comparison": error<{ found: string; wanted: string }>(
    (a) => `${quote(a.found)} is written ${quote(a.wanted)}.`,
    "The two signs are in the order in which you say them: less or equal is `<=`, greater or equal is `>=`. Swap them.",
  ),
  "c-comment": error<{ found: string }>(
    (a) => `A comment begins with #, not with ${quote(a.found)}.`,
    "In Python, everything from # to the end of the line is a comment. `//` divides and rounds down, and `/*` means nothing. Begin each line of the comment with #.",
  ),
  "brace-block": error(
    "Python begins a block with `:` and indents it; it has no braces.",
    "In C, Java and JavaScript, braces enclose a block. In Python, the line that opens a block ends with a colon, and the lines of the block are indented below it. Write `:` instead, and remove the closing brace.",
  ),

  // ── Lines and blocks ─────────────────────────────────────────────────────

  "missing-colon": error<{ word: string }>(
    (a) => `A colon is missing at the end of this ${quote(a.word)} line.`,
    "A line that opens a block ends with a colon: those that begin with if, elif, else, while, for, def, class, try, except, finally, with, match or case. It shows that the indented lines below belong to this line. Add `:` here.",
  ),
  "missing-indent": error<{ word: string }>(
    (a) => `The block of this ${quote(a.word)} is empty: indent the lines that belong to it.`,
    "After a line that ends with a colon, Python expects a block: one or more lines that are indented further. Indent the lines of the block by four spaces. If the block should do nothing, write `pass` in it.",
  ),
  "unexpected-indent": error(
    "This line is indented for no reason.",
    "Lines are indented further only below a line that ends with a colon. Here no block was opened, so Python cannot tell what this line belongs to. Remove the extra spaces, or add the line that should open the block.",
  ),
  "compound-on-line": error<{ word: string }>(
    (a) => `${quote(a.word)} must begin a line of its own.`,
    "Several simple statements may share a line, but a statement with a block needs a line of its own. Move it to a new line and indent it as needed.",
  ),
  "stray-else": error<{ word: string }>(
    (a) => `This ${quote(a.word)} belongs to nothing.`,
    "`elif` and `else` continue an `if`, `except` and `finally` continue a `try`, and `else` can also follow a loop or an `except`. The block above must end on the line just before, and this word must begin in the same column as the word that it continues. Perhaps a line in between is not indented, or this line is not indented like its `if` or `try`.",
  ),
  "try-alone": error(
    "This `try` has neither `except` nor `finally`.",
    "`try` runs its block, and what follows says what to do if something goes wrong there: `except` takes the error, and `finally` runs in any case. At least one of them must follow, in the same column as the `try`. Add `except` with the kind of error that you expect, such as `except ValueError:`.",
  ),
  "except-order": error(
    "`except` without a type takes every error, so it must be the last one.",
    "The blocks below a `try` are tried from top to bottom, and the first whose type fits is taken. A bare `except:` fits every error, so nothing would ever reach the blocks below it. Move it to the end.",
  ),
  "switch-word": error(
    "Python writes `match` instead of `switch` or `select`.",
    "Other languages choose between cases with `switch` or `select`. Python's word is `match`, and the first `case` that fits is carried out, with no `break` at its end. `case _:` is for everything else.",
  ),
  "match-empty": error(
    "This `match` has no `case` below it.",
    "`match` looks at a value, and the first `case` below it that fits says what to do. Write at least one, indented: `case 1:`, and what to do in the lines below that.",
  ),
  "case-expected": error<{ found: string }>(
    (a) => `${a.found} cannot stand here: the block of a \`match\` has only cases.`,
    "Below `match` come cases, each with a block of its own. Move what is to happen in every case above the `match`, and write `case _:` for everything that no other case fits.",
  ),
  "case-pattern": error<{ what: string }>(
    (a) => `${quote(a.what)} is not a pattern: a case has values and names, and computes nothing.`,
    "After `case` you write what a value can look like: a number, a text, a name that gets the value, or these in brackets, with `|` between alternatives. What has to be computed goes into a condition after it: `case x if x > limit:`.",
  ),
  "case-order": error<{ name: string }>(
    (a) => `${quote(a.name)} takes every value, so this case must be the last one.`,
    "A name in a pattern is given the value that is there, whatever that is; it is not compared with a variable of that name. So nothing would reach the cases below. Move this one to the end. To compare with a variable, write a condition, such as `case x if x == limit:`, or a name with a dot, such as `Color.RED`.",
  ),
  "case-name-twice": error<{ name: string }>(
    (a) => `${quote(a.name)} occurs twice in this pattern.`,
    "Each name in a pattern is given one value. Use another name for the second one, and compare the two in a condition: `case [a, b] if a == b:`.",
  ),
  "case-alternatives": error<{ name: string }>(
    (a) => `${quote(a.name)} is given a value in only some of the alternatives.`,
    "Whichever of the alternatives between `|` fits, the block below must find the same names. Use the name in each of them, or write a case for each.",
  ),
  "except-comma": error<{ isName: boolean }>(
    (a) =>
      a.isName
        ? "Write `as` between the type of the error and its name."
        : "Write several types of errors in brackets: `except (A, B):`.",
    "`except ValueError as e:` takes an error of one type and names it, and `except (ValueError, TypeError):` takes errors of several types. Python 2 wrote a comma where Python 3 writes `as`. Write `as`, or put brackets around the types.",
  ),
  "raise-comma": error(
    "Write the text of an error in brackets after its type.",
    'Python 2 wrote `raise ValueError, "text"`. Python 3 makes the error by a call: `raise ValueError("text")`.',
  ),
  "else-with-test": error(
    "`else` takes no condition: use `elif` to test another one.",
    "`else` covers all the other cases, so nothing comes between it and its colon. To test another condition, write `elif` and the condition.",
  ),
  "else-if": error<{ found: string }>(
    (a) => `${quote(a.found)} is written \`elif\` in Python.`,
    "Other languages write `else if` or `elseif` for another condition. Python's word is `elif`: with it, the lines need not be indented further each time.",
  ),
  "then-word": error<{ found: string }>(
    (a) => `Python needs no ${quote(a.found)}, only a colon.`,
    "Some languages put a word such as `then` or `do` between the condition and the block. In Python a colon does that. Remove the word and end the line with `:`.",
  ),
  "missing-def-brackets": error<{ name: string }>(
    (a) => `The parameters of ${quote(a.name)} must be in round brackets.`,
    "After the name of a function come its parameters, in round brackets. Write the brackets even if there are no parameters: `def f():`.",
  ),
  "missing-in": error(
    "A for loop reads `for name in sequence:`.",
    "Python's `for` takes the elements of a list, a text or a `range` one after another and gives each to the name before `in`. To count, write for example `for i in range(10):`.",
  ),
  "c-style-for": error(
    "Python's for loop goes through a sequence: `for i in range(10):`.",
    "The for loop of C, Java and JavaScript has a start, a condition and a step. Python's for loop goes through the elements of a list or a `range`. Write `for i in range(start, stop):`, or use a `while` loop.",
  ),
  "too-deep": error(
    "This is nested too deeply.",
    "Brackets, operators and blocks can be inside one another, but only up to a limit. Programs that are easy to read never reach it. Split the expression into several, or move a block into a function.",
  ),

  // ── Statements and expressions ───────────────────────────────────────────

  "expected-expression": error<{ found: string }>(
    (a) => `A value is missing here: ${a.found} cannot take its place.`,
    "After an operator, a comma, a word such as `return` or an `=`, Python expects a value, a name or a bracket. Something else came. Add the value that is missing, or remove what needs it.",
  ),
  "side-by-side": error<{ found: string }>(
    (a) => `Something is missing before ${quote(a.found)}: an operator, a comma or a new line.`,
    "Two values are next to each other, and nothing says what to do with them. Join them with an operator such as + or *, separate them with a comma, or begin a new line if they are two statements. Text needs quotation marks around it.",
  ),
  "unexpected-token": error<{ found: string }>(
    (a) => `${a.found} does not belong here.`,
    "The line makes sense up to here, but it cannot continue like this. Often a bracket, a quotation mark, a comma or an operator just before is missing, or there is one too many.",
  ),
  "stray-colon": error(
    "A colon does not belong at the end of this line.",
    "Only lines that open a block end with a colon: those that begin with if, elif, else, while, for, def, class, try, except, finally, with, match or case. Remove the colon, or begin the line with the missing word, such as `def` for a function.",
  ),
  "misspelt-keyword": error<{ found: string; wanted: string }>(
    (a) => `${quote(a.found)} is not a word of Python. Did you mean ${quote(a.wanted)}?`,
    "Python's own words must be spelt exactly, in small letters. Correct the spelling.",
  ),
  "needless-type": error<{ found: string }>(
    (a) => `Python needs no ${quote(a.found)}: a variable begins with its first value.`,
    "Other languages declare a variable with a word such as `var` or with its type. In Python the first assignment makes the variable, and it can have any value. Remove the word.",
  ),
  "assign-in-test": error(
    "`=` gives a variable its value; to compare, write `==`.",
    "One equals sign gives a variable a value, two ask whether two values are equal. A condition asks, so it needs `==`.",
  ),
  increment: error<{ found: string; wanted: string }>(
    (a) => `Python has no ${quote(a.found)}: write ${quote(a.wanted)}.`,
    "Other languages count up with ++ and down with --. Python uses `i += 1` and `i -= 1`, each as a statement of its own.",
  ),
  "bad-target": error<{ what: string }>(
    (a) => `${a.what} cannot be given a value.`,
    "To the left of `=` you write what receives the value: a name, an element of a list or dictionary such as `x[i]`, an attribute such as `p.x`, or several of them with commas. Nothing else can receive a value. If you want to compare, write `==`.",
  ),
  "fstring-brace": error<{ found: string; missing: string }>(
    (a) => `This ${quote(a.found)} has no ${quote(a.missing)}: write ${quote(a.found + a.found)} for the brace itself.`,
    "In text with an f before it, Python computes what is between braces and shows the result. Each opening brace needs a closing one before the text ends. To show a brace, write it twice.",
  ),
  "fstring-empty": error(
    "A value is missing between these braces.",
    "In text with an f before it, Python computes what is between braces and shows the result, so there must be something between them. Write a name or an expression there, or {{}} to show the braces.",
  ),
  "fstring-conversion": error<{ found: string }>(
    (a) => `${quote(a.found)} is not a way to show a value: use \`!r\`, \`!s\` or \`!a\`.`,
    "After the value in an f-string you can write !r, which shows text in quotation marks as in a list, or !s for the usual form. The width and the number of digits come after a colon, as in {x:5.2f}.",
  ),
  "bad-delete": error<{ what: string }>(
    (a) => `${a.what} cannot be deleted.`,
    "`del` takes an element or a slice out of a list, an entry out of a dictionary, as in `del x[i]`, or an attribute off an object, or makes the program forget a variable. Nothing else can be deleted. Name what you want to delete.",
  ),
  "attribute-target": error<{ name: string }>(
    (a) =>
      `Nothing can be stored as \`.${a.name}\`: only objects of a class and functions have attributes of their own.`,
    "You can assign an attribute of an object or a function. This program has no class to make objects of and the name before the dot is no function, or it is a module. You can read the names of another module, but not set them. Write a class, or use a variable.",
  ),
  "missing-else": error(
    "`a if condition` needs an `else`: what is the value otherwise?",
    "A conditional expression always has a value, so it must say what that is in both cases: `a if condition else b`. Add the `else` part, or write an `if` statement on lines of its own.",
  ),
  "missing-dict-value": error(
    "In a dictionary every key has a value: `key: value`.",
    "Curly brackets with a colon after the first key make a dictionary, and then each key needs a colon and a value: `{'a': 1, 'b': 2}`. Without any colon they make a set. Add the value, or check the commas.",
  ),
  "default-order": error<{ name: string }>(
    (a) => `Parameter ${quote(a.name)} needs a default too, since the one before it has one.`,
    "A call gives its arguments in the order of the parameters and may leave out those at the end. So parameters with a default come after those without. Give this one a default, or move it before those that have one.",
  ),
  "expected-parameter": error<{ found: string }>(
    (a) => `A parameter is a name; ${a.found} does not belong here.`,
    "Between the brackets of a `def` you write the names of its parameters, with commas between them. Each may have a default after `=`. Values belong in the call of the function, not here.",
  ),
  "keyword-order": error(
    "Arguments without a name come before those with one.",
    "In a call the plain arguments come first, in the order of the parameters. After them come the arguments that name their parameter, such as `n=3`. Move this one forward, or name its parameter too.",
  ),
  "keyword-as-name": error<{ word: string }>(
    (a) => `${quote(a.word)} is a word of Python itself and cannot be a name.`,
    "Some words belong to the language, such as `if`, `for`, `in` and `is`. You cannot use them for variables or functions. Choose another name.",
  ),
  "missing-name": error<{ after: string }>(
    (a) => `A name is missing after ${quote(a.after)}.`,
    "This statement needs a name here. A name consists of letters, digits and _, and begins with a letter or _. Add one.",
  ),
  "missing-import": error(
    "After `from module` come `import` and the names to take.",
    "To use what is in a module without naming the module each time, write `from parallel import *`, or list the names: `from math import sqrt, pi`.",
  ),
  "import-order": error<{ wanted: string }>(
    (a) => `The other way round: ${quote(a.wanted)}.`,
    "Python names the module first, and then what to take from it: `from parallel import coreid`.",
  ),
  "print-keyword": error<{ name: string }>(
    (a) => `print has no ${quote(a.name)}: it takes sep, end, flush and file.`,
    "print takes the values to show, `sep` for what comes between them and `end` for what comes after them. `flush` and `file` are accepted and change nothing, because all output goes to the console at once. Remove this argument.",
  ),
  "print-statement": error(
    "`print` is a function in Python 3: it needs brackets.",
    "In Python 2, `print` was a statement of its own. In Python 3 it is a function, and a call needs round brackets around the values. This program says that it is in Python 3. Add the brackets, or take that line out: a program with a print statement is then read as Python 2.",
  ),
  "unclosed-comment": error(
    "This comment is never closed: `*/` is missing.",
    "In classic ePython a comment that begins with `/*` runs until `*/`, over any number of lines. Here it runs to the end of the file, so nothing after `/*` is part of the program. Write `*/` where the comment ends.",
  ),
  "classic-base-16": warning<{ text: string; wanted: string }>(
    (a) => `Classic ePython reads ${quote(a.text)} as 0; write ${a.wanted}.`,
    "Classic ePython reads only the digits up to the first letter, and in base 10, so every number that begins with 0x is 0. Write the number in base 10.",
  ),
  "classic-logical": warning<{ op: "and" | "or" }>(
    (a) => `In classic ePython ${quote(a.op)} has no value here, only in a condition.`,
    "Classic ePython has `and` and `or` for the conditions of if and while. Anywhere else it computes both sides, but the result is not a value: it prints nothing and does not count as true. Use an if statement, and store True or False.",
  ),
  "real-exponent": warning(
    "In classic ePython a power with a real exponent is 0.",
    "Classic ePython multiplies the base by itself as often as the exponent says, which works for whole numbers only. With a real exponent the result is 0.0, even for 2.0. Write a whole number. For a square root, use `sqrt` from the module `math`.",
  ),
  "power-sign": warning(
    "`^` means power here; Python writes `**`.",
    "In a Python 2 program ePython reads `^` as power, but in Python it combines the bits of two whole numbers. Write `**` for power: then the program means the same everywhere.",
  ),
  "exclusive-or": hint<{ found: string; wanted: string }>(
    (a) => `${quote(a.found)} is exclusive or: it combines bits. A power is ${quote(a.wanted)}.`,
    "In mathematics, and in the original ePython, `^` stands for a power. In Python it compares two whole numbers bit by bit and keeps the bits that differ: 5 ^ 2 is 7. If you want a power, write `**`: 5 ** 2 is 25.",
  ),
  "lower-case-constant": hint<{ found: string; wanted: string }>(
    (a) => `Python writes ${quote(a.wanted)} with a capital.`,
    "In a Python 2 program ePython accepts true, false and none, but Python knows only True, False and None. With a capital letter the program runs in both.",
  ),

  // ── Parts of Python that ePython leaves out ──────────────────────────────

  "left-out-yield": error(
    "Classic ePython has no generators (yield): append the values to a list and return the list.",
    "As on the Parallella, a classic program has no generators. Append the values to a list and return the list, or remove the line `# dialect: classic`: Python has them.",
  ),
  "left-out-async": leftOut("async and await", "use `send` and `recv`: each core runs its own program"),
  "left-out-decorator": error<{ name: string; instead: string }>(
    (a) => `${quote(`@${a.name}`)} is not a decorator for this place: ${a.instead}.`,
    "A decorator is a function with one parameter: it is given the function or class below it, and returns what the name then means. Some of Python's belong to classes and their methods, and some have to be imported. Move the line, import the decorator, or remove the line.",
  ),
  "host-decorator": error<{ name: string }>(
    (a) => `${quote(`@${a.name}`)} belongs in a full Python program; this one already runs on the cores.`,
    "`@offload` is for full Python programs: it marks a function that runs on the cores. An ePython program runs on the cores from its first line. Remove the line and call the function, or write a full Python program.",
  ),
  "native-decorator": error<{ name: string }>(
    (a) => `${quote(a.name)} is one of ePython's own functions and cannot be a decorator.`,
    "`@name` above a function calls `name` with that function, and from then on the function's name stands for the result. This one does not give back a function that could stand for it. Remove the line, or define a function with one parameter that returns a function.",
  ),
  "decorator-alone": error(
    "A line with `@` needs a `def` or a `class` below it.",
    "`@name` goes right above a function or a class and calls `name` with it. Here neither follows. Write it below the line, or remove the line. To multiply matrices, use loops.",
  ),
  "left-out-generator": error(
    "Classic ePython has no generators: write the comprehension in square brackets, which makes a list.",
    "As on the Parallella, a classic program has no generators. Write the comprehension in square brackets, which makes a list, or remove the line `# dialect: classic`: Python has them.",
  ),
  "bytes-and-text": error(
    "Bytes and text cannot be side by side.",
    "Two texts side by side are one text, and so are two literals of bytes. Text and bytes do not mix: turn one into the other with `encode()` or `decode()`, then join them with `+`.",
  ),
  "bytes-not-ascii": error(
    "Bytes are written with ASCII characters only.",
    "A literal with `b` in front stands for numbers from 0 to 255, and only for ASCII characters is it clear which number is meant. Write other bytes as `\\xe9`, or write a text and `encode()` it.",
  ),
  "left-out-classic": error<{ feature: string; instead: string }>(
    (a) => `Classic ePython has no ${a.feature}: ${a.instead}.`,
    "A program with the line `# dialect: classic` is read as ePython on the Parallella read it, which had fewer parts of Python. Write it as shown above, or remove that line if the program need not run there.",
  ),
  "left-out-matrix": leftOut("`@` operator", "multiply the elements in loops"),
  "left-out-packages": leftOut("packages", "name one module, such as `import parallel`"),
  "left-out-print-to": leftOut("printing to a file", "print without `>>`; all output goes to the console"),
  "left-out-builtin": error<{ name: string; instead: string }>(
    (a) => `ePython has no ${quote(a.name)}: ${a.instead}.`,
    `${FIRST_COURSE} Python has a built-in function of this name, but ePython does not. Use the functions that completion offers instead.`,
  ),

  "classic-native": error<{ name: string; instead: string }>(
    (a) => `\`native ${a.name}\` is classic ePython: write ${quote(a.instead)}.`,
    "The modules of the original ePython called its runtime with `native` and a name. Programs call the functions of the modules instead. Import the module and call its function. If this is a classic program, write the line `# dialect: classic` at the top.",
  ),
  "unknown-native": error<{ name: string; nearest?: string | undefined }>(
    (a) => `The runtime has no ${quote(a.name)}.${maybe(a.nearest)}`,
    "`native` calls a function of ePython's runtime. Its name begins with rtl_ and ends with the name of a function in the modules parallel, math, random, array, memory and time. There is no function of this name. Check the spelling, or import the module and call its function.",
  ),
  "classic-function": error<{ name: string; instead: string }>(
    (a) => `${quote(a.name)} is classic ePython: ${a.instead}.`,
    "The original ePython has functions that deal with where data is in memory. Python does not need them: if you assign a list to a variable, the variable names that same list, and a function's name stands for the function. If the program must stay as it is, write the line `# dialect: classic` at the top.",
  ),

  // ── Names ────────────────────────────────────────────────────────────────

  "undefined-name": error<{ name: string; nearest?: string | undefined }>(
    (a) => `Nothing is called ${quote(a.name)} here.${maybe(a.nearest)}`,
    "A name means something once you assign a value to it, define a function or a class of that name, or import it. This program does none of these. Check the spelling (capital and small letters differ), or put quotation marks around it if it is text.",
  ),
  "name-not-imported": error<{ name: string; line: string }>(
    (a) => `${quote(a.name)} must be imported first: ${quote(a.line)}.`,
    "This name belongs to a module, and a program imports its modules at the top. Add the import.",
  ),
  "needs-module": error<{ name: string; wanted: string }>(
    (a) => `${quote(a.name)} belongs to a module: write ${quote(a.wanted)}.`,
    "After `import`, you reach what is in a module through the module's own name and a dot. Write the module's name before this one, or import this name itself with `from`.",
  ),
  "module-not-imported": error<{ name: string }>(
    (a) => `Module ${quote(a.name)} must be imported first: \`import ${a.name}\`.`,
    "A program imports its modules at the top. Add the import.",
  ),
  "local-elsewhere": error<{ name: string; owner: string }>(
    (a) => `${quote(a.name)} is only known inside function ${quote(a.owner)}.`,
    "A variable that is assigned in a function is local: it exists only in that function, and only while the function runs. Return the value from the function and use the result, or declare the variable with `global` in the function.",
  ),
  "augmented-local": error<{ name: string }>(
    (a) => `${quote(a.name)} has no value here yet: did you mean \`global ${a.name}\`?`,
    "A variable that is assigned in a function is local to it. This statement changes a local variable that has no value yet. The variable of the same name outside the function is a different one. To change that one, declare it with `global` at the start of the function.",
  ),
  "augmented-unset": error<{ name: string; nearest?: string | undefined }>(
    (a) => `${quote(a.name)} has no value yet, so there is nothing to change.${maybe(a.nearest)}`,
    "An operator such as `+=` changes the value that a variable already has. This variable never gets a first value. Check the spelling, or give it a value before this line with `=`, for example 0.",
  ),
  "global-parameter": error<{ name: string }>(
    (a) => `${quote(a.name)} is a parameter of this function, so it cannot be global as well.`,
    "A parameter is local to its function and gets its value from the call. `global` says that the name means the variable of the module. A name cannot be both: rename one of them.",
  ),
  "nonlocal-outside": error(
    "`nonlocal` only makes sense in a function that is inside another function.",
    "`nonlocal` says that a name means the variable of the function around this one. Here there is no function around. For a variable of the module, write `global` in the function that changes it.",
  ),
  "nonlocal-unbound": error<{ name: string }>(
    (a) => `No function around this one has a variable ${quote(a.name)}.`,
    "`nonlocal` says that a name means the variable of the function around this one, so that function must assign it. For a variable of the module, write `global`.",
  ),
  "nonlocal-parameter": error<{ name: string }>(
    (a) => `${quote(a.name)} is a parameter of this function, so it cannot be nonlocal as well.`,
    "A parameter is local to its function and gets its value from the call. `nonlocal` says that the name means the variable of the function around this one. A name cannot be both: rename one of them.",
  ),
  "bad-walrus": error(
    "Only a name can come before `:=`.",
    "`name := value` gives a variable a value in the middle of an expression. Elements of lists are assigned with `=`, on a line of their own.",
  ),
  "star-alone": error(
    "A `*` unpacks values only in a place for several: in a list, a tuple, a set, or the arguments of a call.",
    "`*values` stands for all the values in a list or the like. For a tuple of them, write a comma after it: `*values,`.",
  ),
  "two-stars": error(
    "Only one of the names on the left can have a `*`.",
    "The name with the `*` gets a list of all values that the other names do not take. With two of them, nobody could tell which gets what.",
  ),
  "star-order": error(
    "Parameters come in this order: `a, /, b, *args, c, **options`.",
    "Parameters before `/` are given by position only. A `*`, or a name with a `*` for all further arguments, comes once; what follows it is given by name. A name with `**` for all further named arguments comes last.",
  ),
  "star-default": error(
    "A parameter with a `*` has no default: without further arguments it is empty.",
    "A parameter with one `*` is a tuple of all further arguments, with two a dictionary of all further named ones. Remove the default.",
  ),
  "star-to-native": error<{ name: string }>(
    (a) => `${quote(a.name)} cannot be called with named arguments beside a \`*\`, or with \`**\`.`,
    "The arguments of ePython's own functions are put in their places before the program runs, for which their names and number must be known. Write them one by one.",
  ),
  "duplicate-parameter": error<{ name: string }>(
    (a) => `Two parameters are called ${quote(a.name)}.`,
    "Each parameter of a function needs a name of its own; otherwise one value would overwrite the other. Rename one of them.",
  ),

  // ── Modules ──────────────────────────────────────────────────────────────

  "module-elsewhere": error<{ name: string; instead: string }>(
    (a) => `There is no module ${quote(a.name)} here: ${a.instead}.`,
    "This module belongs to Python on a computer with an operating system. The cores of the chip are much smaller: ePython has its own modules for what they do together. Import what the message names instead.",
  ),
  "name-elsewhere": error<{ name: string; instead: string }>(
    (a) => `${quote(a.name)} is not known here: ${a.instead}.`,
    "This name belongs to another system, such as MPI, numpy, CUDA or Python's own modules for threads and processes. Do what the message says instead.",
  ),
  "unknown-module": error<{ name: string; nearest?: string | undefined; known: string }>(
    (a) =>
      `There is no module ${quote(a.name)}.${a.nearest === undefined ? ` ePython has ${a.known}.` : maybe(a.nearest)}`,
    "A module either comes with ePython or is another file of this project. Of Python's own library ePython has the modules of a first course; all of it would be too large for the cores. Check the spelling, or write the functions that you need yourself.",
  ),
  "unknown-member": error<{ module: string; name: string; nearest?: string | undefined }>(
    (a) => `Module ${quote(a.module)} has no ${quote(a.name)}.${maybe(a.nearest)}`,
    "The module exists, but nothing in it has this name. Check the spelling. After the dot, completion shows everything that the module has.",
  ),
  "import-cycle": error<{ name: string }>(
    (a) => `${quote(a.name)} imports this file in turn, so neither can come first.`,
    "An imported module runs before the program that imports it. If two files import each other, neither can run first. Move what both need into a third file.",
  ),
  "module-as-value": error<{ name: string }>(
    (a) => `${quote(a.name)} is a module, not a value.`,
    "A module is a collection of functions and has no value itself. Write the module's name, a dot, and the name of what you want from it.",
  ),
  "module-called": error<{ name: string; wanted?: string | undefined }>(
    (a) =>
      `${quote(a.name)} is a module and cannot be called.${a.wanted === undefined ? "" : ` Write ${quote(a.wanted)}.`}`,
    "A module is a collection of functions. To call one of them, write the module's name, a dot and the function's name.",
  ),

  // ── Calls ────────────────────────────────────────────────────────────────

  "too-few-arguments": error<{ signature: string; name: string; missing: string }>(
    (a) => `${quote(a.name)} needs a value for ${a.missing}: ${quote(a.signature)}.`,
    "A call gives a value to every parameter that has no default. Here at least one value is missing. Add it, in the order of the parameters.",
  ),
  "too-many-arguments": error<{ signature: string; name: string; most: number; given: number }>(
    (a) => `${quote(a.name)} takes ${plural(a.most, "argument")}, not ${a.given}: ${quote(a.signature)}.`,
    "The call has more arguments than the function has parameters, so some have nowhere to go. Remove the extra ones. Perhaps a closing bracket is in the wrong place.",
  ),
  "unknown-keyword": error<{ signature: string; keyword: string; nearest?: string | undefined }>(
    (a) => `${quote(a.signature)} has no parameter ${quote(a.keyword)}.${maybe(a.nearest)}`,
    "In a call, `name=value` gives a value to the parameter of that name. The function has no such parameter. Check the spelling, or write `==` if you want to compare.",
  ),
  "repeated-argument": error<{ name: string }>(
    (a) => `Parameter ${quote(a.name)} is given two values.`,
    "Plain arguments fill the parameters from left to right, and a named argument fills the parameter that it names. Here both fill the same one. Remove one of them.",
  ),
  "keyword-to-unknown": error(
    "You cannot name arguments here: which function this calls is not known yet.",
    "This call goes through a variable or a result. Only when the program runs is it clear which function that is, and the cores do not store the names of parameters. Give the arguments in order, without names.",
  ),
  "not-callable": error<{ what: string }>(
    (a) => `${a.what} cannot be called.`,
    "Round brackets right after a value call it as a function, and this value is not a function. To multiply, write `*` between the two. To take an element of a list, use square brackets.",
  ),
  "unknown-method": error<{ name: string; nearest?: string | undefined }>(
    (a) => `No value has a method ${quote(a.name)}.${maybe(a.nearest)}`,
    "A dot after a value calls one of its methods: lists have append, insert, pop, remove, sort and others, text has upper, lower and others. No method has this name. Check the spelling, or write a function for it.",
  ),
  "method-not-called": warning<{ name: string }>(
    (a) => `\`.${a.name}\` is a method: call it, with brackets.`,
    "A method does something only when you call it, and a call needs round brackets even if there is nothing in them. Add the brackets, and the arguments if it needs any.",
  ),
  "attribute-nowhere": warning<{ name: string; nearest?: string | undefined }>(
    (a) => `Nothing has an attribute ${quote(a.name)}.${maybe(a.nearest)}`,
    "An object has the attributes that its class defines and those that the program assigns with a dot, and nothing in this program defines or assigns this one. If the line runs, it fails with an AttributeError. Check the spelling.",
  ),
  "class-base": error<{ text: string }>(
    (a) => `A class cannot be made of ${quote(a.text)}.`,
    "The brackets after the name of a class hold the classes that it is made of. They must be classes of this program, each given by its name, because the compiler lays out all classes before the program runs, or one of `list`, `dict`, `set`, `frozenset`, `tuple`, `str`, `int` and `float`. To use anything else, keep it in an attribute.",
  ),
  "left-out-class": error<{ what: string }>(
    (a) => `ePython has no ${a.what}.`,
    "ePython lays out all classes before the program runs, so what a named tuple or an enumeration is made of must be written out in the program: the names of the fields as one text, or as a list of texts, and fields without a default before those with one. Write the class with its fields, or use a dictionary.",
  ),
  "class-order": error<{ name: string }>(
    (a) => `The bases of ${quote(a.name)} contradict each other.`,
    "Python looks for an attribute in a class, then in its bases from left to right, and in a class always before the classes that it is made of. Here no order does both: two bases ask for opposite orders, or a class is its own base. Change the order of the bases.",
  ),
  "left-out-dataclass": error<{ what: string }>(
    (a) => `ePython has no ${a.what}.`,
    "The methods of a data class are made when the program is read, from the fields of the class and of the data classes above it in the same file. `@dataclass` takes `init`, `repr`, `eq`, `order`, `frozen`, `kw_only` and `unsafe_hash`, and `field` takes `default`, `default_factory`, `init`, `repr`, `compare` and `kw_only`. Leave the rest out, or write the method yourself.",
  ),
  "dataclass-order": error<{ name: string; before: string }>(
    (a) => `Field ${quote(a.name)} has no default, but ${quote(a.before)} before it has one.`,
    "The fields of a data class are the parameters of its `__init__`, and parameters without a default come before those with one, because a call gives them in order. Move the field up, or give it a default.",
  ),
  "dataclass-mutable": error<{ name: string; made: string }>(
    (a) =>
      `All objects would share the ${a.made} of ${quote(a.name)}: write ${quote(`field(default_factory=${a.made})`)}.`,
    "A default is computed once, and every object without a value of its own gets the same one. If it is a list, dictionary or set, a change in one object would show in all. `field(default_factory=list)` calls `list` for every new object instead; for one with elements, write a `lambda` that makes it.",
  ),
  "left-out-method": error<{ name: string; instead: string }>(
    (a) => `ePython does not call ${quote(a.name)}: ${a.instead}.`,
    "Python calls this method where attributes are looked up, or where classes are made. Here each attribute has its place before the program runs. Other special methods are called as in Python. Write it as shown above.",
  ),
  "never-called": hint<{ name: string }>(
    (a) => `Nothing calls ${quote(a.name)} here.`,
    "In CPython, `__del__` runs when an object is no longer used. ePython frees the memory of such objects when it needs room, and runs nothing then. Call a method of your own, or use `with`, for what has to be done at the end.",
  ),
  "class-keyword": error<{ name: string }>(
    (a) => `A class takes no ${quote(`${a.name}=`)} here.`,
    "ePython has no metaclasses: every class is an ordinary one. Other named arguments go to `__init_subclass__` of the classes that this one is made of, and none of them has it. Remove the argument, or write that method in the class above.",
  ),
  "super-outside": error(
    "`super()` only makes sense in a method of a class.",
    "`super().name` is what the classes above this one have under a name, for the object that the method was called for. There is no method around it here. Call the method through its class, as in `Base.method(self)`.",
  ),
  "super-alone": error(
    "`super()` needs a dot and a name, as in `super().__init__()`.",
    "`super()` is not a value of its own in ePython: it says where to look for the name after the dot. Write the dot and the name right after it.",
  ),
  "unknown-attribute": error<{ name: string; nearest?: string | undefined }>(
    (a) => `No value has a \`.${a.name}\`.${maybe(a.nearest)}`,
    `${FIRST_COURSE} The attributes of a value are those that its class gives it, and no class of this program has one of this name. If the part before the dot is a module, import it first.`,
  ),

  // ── Places ───────────────────────────────────────────────────────────────

  "break-outside": error<{ word: string }>(
    (a) => `${quote(a.word)} only makes sense in a loop.`,
    "`break` leaves the loop around it, and `continue` starts the next turn of that loop. Here there is no loop around it. Indent it into the loop, or use `return` to leave a function and `exit()` to end the program.",
  ),
  "return-outside": error(
    "`return` only makes sense in a function.",
    "`return` ends a function and gives its result to the call. This line is not in a function. Indent the line into the function, or call `exit()` to end the program.",
  ),
  "yield-outside": error(
    "`yield` only makes sense in a function.",
    "`yield` makes a function a generator: calling the function gives a value that hands out, one by one, what the function yields. This line is not in a function. Indent the line into the function, or put the code into one with `def`.",
  ),

  // ── Values ───────────────────────────────────────────────────────────────

  "int-too-large": error<{ text: string }>(
    (a) => `${quote(a.text)} does not fit: whole numbers go from -2147483648 to 2147483647.`,
    "The cores compute with whole numbers of 32 bits, like their hardware, and this one needs more. Write it as a real, such as 3e9, if seven exact digits are enough.",
  ),
  "real-too-large": error<{ text: string }>(
    (a) => `${quote(a.text)} does not fit: reals go up to about 3.4e38.`,
    "The cores compute with reals of 32 bits, like their hardware, and this one is larger than any of them. Use a smaller number or other units.",
  ),
  "floor-division": hint(
    "Both sides are whole numbers, so `/` rounds down here.",
    "This program is in Python 2, where dividing two whole numbers gives a whole number: 7/2 is 3. Write `//` to make that clear. To get 3.5, make one of them a real, as in 7/2.0.",
  ),
  "text-and-number": hint(
    "ePython joins text and numbers; Python needs `str()` around the number.",
    "Here you join a number and a text. In a Python 2 program ePython turns the number into text by itself, but Python stops with an error. With `str()` around the number, the program runs in both.",
  ),
  "used-above-def": warning<{ name: string; line: number }>(
    (a) => `${quote(a.name)} is used above its \`def\` in line ${a.line}: here it has no value yet.`,
    "Python carries out a program from top to bottom, and a `def` is a statement like any other: only then does the function get its name. A line above it that uses the name fails. Move the function up, above the first line that needs it. Inside other functions the order does not matter, as long as they are called later.",
  ),
  "text-plus-number": warning<{ text: string; wanted: string }>(
    (a) => `Text and a number cannot be joined with \`+\`: write ${quote(a.wanted)}.`,
    '`+` adds numbers and joins texts, but never one to the other: Python does not guess which you mean, and the program stops here with a TypeError. Put `str()` around the number, write both in an f-string, as in f"n is {n}", or give them to print with a comma between them.',
  ),
  "comparison-statement": warning(
    "This compares and forgets the answer; `=` gives a variable its value.",
    "`==` asks whether two values are equal. On a line of its own the answer goes nowhere, so the line does nothing. Write one `=` to assign.",
  ),
  "unused-value": warning<{ what: string }>(
    (a) => `${quote(a.what.includes("\n") || a.what.length > 30 ? "..." : a.what)} is worked out and forgotten.`,
    "A line that is only a value has no effect: nothing stores the value and nothing shows it. Give it to a variable with `=`, as in `x = x + 1`, show it with `print`, or remove the line.",
  ),
  "forgotten-result": warning<{ call: string; wanted?: string | undefined }>(
    (a) =>
      `${quote(a.call)} gives a value that goes nowhere.${a.wanted === undefined ? "" : ` Write ${quote(a.wanted)}.`}`,
    "The result is all that this call is for: it does not change the values that it is given. `sorted(a)` gives a new list, `s.upper()` a new text, and `bcast` and `reduce` give every core the value. Give the result to a variable with `=`, or use it in an expression.",
  ),
  "misspelt-assignment": warning<{ name: string; nearest: string }>(
    (a) => `Nothing uses ${quote(a.name)}. Did you mean ${quote(a.nearest)}?`,
    "An assignment to a name that is new makes another variable, even if the name is only misspelt. This one gets a value here and occurs nowhere else in the program, and its name is almost that of another variable. Correct the spelling, or use the variable.",
  ),
  "double-sign": warning<{ sign: string; name: string }>(
    (a) => `\`${a.sign}${a.sign}${a.name}\` does not change ${quote(a.name)}.`,
    "Other languages count a variable up or down with two signs. In Python they are two single signs, one after the other, and the variable does not change. Write `x += 1` on a line of its own before this one, or remove the signs.",
  ),
  "loop-over-number": warning<{ text: string }>(
    (a) => `A loop cannot go through a number: did you mean \`range(${a.text})\`?`,
    "`for` takes one element after another from a list, a text or a range, and a number has none. `range(n)` gives the whole numbers from 0 up to n - 1. Write `range` around the number.",
  ),
  "shadowed-function": warning<{ name: string }>(
    (a) => `From here on ${quote(a.name)} is this variable; the function of that name can no longer be called.`,
    "A name means one thing only. Once you give it to a variable, a call of the function calls the variable instead, and fails. Give the variable another name.",
  ),
  "name-of-function": hint<{ name: string }>(
    (a) => `${quote(a.name)} is also the name of a function, which can no longer be called from here on.`,
    "A name means one thing only. While a variable has this name, you cannot call the function. That does no harm if you do not need the function. With another name you can use both.",
  ),
  "assert-tuple": warning(
    "This never fails: the brackets make the message part of the condition.",
    "A condition in round brackets with a comma in it is a tuple, and a tuple that is not empty counts as true. Write `assert condition, message` without the brackets.",
  ),
  "function-as-value": warning<{ name: string }>(
    (a) => `${quote(a.name)} is a function: call it, with brackets, to get its value.`,
    "Without brackets the name means the function itself, which is neither a number nor text, and counts as true. Write the brackets to call the function and use its result.",
  ),
  "type-and-text": warning<{ call: string; wanted?: string | undefined }>(
    (a) =>
      `${quote(a.call)} gives a type, which never equals text.${a.wanted === undefined ? "" : ` Write ${quote(a.wanted)}.`}`,
    "As in Python, `type` gives the type itself: one such as `int`, `str` or `list`, a class of the program, or the type of None, `type(None)`. Compare it with one of these, without quotation marks, or with another `type(...)`. `type(x).__name__` is the name of a type as text.",
  ),
  "not-a-type": error<{ name: string; makesList: boolean }>(
    (a) =>
      a.makesList
        ? `${quote(a.name)} makes a list here: compare with \`list\`.`
        : `${quote(a.name)} is only a function here: no value has this type.`,
    "In CPython this name stands for a type of its own. In ePython it is only a function, which makes a generator, or a list in a program in Python 2. So no value has this type. In Python 2, compare with `list`; in Python 3, leave the comparison out.",
  ),
  "function-not-called": warning<{ name: string }>(
    (a) => `This does nothing: call ${quote(a.name)} with brackets.`,
    "Without brackets the name only means the function, and the line has no effect. Add the brackets to call it.",
  ),
} as const;

export type Code = keyof typeof messages;
export type ArgsOf<C extends Code> = (typeof messages)[C] extends CatalogueRow<infer Args> ? Args : never;

/// A diagnostic of this code, with its text from the catalogue.
export function diagnostic<C extends Code>(
  code: C,
  file: string,
  span: Span,
  args: ArgsOf<C>,
  fixes: readonly QuickFix[] = [],
): Diagnostic {
  const message = messages[code] as unknown as CatalogueRow<ArgsOf<C>>;
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

/// A quick fix that replaces one range, for a diagnostic's `fixes`.
export function replace(title: string, span: Span, text: string): readonly QuickFix[] {
  return [{ title, edits: [{ from: span.from, to: span.to, text }] }];
}

/// A quick fix that inserts text at one place.
export function insert(title: string, at: number, text: string): readonly QuickFix[] {
  return [{ title, edits: [{ from: at, to: at, text }] }];
}
