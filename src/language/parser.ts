import type { Diagnostic } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import { AUGMENTED, checkTarget, deleteTargets, expressionStatement } from "./assignment.ts";
import { insert, replace } from "./catalogue.ts";
import { Cursor, isSymbol, lineEndsWithColon, NESTING_LIMIT } from "./cursor.ts";
import type { ReadMethods } from "./dataclasses.ts";
import {
  keywordAsName,
  missing,
  parseArguments,
  parseExpression,
  parseExpressionList,
  parseName,
  parseTargetList,
  parseTest,
  sideBySide,
  startsExpression,
  unexpected,
} from "./expressions.ts";
import { parseImports } from "./imports.ts";
import { tokenize } from "./lexer.ts";
import { withMadeMembers } from "./made-members.ts";
import { matchStatement } from "./match.ts";
import { mendSpelling } from "./misspelt.ts";
import { parameterList } from "./parameters.ts";
import { isPrintStatement, parsePrint } from "./print.ts";
import { withPrivateNames } from "./private-names.ts";
import { anotherStatementAt } from "./statements-on-a-line.ts";
import { isClassicWord, type Reading, type Token, type TokenKind } from "./tokens.ts";
import type { Block, ClassDef, Expression, For, Identifier, If, Module, Return, Statement, While } from "./tree.ts";
import { raiseStatement, tryStatement } from "./try.ts";
import { withStatement } from "./with.ts";

// Statements and blocks. The grammar is Python's; around it stands what beginners write instead. One file, since statements
// hold blocks and blocks hold statements.

export interface Parsed {
  readonly module: Module;
  readonly diagnostics: readonly Diagnostic[];
  /// Names in text that is in no tree because it could not be read.
  readonly doubtful: ReadonlySet<string>;
}

/// Parses a file. Takes any text: never throws, reports every slip once, and leaves out of the tree what it cannot read.
/// No expression and no nest of blocks is higher than `NESTING_LIMIT`.
export function parse(text: string, file: string, reading: Reading = "python3"): Parsed {
  const cursor = new Cursor(text, file, tokenize(text, file, reading), reading);
  const body: Statement[] = [];
  while (!cursor.isKind("end")) {
    statements(cursor, body);
    // A dedent without its indent can only be left over from a block that was skipped.
    if (cursor.isKind("dedent")) cursor.next();
  }
  const { docstring, rest } = takeDocstring(body);
  const module: Module = {
    file,
    body: [...cursor.dataClasses.imports(), ...cursor.madeClasses.imports(), ...rest],
    from: 0,
    to: text.length,
    ...(docstring === undefined ? {} : { docstring }),
    ...(cursor.hasGenerators ? { generators: true as const } : {}),
    ...(cursor.hasPrintStatement ? { python2: true } : {}),
    ...(cursor.hasNamed ? { namesInExpressions: true } : {}),
  };
  return { module, diagnostics: cursor.diagnostics, doubtful: cursor.doubtful };
}

/// A text that is the first statement describes what it is in, and is no statement.
function takeDocstring(body: readonly Statement[]): { docstring?: string; rest: readonly Statement[] } {
  const first = body[0];
  if (first?.kind !== "Expression" || first.value.kind !== "String") return { rest: body };
  return { docstring: first.value.value, rest: body.slice(1) };
}

/// Statements up to the end of the block.
function statements(cursor: Cursor, into: Statement[]): void {
  let surplus = 0;
  for (;;) {
    const { token } = cursor;
    if (token.kind === "end") return;
    if (token.kind === "dedent") {
      if (surplus === 0) return;
      surplus--;
      cursor.next();
    } else if (token.kind === "indent") {
      if (!cursor.lastLineFailed && !cursor.mixedTabs) {
        cursor.report("unexpected-indent", token, {}, replace("Remove the extra spaces", token, token.text));
      }
      cursor.lastLineFailed = false;
      surplus++;
      cursor.next();
    } else {
      statement(cursor, into);
    }
  }
}

function statement(cursor: Cursor, into: Statement[]): void {
  cursor.statementStart = cursor.index;
  mendSpelling(cursor);
  if (isAssignedWord(cursor)) {
    keywordAsName(cursor, cursor.token);
    cursor.endLine();
  } else if (!compound(cursor, into)) simpleLine(cursor, into);
}

/// Whether a word of Python that was a name in classic ePython is given a value here.
function isAssignedWord(cursor: Cursor): boolean {
  const { token } = cursor;
  const next = cursor.peek();
  if (token.kind !== "keyword" || !isClassicWord(token.text) || next.kind !== "operator") return false;
  return next.text === "=" || AUGMENTED.has(next.text);
}

/// Reads a statement with a block, or skips one that ePython does not have; false if there is none here.
function compound(cursor: Cursor, into: Statement[]): boolean {
  const { token } = cursor;
  if (token.kind === "name") return strayWord(cursor, token, into);
  if (token.kind === "operator" && token.text === "@") {
    decorated(cursor, into);
    return true;
  }
  if (token.kind !== "keyword") return false;
  switch (token.text) {
    case "if":
      ifStatement(cursor, into);
      return true;
    case "while":
      whileStatement(cursor, into);
      return true;
    case "for":
      forStatement(cursor, into);
      return true;
    case "def":
      defStatement(cursor, into);
      return true;
    case "class":
      classStatement(cursor, into);
      return true;
    case "with":
      if (cursor.classic === undefined) withStatement(cursor, into, block);
      else leaveOutClassic(cursor, WITH);
      return true;
    case "async":
      skip(cursor, "left-out-async");
      return true;
    case "try":
      tryStatement(cursor, into, block);
      return true;
    case "elif":
    case "else":
    case "except":
    case "finally":
      cursor.fail("stray-else", token, { word: token.text });
      cursor.endLine();
      return true;
    default:
      return false;
  }
}

/// Names that Python, or other languages, use as words at the beginning of a line.
function strayWord(cursor: Cursor, token: Token, into: Statement[]): boolean {
  const next = cursor.peek();
  if (token.text === "match" && (startsExpression(next) || isSymbol(next, "*")) && lineEndsWithColon(cursor)) {
    if (cursor.classic === undefined) matchStatement(cursor, into, block);
    else leaveOutClassic(cursor, MATCH);
    return true;
  }
  // `case` stands in the block of one of these, which is skipped with it.
  if (SWITCH_WORDS.has(token.text) && startsExpression(next) && lineEndsWithColon(cursor)) {
    skip(cursor, "switch-word");
    return true;
  }
  if (!ELSE_IF.has(token.text.toLowerCase()) || !lineEndsWithColon(cursor)) return false;
  cursor.fail("stray-else", token, { word: token.text });
  cursor.endLine();
  return true;
}

const SWITCH_WORDS: ReadonlySet<string> = new Set(["switch", "select"]);

function skip(cursor: Cursor, code: "left-out-async" | "switch-word"): void {
  const fixes = code === "switch-word" ? replace("Write match", cursor.token, "match") : [];
  cursor.report(code, restOfLine(cursor), {}, fixes);
  cursor.skipConstruct();
}

function leaveOutClassic(cursor: Cursor, what: { readonly feature: string; readonly instead: string }): void {
  cursor.report("left-out-classic", restOfLine(cursor), what);
  cursor.skipConstruct();
}

const MATCH = { feature: "match and case", instead: "use `if`, `elif` and `else`" };
const WITH = { feature: "with", instead: "call the functions one after the other" };

function restOfLine(cursor: Cursor): Span {
  const { from } = cursor.token;
  let { to } = cursor.token;
  for (let i = cursor.index; cursor.tokenAt(i).kind !== "newline" && cursor.tokenAt(i).kind !== "end"; i++) {
    to = cursor.tokenAt(i).to;
  }
  return { from, to };
}

// ── If, while, for ─────────────────────────────────────────────────────────

const ELSE_IF: ReadonlySet<string> = new Set(["elseif", "elsif"]);

function ifStatement(cursor: Cursor, into: Statement[]): void {
  const first = cursor.next();
  const test = parseTest(cursor);
  const branches = [{ test, body: block(cursor, first) }];
  let otherwise: Block | undefined;
  while (atElif(cursor)) {
    cursor.statementStart = cursor.index;
    const word = elifWord(cursor);
    const condition = parseTest(cursor);
    branches.push({ test: condition, body: block(cursor, word) });
  }
  if (cursor.is("else")) otherwise = elseBlock(cursor);
  const { from } = first;
  const made: If = { kind: "If", branches, from, to: cursor.endSince(from) };
  into.push(otherwise === undefined ? made : { ...made, otherwise });
}

function atElif(cursor: Cursor): boolean {
  if (cursor.isKind("name")) mendSpelling(cursor, ["elif", "else"]);
  const { token } = cursor;
  if (cursor.is("elif")) return true;
  if (token.kind === "name") return ELSE_IF.has(token.text.toLowerCase()) && !isSymbol(cursor.peek(), "=");
  if (!cursor.is("else")) return false;
  // Between `else` and a colon at the end of the line stands a condition.
  return isSymbol(cursor.peek(), "if") || (!isSymbol(cursor.peek(), ":") && lineEndsWithColon(cursor));
}

/// Reads `elif`, or what was written for it.
function elifWord(cursor: Cursor): Token {
  const word = cursor.next();
  if (isSymbol(word, "elif")) return word;
  const fixed: Token = { ...word, text: "elif" };
  if (isSymbol(word, "else") && !cursor.is("if")) {
    cursor.report("else-with-test", word, {}, replace("Write elif", word, "elif"));
    return fixed;
  }
  const span = { from: word.from, to: isSymbol(word, "else") ? cursor.next().to : word.to };
  cursor.report("else-if", span, { found: cursor.text.slice(span.from, span.to) }, replace("Write elif", span, "elif"));
  return fixed;
}

function elseBlock(cursor: Cursor): Block {
  cursor.statementStart = cursor.index;
  const word = cursor.next();
  return block(cursor, word);
}

function whileStatement(cursor: Cursor, into: Statement[]): void {
  const first = cursor.next();
  const test = parseTest(cursor);
  const body = block(cursor, first);
  const otherwise = cursor.is("else") ? elseBlock(cursor) : undefined;
  const { from } = first;
  const made: While = { kind: "While", test, body, from, to: cursor.endSince(from) };
  into.push(otherwise === undefined ? made : { ...made, otherwise });
}

function forStatement(cursor: Cursor, into: Statement[]): void {
  const first = cursor.next();
  if (cursor.is("(") && hasSemicolon(cursor)) {
    const close = cursor.tokenAt(cursor.token.index);
    cursor.fail("c-style-for", { from: first.from, to: close.to }, {});
  }
  let target = parseTargetList(cursor);
  target = checkTarget(cursor, target);
  if (!cursor.failed && !cursor.accept("in")) {
    cursor.fail("missing-in", cursor.since(first.from), {});
  }
  const iterable = cursor.failed ? missing(cursor.lastEnd) : parseExpressionList(cursor);
  const body = block(cursor, first);
  const otherwise = cursor.is("else") ? elseBlock(cursor) : undefined;
  const { from } = first;
  const made: For = { kind: "For", target, iterable, body, from, to: cursor.endSince(from) };
  into.push(otherwise === undefined ? made : { ...made, otherwise });
}

function hasSemicolon(cursor: Cursor): boolean {
  for (let i = cursor.index; i < cursor.token.index; i++) if (isSymbol(cursor.tokenAt(i), ";")) return true;
  return false;
}

// ── Functions ──────────────────────────────────────────────────────────────

/// The lines `@decorator` and the function under them.
function decorated(cursor: Cursor, into: Statement[]): void {
  const { from } = cursor.token;
  const decorators: Expression[] = [];
  let failed = false;
  let exportable = false;
  while (cursor.is("@")) {
    cursor.statementStart = cursor.index;
    cursor.next();
    const decorator = parseExpression(cursor);
    const isFollowed = cursor.classic !== undefined && cursor.is("def");
    if (!cursor.failed && !cursor.isKind("newline") && !cursor.isKind("end") && !isFollowed) unexpected(cursor);
    if (cursor.failed) failed = true;
    else if (cursor.classic !== undefined && isExportable(decorator)) exportable = true;
    else decorators.push(decorator);
    if (!isFollowed) cursor.endLine();
    // The function under a decorator that could not be read is read all the same.
    cursor.lastLineFailed = false;
  }
  cursor.statementStart = cursor.index;
  if (cursor.isKind("name")) mendSpelling(cursor);
  if (cursor.is("def")) defStatement(cursor, into, { decorators, exportable, from });
  else if (cursor.is("class")) classStatement(cursor, into, { decorators, exportable, from });
  else if (!failed) cursor.report("decorator-alone", cursor.since(from), {});
}

/// What in classic ePython keeps a function in the program though nothing uses it.
function isExportable(decorator: Expression): boolean {
  return decorator.kind === "Name" && decorator.name.toLowerCase() === "exportable";
}

interface Above {
  readonly exportable: boolean;
  readonly decorators: readonly Expression[];
  readonly from: number;
}

const NESTED_DEF = {
  feature: "functions inside functions",
  instead: "move this `def` out, and pass what it needs as arguments",
};

function defStatement(cursor: Cursor, into: Statement[], above?: Above): void {
  if (cursor.inFunction && cursor.classic !== undefined) {
    leaveOutClassic(cursor, NESTED_DEF);
    return;
  }
  const first = cursor.next();
  const name: Identifier = parseName(cursor, "def") ?? { name: "", from: cursor.lastEnd, to: cursor.lastEnd };
  const parameters = cursor.failed ? [] : parameterList(cursor, name);
  const { inFunction, yields } = cursor;
  cursor.inFunction = true;
  cursor.yields = false;
  const all = block(cursor, first);
  const isGenerator = cursor.yields;
  cursor.inFunction = inFunction;
  cursor.yields = yields;
  const { docstring, rest: body } = takeDocstring(all);
  into.push({
    kind: "Def",
    ...(above?.exportable === true ? { exportable: true as const } : {}),
    ...(above === undefined || above.decorators.length === 0 ? {} : { decorators: above.decorators }),
    name,
    parameters,
    body,
    ...(docstring === undefined ? {} : { docstring }),
    ...(isGenerator ? { generator: true as const } : {}),
    from: above?.from ?? first.from,
    to: cursor.endSince(first.from),
  });
}

const CLASS = { feature: "classes", instead: "write functions, and keep the data in variables and lists" };

function classStatement(cursor: Cursor, into: Statement[], above?: Above): void {
  if (cursor.classic !== undefined) {
    leaveOutClassic(cursor, CLASS);
    return;
  }
  const first = cursor.next();
  const name: Identifier = parseName(cursor, "class") ?? { name: "", from: cursor.lastEnd, to: cursor.lastEnd };
  const bases = !cursor.failed && cursor.is("(") ? parseArguments(cursor) : [];
  const all = block(cursor, first);
  const { docstring, rest: body } = takeDocstring(all);
  const read = readMethods(cursor);
  const made: ClassDef = {
    kind: "Class",
    ...(above === undefined || above.decorators.length === 0 ? {} : { decorators: above.decorators }),
    name,
    bases,
    body: withMadeMembers(body, read),
    ...(docstring === undefined ? {} : { docstring }),
    from: above?.from ?? first.from,
    to: cursor.endSince(first.from),
  };
  const whole = cursor.dataClasses.complete(cursor, withPrivateNames(made), read);
  into.push(...cursor.madeClasses.complete(cursor, whole, read));
}

function readMethods({ file }: Cursor): ReadMethods {
  return (text) => parse(text, file).module.body;
}

function importStatement(cursor: Cursor, into: Statement[]): void {
  const made: Statement[] = [];
  parseImports(cursor, made);
  for (const one of made) {
    cursor.dataClasses.noteImport(one);
    cursor.madeClasses.noteImport(one);
  }
  into.push(...made);
}

// ── Blocks ─────────────────────────────────────────────────────────────────

/// The colon and the block of a statement that began with this word.
function block(cursor: Cursor, word: Token): Block {
  if (!cursor.failed && !cursor.accept(":")) missingColon(cursor, word);
  const body: Statement[] = [];
  if (cursor.depth >= NESTING_LIMIT) {
    cursor.report("too-deep", word, {});
    cursor.skipConstruct();
    return body;
  }
  cursor.depth += 2;
  if (!cursor.isKind("newline") && !cursor.isKind("end")) simpleLine(cursor, body);
  else indentedBlock(cursor, word, body);
  cursor.depth -= 2;
  return body;
}

function indentedBlock(cursor: Cursor, word: Token, body: Statement[]): void {
  const { failed } = cursor;
  const headEnd = cursor.lastEnd;
  cursor.endLine();
  if (cursor.isKind("indent")) {
    cursor.next();
    statements(cursor, body);
    if (cursor.isKind("dedent")) cursor.next();
    return;
  }
  if (failed || cursor.mixedTabs) return;
  const { token } = cursor;
  if (token.kind === "end" || token.kind === "dedent" || isContinuation(token)) {
    cursor.report(
      "missing-indent",
      { from: word.from, to: headEnd },
      { word: word.text },
      insert("Add pass", headEnd, " pass"),
    );
    return;
  }
  const tabs = cursor.text[token.from - 1] === "\t";
  const fix = insert("Indent this line", token.from, tabs ? "\t" : "    ");
  cursor.report("missing-indent", token, { word: word.text }, fix);
  // Most likely at least this line was meant to be in the block.
  if (!isSymbol(token, "def")) statement(cursor, body);
}

/// A word with which a statement goes on behind a block.
function isContinuation(token: Token): boolean {
  return ["else", "elif", "except", "finally"].some((word) => isSymbol(token, word));
}

function missingColon(cursor: Cursor, word: Token): void {
  const { token } = cursor;
  const end = { from: cursor.lastEnd, to: cursor.lastEnd };
  if (token.kind === "name" && (token.text === "then" || token.text === "do")) {
    const colon = isSymbol(cursor.peek(), ":");
    const span = { from: cursor.lastEnd, to: token.to };
    cursor.report("then-word", token, { found: token.text }, replace(`Remove ${token.text}`, span, colon ? "" : ":"));
    cursor.next();
    cursor.accept(":");
  } else if (token.kind === "newline" || token.kind === "end") {
    cursor.report("missing-colon", end, { word: word.text }, insert("Add :", end.to, ":"));
  } else if (isSymbol(token, ";")) {
    cursor.report("missing-colon", token, { word: word.text }, replace("Write :", token, ":"));
    cursor.next();
  } else if (startsStatement(token) || (WITHOUT_CONDITION.has(word.text) && token.kind === "name")) {
    cursor.report("missing-colon", end, { word: word.text }, insert("Add :", end.to, ":"));
  } else {
    unexpected(cursor);
  }
}

/// Words of blocks before whose colon nothing stands.
const WITHOUT_CONDITION: ReadonlySet<string> = new Set(["else", "try", "finally"]);

/// A token that can only be the start of a statement.
function startsStatement(token: Token): boolean {
  if (token.kind === "name") return token.text === "print";
  if (token.kind !== "keyword") return false;
  return ["return", "break", "continue", "pass", "global", "import", "while", "def", "try", "raise"].includes(
    token.text,
  );
}

// ── Lines of simple statements ─────────────────────────────────────────────

/// Simple statements with semicolons between them, up to the end of the line.
function simpleLine(cursor: Cursor, into: Statement[]): void {
  let isAnother = false;
  for (;;) {
    cursor.statementStart = cursor.index;
    const { token } = cursor;
    if (token.kind === "keyword" && isCompoundWord(token)) {
      if (cursor.classic === undefined) cursor.report("compound-on-line", token, { word: token.text });
      nestedCompound(cursor, into);
      return;
    }
    const before = into.length;
    simple(cursor, into);
    into.push(...into.splice(before).flatMap((one) => cursor.madeClasses.assignment(cursor, one, readMethods(cursor))));
    // A value is no statement of its own beside another.
    const isValue = !cursor.failed && isIdle(into.at(-1));
    if (isAnother && isValue) sideBySide(cursor, token);
    isAnother = !cursor.failed && !isValue && anotherStatementAt(cursor);
    if (isAnother) continue;
    if (!cursor.failed && !cursor.atStatementEnd()) afterStatement(cursor);
    if (cursor.failed) {
      // What could not be read to its end is in no tree.
      into.length = before;
      break;
    }
    if (cursor.accept(";")) {
      if (cursor.isKind("newline") || cursor.isKind("end")) break;
      continue;
    }
    break;
  }
  cursor.endLine();
}

function isIdle(statement: Statement | undefined): boolean {
  return statement?.kind === "Expression" && statement.value.kind !== "Call";
}

function isCompoundWord(token: Token): boolean {
  return ["if", "while", "for", "def", "class", "with", "try", "async"].includes(token.text);
}

function nestedCompound(cursor: Cursor, into: Statement[]): void {
  if (cursor.depth >= NESTING_LIMIT) {
    cursor.fail("too-deep", cursor.token, {});
    cursor.endLine();
    return;
  }
  cursor.depth += 2;
  compound(cursor, into);
  cursor.depth -= 2;
}

/// Something follows a complete statement on its line.
function afterStatement(cursor: Cursor): void {
  const { token } = cursor;
  if (isSymbol(token, ":")) {
    const after = cursor.peek();
    if (after.kind === "newline" || after.kind === "end") cursor.fail("stray-colon", token, {});
    else unexpected(cursor);
  } else if (isSymbol(token, "else") || isSymbol(token, "elif")) {
    cursor.fail("compound-on-line", token, { word: token.text });
  } else {
    unexpected(cursor);
  }
}

/// What stands behind a statement at the end of its line.
const ENDS: ReadonlySet<TokenKind> = new Set(["newline", "dedent", "end"]);

function simple(cursor: Cursor, into: Statement[]): void {
  const { token } = cursor;
  if (token.kind === "name" && token.text === "print") {
    if (isSymbol(cursor.peek(), "=")) cursor.fail("keyword-as-name", token, { word: "print" });
    else if (isPrintStatement(cursor)) into.push(parsePrint(cursor));
    else expressionStatement(cursor, into);
    return;
  }
  // By itself, `...` does nothing.
  const isDots = isSymbol(token, "...") && cursor.classic === undefined && ENDS.has(cursor.peek().kind);
  if (isDots) {
    cursor.next();
    into.push({ kind: "Pass", from: token.from, to: token.to });
    return;
  }
  if (token.kind !== "keyword") {
    expressionStatement(cursor, into);
    return;
  }
  switch (token.text) {
    case "break":
    case "continue":
    case "pass": {
      cursor.next();
      const kind = token.text === "break" ? "Break" : token.text === "continue" ? "Continue" : "Pass";
      into.push({ kind, from: token.from, to: token.to });
      return;
    }
    case "return": {
      cursor.next();
      const value = cursor.atStatementEnd() ? undefined : parseExpressionList(cursor);
      const made: Return = { kind: "Return", from: token.from, to: cursor.endSince(token.from) };
      into.push(value === undefined ? made : { ...made, value });
      return;
    }
    case "global":
      globalStatement(cursor, "Global", into);
      return;
    case "nonlocal":
      if (cursor.classic === undefined) globalStatement(cursor, "Nonlocal", into);
      else
        cursor.fail("left-out-classic", token, {
          feature: "nonlocal",
          instead: "use `global` for a variable of the module",
        });
      return;
    case "import":
    case "from":
      importStatement(cursor, into);
      return;
    case "del": {
      cursor.next();
      const targets = deleteTargets(cursor, parseExpressionList(cursor));
      into.push({ kind: "Delete", targets, from: token.from, to: cursor.endSince(token.from) });
      return;
    }
    case "assert":
      assertStatement(cursor, into);
      return;
    case "raise":
      raiseStatement(cursor, into);
      return;
    default:
      if (isSymbol(cursor.peek(), "=")) keywordAsName(cursor, token);
      else expressionStatement(cursor, into);
  }
}

function assertStatement(cursor: Cursor, into: Statement[]): void {
  const { from } = cursor.next();
  const test = parseTest(cursor);
  const message = cursor.accept(",") ? parseExpression(cursor) : undefined;
  into.push({
    kind: "Assert",
    test,
    ...(message === undefined ? {} : { message }),
    from: from,
    to: cursor.endSince(from),
  });
}

/// `global a, b` or `nonlocal a, b`.
function globalStatement(cursor: Cursor, kind: "Global" | "Nonlocal", into: Statement[]): void {
  const first = cursor.next();
  const names: Identifier[] = [];
  do {
    const name = parseName(cursor, first.text);
    if (name === undefined) return;
    names.push(name);
  } while (cursor.accept(","));
  into.push({ kind, names, from: first.from, to: cursor.endSince(first.from) });
}
