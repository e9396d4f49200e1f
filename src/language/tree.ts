import { unreachable } from "../base/assert.ts";
import type { Span } from "../base/span.ts";

// The syntax tree, as the parser leaves it: plain data, nothing resolved. Every node has the range of its whole text.
// A node that could not be parsed is left out (statements) or stands as `Missing` (expressions), and a diagnostic says why.

export interface Identifier extends Span {
  readonly name: string;
}

// ── Expressions ────────────────────────────────────────────────────────────

export type UnaryOperator = "-" | "+" | "~" | "not";
export type BinaryOperator = "+" | "-" | "*" | "/" | "//" | "%" | "**" | "&" | "|" | "^" | "<<" | ">>";
export type CompareOperator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "in" | "not in" | "is" | "is not";

export interface Name extends Span {
  readonly kind: "Name";
  /// It stands behind the word `native`, as in `native rtl_send(x, 1)`.
  readonly native?: true;
  readonly name: string;
}
export interface IntLiteral extends Span {
  readonly kind: "Int";
  /// May exceed 32 bits; the checker says so.
  readonly value: number;
}
export interface RealLiteral extends Span {
  readonly kind: "Real";
  readonly value: number;
}
export interface StringLiteral extends Span {
  readonly kind: "String";
  /// With escapes resolved and adjacent literals joined.
  readonly value: string;
}
/// `b"..."`: each character of the value stands for a byte.
export interface BytesLiteral extends Span {
  readonly kind: "Bytes";
  readonly value: string;
}
/// `2j`: a complex number without a real part.
export interface ImaginaryLiteral extends Span {
  readonly kind: "Imaginary";
  readonly value: number;
}
/// `f"{x} is {y:5.2f}"`. Parts that are text are so with escapes resolved; there is at least one that is not.
export interface FString extends Span {
  readonly kind: "FString";
  readonly parts: readonly FStringPart[];
}
export type FStringPart = string | FormattedValue;
export interface FormattedValue extends Span {
  readonly value: Expression;
  readonly conversion?: "r" | "s" | "a";
  /// What stands after the colon, which may have values in it again.
  readonly form?: readonly FStringPart[];
}
export interface Constant extends Span {
  readonly kind: "Constant";
  readonly value: true | false | null;
}
export interface Unary extends Span {
  readonly kind: "Unary";
  readonly op: UnaryOperator;
  readonly operand: Expression;
}
export interface Binary extends Span {
  readonly kind: "Binary";
  readonly op: BinaryOperator;
  readonly opSpan: Span;
  readonly left: Expression;
  readonly right: Expression;
}
export interface Logical extends Span {
  readonly kind: "Logical";
  readonly op: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
}
/// `a < b <= c` is first a, rest [< b, <= c].
export interface Compare extends Span {
  readonly kind: "Compare";
  readonly first: Expression;
  readonly rest: readonly { readonly op: CompareOperator; readonly right: Expression }[];
}
export interface Conditional extends Span {
  readonly kind: "Conditional";
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}
export interface Argument extends Span {
  /// Of a keyword argument.
  readonly name?: Identifier;
  readonly value: Expression;
}
export interface Call extends Span {
  readonly kind: "Call";
  readonly callee: Expression;
  readonly args: readonly Argument[];
  /// It was written as this, in round brackets (generator-expressions.ts).
  readonly comprehension?: Comprehension;
}
export interface Attribute extends Span {
  readonly kind: "Attribute";
  readonly object: Expression;
  readonly name: Identifier;
}
export interface Index extends Span {
  readonly kind: "Index";
  readonly object: Expression;
  readonly index: Expression;
}
export interface Slice extends Span {
  readonly kind: "Slice";
  readonly object: Expression;
  readonly lower?: Expression;
  readonly upper?: Expression;
  readonly step?: Expression;
}
export interface ListDisplay extends Span {
  readonly kind: "List";
  readonly elements: readonly Expression[];
}
export interface TupleDisplay extends Span {
  readonly kind: "Tuple";
  readonly elements: readonly Expression[];
}
export interface SetDisplay extends Span {
  readonly kind: "Set";
  readonly elements: readonly Expression[];
}
/// `{key: value, …}`. What stands for a key of `**value` is a Starred, and its value is missing.
export interface DictDisplay extends Span {
  readonly kind: "Dict";
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}
/// `[element for target in iterable if test …]`: a new list. A `generator` was written without square brackets.
export interface Comprehension extends Span {
  readonly kind: "Comprehension";
  /// What braces make of it: with a `value`, a dictionary, whose keys are the elements; else a set.
  readonly braces?: true;
  readonly element: Expression;
  readonly value?: Expression;
  /// The first is a `for`.
  readonly clauses: readonly ComprehensionClause[];
  readonly generator: boolean;
}
export type ComprehensionClause =
  | { readonly kind: "for"; readonly target: Expression; readonly iterable: Expression }
  | { readonly kind: "if"; readonly test: Expression };
/// `lambda x: value`: a function whose body returns the value.
export interface Lambda extends Span {
  readonly kind: "Lambda";
  readonly def: Def;
}
/// `yield value`; `all` for `yield from value`, which yields everything that the value gives.
export interface Yield extends Span {
  readonly kind: "Yield";
  readonly value?: Expression;
  readonly all: boolean;
}
/// `*value` among the elements of a display, the targets of an assignment or the arguments of a call, where `**value` may stand
/// too, as in a dictionary.
export interface Starred extends Span {
  readonly kind: "Starred";
  readonly value: Expression;
  readonly double?: true;
}
/// `name := value`.
export interface Named extends Span {
  readonly kind: "Named";
  readonly target: Name;
  readonly value: Expression;
}
/// Where an expression was expected and none could be read.
export interface Missing extends Span {
  readonly kind: "Missing";
}

export type Expression =
  | Name
  | IntLiteral
  | RealLiteral
  | StringLiteral
  | BytesLiteral
  | ImaginaryLiteral
  | FString
  | Constant
  | Unary
  | Binary
  | Logical
  | Compare
  | Conditional
  | Call
  | Attribute
  | Index
  | Slice
  | ListDisplay
  | TupleDisplay
  | SetDisplay
  | DictDisplay
  | Comprehension
  | Lambda
  | Starred
  | Named
  | Yield
  | Missing;

/// Visits the expressions that an expression is made of, in the order in which they are computed. The body of a lambda is
/// computed later and is not among them; its defaults are.
export function eachPart(e: Expression, visit: (part: Expression) => void): void {
  switch (e.kind) {
    case "Unary":
      return visit(e.operand);
    case "Binary":
    case "Logical":
      visit(e.left);
      return visit(e.right);
    case "Compare":
      visit(e.first);
      for (const { right } of e.rest) visit(right);
      return;
    case "Conditional":
      visit(e.test);
      visit(e.then);
      return visit(e.otherwise);
    case "Call":
      visit(e.callee);
      for (const { value } of e.args) visit(value);
      return;
    case "Attribute":
      return visit(e.object);
    case "Index":
      visit(e.object);
      return visit(e.index);
    case "Slice":
      visit(e.object);
      for (const part of [e.lower, e.upper, e.step]) if (part !== undefined) visit(part);
      return;
    case "Comprehension":
      return comprehensionParts(e).forEach(visit);
    case "FString":
      return fstringValues(e.parts).forEach(visit);
    case "List":
    case "Tuple":
    case "Set":
      return e.elements.forEach(visit);
    case "Dict":
      return dictParts(e).forEach(visit);
    case "Lambda":
      return defaultsOf(e.def).forEach(visit);
    case "Starred":
      return visit(e.value);
    case "Named":
      visit(e.value);
      return visit(e.target);
    case "Yield":
      if (e.value !== undefined) visit(e.value);
      return;
    case "Name":
    case "Int":
    case "Real":
    case "Imaginary":
    case "String":
    case "Bytes":
    case "Constant":
    case "Missing":
      return;
    default:
      return unreachable(e);
  }
}

/// Whether an expression is a number, a text or a constant as it stands, so that it is the same whenever it is computed.
export function isLiteral(e: Expression): boolean {
  switch (e.kind) {
    case "Int":
    case "Real":
    case "Imaginary":
    case "String":
    case "Bytes":
    case "Constant":
      return true;
    case "Unary":
      return e.op === "-" && (e.operand.kind === "Int" || e.operand.kind === "Real");
    default:
      return false;
  }
}

/// The expressions in a comprehension, targets included, in the order in which they are first computed.
export function comprehensionParts({ element, value, clauses }: Comprehension): Expression[] {
  const parts = clauses.flatMap((one) => (one.kind === "if" ? [one.test] : [one.iterable, one.target]));
  return value === undefined ? [...parts, element] : [...parts, element, value];
}

/// The expressions in a dictionary's braces, in the order in which they are computed.
export function dictParts({ entries }: DictDisplay): Expression[] {
  return entries.flatMap(({ key, value }) => [key, value]);
}

/// The expressions in an f-string, in the order in which they are computed.
export function fstringValues(parts: readonly FStringPart[]): Expression[] {
  return parts.flatMap((part) => (typeof part === "string" ? [] : [part.value, ...fstringValues(part.form ?? [])]));
}

// ── Statements ─────────────────────────────────────────────────────────────

export type Block = readonly Statement[];

/// `a = b = value` has two targets. A target is a Name, Attribute, Index, Slice, or a Tuple or List of targets.
export interface Assign extends Span {
  readonly kind: "Assign";
  /// `x: int = 3` has one, which says nothing to ePython itself.
  readonly annotation?: Expression;
  readonly targets: readonly Expression[];
  readonly value: Expression;
}
/// `x: int` without a value: x is a variable here.
export interface Declare extends Span {
  readonly kind: "Declare";
  readonly target: Expression;
  readonly annotation: Expression;
}
export interface AugmentedAssign extends Span {
  readonly kind: "AugmentedAssign";
  readonly target: Expression;
  readonly op: BinaryOperator;
  readonly opSpan: Span;
  readonly value: Expression;
}
export interface ExpressionStatement extends Span {
  readonly kind: "Expression";
  readonly value: Expression;
}
/// `print a, b` and `print(a, b, sep=s, end=e)` alike. `newline` is false after `print a,`.
export interface Print extends Span {
  readonly kind: "Print";
  readonly values: readonly Expression[];
  readonly sep?: Expression;
  readonly end?: Expression;
  readonly newline: boolean;
}
export interface If extends Span {
  readonly kind: "If";
  readonly branches: readonly { readonly test: Expression; readonly body: Block }[];
  readonly otherwise?: Block;
}
export interface While extends Span {
  readonly kind: "While";
  readonly test: Expression;
  readonly body: Block;
  readonly otherwise?: Block;
}
export interface For extends Span {
  readonly kind: "For";
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: Block;
  readonly otherwise?: Block;
}
export interface Break extends Span {
  readonly kind: "Break";
}
export interface Continue extends Span {
  readonly kind: "Continue";
}
export interface Pass extends Span {
  readonly kind: "Pass";
}
export type ParameterKind = "positional-only" | "keyword-only" | "star" | "star-star";
/// They stand in the order positional, keyword-only, star, star-star, whatever the order in the text.
export interface Parameter extends Span {
  readonly name: Identifier;
  readonly fallback?: Expression;
  /// By which arguments it can be given, if not by either kind; `star` takes all further ones as a tuple, `star-star` all further
  /// named ones as a dictionary.
  readonly kind?: ParameterKind;
}
/// What stands before the name of a parameter.
export function starsOf({ kind }: Parameter): string {
  return kind === "star" ? "*" : kind === "star-star" ? "**" : "";
}
export interface Def extends Span {
  readonly kind: "Def";
  /// In classic ePython `@exportable` stands above it: it is part of the program even if nothing uses it.
  readonly exportable?: true;
  /// It was written as a lambda, which no name means: `name` is the word `lambda`.
  readonly lambda?: true;
  /// What stands above it after `@`, from top to bottom; its range begins with the first.
  readonly decorators?: readonly Expression[];
  readonly name: Identifier;
  readonly parameters: readonly Parameter[];
  readonly body: Block;
  readonly docstring?: string;
  /// It has a `yield`: calling it makes a generator.
  readonly generator?: true;
}
/// `class A(B): …`. Keyword arguments stand among the bases.
export interface ClassDef extends Span {
  readonly kind: "Class";
  readonly decorators?: readonly Expression[];
  readonly name: Identifier;
  readonly bases: readonly Argument[];
  readonly body: Block;
  readonly docstring?: string;
  /// Of a data class: the fields that patterns without a name are about, as if `__match_args__` had them.
  readonly matchArgs?: readonly string[];
}

/// The expressions of a function's defaults, which are computed where it is defined.
export function defaultsOf({ parameters }: Def): Expression[] {
  return parameters.flatMap(({ fallback }) => (fallback === undefined ? [] : [fallback]));
}

export interface Return extends Span {
  readonly kind: "Return";
  readonly value?: Expression;
}
export interface Global extends Span {
  readonly kind: "Global";
  readonly names: readonly Identifier[];
}
export interface Nonlocal extends Span {
  readonly kind: "Nonlocal";
  readonly names: readonly Identifier[];
}
/// `del x[i], y[a:b], name`: each target is a Name, Index or Slice.
export interface Delete extends Span {
  readonly kind: "Delete";
  readonly targets: readonly Expression[];
}
export interface Assert extends Span {
  readonly kind: "Assert";
  readonly test: Expression;
  readonly message?: Expression;
}
/// `try` with handlers, a `finally`, or both.
export interface Try extends Span {
  readonly kind: "Try";
  readonly body: Block;
  readonly handlers: readonly Handler[];
  /// Runs if the body has come to its end without an exception.
  readonly otherwise?: Block;
  /// Runs however the rest is left.
  readonly final?: Block;
}
/// `except type as name:`; without a type it takes every exception.
export interface Handler extends Span {
  readonly type?: Expression;
  readonly name?: Name;
  readonly body: Block;
}
/// `with manager as target:`; of several managers each stands in the block of the one before.
export interface With extends Span {
  readonly kind: "With";
  readonly manager: Expression;
  readonly target?: Expression;
  readonly body: Block;
}
/// `match subject:`: the block of the first case that fits is carried out.
export interface Match extends Span {
  readonly kind: "Match";
  readonly subject: Expression;
  readonly cases: readonly Case[];
}
export interface Case extends Span {
  readonly pattern: Pattern;
  readonly guard?: Expression;
  readonly body: Block;
}
/// Without a value it raises again what is being handled.
export interface Raise extends Span {
  readonly kind: "Raise";
  readonly value?: Expression;
  /// What stands behind `from`.
  readonly cause?: Expression;
}
/// `import m as n`; `import a, b` is two of them.
export interface Import extends Span {
  readonly kind: "Import";
  readonly module: Identifier;
  readonly alias?: Identifier;
}
export interface FromImport extends Span {
  readonly kind: "FromImport";
  readonly module: Identifier;
  /// Null for `*`.
  readonly names: readonly { readonly name: Identifier; readonly alias?: Identifier }[] | null;
}

export type Statement =
  | Assign
  | Declare
  | AugmentedAssign
  | ExpressionStatement
  | Print
  | If
  | While
  | For
  | Break
  | Continue
  | Pass
  | Def
  | ClassDef
  | Return
  | Global
  | Nonlocal
  | Delete
  | Assert
  | Try
  | With
  | Match
  | Raise
  | Import
  | FromImport;

// ── Patterns of `case` ─────────────────────────────────────────────────────

/// A literal, or a name with dots. None, True and False are the same thing, all others are equal.
export interface ValuePattern extends Span {
  readonly kind: "ValuePattern";
  readonly value: Expression;
}
/// `name`, or `_`, which keeps nothing.
export interface CapturePattern extends Span {
  readonly kind: "CapturePattern";
  readonly target?: Name;
}
/// `pattern as name`.
export interface AsPattern extends Span {
  readonly kind: "AsPattern";
  readonly pattern: Pattern;
  readonly target: Name;
}
/// `a | b`.
export interface OrPattern extends Span {
  readonly kind: "OrPattern";
  readonly alternatives: readonly Pattern[];
}
/// `[a, *rest, b]`, with round brackets or none.
export interface SequencePattern extends Span {
  readonly kind: "SequencePattern";
  readonly elements: readonly Pattern[];
  /// The index of the element that stands behind a star, a CapturePattern.
  readonly star?: number;
}
/// `{"key": pattern, **rest}`.
export interface MappingPattern extends Span {
  readonly kind: "MappingPattern";
  readonly entries: readonly { readonly key: Expression; readonly pattern: Pattern }[];
  readonly rest?: Name;
}
/// `Point(a, y=b)`.
export interface ClassPattern extends Span {
  readonly kind: "ClassPattern";
  readonly type: Expression;
  readonly positional: readonly Pattern[];
  readonly named: readonly { readonly name: Identifier; readonly pattern: Pattern }[];
}

export type Pattern =
  | ValuePattern
  | CapturePattern
  | AsPattern
  | OrPattern
  | SequencePattern
  | MappingPattern
  | ClassPattern;

/// The patterns that a pattern is made of.
export function partsOfPattern(pattern: Pattern): readonly Pattern[] {
  switch (pattern.kind) {
    case "ValuePattern":
    case "CapturePattern":
      return [];
    case "AsPattern":
      return [pattern.pattern];
    case "OrPattern":
      return pattern.alternatives;
    case "SequencePattern":
      return pattern.elements;
    case "MappingPattern":
      return pattern.entries.map((entry) => entry.pattern);
    case "ClassPattern":
      return [...pattern.positional, ...pattern.named.map((one) => one.pattern)];
    default:
      return unreachable(pattern);
  }
}

/// The expressions that a pattern computes to compare with, without those of its parts.
export function valuesOfPattern(pattern: Pattern): readonly Expression[] {
  if (pattern.kind === "ValuePattern") return [pattern.value];
  if (pattern.kind === "ClassPattern") return [pattern.type];
  return pattern.kind === "MappingPattern" ? pattern.entries.map(({ key }) => key) : [];
}

/// The name that a pattern gives a value, without those of its parts.
export function targetOfPattern(pattern: Pattern): Name | undefined {
  if (pattern.kind === "CapturePattern" || pattern.kind === "AsPattern") return pattern.target;
  return pattern.kind === "MappingPattern" ? pattern.rest : undefined;
}

/// A pattern and all that it is made of, outer ones first.
export function patternsIn(pattern: Pattern): Pattern[] {
  return [pattern, ...partsOfPattern(pattern).flatMap(patternsIn)];
}

/// The blocks of a `try`, in the order in which they stand.
export function blocksOfTry({ body, handlers, otherwise, final }: Try): Block[] {
  return [body, ...handlers.map((handler) => handler.body), otherwise ?? [], final ?? []];
}

/// A parsed file.
export interface Module extends Span {
  readonly file: string;
  /// It has a `yield` or a generator expression.
  readonly generators?: true;
  /// It has a `print` statement, as Python 2 has it.
  readonly python2?: true;
  /// It has a `:=`.
  readonly namesInExpressions?: true;
  readonly body: Block;
  readonly docstring?: string;
}
