import type { Span } from "../base/span.ts";
import { replace } from "./catalogue.ts";
import { classicFix } from "./classic-fix.ts";
import { type Cursor, describe, isSymbol, NESTING_LIMIT } from "./cursor.ts";
import { addPart, fstringParts } from "./fstrings.ts";
import { generatorExpression, withoutGenerators } from "./generator-expressions.ts";
import { ifBeginsStatement } from "./statements-on-a-line.ts";
import { isClassicWord, keywords, type Token } from "./tokens.ts";
import type {
  Argument,
  BinaryOperator,
  Block,
  CompareOperator,
  Comprehension,
  ComprehensionClause,
  Expression,
  FStringPart,
  Identifier,
  Missing,
  Parameter,
  ParameterKind,
  Slice,
} from "./tree.ts";

// Expressions, by climbing precedence. Every function leaves the height of what it returns in `cursor.height` and gives a
// `Missing` after a failure, with the cursor at the end of the line. One file, since all of them call one another.

/// How tightly an operator binds its operands; `not` and unary signs lie between.
const OR = 1;
const AND = 2;
const NOT = 3;
const COMPARE = 4;
const ORDER = 5;
const BIT_OR = 6;
const BIT_XOR = 7;
const MULTIPLY = 11;
const POWER = 12;
const COMPARISONS = ["==", "!=", "<", "<=", ">", ">=", "in", "not", "is"] as const;
const PRECEDENCE: ReadonlyMap<string, number> = new Map([
  ["or", OR],
  ["and", AND],
  ...COMPARISONS.map((sign) => [sign, COMPARE] as const),
  ["|", BIT_OR],
  ["^", BIT_XOR],
  ["&", 8],
  ["<<", 9],
  [">>", 9],
  ["+", 10],
  ["-", 10],
  ["*", MULTIPLY],
  ["/", MULTIPLY],
  ["//", MULTIPLY],
  ["%", MULTIPLY],
  ["@", MULTIPLY],
  ["**", POWER],
]);

/// In Python 2, as ePython reads it, `^` is a power too.
const PYTHON_2_PRECEDENCE: ReadonlyMap<string, number> = new Map([...PRECEDENCE, ["^", POWER]]);

/// In classic ePython < and its like bind tighter than ==, none of them makes a chain, and powers stand beside products.
const CLASSIC_PRECEDENCE: ReadonlyMap<string, number> = new Map([
  ...PRECEDENCE,
  ...["<", "<=", ">", ">="].map((sign) => [sign, ORDER] as const),
  ["**", MULTIPLY],
  ["^", MULTIPLY],
]);

function precedenceOf({ classic, isPython3 }: Cursor, { text }: Token): number | undefined {
  return (isPython3 ? PRECEDENCE : classic === undefined ? PYTHON_2_PRECEDENCE : CLASSIC_PRECEDENCE).get(text);
}

function isComparison(precedence: number | undefined): boolean {
  return precedence === COMPARE || precedence === ORDER;
}

export function missing(at: number): Missing {
  return { kind: "Missing", from: at, to: at };
}

/// One expression without commas outside of brackets.
export function parseExpression(cursor: Cursor): Expression {
  return nested(cursor, conditional);
}

/// What `parse` reads, unless it stands too deep in other expressions.
function nested(cursor: Cursor, parse: (cursor: Cursor) => Expression): Expression {
  if (tooDeep(cursor)) return missing(cursor.lastEnd);
  cursor.depth++;
  const result = parse(cursor);
  cursor.depth--;
  // What was read of a line that failed is no whole expression.
  return cursor.failed ? missing(cursor.lastEnd) : result;
}

/// One or more expressions with commas; more than one, or a comma at the end, is a tuple.
export function parseExpressionList(
  cursor: Cursor,
  parse: (cursor: Cursor) => Expression = parseExpression,
): Expression {
  const { from } = cursor.token;
  const first = element(cursor, parse);
  if (!cursor.is(",")) return first;
  const elements = [first];
  let { height } = cursor;
  while (cursor.accept(",") && startsElement(cursor)) {
    elements.push(element(cursor, parse));
    height = Math.max(height, cursor.height);
  }
  cursor.height = height + 1;
  return { kind: "Tuple", elements, from: from, to: cursor.endSince(from) };
}

/// An expression, or `*expression` where several values may stand.
function element(cursor: Cursor, parse: (cursor: Cursor) => Expression): Expression {
  return cursor.is("*") ? starred(cursor) : parse(cursor);
}

function startsElement(cursor: Cursor): boolean {
  return startsExpression(cursor.token) || cursor.is("*");
}

/// `*value` or `**value`.
function starred(cursor: Cursor): Expression {
  const sign = cursor.token;
  if (cursor.classic !== undefined) {
    cursor.fail("left-out-classic", sign, { feature: `${sign.text} before values`, instead: "write them one by one" });
    return missing(sign.from);
  }
  cursor.next();
  const value = nested(cursor, (at) => operators(at, BIT_OR));
  if (tooHigh(cursor, cursor.height + 1, sign.from)) return missing(cursor.lastEnd);
  const span = cursor.since(sign.from);
  return { kind: "Starred", value, ...(sign.text === "**" ? { double: true as const } : {}), ...span };
}

/// The condition of an if or while: `=` is taken for `==`, with an error.
export function parseTest(cursor: Cursor): Expression {
  const outer = cursor.inTest;
  cursor.inTest = true;
  const test = parseExpression(cursor);
  cursor.inTest = outer;
  return test;
}

/// A target of a for loop: as tight as it must be to stop before `in`.
export function parseTargetList(cursor: Cursor): Expression {
  return parseExpressionList(cursor, (at) => operators(at, BIT_OR));
}

/// An expression that ends before `|`.
export function parseOperand(cursor: Cursor): Expression {
  return nested(cursor, (at) => operators(at, BIT_XOR));
}

const EXPRESSION_SIGNS: ReadonlySet<string> = new Set(["(", "[", "{", "-", "+", "~", "...", "`"]);
const EXPRESSION_WORDS: ReadonlySet<string> = new Set(["not", "None", "True", "False", "lambda", "yield", "await"]);

export function startsExpression(token: Token): boolean {
  switch (token.kind) {
    case "name":
    case "int":
    case "real":
    case "imaginary":
    case "string":
    case "fstring":
    case "bytes":
      return true;
    case "operator":
      return EXPRESSION_SIGNS.has(token.text);
    case "keyword":
      return EXPRESSION_WORDS.has(token.text);
    default:
      return false;
  }
}

function tooDeep(cursor: Cursor): boolean {
  if (cursor.depth < NESTING_LIMIT) return false;
  cursor.fail("too-deep", cursor.token, {});
  return true;
}

/// Checks the height of a node that is about to be made.
function tooHigh(cursor: Cursor, height: number, from: number): boolean {
  cursor.height = height;
  if (height <= NESTING_LIMIT) return false;
  cursor.fail("too-deep", cursor.since(from), {});
  cursor.height = 1;
  return true;
}

function conditional(cursor: Cursor): Expression {
  const { from } = cursor.token;
  if (cursor.is("lambda")) return lambda(cursor);
  let value = operators(cursor, OR);
  // Another `=` in a test means `==`; the rest of the condition is read as its right side.
  while (cursor.inTest && cursor.is("=")) {
    const sign = cursor.next();
    cursor.report("assign-in-test", sign, {}, replace("Write ==", sign, "=="));
    const { height } = cursor;
    const right = operators(cursor, OR);
    if (tooHigh(cursor, Math.max(height, cursor.height) + 1, sign.from)) return missing(cursor.lastEnd);
    value = { kind: "Compare", first: value, rest: [{ op: "==", right }], from: from, to: cursor.endSince(from) };
  }
  if (cursor.is(":=")) return named(cursor, value);
  if (!cursor.is("if") || ifBeginsStatement(cursor)) return value;
  let { height } = cursor;
  cursor.next();
  const test = operators(cursor, OR);
  height = Math.max(height, cursor.height);
  if (!cursor.is("else")) {
    cursor.fail("missing-else", cursor.since(from), {});
    return missing(cursor.lastEnd);
  }
  cursor.next();
  const otherwise = parseExpression(cursor);
  if (tooHigh(cursor, Math.max(height, cursor.height) + 1, from)) return missing(cursor.lastEnd);
  // biome-ignore lint/suspicious/noThenProperty: the tree names it so, and no tree is awaited.
  return { kind: "Conditional", test, then: value, otherwise, from: from, to: cursor.endSince(from) };
}

/// `name := value`, behind the name.
function named(cursor: Cursor, target: Expression): Expression {
  const sign = cursor.token;
  if (cursor.classic !== undefined) {
    const args = { feature: "`:=`", instead: "assign with `=` on a line of its own before this one" };
    cursor.fail("left-out-classic", sign, args);
    return missing(cursor.lastEnd);
  }
  if (target.kind !== "Name") {
    cursor.fail("bad-walrus", target, {});
    return missing(cursor.lastEnd);
  }
  cursor.next();
  cursor.hasNamed = true;
  const value = parseExpression(cursor);
  if (cursor.failed || tooHigh(cursor, cursor.height + 1, target.from)) return missing(cursor.lastEnd);
  return { kind: "Named", target, value, from: target.from, to: cursor.endSince(target.from) };
}

/// `lambda x, y=1: value`.
function lambda(cursor: Cursor): Expression {
  const word = cursor.next();
  const { from, to } = word;
  if (cursor.classic !== undefined) {
    const args = { feature: "lambda", instead: "write a function with `def` and use its name" };
    cursor.fail("left-out-classic", word, args);
    return missing(from);
  }
  const parameters = parameterNames(cursor, ":");
  const { height } = cursor;
  if (!cursor.failed && !cursor.accept(":")) unexpected(cursor);
  const { inTest, yields } = cursor;
  cursor.inTest = false;
  cursor.yields = false;
  const value = parseExpression(cursor);
  const isGenerator = cursor.yields;
  cursor.inTest = inTest;
  cursor.yields = yields;
  if (cursor.failed || tooHigh(cursor, Math.max(height, cursor.height) + 1, from)) return missing(cursor.lastEnd);
  const span = cursor.since(from);
  const body: Block = [{ kind: "Return", value, from: value.from, to: value.to }];
  const name = { name: "<lambda>", from, to };
  const generator = isGenerator ? { generator: true as const } : {};
  return { kind: "Lambda", def: { kind: "Def", lambda: true, name, parameters, body, ...generator, ...span }, ...span };
}

/// The parameters of a function, up to what ends their list. Leaves the height of the highest default in `cursor.height`.
export function parameterNames(cursor: Cursor, end: ")" | ":"): Parameter[] {
  const parameters: Parameter[] = [];
  let hasDefault = false;
  let height = 0;
  /// What follows a `*` is given by name only.
  let afterStar = false;
  while (!cursor.is(end) && !cursor.failed) {
    const { token } = cursor;
    const sign = ["*", "**", "/"].find((text) => cursor.is(text));
    if (sign !== undefined) {
      if (!parameterSign(cursor, parameters, afterStar)) break;
      if (sign === "*") afterStar = true;
      const isAlone = sign === "/" || (sign === "*" && cursor.is(","));
      if (isAlone) {
        if (!cursor.accept(",")) break;
        continue;
      }
    }
    if (!cursor.isKind("name") && !cursor.isKind("keyword")) {
      cursor.fail("expected-parameter", visible(cursor.token), { found: describe(cursor.token, cursor.text) });
      break;
    }
    const name = parseName(cursor, "(");
    if (name === undefined) break;
    if (end === ")" && cursor.is(":")) annotation(cursor);
    const fallback = cursor.accept("=") ? parseExpression(cursor) : undefined;
    if (fallback !== undefined) {
      hasDefault = true;
      height = Math.max(height, cursor.height);
    } else if (hasDefault && !afterStar && sign === undefined && cursor.classic === undefined)
      cursor.report("default-order", name, { name: name.name });
    if (fallback !== undefined && sign !== undefined) cursor.report("star-default", fallback, {});
    const kind = sign === "*" ? "star" : sign === "**" ? "star-star" : afterStar ? "keyword-only" : undefined;
    parameters.push({
      name,
      ...(fallback === undefined || sign !== undefined ? {} : { fallback }),
      ...(kind === undefined ? {} : { kind }),
      from: token.from,
      to: cursor.endSince(token.from),
    });
    if (!cursor.accept(",")) break;
    if (sign === "**" && !cursor.is(end) && !cursor.failed) cursor.fail("star-order", cursor.token, {});
    if (end === ":" && isSymbol(cursor.token, ":")) break;
  }
  cursor.height = height;
  const order = (kind: Parameter["kind"]): number => PARAMETER_ORDER.indexOf(kind ?? "positional-only");
  return parameters.sort((a, b) => order(a.kind) - order(b.kind));
}

const PARAMETER_ORDER: readonly ParameterKind[] = ["positional-only", "keyword-only", "star", "star-star"];

/// Reads a `*`, `**` or `/` among parameters; false if it cannot stand here.
function parameterSign(cursor: Cursor, parameters: Parameter[], afterStar: boolean): boolean {
  const { token } = cursor;
  if (cursor.classic !== undefined) {
    const feature = `${token.text} among parameters`;
    cursor.fail("left-out-classic", token, { feature, instead: "name every parameter" });
    return false;
  }
  const isSecond = token.text === "*" && afterStar;
  const isOnlySlash = token.text === "/" && (afterStar || parameters.length === 0 || parameters[0]?.kind !== undefined);
  const isBareLast = token.text === "*" && !isSymbol(cursor.peek(), ",") && cursor.peek().kind !== "name";
  if (isSecond || isOnlySlash || isBareLast) {
    cursor.fail("star-order", token, {});
    return false;
  }
  cursor.next();
  if (token.text === "/") {
    parameters.forEach((parameter, k) => {
      parameters[k] = { ...parameter, kind: "positional-only" };
    });
  }
  return true;
}

/// A colon and what stands behind it, which says of which type a value is meant to be.
export function annotation(cursor: Cursor): Expression {
  const sign = cursor.token;
  if (cursor.classic !== undefined) {
    cursor.fail("left-out-classic", sign, { feature: "types of variables", instead: "leave the type away" });
    return missing(sign.from);
  }
  cursor.next();
  return parseExpression(cursor);
}

/// Operators that bind at least as tightly as `least`.
function operators(cursor: Cursor, least: number): Expression {
  const { from } = cursor.token;
  const negates = cursor.is("not") && (least <= NOT || cursor.classic !== undefined);
  let left = negates ? negation(cursor) : unary(cursor);
  for (;;) {
    const { token } = cursor;
    if (token.kind !== "operator" && token.kind !== "keyword") return left;
    const precedence = precedenceOf(cursor, token);
    if (precedence === undefined || precedence < least || precedence === POWER) return left;
    if (isComparison(precedence)) {
      if (token.text === "not" && !isSymbol(cursor.peek(), "in")) return left;
      left = comparison(cursor, left, from);
      continue;
    }
    if (isIncrement(cursor)) return left;
    if (token.text === "@") {
      cursor.fail("left-out-matrix", token, {});
      return missing(cursor.lastEnd);
    }
    const { height } = cursor;
    cursor.next();
    const right = operators(cursor, precedence + 1);
    if (tooHigh(cursor, Math.max(height, cursor.height) + 1, from)) return missing(cursor.lastEnd);
    const to = cursor.endSince(from);
    left =
      token.text === "and" || token.text === "or"
        ? { kind: "Logical", op: token.text, left, right, from, to }
        : { kind: "Binary", op: token.text as BinaryOperator, opSpan: spanOf(token), left, right, from, to };
  }
}

/// `++` or `--` with nothing behind it.
function isIncrement(cursor: Cursor): boolean {
  const { token } = cursor;
  const second = cursor.peek();
  if ((token.text !== "+" && token.text !== "-") || second.text !== token.text || second.from !== token.to)
    return false;
  return second.kind === "operator" && !startsExpression(cursor.peek(2));
}

function negation(cursor: Cursor): Expression {
  const { from } = cursor.token;
  if (tooDeep(cursor)) return missing(cursor.lastEnd);
  cursor.next();
  cursor.depth++;
  // In classic ePython it negates all that follows.
  const operand = operators(cursor, cursor.classic === undefined ? NOT : OR);
  cursor.depth--;
  if (tooHigh(cursor, cursor.height + 1, from)) return missing(cursor.lastEnd);
  return { kind: "Unary", op: "not", operand, from: from, to: cursor.endSince(from) };
}

function comparison(cursor: Cursor, first: Expression, from: number): Expression {
  const rest: { op: CompareOperator; right: Expression }[] = [];
  let { height } = cursor;
  for (;;) {
    const precedence = precedenceOf(cursor, cursor.token) ?? COMPARE;
    const op = compareOperator(cursor);
    if (op === undefined) break;
    const right = operators(cursor, cursor.classic === undefined ? BIT_OR : precedence + 1);
    height = Math.max(height, cursor.height);
    rest.push({ op, right });
    if (cursor.classic !== undefined) break;
  }
  if (tooHigh(cursor, height + 1, from)) return missing(cursor.lastEnd);
  return { kind: "Compare", first, rest, from: from, to: cursor.endSince(from) };
}

function compareOperator(cursor: Cursor): CompareOperator | undefined {
  const { token } = cursor;
  if (token.kind !== "operator" && token.kind !== "keyword") return undefined;
  if (!isComparison(precedenceOf(cursor, token))) return undefined;
  if (token.text === "not") {
    if (!isSymbol(cursor.peek(), "in")) return undefined;
    cursor.next();
    cursor.next();
    return "not in";
  }
  cursor.next();
  if (token.text === "is" && cursor.accept("not")) return "is not";
  return token.text as CompareOperator;
}

function unary(cursor: Cursor): Expression {
  const { token } = cursor;
  if (token.kind !== "operator" || (token.text !== "-" && token.text !== "+" && token.text !== "~")) {
    return power(cursor);
  }
  if (tooDeep(cursor)) return missing(cursor.lastEnd);
  cursor.next();
  cursor.depth++;
  const operand = unary(cursor);
  cursor.depth--;
  if (tooHigh(cursor, cursor.height + 1, token.from)) return missing(cursor.lastEnd);
  return { kind: "Unary", op: token.text, operand, from: token.from, to: cursor.endSince(token.from) };
}

/// `a ** b`, which binds tighter than a sign on its left and looser than one on its right.
function power(cursor: Cursor): Expression {
  const { from } = cursor.token;
  const left = postfix(cursor);
  const sign = cursor.token;
  if (cursor.classic !== undefined) return left;
  if (sign.kind !== "operator" || precedenceOf(cursor, sign) !== POWER) return left;
  if (tooDeep(cursor)) return missing(cursor.lastEnd);
  const { height } = cursor;
  cursor.next();
  if (sign.text === "^") cursor.report("power-sign", sign, {}, replace("Write **", sign, "**"));
  cursor.depth++;
  const right = unary(cursor);
  cursor.depth--;
  if (tooHigh(cursor, Math.max(height, cursor.height) + 1, from)) return missing(cursor.lastEnd);
  return {
    kind: "Binary",
    op: sign.text as BinaryOperator,
    opSpan: spanOf(sign),
    left,
    right,
    from,
    to: cursor.endSince(from),
  };
}

function postfix(cursor: Cursor): Expression {
  const { from } = cursor.token;
  let value = atom(cursor);
  for (;;) {
    if (cursor.token.kind !== "operator") return value;
    const { height } = cursor;
    if (cursor.is("(")) {
      const args = withoutGenerators(value, parseArguments(cursor));
      value = { kind: "Call", callee: value, args, from: from, to: cursor.endSince(from) };
    } else if (cursor.is("[")) {
      value = subscript(cursor, value, from);
    } else if (cursor.is(".")) {
      cursor.next();
      const name = parseName(cursor, ".");
      if (name === undefined) return missing(cursor.lastEnd);
      cursor.height = 0;
      value = { kind: "Attribute", object: value, name, from: from, to: cursor.endSince(from) };
    } else {
      return value;
    }
    if (tooHigh(cursor, Math.max(height, cursor.height) + 1, from)) return missing(cursor.lastEnd);
  }
}

/// Complains about a word of the language in the place of a name, and gives up on the line.
export function keywordAsName(cursor: Cursor, token: Token): void {
  const isClassic = cursor.classic === undefined && isClassicWord(token.text);
  cursor.fail("keyword-as-name", token, { word: token.text }, isClassic ? classicFix() : []);
}

/// A name, or a failure that says after what one is missing.
export function parseName(cursor: Cursor, after: string): Identifier | undefined {
  const { token } = cursor;
  if (token.kind === "name") {
    cursor.next();
    return { name: token.text, from: token.from, to: token.to };
  }
  if (token.kind === "keyword") keywordAsName(cursor, token);
  else cursor.fail("missing-name", visible(token), { after });
  return undefined;
}

/// The arguments of a call, from its opening bracket to its closing one.
export function parseArguments(cursor: Cursor): Argument[] {
  const opening = cursor.next();
  const args: Argument[] = [];
  const outer = cursor.inTest;
  cursor.inTest = false;
  let height = 0;
  let named = false;
  let unpacksNames = false;
  while (!cursor.is(")") && !cursor.failed) {
    const { token } = cursor;
    if (cursor.is("*") || cursor.is("**")) {
      const value = starred(cursor);
      const isDouble = token.text === "**";
      if (unpacksNames && !isDouble) cursor.report("keyword-order", cursor.since(token.from), {});
      unpacksNames ||= isDouble;
      args.push({ value, from: token.from, to: cursor.endSince(token.from) });
    } else if (token.kind === "name" && isSymbol(cursor.peek(), "=")) {
      cursor.next();
      cursor.next();
      const value = parseExpression(cursor);
      named = true;
      args.push({
        name: { name: token.text, from: token.from, to: token.to },
        value,
        from: token.from,
        to: cursor.endSince(token.from),
      });
    } else {
      let value = parseExpression(cursor);
      if (cursor.is("for") && !cursor.failed) {
        const made = comprehensionClauses(cursor);
        value = comprehension(cursor, value, made.clauses, made.height, true, token.from);
      }
      if (named || unpacksNames) cursor.report("keyword-order", cursor.since(token.from), {});
      args.push({ value, from: token.from, to: cursor.endSince(token.from) });
    }
    height = Math.max(height, cursor.height);
    if (!cursor.accept(",")) break;
  }
  expectClosing(cursor, opening);
  cursor.inTest = outer;
  cursor.height = height;
  return args;
}

function subscript(cursor: Cursor, object: Expression, from: number): Expression {
  const opening = cursor.next();
  const outer = cursor.inTest;
  cursor.inTest = false;
  const parts = [subscriptPart(cursor, opening)];
  let { height } = cursor;
  let isTuple = false;
  while (cursor.accept(",")) {
    isTuple = true;
    if (cursor.is("]") || cursor.failed) break;
    parts.push(subscriptPart(cursor, opening));
    height = Math.max(height, cursor.height);
  }
  const inner = { from: opening.to, to: cursor.lastEnd };
  expectClosing(cursor, opening);
  cursor.inTest = outer;
  cursor.height = isTuple ? height + 1 : height;
  const to = cursor.endSince(from);
  const [first] = parts;
  if (isTuple) {
    const index: Expression = { kind: "Tuple", elements: parts.map(partValue), ...inner };
    return { kind: "Index", object, index, from, to };
  }
  if (first === undefined || "kind" in first) {
    return { kind: "Index", object, index: first ?? missing(cursor.lastEnd), from, to };
  }
  return { kind: "Slice", object, ...first.slice, from, to };
}

/// `lower:upper:step` in square brackets.
interface SlicePart extends Span {
  readonly slice: Pick<Slice, "lower" | "upper" | "step">;
}

/// What stands between two commas in square brackets.
function subscriptPart(cursor: Cursor, opening: Token): Expression | SlicePart {
  const { from } = cursor.token;
  const found: (Expression | undefined)[] = [undefined];
  let height = 0;
  for (;;) {
    if (cursor.is(":") && found.length < 3) {
      found.push(undefined);
      cursor.next();
    } else if (found.at(-1) === undefined && !cursor.is("]") && !cursor.is(",") && !cursor.failed) {
      found[found.length - 1] = element(cursor, parseExpression);
      height = Math.max(height, cursor.height);
    } else {
      break;
    }
  }
  cursor.height = height;
  const [lower, upper, step] = found;
  if (found.length > 1) {
    const slice = {
      ...(lower === undefined ? {} : { lower }),
      ...(upper === undefined ? {} : { upper }),
      ...(step === undefined ? {} : { step }),
    };
    return { slice, from, to: cursor.endSince(from) };
  }
  if (lower !== undefined) return lower;
  cursor.fail(
    "expected-expression",
    { from: opening.from, to: cursor.token.to },
    { found: describe(cursor.token, cursor.text) },
  );
  return missing(cursor.lastEnd);
}

/// A part of a subscript with several as a value: a slice is made by calling `slice`.
function partValue(part: Expression | SlicePart): Expression {
  if ("kind" in part) return part;
  const { slice, from, to } = part;
  const none: Expression = { kind: "Constant", value: null, from, to };
  const args = [slice.lower, slice.upper, slice.step].map((value = none) => ({
    value,
    from: value.from,
    to: value.to,
  }));
  return { kind: "Call", callee: { kind: "Name", name: "slice", from, to }, args, from, to };
}

/// Reads the bracket that closes this one. The lexer has seen to it that there is one.
function expectClosing(cursor: Cursor, opening: Token): void {
  if (cursor.index === opening.index) cursor.next();
  else if (!cursor.failed) unexpected(cursor);
}

/// `native rtl_send(…)`, behind its first word.
function isNativeCall(cursor: Cursor, { text }: Token): boolean {
  const isName = text.toLowerCase() === "native" && cursor.isKind("name");
  return isName && isSymbol(cursor.peek(), "(");
}

function atom(cursor: Cursor): Expression {
  const { token } = cursor;
  cursor.height = 1;
  switch (token.kind) {
    case "name":
      cursor.next();
      if (isNativeCall(cursor, token)) {
        const { text, from, to } = cursor.next();
        return { kind: "Name", name: text, native: true, from, to };
      }
      return nameOrConstant(cursor, token);
    case "int":
      cursor.next();
      return { kind: "Int", value: cursor.numberOf(token), from: token.from, to: token.to };
    case "real":
      cursor.next();
      return { kind: "Real", value: cursor.numberOf(token), from: token.from, to: token.to };
    case "imaginary":
      cursor.next();
      return { kind: "Imaginary", value: cursor.numberOf(token), from: token.from, to: token.to };
    case "bytes":
      return cursor.isPython3 ? bytes(cursor) : strings(cursor);
    case "string":
    case "fstring":
      return strings(cursor);
    case "operator":
      if (token.text === "(") return parenthesis(cursor);
      if (token.text === "[") return listDisplay(cursor);
      if (token.text === "{") return braces(cursor);
      if (token.text === "`") return backticks(cursor);
      if (token.text === "...") {
        cursor.next();
        if (cursor.classic !== undefined) {
          const instead = "write `pass` for a block that does nothing";
          cursor.report("left-out-classic", token, { feature: "`...`", instead });
          return missing(token.to);
        }
        return { kind: "Name", name: "Ellipsis", from: token.from, to: token.to };
      }
      break;
    case "keyword":
      if (token.text === "None" || token.text === "True" || token.text === "False") {
        cursor.next();
        const value = token.text === "None" ? null : token.text === "True";
        return { kind: "Constant", value, from: token.from, to: token.to };
      }
      if (token.text === "yield") {
        return cursor.classic === undefined ? yieldExpression(cursor) : failed(cursor, "left-out-yield");
      }
      if (token.text === "await") return failed(cursor, "left-out-async");
      break;
  }
  cursor.fail("expected-expression", visible(token), { found: describe(token, cursor.text) });
  return missing(cursor.lastEnd);
}

function failed(cursor: Cursor, code: "left-out-yield" | "left-out-async"): Missing {
  const span = spanOf(cursor.token);
  cursor.fail(code, span, {});
  return missing(span.from);
}

function yieldExpression(cursor: Cursor): Expression {
  const { from } = cursor.next();
  cursor.yields = true;
  cursor.hasGenerators = true;
  cursor.height = 0;
  const all = cursor.accept("from");
  const value = all
    ? parseExpression(cursor)
    : startsExpression(cursor.token)
      ? nested(cursor, parseExpressionList)
      : undefined;
  if (tooHigh(cursor, cursor.height + 1, from)) return missing(cursor.lastEnd);
  return { kind: "Yield", all, ...(value === undefined ? {} : { value }), from, to: cursor.endSince(from) };
}

/// A value between backticks, of which Python 2 makes text as `repr` does.
function backticks(cursor: Cursor): Expression {
  const { from } = cursor.next();
  const value = parseExpressionList(cursor);
  const { height } = cursor;
  if (!cursor.failed && !cursor.accept("`")) unexpected(cursor);
  const to = cursor.endSince(from);
  if (tooHigh(cursor, height + 1, from)) return missing(cursor.lastEnd);
  return { kind: "FString", parts: [{ value, conversion: "r", from, to }], from, to };
}

/// ePython's own spellings of the constants are accepted with a hint. In Python 3 they are names like any other.
const SMALL_CONSTANTS: ReadonlyMap<string, true | false | null> = new Map([
  ["true", true],
  ["false", false],
  ["none", null],
]);

function nameOrConstant(cursor: Cursor, token: Token): Expression {
  const value = cursor.isPython3 ? undefined : SMALL_CONSTANTS.get(token.text);
  if (value === undefined) return { kind: "Name", name: token.text, from: token.from, to: token.to };
  const wanted = value === null ? "None" : value ? "True" : "False";
  cursor.report("lower-case-constant", token, { found: token.text, wanted }, replace(`Write ${wanted}`, token, wanted));
  return { kind: "Constant", value, from: token.from, to: token.to };
}

/// Bytes beside text: in Python 2 they are text, too.
function reportBytes(cursor: Cursor, token: Token): void {
  if (cursor.isPython3) cursor.report("bytes-and-text", token, {});
  else if (cursor.classic !== undefined)
    cursor.report("left-out-classic", token, { feature: "byte strings", instead: "remove the b" });
}

/// One or more literals of bytes.
function bytes(cursor: Cursor): Expression {
  const { from } = cursor.token;
  let value = "";
  while (cursor.isKind("bytes")) {
    const token = cursor.next();
    if (/[^\0-\x7f]/.test(cursor.text.slice(token.from, token.to))) cursor.report("bytes-not-ascii", token, {});
    value += token.text;
  }
  if (cursor.isKind("string") || cursor.isKind("fstring")) {
    cursor.report("bytes-and-text", cursor.token, {});
    strings(cursor);
  }
  return { kind: "Bytes", value, from, to: cursor.endSince(from) };
}

function strings(cursor: Cursor): Expression {
  const { from } = cursor.token;
  const parts: FStringPart[] = [];
  let height = 0;
  for (;;) {
    const { token } = cursor;
    if (token.kind === "fstring") {
      for (const part of fstringParts(cursor, token, parseExpressionList)) addPart(parts, part);
      height = Math.max(height, cursor.height + 1);
    } else {
      if (token.kind === "bytes") reportBytes(cursor, token);
      else if (token.kind !== "string") break;
      addPart(parts, token.text);
    }
    cursor.next();
  }
  const to = cursor.endSince(from);
  if (tooHigh(cursor, height, from)) return missing(cursor.lastEnd);
  const [first = ""] = parts;
  if (parts.length <= 1 && typeof first === "string") return { kind: "String", value: first, from, to };
  return { kind: "FString", parts, from, to };
}

function parenthesis(cursor: Cursor): Expression {
  const opening = cursor.next();
  if (cursor.accept(")")) return { kind: "Tuple", elements: [], from: opening.from, to: cursor.endSince(opening.from) };
  const first = element(cursor, parseExpression);
  if (cursor.is("for")) {
    const outer = cursor.inTest;
    cursor.inTest = false;
    const { clauses, height } = comprehensionClauses(cursor);
    cursor.inTest = outer;
    expectClosing(cursor, opening);
    return comprehension(cursor, first, clauses, height, true, opening.from);
  }
  const elements = [first];
  let { height } = cursor;
  let isTuple = false;
  while (cursor.accept(",")) {
    isTuple = true;
    if (!startsElement(cursor)) break;
    elements.push(element(cursor, parseExpression));
    height = Math.max(height, cursor.height);
  }
  expectClosing(cursor, opening);
  cursor.height = isTuple ? height + 1 : height;
  return isTuple ? { kind: "Tuple", elements, from: opening.from, to: cursor.endSince(opening.from) } : first;
}

function listDisplay(cursor: Cursor): Expression {
  const opening = cursor.next();
  const outer = cursor.inTest;
  cursor.inTest = false;
  const elements: Expression[] = [];
  let height = 0;
  while (!cursor.is("]") && !cursor.failed) {
    elements.push(element(cursor, parseExpression));
    height = Math.max(height, cursor.height);
    if (cursor.is("for") && elements.length === 1) {
      const made = comprehensionClauses(cursor);
      expectClosing(cursor, opening);
      cursor.inTest = outer;
      return comprehension(cursor, elements[0] as Expression, made.clauses, made.height, false, opening.from);
    }
    if (!cursor.accept(",")) break;
  }
  expectClosing(cursor, opening);
  cursor.inTest = outer;
  cursor.height = height + 1;
  return { kind: "List", elements, from: opening.from, to: cursor.endSince(opening.from) };
}

/// The `for`s and `if`s of a comprehension; `cursor.height` is that of its element.
function comprehensionClauses(cursor: Cursor): { clauses: ComprehensionClause[]; height: number } {
  const clauses: ComprehensionClause[] = [];
  let { height } = cursor;
  while ((cursor.is("for") || cursor.is("if")) && !cursor.failed) {
    if (cursor.next().text === "if") {
      clauses.push({ kind: "if", test: nested(cursor, clausePart) });
    } else {
      const { from } = cursor.token;
      const target = nested(cursor, parseTargetList);
      height = Math.max(height, cursor.height);
      if (!cursor.failed && !cursor.accept("in")) cursor.fail("missing-in", cursor.since(from), {});
      clauses.push({
        kind: "for",
        target,
        iterable: cursor.failed ? missing(cursor.lastEnd) : nested(cursor, clausePart),
      });
    }
    height = Math.max(height, cursor.height) + 1;
  }
  return { clauses, height };
}

/// As far as the `if`, `for` or bracket behind it.
function clausePart(cursor: Cursor): Expression {
  return operators(cursor, OR);
}

function comprehension(
  cursor: Cursor,
  element: Expression,
  clauses: readonly ComprehensionClause[],
  height: number,
  generator: boolean,
  from: number,
): Expression {
  if (cursor.failed || tooHigh(cursor, height + 1, from)) return missing(cursor.lastEnd);
  const whole: Comprehension = { kind: "Comprehension", element, clauses, generator, from, to: cursor.endSince(from) };
  if (!generator || cursor.classic !== undefined) return whole;
  cursor.hasGenerators = true;
  return generatorExpression(whole);
}

/// A dictionary, a set, or the comprehension of one.
function braces(cursor: Cursor): Expression {
  const opening = cursor.next();
  const { from } = opening;
  const outer = cursor.inTest;
  cursor.inTest = false;
  const elements: Expression[] = [];
  const entries: { key: Expression; value: Expression }[] = [];
  let isDict = cursor.is("}");
  let height = 0;
  while (!cursor.is("}") && !cursor.failed) {
    const isFirst = elements.length + entries.length === 0;
    const isUnpacked = cursor.is("**");
    const first = isUnpacked ? starred(cursor) : element(cursor, parseExpression);
    height = Math.max(height, cursor.height);
    if (isFirst) isDict = cursor.is(":") || isUnpacked;
    let value: Expression | undefined;
    if (isUnpacked && isDict) value = missing(cursor.lastEnd);
    else if (isDict) {
      if (!cursor.accept(":")) {
        if (!cursor.failed) cursor.fail("missing-dict-value", visible(cursor.token), {});
        break;
      }
      value = parseExpression(cursor);
      height = Math.max(height, cursor.height);
    }
    if (isFirst && cursor.is("for")) {
      cursor.height = height;
      const made = comprehensionClauses(cursor);
      expectClosing(cursor, opening);
      cursor.inTest = outer;
      const whole = comprehension(cursor, first, made.clauses, made.height, false, from);
      if (whole.kind !== "Comprehension") return whole;
      return { ...whole, braces: true, ...(value === undefined ? {} : { value }) };
    }
    if (value === undefined) elements.push(first);
    else entries.push({ key: first, value });
    if (!cursor.accept(",")) break;
  }
  expectClosing(cursor, opening);
  cursor.inTest = outer;
  cursor.height = height + 1;
  const to = cursor.endSince(from);
  return isDict ? { kind: "Dict", entries, from, to } : { kind: "Set", elements, from, to };
}

/// Complains about the token here, which cannot follow what was read, and gives up on the line.
export function unexpected(cursor: Cursor): void {
  const { token } = cursor;
  if (isIncrement(cursor)) {
    const operand = cursor.tokenAt(cursor.index - 1);
    const name = operand.kind === "name" ? operand.text : "i";
    const from = operand.kind === "name" ? operand.from : token.from;
    const span = { from, to: cursor.peek().to };
    reportIncrement(cursor, span, name, token.text, cursor.index - 1 === cursor.statementStart);
    cursor.abandonLine();
  } else if (startsOperand(token)) {
    sideBySide(cursor, token);
  } else {
    cursor.fail("unexpected-token", visible(token), { found: capital(describe(token, cursor.text)) });
  }
}

/// Complains about a token that begins a value behind another one, and gives up on the line.
export function sideBySide(cursor: Cursor, token: Token): void {
  // A statement beside another, or a word of the language in capitals.
  const isStatement = token.text === "print" || isSymbol(cursor.peek(), "=");
  const isClassic = token.kind === "name" && (isStatement || keywords.has(token.text.toLowerCase()));
  const fixes = isClassic && cursor.classic === undefined ? classicFix() : [];
  cursor.fail("side-by-side", token, { found: shown(token, cursor.text) }, fixes);
}

/// `sign` is + or -. Only a statement of its own can be mended by itself.
export function reportIncrement(cursor: Cursor, span: Span, name: string, sign: string, alone: boolean): void {
  const wanted = `${name} ${sign}= 1`;
  const found = cursor.text.slice(span.from, span.to);
  cursor.report("increment", span, { found, wanted }, alone ? replace(`Write ${wanted}`, span, wanted) : []);
}

/// A token that is a value by itself, so that it cannot stand behind another value.
export function startsOperand(token: Token): boolean {
  return startsExpression(token) && (token.kind !== "operator" || token.text === "{") && !isSymbol(token, "not");
}

function shown(token: Token, text: string): string {
  return text.slice(token.from, Math.min(token.to, token.from + 30));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/// A line's end has nothing to underline, so its mark is the empty place before it.
export function visible(token: Token): Span {
  return token.kind === "newline" || token.kind === "dedent" || token.kind === "indent"
    ? { from: token.from, to: token.from }
    : spanOf(token);
}

export function spanOf(span: Span): Span {
  return { from: span.from, to: span.to };
}
