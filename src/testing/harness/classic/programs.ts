import fc from "fast-check";
import type { Block, Definition, Expression, Parameter, Program, Statement } from "./tree.ts";
import { isSimple } from "./writer.ts";

// Programs of classic ePython, over all that sets it apart from Python. A variable's first letter says what it holds (see
// writer.ts); each has a value from the start, and what is computed stays in bounds, so that no program fails but at a
// parameter for which nothing was given. Programs end by construction: functions call only those before them.
// Long because it is a grammar: a rule for each kind of statement and expression.

type Make<T> = fc.Arbitrary<T>;
type Kind = "int" | "real" | "text" | "truth";

const pick = fc.constantFrom;

/// One of these; shrinks to the first.
function one<T>(first: Make<T>, ...more: readonly Make<T>[]): Make<T> {
  return fc.oneof({ withCrossShrink: true }, first, ...more);
}

/// What may stand where a part of a program is made.
interface Where {
  /// How much may still lie within it.
  readonly depth: number;
  /// The parameters and variables of the function, if it is in one.
  readonly own: boolean;
  /// It knows none of the program's variables, as its file stands before them.
  readonly inFile: boolean;
  /// f0 up to this one may be called.
  readonly functions: number;
}

const memory = new Map<string, Make<unknown>>();

function kept<T>(key: string, where: Where, make: () => Make<T>): Make<T> {
  const whole = `${key} ${JSON.stringify(where)}`;
  const made = (memory.get(whole) as Make<T> | undefined) ?? make();
  memory.set(whole, made);
  return made;
}

const variable = (name: string): Expression => ({ kind: "variable", name });
const named = (...names: readonly [string, ...string[]]): Make<Expression> => pick(...names.map(variable));
const literal = (value: number): Expression => ({ kind: "int", value, mark: "" });

const smallInt: Make<Expression> = fc
  .tuple(fc.integer({ min: -6, max: 12 }), pick("" as const, "" as const, "L" as const, "U" as const))
  .map(([value, mark]) => ({ kind: "int", value, mark }));
const anyInt: Make<Expression> = one(smallInt, pick(100, 46341, 65536, 2147483647).map(literal));
const realLiteral: Make<Expression> = fc
  .tuple(
    pick("0.5", "1.0", "-2.5", "0.1", "3.25", "1e3", "2.5e-2", "100.0"),
    pick("" as const, "" as const, "f" as const),
  )
  .map(([digits, mark]) => ({ kind: "real", digits, mark }));
const textLiteral: Make<Expression> = pick("", "a", "b c", "n=", "x\\ny", "# no", "/*").map((value) => ({
  kind: "text",
  value,
}));
const truthLiteral: Make<Expression> = pick(true, false).map((value) => ({ kind: "truth", value }));

function variables(kind: Kind, { own, inFile }: Where): Make<Expression> {
  const outer = {
    int: named("i0", "i1", "i2"),
    real: named("r0", "r1"),
    text: named("s0", "s1"),
    truth: named("b0", "b1"),
  }[kind];
  const inner = { int: named("n0", "l0"), real: named("d0"), text: named("c0"), truth: named("h0") }[kind];
  return !own ? outer : inFile ? inner : one(inner, outer);
}

function call(name: string, ...args: readonly Make<Expression>[]): Make<Expression> {
  return fc.tuple(...args).map((made) => ({ kind: "call", name, args: made }));
}

function brackets(e: Make<Expression>): Make<Expression> {
  return e.map((inner) => (inner.kind === "row" || inner.kind === "not" ? { kind: "brackets", inner } : inner));
}

/// Operands with operators between them.
function row(first: Make<Expression>, ...more: readonly Make<readonly [string, Expression]>[]): Make<Expression> {
  return fc.tuple(first, ...more).map(([head, ...rest]) => ({
    kind: "row",
    operands: [head, ...rest.map(([, operand]) => operand)],
    operators: rest.map(([operator]) => operator),
  }));
}

const after = (operators: Make<string>, operand: Make<Expression>): Make<readonly [string, Expression]> =>
  fc.tuple(operators, operand);

/// An int that a single can hold.
function modest(where: Where): Make<Expression> {
  const rest = row(variables("int", where), after(pick("%"), pick(10, 100, 7).map(literal)));
  return one(smallInt, brackets(rest), where.inFile ? smallInt : call("len", named("a0", "q0", "t0", "m0")));
}

const index = pick(0, 1, 2).map(literal);

function element(name: string, ...indices: readonly Make<Expression>[]): Make<Expression> {
  return fc.tuple(...indices).map((made) => ({ kind: "element", name, indices: made }));
}

/// An operand: without an operator of its own, or in brackets.
function operand(kind: Kind, where: Where): Make<Expression> {
  return kept(`operand ${kind}`, where, () => {
    const leaf = one(
      variables(kind, where),
      { int: anyInt, real: realLiteral, text: textLiteral, truth: truthLiteral }[kind],
    );
    if (where.depth === 0) return leaf;
    return one(leaf, ...calls(kind, { ...where, depth: where.depth - 1 }));
  });
}

function calls(kind: Kind, where: Where): Make<Expression>[] {
  const { inFile } = where;
  const whole = brackets(expression(kind, where));
  const small = modest(where);
  switch (kind) {
    case "int": {
      const made = [
        whole,
        call("pow", operand("int", where), pick(0, 1, 2, 3).map(literal)),
        call("str", expression("int", where)),
        ...functionCalls(where),
      ];
      if (inFile) return made;
      return [
        ...made,
        element("a0", one(index, pick(5, 9).map(literal))),
        element("a1", pick(0, 1, 2).map(literal)),
        element("m0", pick(0, 1).map(literal), index),
        element("m0", pick(0, 1).map(literal)),
        call("len", one(named("a0", "a1", "q0", "t0", "x0", "m0"), operand("int", where), operand("text", where))),
        call("size", named("a0", "m0")),
        call("ndim", one(named("a0", "m0"), operand("real", where))),
        call("nbytes", named("m0", "q0")),
        call("numcores"),
        ...listCalls,
      ];
    }
    case "real":
      return [
        whole,
        call("floor", one(small, operand("real", where))),
        call("ceil", operand("real", where), small),
        call("sqrt", pick(0, 2, 16).map(literal)),
        call("exp", pick(0, 1, 2, 3).map(literal)),
        call("pow", operand("real", where), pick(0, 1, 2).map(literal)),
        call("pi"),
        call("e", small),
        ...(inFile ? [] : [element("q0", one(index, pick(8).map(literal)))]),
      ];
    case "text":
      return [whole, call("str", operand("text", where)), ...(inFile ? [] : [element("t0", index)])];
    case "truth":
      return [whole];
  }
}

/// Functions of lists, as the generator's functions take none.
const listCalls: readonly Make<Expression>[] = [
  call(
    "len",
    fc.tuple(fc.array(anyInt, { minLength: 1, maxLength: 3 }), index).map(([items, times]) => ({
      kind: "list",
      items,
      times,
    })),
  ),
];

/// Calls of the program's functions, with too few and too many arguments too.
function functionCalls(where: Where): Make<Expression>[] {
  if (where.functions === 0) return [];
  const argument = one(variables("int", where), expression("int", where), operand("int", where));
  const names = Array.from({ length: where.functions }, (_, k) => `f${k}`) as [string, ...string[]];
  const isMain = !where.own;
  const callee = isMain ? pick(...names, "g0") : pick(...names);
  const enough = fc.array(argument, { minLength: 2, maxLength: 5 });
  const made = (args: Make<readonly Expression[]>): Make<Expression> =>
    fc.tuple(callee, args).map(([name, all]) => ({ kind: "call", name, args: all }));
  const few = fc.array(argument, { maxLength: 1 });
  return [made(enough), fc.oneof({ arbitrary: made(enough), weight: 12 }, { arbitrary: made(few), weight: 1 })];
}

const exponent = pick(0, 1, 2, 3).map(literal);

function expression(kind: Kind, where: Where): Make<Expression> {
  return kept(`expression ${kind}`, where, () => {
    const own = operand(kind, where);
    const power = after(pick("^", "**"), exponent);
    const divided = after(pick("/", "%"), pick(1, 2, 3, -2, 7).map(literal));
    switch (kind) {
      case "int": {
        const added = after(pick("+", "-", "*"), own);
        return one(
          own,
          row(own, added),
          row(own, added, added),
          row(own, added, one(power, divided)),
          row(own, divided, power, added),
        );
      }
      case "real": {
        const small = modest(where);
        const added = after(pick("+", "-", "*"), one(own, small));
        const over = after(pick("/", "//"), one(pick(2, -4).map(literal), realLiteral));
        const whole = row(small, after(pick("//"), pick(2, 3, -4).map(literal)));
        return one(own, row(own, added), whole, row(own, over, added), row(own, added, power), row(small, added, over));
      }
      case "text": {
        const joined = after(
          pick("+"),
          one(
            own,
            operand("int", where),
            operand("real", where),
            operand("truth", where),
            pick<Expression>({ kind: "none" }),
          ),
        );
        return one(own, row(one(textLiteral, own), joined), row(one(textLiteral, own), joined, joined));
      }
      case "truth":
        return one(own, comparison(where), brackets(negation(comparison(where))));
    }
  });
}

function comparison(where: Where): Make<Expression> {
  const inner = { ...where, depth: Math.max(0, where.depth - 1) };
  const order = pick("<", ">", "<=", ">=", "==", "!=", "<>");
  const equality = pick("==", "!=", "<>");
  const ints = row(operand("int", inner), after(order, operand("int", inner)));
  const sums = row(
    operand("int", inner),
    after(pick("+", "-"), operand("int", inner)),
    after(order, operand("int", inner)),
  );
  const reals = row(operand("real", inner), after(order, one(operand("real", inner), modest(inner))));
  const texts = row(operand("text", inner), after(equality, operand("text", inner)));
  const nones = row(
    pick<Expression>({ kind: "none" }),
    after(pick("is"), one(operand("int", inner), pick<Expression>({ kind: "none" }))),
  );
  return one(ints, sums, reals, texts, nones);
}

function negation(e: Make<Expression>): Make<Expression> {
  return fc.tuple(pick("not" as const, "!" as const), e).map(([sign, inner]) => ({ kind: "not", sign, inner }));
}

/// What stands between `if` and its colon.
function condition(where: Where): Make<Expression> {
  return kept("condition", where, () => {
    const part = one(
      comparison(where),
      variables("truth", where),
      operand("int", where),
      variables("int", where),
      pick(0, 1).map(literal),
    );
    const both = pick("and", "or");
    const several = one(join(part, both, part), join(part, both, join(part, both, part)));
    const whole = one(part, several);
    const sound = one(comparison(where), variables("truth", where), join(comparison(where), both, comparison(where)));
    return one(whole, negation(sound));
  });
}

/// Two rows as one, so that the operators of all of it stand side by side.
function join(left: Make<Expression>, operator: Make<string>, right: Make<Expression>): Make<Expression> {
  return fc.tuple(left, operator, right).map(([a, between, b]): Expression => {
    const parts = [a, b].map((e) => (e.kind === "row" ? e : { operands: [e], operators: [] }));
    const [first, second] = parts as [(typeof parts)[0], (typeof parts)[0]];
    return {
      kind: "row",
      operands: [...first.operands, ...second.operands],
      operators: [...first.operators, between, ...second.operators],
    };
  });
}

// ── Statements ───────────────────────────────────────────────────────────────

const target = (e: Expression): string => (e.kind === "variable" ? e.name : "i0");

function assign(
  name: Make<string>,
  operator: Make<string>,
  value: Make<Expression>,
  ...indices: readonly Make<Expression>[]
): Make<Statement> {
  return fc
    .tuple(name, operator, value, fc.tuple(...indices))
    .map(([into, sign, given, at]) => ({ kind: "assign", name: into, operator: sign, value: given, indices: at }));
}

function simple(where: Where): Make<Statement> {
  return kept("simple", where, () => {
    const { inFile, own } = where;
    const e = (kind: Kind): Make<Expression> => expression(kind, where);
    const into = (kind: Kind): Make<string> => variables(kind, where).map(target);
    const print = (value: Make<Expression>): Make<Statement> =>
      fc.tuple(value, fc.boolean()).map(([shown, inBrackets]) => ({ kind: "print", value: shown, inBrackets }));
    const set = pick("=");
    const made = [
      print(one(e("int"), e("real"), e("text"), e("truth"))),
      assign(into("int"), set, e("int")),
      assign(into("real"), set, e("real")),
      assign(
        into("text"),
        set,
        row(textLiteral, after(pick("+"), one(operand("int", where), operand("truth", where)))),
      ),
      assign(into("truth"), set, one(comparison(where), truthLiteral)),
      assign(into("int"), pick("+=", "-=", "*="), e("int")),
      assign(into("int"), pick("/=", "%="), pick(2, 3, -5).map(literal)),
      assign(into("int"), pick("**="), pick(0, 1, 2).map(literal)),
      assign(into("real"), pick("+=", "-=", "*=", "/=", "//="), realLiteral),
      assign(into("text"), pick("+="), one(textLiteral, smallInt)),
      ...functionCalls(where).map((call) => call.map((made): Statement => ({ kind: "call", call: made }))),
    ];
    if (!inFile) {
      made.push(
        assign(pick("a0", "a1"), set, e("int"), index),
        assign(pick("a0"), set, e("int"), pick(3, 4, 6).map(literal)),
        assign(pick("a0", "a1"), pick("+=", "-=", "*="), e("int"), index),
        assign(pick("q0"), set, e("real"), pick(0, 1, 2, 4).map(literal)),
        assign(pick("t0"), set, operand("text", where), index),
        assign(pick("x0"), set, one(e("int"), e("real"), comparison(where)), pick(0, 1, 2, 5).map(literal)),
        assign(pick("m0"), set, e("int"), pick(0, 1).map(literal), index),
        assign(pick("m0"), pick("=", "+="), e("int"), pick(0, 1).map(literal)),
        assign(pick("a1"), set, list(where)),
      );
    }
    if (own) {
      made.push(e("int").map((value): Statement => ({ kind: "return", value })));
    } else {
      made.push(
        print(join(comparison(where), pick("and", "or"), variables("truth", where))),
        assign(pick("g0"), set, one(...functionNames(where))),
      );
    }
    return one(...(made as [Make<Statement>, ...Make<Statement>[]]));
  });
}

function functionNames({ functions }: Where): [Make<Expression>, ...Make<Expression>[]] {
  const names = Array.from({ length: functions }, (_, k) => pick(variable(`f${k}`)));
  return [pick(variable("g0")), ...names];
}

/// Lists of three ints or more, so that what is read is there.
function list(where: Where): Make<Expression> {
  const inner = { ...where, depth: 0 };
  const items = fc.array(operand("int", inner), { minLength: 3, maxLength: 4 });
  const repeated = fc.tuple(fc.array(operand("int", inner), { minLength: 1, maxLength: 2 }), pick(3, 4).map(literal));
  return one(
    items.map((all): Expression => ({ kind: "list", items: all })),
    repeated.map(([all, times]): Expression => ({ kind: "list", items: all, times })),
  );
}

function statement(where: Where): Make<Statement> {
  return kept("statement", where, () => {
    const pair = fc
      .tuple(assigning(where), simple(where))
      .map(([first, second]): Statement => ({ kind: "pair", first, second }));
    const flat = one(simple(where), simple(where), pair);
    if (where.depth === 0) return flat;
    const inner = { ...where, depth: where.depth - 1 };
    const branch = fc.record({ test: condition(inner), body: block(inner) });
    const prefix = where.own ? "v" : "w";
    const counter = pick(`${prefix}${where.depth}`);
    const loopName = pick(`${where.own ? "p" : "k"}${where.depth}`);
    const through = one(
      call("range", pick(0, 1, 2).map(literal)),
      call("range", pick(1).map(literal), pick(3).map(literal)),
      list({ ...where, depth: 0 }),
    );
    const made: Make<Statement>[] = [
      fc
        .tuple(
          fc.array(branch, { minLength: 1, maxLength: 3 }),
          fc.option(block(inner), { nil: undefined }),
          fc.boolean(),
        )
        .map(([branches, otherwise, onOneLine]) => ({
          kind: "if",
          branches,
          onOneLine,
          ...(otherwise === undefined ? {} : { otherwise }),
        })),
      fc
        .tuple(counter, pick(1, 2, 3), block(inner))
        .map(([name, limit, body]) => ({ kind: "while", counter: name, limit, body })),
    ];
    if (!where.inFile) {
      made.push(
        fc
          .tuple(loopName, through, block(inner))
          .map(([name, over, body]) => ({ kind: "for", name, through: over, body })),
      );
    }
    if (!where.own) made.push(message);
    return one(flat, ...made);
  });
}

/// What may stand before another statement on a line: its end must not run into what follows.
function assigning(where: Where): Make<Statement> {
  return assign(variables("int", where).map(target), pick("=", "+="), smallInt);
}

const message: Make<Statement> = one(
  pick("i0", "r0", "s0", "b0").map((name): Statement => ({ kind: "message", name, isList: false })),
  fc
    .tuple(pick("a0", "a1", "q0", "x0", "m0"), pick<number | undefined>(undefined, 1, 2, 3))
    .map(([name, count]): Statement => {
      // An array takes as many indices as it has dimensions, of which one is given.
      return count === undefined || name === "m0"
        ? { kind: "message", name, isList: true }
        : { kind: "message", name, isList: true, count };
    }),
);

function block(where: Where): Make<Block> {
  return fc.array(statement(where), { minLength: 1, maxLength: 2 }).map(untilReturn);
}

/// Nothing stands behind a `return` on its line, which would be taken for its value.
function untilReturn(statements: Block): Block {
  return statements.filter(isSound);
}

function isSound(statement: Statement): boolean {
  return statement.kind !== "pair" || isSimple(statement.second);
}

// A function has an int, a real, a text and a truth value of its own, and parameters that it may change.
const OWN: Block = [
  { kind: "assign", name: "l0", indices: [], operator: "=", value: literal(1) },
  { kind: "assign", name: "d0", indices: [], operator: "=", value: { kind: "real", digits: "1.5", mark: "" } },
  { kind: "assign", name: "c0", indices: [], operator: "=", value: { kind: "text", value: "c" } },
  { kind: "assign", name: "h0", indices: [], operator: "=", value: { kind: "truth", value: true } },
];

function definition(k: number): Make<Definition> {
  return pick("start" as const, "end" as const, "file" as const).chain((place) => {
    // What stands in the file knows only what does so too.
    const where: Where = { depth: 1, own: true, inFile: place === "file", functions: place === "file" ? 0 : k };
    const third = one(
      pick<Parameter | undefined>(undefined),
      one(smallInt, anyInt).map((fallback): Parameter => ({ name: "n2", fallback })),
    );
    return fc.tuple(third, block(where), expression("int", where), fc.boolean()).map(
      ([last, body, result, isExportable]): Definition => ({
        name: `f${k}`,
        parameters: [{ name: "n0" }, { name: "n1" }, ...(last === undefined ? [] : [last])],
        body: [...OWN, ...body, second, { kind: "return", value: result }],
        place,
        isExportable,
      }),
    );
  });
}

// The second parameter is changed, but only where it was given: to read one that was not is an end.
const second: Statement = {
  kind: "if",
  branches: [
    {
      test: { kind: "row", operands: [variable("l0"), literal(3)], operators: [">"] },
      body: [{ kind: "assign", name: "n1", indices: [], operator: "+=", value: literal(1) }],
    },
  ],
  onOneLine: false,
};

const FUNCTIONS = 3;

/// Whole programs.
export const programs: Make<Program> = fc
  .tuple(
    fc.tuple(...Array.from({ length: FUNCTIONS }, (_, k) => definition(k))),
    fc.array(statement({ depth: 2, own: false, inFile: false, functions: FUNCTIONS }), { minLength: 1, maxLength: 5 }),
    fc.nat(),
  )
  .map(([definitions, body, style]) => ({ definitions, body: [FIRST, ...body.filter(isSound)], style }));

const FIRST: Statement = { kind: "assign", name: "g0", indices: [], operator: "=", value: variable("f0") };
