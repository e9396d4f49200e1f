// Conditions and values in a check: whole numbers and names, + - * // %, comparisons, and or not, brackets, as in Python.
// True is 1 and false is 0.

/// What the names in an expression stand for.
export type Names = Readonly<Record<string, number>>;

export type Expression = (names: Names) => number;

/// Says why a text is no expression, in words for authors.
export class ExpressionError extends Error {}

interface Reader {
  readonly words: readonly string[];
  readonly known: ReadonlySet<string>;
  at: number;
}

const token = /\s*(\d+|[A-Za-z_]\w*|\/\/|[=!<>]=|[-+*%<>()])/y;

/// Reads an expression that may use these names; throws ExpressionError.
export function parseExpression(text: string, known: readonly string[]): Expression {
  const reader: Reader = { words: split(text), known: new Set(known), at: 0 };
  const expression = either(reader);
  if (reader.at < reader.words.length) throw new ExpressionError(`unexpected ${reader.words[reader.at]} in "${text}"`);
  return expression;
}

function split(text: string): string[] {
  const words: string[] = [];
  const trimmed = text.trimEnd();
  token.lastIndex = 0;
  while (token.lastIndex < trimmed.length) {
    const from = token.lastIndex;
    const match = token.exec(trimmed);
    if (match === null) throw new ExpressionError(`cannot read "${trimmed.slice(from).trim()}" in "${text}"`);
    words.push(match[1] as string);
  }
  return words;
}

function take(reader: Reader, ...wanted: string[]): string | undefined {
  const word = reader.words[reader.at];
  if (word === undefined || !wanted.includes(word)) return undefined;
  reader.at++;
  return word;
}

function either(reader: Reader): Expression {
  let left = both(reader);
  while (take(reader, "or")) {
    const [first, second] = [left, both(reader)];
    left = (names) => first(names) || second(names);
  }
  return left;
}

function both(reader: Reader): Expression {
  let left = negation(reader);
  while (take(reader, "and")) {
    const [first, second] = [left, negation(reader)];
    left = (names) => first(names) && second(names);
  }
  return left;
}

function negation(reader: Reader): Expression {
  if (!take(reader, "not")) return comparison(reader);
  const inner = negation(reader);
  return (names) => Number(!inner(names));
}

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

function comparison(reader: Reader): Expression {
  const operands = [sum(reader)];
  const tests: ((a: number, b: number) => boolean)[] = [];
  for (let sign = take(reader, ...Object.keys(comparisons)); sign; sign = take(reader, ...Object.keys(comparisons))) {
    tests.push(comparisons[sign] as (a: number, b: number) => boolean);
    operands.push(sum(reader));
  }
  const [first] = operands as [Expression];
  if (tests.length === 0) return first;
  return (names) => {
    const values = operands.map((operand) => operand(names));
    return Number(tests.every((test, k) => test(values[k] as number, values[k + 1] as number)));
  };
}

function sum(reader: Reader): Expression {
  let left = product(reader);
  for (let sign = take(reader, "+", "-"); sign; sign = take(reader, "+", "-")) {
    const [first, second, add] = [left, product(reader), sign === "+"];
    left = (names) => (add ? first(names) + second(names) : first(names) - second(names));
  }
  return left;
}

const products: Readonly<Record<string, (a: number, b: number) => number>> = {
  "*": (a, b) => a * b,
  "//": (a, b) => Math.floor(a / nonZero(b)),
  "%": (a, b) => a - nonZero(b) * Math.floor(a / b),
};

function nonZero(value: number): number {
  if (value === 0) throw new ExpressionError("division by 0");
  return value;
}

function product(reader: Reader): Expression {
  let left = single(reader);
  for (let sign = take(reader, "*", "//", "%"); sign; sign = take(reader, "*", "//", "%")) {
    const [first, second] = [left, single(reader)];
    const combine = products[sign] as (a: number, b: number) => number;
    left = (names) => combine(first(names), second(names));
  }
  return left;
}

function single(reader: Reader): Expression {
  if (take(reader, "-")) {
    const inner = single(reader);
    return (names) => -inner(names);
  }
  if (take(reader, "(")) {
    const inner = either(reader);
    if (!take(reader, ")")) throw new ExpressionError("a bracket is not closed");
    return inner;
  }
  const word = reader.words[reader.at++];
  if (word === undefined) throw new ExpressionError("it ends too early");
  if (/^\d/.test(word)) {
    const value = Number(word);
    return () => value;
  }
  if (!reader.known.has(word)) {
    throw new ExpressionError(`there is no ${word} here; there are ${[...reader.known].join(", ")}`);
  }
  return (names) => names[word] as number;
}

/// A text in which each `{…}` is replaced by the value of the expression in it; `{{` and `}}` stand for a bracket.
export function fillIn(template: string, names: Names): string {
  return template.replace(/\{\{|\}\}|\{([^{}]*)\}/g, (whole, inner: string | undefined) => {
    if (inner === undefined) return whole.slice(1);
    return String(parseExpression(inner, Object.keys(names))(names));
  });
}
