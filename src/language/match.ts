import { replace } from "./catalogue.ts";
import { type Cursor, describe, isSymbol, NESTING_LIMIT } from "./cursor.ts";
import {
  missing,
  parseExpressionList,
  parseName,
  parseOperand,
  parseTest,
  unexpected,
  visible,
} from "./expressions.ts";
import type { Token } from "./tokens.ts";
import {
  type Attribute,
  type Block,
  type CapturePattern,
  type Case,
  type ClassPattern,
  type Expression,
  isLiteral,
  type MappingPattern,
  type Name,
  type Pattern,
  type Statement,
} from "./tree.ts";

// `match` and its cases. Both words are names everywhere else.

/// Reads the colon and the block of a statement that began with this word.
type ParseBlock = (cursor: Cursor, word: Token) => Block;

export function matchStatement(cursor: Cursor, into: Statement[], block: ParseBlock): void {
  const word = cursor.next();
  const subject = parseExpressionList(cursor);
  if (!cursor.failed && !cursor.accept(":")) unexpected(cursor);
  cursor.endLine();
  const cases: Case[] = [];
  if (cursor.isKind("indent")) {
    cursor.next();
    while (!cursor.isKind("dedent") && !cursor.isKind("end")) oneCase(cursor, cases, block);
    if (cursor.isKind("dedent")) cursor.next();
  }
  if (cases.length === 0) cursor.report("match-empty", word, {});
  into.push({ kind: "Match", subject, cases, from: word.from, to: cursor.endSince(word.from) });
}

function oneCase(cursor: Cursor, into: Case[], block: ParseBlock): void {
  cursor.statementStart = cursor.index;
  const word = cursor.token;
  if (word.kind !== "name" || word.text !== "case") {
    notCase(cursor, word);
    cursor.skipConstruct();
    return;
  }
  cursor.next();
  const pattern = openPattern(cursor);
  if (cursor.token.kind === "operator" && !cursor.failed && !cursor.is(":")) computed(cursor, pattern.from);
  const guard = !cursor.failed && cursor.accept("if") ? parseTest(cursor) : undefined;
  const body = block(cursor, word);
  const { from } = word;
  into.push({ pattern, ...(guard === undefined ? {} : { guard }), body, from, to: cursor.endSince(from) });
}

/// An operator stands behind a pattern: what is written there was to be computed.
function computed(cursor: Cursor, from: number): void {
  let at = cursor.index;
  while (!isSymbol(cursor.tokenAt(at + 1), ":") && !["newline", "end"].includes(cursor.tokenAt(at + 1).kind)) at++;
  const { to } = cursor.tokenAt(at);
  cursor.fail("case-pattern", { from, to }, { what: cursor.text.slice(from, to) });
}

function notCase(cursor: Cursor, token: Token): void {
  const isElse = isSymbol(token, "else") || token.text === "default";
  const fixes = isElse ? replace("Write case _", token, "case _") : [];
  cursor.report("case-expected", visible(token), { found: describe(token, cursor.text) }, fixes);
}

/// What may stand behind `case`: with a comma it is a sequence without brackets.
function openPattern(cursor: Cursor): Pattern {
  const { from } = cursor.token;
  const first = elementPattern(cursor);
  if (!cursor.is(",") && !first.isStarred) return first.pattern;
  return sequence(cursor, from, [first], () => cursor.is(":") || cursor.is("if"));
}

interface Element {
  readonly pattern: Pattern;
  readonly isStarred: boolean;
}

/// Reads the rest of a sequence whose first elements have been read.
function sequence(cursor: Cursor, from: number, elements: Element[], atEnd: () => boolean): Pattern {
  while (!cursor.failed && cursor.accept(",") && !atEnd()) elements.push(elementPattern(cursor));
  const stars = elements.flatMap(({ isStarred }, k) => (isStarred ? [k] : []));
  const second = stars[1];
  if (second !== undefined) cursor.report("two-stars", elements[second]?.pattern ?? cursor.since(from), {});
  return {
    kind: "SequencePattern",
    elements: elements.map(({ pattern }) => pattern),
    ...(stars[0] === undefined ? {} : { star: stars[0] }),
    from,
    to: cursor.endSince(from),
  };
}

function elementPattern(cursor: Cursor): Element {
  if (!cursor.is("*")) return { pattern: asPattern(cursor), isStarred: false };
  cursor.next();
  return { pattern: capture(cursor), isStarred: true };
}

function asPattern(cursor: Cursor): Pattern {
  const { from } = cursor.token;
  if (cursor.depth >= NESTING_LIMIT) {
    cursor.fail("too-deep", cursor.token, {});
    return unread(cursor);
  }
  cursor.depth++;
  const pattern = orPattern(cursor);
  cursor.depth--;
  if (cursor.failed || !cursor.accept("as")) return pattern;
  const target = nameAfter(cursor, "as");
  return target === undefined ? pattern : { kind: "AsPattern", pattern, target, from, to: cursor.endSince(from) };
}

function orPattern(cursor: Cursor): Pattern {
  const { from } = cursor.token;
  const alternatives = [closedPattern(cursor)];
  while (!cursor.failed && cursor.accept("|")) alternatives.push(closedPattern(cursor));
  const [first] = alternatives;
  if (first !== undefined && alternatives.length === 1) return first;
  return { kind: "OrPattern", alternatives, from, to: cursor.endSince(from) };
}

function closedPattern(cursor: Cursor): Pattern {
  const { token } = cursor;
  if (token.kind === "name")
    return isSymbol(cursor.peek(), ".") || isSymbol(cursor.peek(), "(") ? named(cursor) : capture(cursor);
  if (cursor.is("[")) return bracketed(cursor, "]");
  if (cursor.is("(")) return bracketed(cursor, ")");
  if (cursor.is("{")) return mapping(cursor);
  return valuePattern(cursor);
}

function valuePattern(cursor: Cursor): Pattern {
  const value = parseOperand(cursor);
  if (!cursor.failed && !isLiteral(value)) {
    cursor.fail("case-pattern", value, { what: cursor.text.slice(value.from, value.to) });
    return unread(cursor);
  }
  return { kind: "ValuePattern", value, from: value.from, to: value.to };
}

/// What stands in the tree for a pattern that could not be read.
function unread(cursor: Cursor): Pattern {
  const value = missing(cursor.lastEnd);
  return { kind: "ValuePattern", value, from: value.from, to: value.to };
}

function nameAfter(cursor: Cursor, after: string): Name | undefined {
  const name = parseName(cursor, after);
  return name === undefined ? undefined : { kind: "Name", ...name };
}

function capture(cursor: Cursor): CapturePattern {
  const { from } = cursor.token;
  const target = nameAfter(cursor, "case");
  return {
    kind: "CapturePattern",
    ...(target === undefined || target.name === "_" ? {} : { target }),
    from,
    to: cursor.endSince(from),
  };
}

/// A name with dots, or a class with patterns of its attributes.
function named(cursor: Cursor): Pattern {
  const { from } = cursor.token;
  let value: Expression | undefined = nameAfter(cursor, "case");
  while (value !== undefined && cursor.accept(".")) {
    const name = parseName(cursor, ".");
    const made: Attribute | undefined = name && { kind: "Attribute", object: value, name, from, to: name.to };
    value = made;
  }
  if (value === undefined) return unread(cursor);
  if (cursor.is("(")) return classPattern(cursor, value);
  return { kind: "ValuePattern", value, from, to: value.to };
}

function classPattern(cursor: Cursor, type: Expression): Pattern {
  const { from } = type;
  cursor.next();
  const positional: Pattern[] = [];
  const namedParts: ClassPattern["named"][number][] = [];
  while (!cursor.failed && !cursor.is(")")) {
    if (cursor.isKind("name") && isSymbol(cursor.peek(), "=")) {
      const { text, from: start, to } = cursor.next();
      cursor.next();
      namedParts.push({ name: { name: text, from: start, to }, pattern: asPattern(cursor) });
    } else {
      const pattern = asPattern(cursor);
      if (namedParts.length > 0) cursor.report("keyword-order", pattern, {});
      positional.push(pattern);
    }
    if (!cursor.accept(",")) break;
  }
  close(cursor, ")");
  return { kind: "ClassPattern", type, positional, named: namedParts, from, to: cursor.endSince(from) };
}

/// A sequence in brackets; in round ones, without a comma, only what stands in them.
function bracketed(cursor: Cursor, end: ")" | "]"): Pattern {
  const { from } = cursor.next();
  if (cursor.accept(end)) return { kind: "SequencePattern", elements: [], from, to: cursor.endSince(from) };
  const first = elementPattern(cursor);
  if (end === ")" && !first.isStarred && cursor.accept(end)) return first.pattern;
  const made = sequence(cursor, from, [first], () => cursor.is(end));
  close(cursor, end);
  return { ...made, to: cursor.endSince(from) };
}

function mapping(cursor: Cursor): Pattern {
  const { from } = cursor.next();
  const entries: MappingPattern["entries"][number][] = [];
  let rest: Name | undefined;
  while (!cursor.failed && !cursor.is("}")) {
    if (cursor.accept("**")) {
      rest = nameAfter(cursor, "**");
    } else {
      const key = cursor.isKind("name") ? named(cursor) : valuePattern(cursor);
      if (!cursor.failed && !cursor.accept(":")) unexpected(cursor);
      const pattern = cursor.failed ? unread(cursor) : asPattern(cursor);
      if (key.kind === "ValuePattern") entries.push({ key: key.value, pattern });
    }
    if (!cursor.accept(",")) break;
  }
  close(cursor, "}");
  return { kind: "MappingPattern", entries, ...(rest === undefined ? {} : { rest }), from, to: cursor.endSince(from) };
}

function close(cursor: Cursor, end: string): void {
  if (!cursor.failed && !cursor.accept(end)) unexpected(cursor);
}
