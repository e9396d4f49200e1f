import fc from "fast-check";

// Programs of the common subset of ePython and Python 3, by a grammar. A variable's first letter says what it holds:
//
//   i int   r real   b bool   s text   a list of ints   m list of lists   x list of anything
//   t tuple of an int and a text   g function   h list of functions
//
// Every one of them has a value from the start, so all that may go wrong is in the values. Programs end by construction:
// loops go through short ranges and slices or count down, functions call only those above them, recursion counts down,
// and what is assigned is cut short. No list can come to contain itself: into lists of anything go copies of such lists.
// Long because it is a grammar: a rule for each kind of statement and expression.

type Text = fc.Arbitrary<string>;
type Kind = "int" | "real" | "bool" | "text" | "list" | "nested" | "mixed" | "tuple";

const kinds = ["int", "real", "bool", "text", "list", "nested", "mixed", "tuple"] as const satisfies readonly Kind[];

/// What may stand where a statement is made.
interface Where {
  /// How many blocks may still lie in one another.
  readonly depth: number;
  readonly inFunction: boolean;
  readonly inLoop: boolean;
  /// The function that is being made may call f0 up to this one.
  readonly functions: number;
}

const FUNCTIONS = 3;
const pick = fc.constantFrom;

/// Text with arbitrary parts in it.
function form(strings: TemplateStringsArray, ...parts: readonly Text[]): Text {
  return fc.tuple(...parts).map((texts) => strings.reduce((all, next, k) => all + texts[k - 1] + next));
}

/// One of these; shrinks to the first.
function one(first: Text, ...more: readonly Text[]): Text {
  return fc.oneof({ withCrossShrink: true }, first, ...more);
}

/// Mostly the first; now and then what may end in an error.
function mostly(safe: Text, risky: Text): Text {
  return fc.oneof({ withCrossShrink: true }, { arbitrary: safe, weight: 20 }, { arbitrary: risky, weight: 1 });
}

const variables: Readonly<Record<Kind, Text>> = {
  int: pick("i0", "i1", "i2"),
  real: pick("r0", "r1"),
  bool: pick("b0", "b1"),
  text: pick("s0", "s1"),
  list: pick("a0", "a1"),
  nested: pick("m0"),
  mixed: pick("x0", "x1"),
  tuple: pick("t0"),
};

const small = fc.integer({ min: -6, max: 9 }).map(String);
const letters = pick("''", "'a'", "'b'", '"ab"', "'Zz'", "'a b'", "'it\\'s'", "'x\\ty'", "'é'", "'Ωa'");

const constants: Readonly<Record<Kind, Text>> = {
  int: mostly(
    one(small, pick("0", "1", "-1", "100", "-77", "4096")),
    pick("65536", "46341", "2147483647", "(-2147483648)"),
  ),
  real: pick("0.0", "1.0", "-1.0", "0.5", "0.1", "-2.5", "3.14159", "1e-05", "123456.7", "1e10", "16777217.0", "1e38"),
  bool: pick("True", "False"),
  text: letters,
  list: one(pick("[]", "[0]", "[3, 1, 2]", "[1, 2]", "[5, 5, -1, 0]")),
  nested: pick("[[]]", "[[1], [2, 3]]", "[]", "[[0, 0], [1], []]"),
  mixed: pick("[]", "[1, 'a', 2.5]", "['a', [1, 'b'], None]", "[(1, 2.5), True]", "[0.5, 7]"),
  tuple: pick("(1, 'a')", "(0, '')", "(-5, 'zz')"),
};

const memory = new Map<string, Text>();

function expression(kind: Kind, depth: number, functions: number): Text {
  const key = `${kind} ${depth} ${functions}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const leaf = one(variables[kind], constants[kind]);
  const made = depth === 0 ? leaf : one(leaf, ...compound(kind, depth - 1, functions));
  memory.set(key, made);
  return made;
}

function compound(kind: Kind, depth: number, functions: number): Text[] {
  const e = (of: Kind): Text => expression(of, depth, functions);
  const [i, r, b, s, a, m, x, t] = kinds.map(e) as [Text, Text, Text, Text, Text, Text, Text, Text];
  const self = e(kind);
  const everywhere = [form`(${self} if ${b} else ${self})`, form`(${self} and ${self})`, form`(${self} or ${self})`];
  const order = pick("<", "<=", ">", ">=", "==", "!=");
  const near = one(small, i);
  const slice = one(
    form`${near}:`,
    form`:${near}`,
    form`${near}:${near}`,
    form`::${near}`,
    form`${near}::${mostly(pick("2", "-2", "-1", "3"), small)}`,
  );
  const calls = Array.from({ length: functions }, (_, k) => [
    form`f${pick(String(k))}(${i})`,
    form`f${pick(String(k))}(${i}, ${i})`,
    form`f${pick(String(k))}(${i}, c=${a})`,
    form`f${pick(String(k))}(b=${i}, a=${i})`,
  ]).flat();
  switch (kind) {
    case "int":
      return [
        ...everywhere,
        form`(${i} ${mostly(pick("+", "-", "*"), pick("//", "%"))} ${i})`,
        form`(${i} ${pick("//", "%")} ${pick("2", "3", "-2", "-7", "10", "1", "-1")})`,
        form`(${i} ${pick("&", "|", "^")} ${i})`,
        form`(${i} ${pick("<<", ">>")} ${mostly(pick("0", "1", "3"), small)})`,
        form`(${i} ** ${pick("0", "1", "2", "3")})`,
        form`-${small} ** 2`,
        form`${pick("-", "+", "~")}${i}`.map((text) => `(${text})`),
        form`(${b} + ${i})`,
        form`len(${one(a, s, m, x, t)})`,
        form`${x}.count(${one(i, s)})`,
        mostly(form`(${a} + [4, 2])[${pick("0", "1", "-1", "-2")}]`, form`${a}[${near}]`),
        mostly(pick("(a0 or [9])[0]", "(a1[i0 % len(a1)] if a1 else 0)", "(a0 or [8])[-1]"), form`a0[${small}]`),
        mostly(pick("(m0[0][-1] if m0 and m0[0] else -1)"), form`${m}[${small}][${small}]`),
        form`${t}[0]`,
        form`abs(${i})`,
        form`${pick("min", "max")}(${i}, ${i})`,
        mostly(form`${pick("min", "max", "sum")}(${a} + [${i}])`, form`${pick("min", "max", "sum")}(${a})`),
        form`sum([${i}, ${i}, ${i}])`,
        mostly(form`${a}.count(${i})`, form`${a}.index(${i})`),
        form`[3, 1, 2, 1].index(${pick("1", "2", "3")})`,
        form`${s}.count(${s})`,
        form`int(${r})`,
        form`round(${r})`,
        form`int(${b})`,
        form`divmod(${i}, ${pick("3", "-4", "7")})[${pick("0", "1")}]`,
        form`${s}.find(${s})`,
        form`sum([${one(pick("q"), pick("q * q"), i)} for q in ${a}])`,
        ...calls,
        // Only the program itself calls through variables: a function could meet itself there.
        ...(functions === FUNCTIONS ? [form`g0(${i})`, form`h0[${i} % len(h0)](${i})`] : []),
        ...(functions > 0 ? [form`rec(${small}, ${i})`] : []),
      ];
    case "real":
      return [
        ...everywhere,
        form`(${r} ${mostly(pick("+", "-", "*"), pick("/"))} ${r})`,
        mostly(
          form`(${r} ${pick("//", "%", "/")} ${pick("2.0", "-0.5", "0.1", "-3.7")})`,
          form`(${r} ${pick("//", "%")} ${r})`,
        ),
        form`(${r} ${mostly(pick("+", "-", "*"), pick("/", "//", "%"))} ${i})`,
        form`(${i} ${mostly(pick("+", "-", "*"), pick("/", "//", "%"))} ${r})`,
        form`(${i} / ${mostly(pick("2", "3", "-7"), i)})`,
        form`(-${r})`,
        form`(${r} ** ${pick("0", "1", "2")})`,
        form`abs(${r})`,
        form`float(${i})`,
        form`${pick("min", "max")}(${r}, ${r})`,
        form`sum([${r}, ${r}, ${r}])`,
      ];
    case "bool":
      return [
        ...everywhere,
        form`(${i} ${order} ${i})`,
        form`(${i} ${order} ${i} ${order} ${i})`,
        form`(${r} ${order} ${one(r, i)})`,
        form`(${s} ${order} ${s})`,
        form`(${a} ${order} ${a})`,
        form`(${m} ${order} ${m})`,
        form`(${x} ${pick("==", "!=")} ${x})`,
        form`(${one(i, s, r, a)} ${pick("in", "not in")} ${x})`,
        form`(${t} ${order} ${t})`,
        form`(not ${one(i, a, s, b, r)})`,
        form`(${i} ${pick("in", "not in")} ${a})`,
        form`(${s} ${pick("in", "not in")} ${s})`,
        form`(${a} ${pick("in", "not in")} ${m})`,
        form`(${one(i, s)} ${pick("==", "!=")} ${one(s, a, t)})`,
        form`(${variables.list} ${pick("is", "is not")} ${pick("a0", "a1", "None")})`,
        form`bool(${one(i, a, s, x)})`,
        form`${pick("any", "all")}(${one(a, m, x)})`,
        form`${s}.${pick("startswith", "endswith")}(${s})`,
        form`${s}.isdigit()`,
      ];
    case "text":
      return [
        ...everywhere,
        form`(${s} + ${s})`,
        form`(${s} * ${pick("0", "1", "2", "-1")})`,
        mostly(form`(${s} + 'xy')[${pick("0", "1", "-1", "-2")}]`, form`${s}[${small}]`),
        form`${s}[${slice}]`,
        form`${s}.${pick("upper", "lower")}()`,
        form`str(${one(i, r, b, a, m, x, t)})`,
        form`chr(${pick("97", "250")} + ${i} % 26)`,
        form`${t}[1]`,
        form`${s}.strip()`,
        form`${s}.replace(${letters}, ${letters})`,
        form`${letters}.join([${s}, ${s}])`,
        form`','.join([str(q) for q in ${a}])`,
        form`f"{${variables.int}}|{${variables.text}!r}|{${variables.list}}|{${variables.int}:${pick("4d", "<5", "03d", ">3", "x", "#x", "08,", "+,d", "_b", "#08x", "^7,")}}"`,
        form`('${pick("%d", "%5d", "%-4d|", "%s", "%03d", "%x")}' % ${i})`,
        form`('%s %d' % (${s}, ${i}))`,
        form`'${pick("%.2f", "%8.3f", "%.0f", "%#.0f", "%010.1f")}' % ${pick("0.5", "2.25", "-1.75", "100.0")}`.map(
          (text) => `(${text})`,
        ),
      ];
    case "list":
      return [
        ...everywhere,
        form`[${i}, ${i}]`,
        form`[${i}, ${i}, ${i}]`,
        form`(${a} + ${a})`,
        form`(${a} * ${pick("0", "1", "2", "-1")})`,
        form`(${pick("2", "0")} * ${a})`,
        form`${a}[${slice}]`,
        form`sorted(${a})`,
        form`sorted(${a}, reverse=True)`,
        form`list(range(${small}))`,
        form`list(reversed(${a}))`,
        form`list(${a})`,
        form`[${one(pick("q"), pick("q + 1"), i)} for q in ${a} if ${one(pick("q > 1"), pick("q % 2"), b)}]`,
        form`[k + q for k, q in enumerate(${a})]`,
        form`[k * q for k, q in zip(${a}, ${a})]`,
        form`[len(q) for q in ${s}.split(${pick("", "'a'", "' '")})]`,
        mostly(pick("(m0 or [[7]])[0]", "(m0 or [[]])[-1]"), form`${m}[${small}]`),
      ];
    case "nested":
      return [
        ...everywhere,
        form`[${a}, ${a}]`,
        form`[${a}]`,
        form`(${m} + ${m})`,
        form`${m}[${slice}]`,
        form`([${a}] * 2)`,
      ];
    case "mixed": {
      const any = one(i, r, b, s, a, m, t);
      return [
        ...everywhere,
        form`[${any}]`,
        form`[${any}, ${any}]`,
        form`[${any}, ${any}, ${x}]`,
        form`(${x} + ${one(x, a, m)})`,
        form`(${x} * ${pick("0", "1", "2")})`,
        form`${x}[${slice}]`,
        form`list(${one(x, s, t)})`,
        form`list(reversed(${x}))`,
        form`[${one(pick("q"), pick("[q, q]", "(q, 1)", "str(q)"))} for q in ${x}]`,
        form`${s}.split(${pick("", "'a'", "' '")})`,
        form`[(k, q) for k, q in enumerate(${x})]`,
      ];
    }
    case "tuple":
      return [...everywhere, form`(${i}, ${s})`];
  }
}

/// What is assigned stays short.
function short(kind: Kind, functions: number, depth = 2): Text {
  const value = expression(kind, depth, functions);
  if (kind === "text") return form`(${value})[:12]`;
  if (kind === "list") return one(variables.list, form`(${value})[:6]`);
  if (kind === "nested") return form`(${value})[:3]`;
  if (kind === "mixed") return one(variables.mixed, form`(${value})[:4]`);
  return value;
}

/// One statement, as lines without the indentation of the block it stands in.
function statement(where: Where): Text {
  const key = `statement ${JSON.stringify(where)}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = one(...(simple(where) as [Text, ...Text[]]), ...(where.depth > 0 ? blocks(where) : []));
  memory.set(key, made);
  return made;
}

function simple({ functions, inFunction, inLoop }: Where): Text[] {
  const e = (kind: Kind, depth = 2): Text => expression(kind, depth, functions);
  const any = one(...(kinds.map((kind) => e(kind)) as [Text, ...Text[]]));
  const list = pick("a0", "a1");
  const found = [
    form`print(${any})`,
    form`print(${any}, ${any})`,
    form`print(${any}, ${any}, sep=${letters})`,
    form`print(${any}, end=${letters})`,
    ...kinds.map((kind) => form`${variables[kind]} = ${short(kind, functions)}`),
    ...kinds.map((kind) => form`${variables[kind]} = ${short(kind, functions)}`),
    form`${variables.int} ${pick("+=", "-=", "*=")} ${e("int")}`,
    form`${variables.int} ${pick("//=", "%=")} ${mostly(pick("3", "-2"), e("int"))}`,
    form`${variables.real} ${pick("+=", "-=", "*=")} ${one(e("real"), e("int"))}`,
    form`${variables.real} ${pick("/=", "//=", "%=")} ${mostly(pick("0.75", "-2"), e("real"))}`,
    form`i0 = i1 = ${e("int")}`,
    form`i0, i1 = ${e("int")}, i0`,
    form`a0, a1 = a1, a0`,
    form`i2, s0 = ${e("tuple", 1)}`,
    mostly(form`i0, i1 = (${e("list", 1)} + [5, 6])[:2]`, form`i0, i1 = ${e("list", 1)}`),
    mostly(form`if a0: a0[${pick("0", "-1", "i0 % len(a0)")}] = ${e("int")}`, form`${list}[${small}] = ${e("int")}`),
    mostly(
      form`if a1: a1[${pick("0", "-1", "i1 % len(a1)")}] ${pick("+=", "-=", "*=")} ${e("int")}`,
      form`${list}[${small}] ${pick("+=", "-=", "*=")} ${e("int")}`,
    ),
    mostly(form`if m0: m0[-1] = ${short("list", functions)}`, form`m0[${small}] = ${short("list", functions)}`),
    mostly(form`if m0 and m0[0]: m0[0][0] = ${e("int")}`, form`m0[${small}][${small}] = ${e("int")}`),
    form`${list}.append(${e("int")})`,
    form`${list}.insert(${small}, ${e("int")})`,
    form`${list} += [${e("int")}]`,
    mostly(form`if a0: ${variables.int} = a0.pop(${pick("", "0", "-1")})`, form`i0 = ${list}.pop(${small})`),
    mostly(form`if i0 in a0: a0.remove(i0)`, form`${list}.remove(${e("int")})`),
    form`${list}.${pick("reverse", "sort")}()`,
    form`${list}.extend(${one(constants.list, form`${list}[:2]`)})`,
    form`m0.append(${list})`,
    form`s0 += ${letters}`,
    form`if a0: del a0[${pick("0", "-1", ":2")}]`,
    form`a0[${pick("1:2", ":", "1:", "-1:")}] = ${short("list", functions)}`,
    form`i0, (i1, s1) = ${e("int")}, ${e("tuple", 1)}`,
    ...mixedStatements(any, e("mixed"), functions),
    form`assert ${mostly(pick("True"), e("bool", 1))}`,
  ];
  if (inLoop) found.push(form`if ${e("bool")}: ${pick("break", "continue")}`);
  if (inFunction) found.push(form`return ${e("int")}`, form`if ${e("bool")}: return ${e("int")}`);
  return found;
}

// Lists within lists could double in length with each statement.
const CUT = "if len(str(x0)) > 200: x0 = ['cut', 1]";

/// Statements that change a list of anything, which may have other names.
function mixedStatements(any: Text, mixed: Text, functions: number): Text[] {
  const value = one(any, form`${mixed}[:2]`);
  const found = [
    form`x0.append(${value})\n${pick(CUT)}`,
    form`if x0: x0[${pick("0", "-1")}] = ${value}\n${pick(CUT)}`,
    form`x0.insert(${small}, ${value})\n${pick(CUT)}`,
    form`x0[${pick("1:2", ":1", "1:", "-1:")}] = ${mixed}[:2]\n${pick(CUT)}`,
    form`x0.extend(${mixed}[:2])\n${pick(CUT)}`,
    form`if x0: ${pick("x0.pop()", "x0.pop(0)", "del x0[0]", "del x0[:2]")}`,
    form`x0.${pick("reverse", "reverse", "sort")}()`,
    form`x0, x1 = x1, x0\n${pick(CUT)}`,
    form`x1 = x0`,
  ];
  if (functions === FUNCTIONS) {
    const all = pick("f0", "f1", "f2", "abs");
    found.push(
      form`g0 = ${one(all, form`h0[${small} % len(h0)]`)}`,
      form`h0 = (h0${one(pick("[1:]"), pick(""))} + [${all}, g0])[-3:]`,
    );
  }
  return found;
}

function blocks(where: Where): Text[] {
  const { functions, depth } = where;
  const inner = block({ ...where, depth: depth - 1 });
  const loop = block({ ...where, depth: depth - 1, inLoop: true });
  const e = (kind: Kind): Text => expression(kind, 2, functions);
  const end = one(pick(""), form`\nelse:\n${inner}`);
  const range = one(
    form`range(${pick("0", "1", "3", "4")})`,
    form`range(${small}, ${small})`,
    form`range(${small}, ${small}, ${mostly(pick("2", "-1", "-3", "1"), small)})`,
  );
  // Each depth has a counter of its own.
  const counter = `w${depth}`;
  return [
    form`if ${e("bool")}:\n${inner}`,
    form`if ${one(e("bool"), e("int"), e("list"))}:\n${inner}\nelse:\n${inner}`,
    form`if ${e("bool")}:\n${inner}\nelif ${e("bool")}:\n${inner}\nelse:\n${inner}`,
    form`for ${pick(`k${depth}`, "i0")} in ${range}:\n${loop}${end}`,
    form`for ${variables.int} in ${e("list")}[:3]:\n${loop}${end}`,
    form`for s1 in ${e("text")}[:3]:\n${loop}`,
    form`for a1 in ${e("nested")}[:3]:\n${loop}`,
    form`${pick(counter)} = 0\nwhile ${pick(counter)} < 4 and ${one(pick("True"), e("bool"))}:\n    ${pick(counter)} += 1\n${loop}${end}`,
    form`${pick(counter)} = 3\nwhile ${pick(counter)}:\n    ${pick(counter)} -= 1\n${loop}${end}`,
  ];
}

/// One to three statements, indented.
function block(where: Where): Text {
  return fc
    .array(statement(where), { minLength: 1, maxLength: 3 })
    .map((statements) => `    ${statements.join("\n").replaceAll("\n", "\n    ")}`);
}

const start = [
  "i0 = 7",
  "i1 = -3",
  "i2 = 0",
  "r0 = 0.5",
  "r1 = -2.25",
  "b0 = True",
  "b1 = False",
  "s0 = 'abc'",
  "s1 = ''",
  "a0 = [1, 2, 3]",
  "a1 = [4, -5]",
  "m0 = [[1, 2], [3]]",
  "x0 = [1, 'a', [2.5, 'b']]",
  "x1 = x0",
  "t0 = (2, 'x')",
  "g0 = abs",
  "h0 = [abs]",
].join("\n");

// A function has variables of its own, but for those it declares global and the ones it only reads.
function functionNumber(k: number): Text {
  const globals = fc
    .subarray(["i2", "r1", "s1", "a1"])
    .map((names) => (names.length > 0 ? `    global ${names.join(", ")}\n` : ""));
  const locals =
    "    i0 = a\n    i1 = b\n    a0 = c\n    s0 = 'f'\n    r0 = 1.5\n    b0 = a < b\n    m0 = [c]\n    t0 = (a, 'f')\n    x0 = [c, 'f', 0.5]\n    x1 = x0";
  const others = "    i2 = 1\n    r1 = 0.25\n    s1 = 'g'\n    a1 = [a]\n    b1 = True";
  const body = block({ depth: 1, inFunction: true, inLoop: false, functions: k });
  return fc.tuple(globals, small, body, expression("int", 2, k)).map(
    ([outer, fallback, lines, result]) =>
      `def f${k}(a, b=${fallback}, c=[1, 2]):\n${outer}${locals}\n${others
        .split("\n")
        .filter((line) => !new RegExp(`global .*\\b${line.trim().slice(0, 2)}\\b`).test(outer))
        .join("\n")}\n${lines}\n    return ${result}`,
  );
}

const decorators =
  "kept = []\ndef keep(f):\n    kept.append(f)\n    return f\ndef say(text):\n    print(text)\n    return keep";

const recursion: Text = fc
  .tuple(pick("", "@keep\n", "@say('one')\n", "@keep\n@say('two')\n"), expression("int", 1, 0), expression("int", 1, 0))
  .map(
    ([above, last, step]) =>
      `${decorators}\n${above}def rec(n, i1):\n    if n <= 0: return ${last}\n    return rec(n - 1, i1 + 1) + ${step} * n`,
  );

const functions = fc.tuple(recursion, ...Array.from({ length: FUNCTIONS }, (_, k) => functionNumber(k)));

/// The end shows all that a program has changed.
const finish = `print(i0, i1, i2)\nprint(r0, r1, b0, b1)\nprint(s0, s1, t0)\nprint(a0, a1, m0)\nprint(x0, x1, len(h0))`;

function statements(functionCount: number): fc.Arbitrary<string[]> {
  const where: Where = { depth: 2, inFunction: false, inLoop: false, functions: functionCount };
  return fc.array(statement(where), { minLength: 1, maxLength: 8 });
}

/// Whole programs. Python 3 and ePython give them the same meaning; they may end in an error.
export const programs: Text = fc
  .oneof(
    statements(0),
    fc.tuple(functions, statements(FUNCTIONS)).map(([defs, body]) => [...defs, ...body]),
  )
  .map((parts) => [start, ...parts, finish, ""].join("\n"));
