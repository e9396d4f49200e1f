import type { Rules } from "../grammar.ts";
import { start } from "./statements.ts";

// What a program may define. Each has rules of its own, which use it.

const names = "i0, i1, i2, v0, v1, r0, r1, b0, s0, s1, a0, a1, w0, t0, d0, d1, e0, q0, q1, z0, x0, y0, g0";

/// The variables of a function: all of its own, or those of the module.
export const variablesOfFunctions: Rules = {
  locals: [start.join("\n")],
  own: [start.join("\n"), `2× global ${names}`],
};

export interface Definition {
  readonly text: readonly string[];
  readonly rules: Rules;
}

export const definitions: readonly Definition[] = [
  {
    text: [
      "def f0(a, b=<int>, *c, d=<int>, **e):\n    <own>\n    i0, i1, a0 = a, b, list(c)\n    <body>\n    print(a, b, c, d, e)\n    return i0 + i2",
      `def f0(a, b=<int>, *c, d=<int>, **e):\n    global ${names}\n    <body>\n    print(a, b, c, d, sorted(e.items()))\n    return i1`,
    ],
    rules: {
      int: [
        "@main f0(<int>)",
        "@main f0(<int>, <int>, <int>)",
        "@main f0(<int>, d=<int>)",
        "@main f0(b=<int>, a=<int>)",
        "@main f0(*<list>)",
        "@main f0(<int>, *<ints>, **<dict>)",
        "@main f0(<int>, zz=<any>, d=<int>)",
      ],
      statement: [
        "@main <iv> = f0(<int>, <int>)",
        "@main print(f0(<int>, *<ints>))",
        "@main print(f0(**<dict>))",
        "@main g0 = f0",
        "@main print(sorted(map(f0, <shortlist>)))",
      ],
    },
  },
  {
    text: [
      `def f1(a, /, b, *, c=3):\n    <locals>\n    def inner(k):\n        nonlocal ${names}\n        <body>\n        return k + i0\n    <body>\n    return inner(a) + inner(b) * c`,
      "def f1(a, /, b, *, c=3):\n    <locals>\n    i0 = a\n    def inner(k):\n        nonlocal i0, s0\n        i0 += k\n        s0 += str(k)\n        return i0, s0\n    <body>\n    print(inner(b), inner(c))\n    return i0",
    ],
    rules: {
      int: [
        "@main f1(<int>, <int>)",
        "@main f1(<int>, b=<int>, c=<small>)",
        "@main f1(<int>, *<ints>)",
        "@main f1(1, **<dict>)",
      ],
      statement: ["@main print(f1(<int>, <int>))"],
    },
  },
  {
    text: [
      "def count(f):\n    calls = {}\n    def wrapped(*args, **named):\n        calls[len(args)] = calls.get(len(args), 0) + 1\n        print('call', args, named, calls)\n        return f(*args, **named)\n    return wrapped\n@count\ndef f2(n, k=1):\n    if n <= 0: return <ofk>\n    return <int> + f2(n - 1, k + 1)",
      "def times(n):\n    def with_function(f):\n        return lambda *a: [f(*a) for _ in range(n)][-1]\n    return with_function\n@times(2)\ndef f2(n, k=<int>):\n    print('f2', n, k)\n    if n > 1: return f2(n - 1, <ofk>)\n    return <ofk>",
      "def f2(n, seen={}):\n    if n in seen: return seen[n]\n    seen[n] = n if n < 2 else f2(n - 1) + f2(n - 2)\n    return seen[n]",
      "def f2(n, *rest):\n    try:\n        if n <= 0: raise KeyError(n)\n        return f2(n - 1, *rest, n) + <natural>\n    except KeyError as error:\n        print('end', error, rest)\n        if len(rest) > <natural>: raise ValueError(rest) from error\n        return 1\n    finally:\n        print('left', n)",
    ],
    rules: { int: ["@main f2(<natural>)", "@main f2(<natural>, <int>)"], statement: ["@main print(f2(<natural>))"] },
  },
  {
    text: [
      "def gen(a=<int>):\n    <own>\n    i0 = a\n    <yielding>\n    yield a\n    <yielding>\n    yield i0\n    return i1",
      "def gen(a=<int>):\n    <own>\n    try:\n        <yielding>\n        i0 = yield a\n        <yielding>\n        yield i0\n    except <kinds> as error:\n        <tell>\n        yield -1\n    finally:\n        i2 += 5",
      "def inner(a):\n    <own>\n    <yielding>\n    yield a\n    return a + 1\ndef gen(a=<int>):\n    <own>\n    i0 = yield from inner(a)\n    yield i0\n    <yielding>\n    yield from inner(i1)",
      "def gen(a=3):\n    total = 0\n    while a > -3:\n        got = yield total\n        total += got if got is not None else 1\n        a -= 1\n    return total",
    ],
    rules: {
      ints: ["2× @main gen(<int>)", "@main gen()", "@main (k + 1 for k in gen(<int>))"],
      int: ["@main next(gen(<int>))", "@main sum(gen())"],
      statement: [
        "2× @main y0 = gen(<int>)",
        "@main print(next(y0, 'end'), next(y0, 'end'))",
        "@main y0 = gen(<int>)\nprint(next(y0))\nprint(y0.send(<int>))\nprint(y0.send(None))",
        "@main y0 = gen(<int>)\nprint(next(y0, None))\ny0.close()\nprint(list(y0))",
        "@main y0 = gen(<int>)\nnext(y0, None)\nprint(y0.throw(<exception>))",
        "@main for <iv> in gen(<int>):\n    <loop>",
        "@main for k$ in y0:\n    print(k$)\n    if k$ > <small>: break",
        "@main print(list(zip(gen(<int>), gen(<int>))))",
        "@main print(sorted(gen(<int>), key=<key>))",
        "@main <iv>, *<av> = gen(<int>)",
        "@main print(dict(enumerate(gen())), max(gen(), default=0))",
        "@main y0 = gen(<int>)\nwhile True:\n    try:\n        print(y0.send(None))\n    except StopIteration as stop:\n        print('result', stop)\n        break",
      ],
    },
  },
  {
    text: [
      [
        "class A:",
        "    made = 0",
        "    def __init__(self, v=<int>, w=None):",
        "        self.v = v",
        "        self.w = w if w is not None else []",
        "        A.made += 1",
        "    <special>",
        "    <special>",
        "    @property",
        "    def twice(self):",
        "        return self.v * 2",
        "    @twice.setter",
        "    def twice(self, v):",
        "        self.v = v // 2",
        "    @classmethod",
        "    def of(cls, *a):",
        "        return cls(sum(a))",
        "    @staticmethod",
        "    def add(a, b=<int>):",
        "        return a + b",
        "    def m(self, a, b=<int>):",
        "        <own>",
        "        i0, i1 = self.v, a",
        "        <body>",
        "        self.w.append(i0)",
        "        return i0 + b",
        "<subclass>",
        "o0, o1 = A(2), B(-1)",
      ].join("\n"),
    ],
    rules: {
      special: [
        "def __repr__(self):\n    return f'A({self.v}, {self.w})'",
        "def __str__(self):\n    return 'A' + str(self.v)",
        "def __eq__(self, other):\n    return isinstance(other, A) and self.v == other.v\ndef __hash__(self):\n    return self.v",
        "def __lt__(self, other):\n    return self.v < other.v\ndef __le__(self, other):\n    return self.v <= other.v",
        "def __add__(self, other):\n    if isinstance(other, A): return A(self.v + other.v)\n    return NotImplemented",
        "def __add__(self, other):\n    return A(self.v + other)\ndef __radd__(self, other):\n    return A(other - self.v)",
        "def __sub__(self, other):\n    return A(self.v - <int>)\ndef __neg__(self):\n    return A(-self.v)\ndef __iadd__(self, other):\n    self.v += 1\n    return self",
        "def __len__(self):\n    return len(self.w)\ndef __getitem__(self, k):\n    return self.w[k]\ndef __setitem__(self, k, v):\n    self.w[k] = v",
        "def __getitem__(self, k):\n    if k == 3: raise IndexError(k)\n    return self.v + k",
        "def __iter__(self):\n    yield self.v\n    yield from self.w",
        "def __iter__(self):\n    self.n = 0\n    return self\ndef __next__(self):\n    self.n += 1\n    if self.n > 3: raise StopIteration\n    return self.n * self.v",
        "def __contains__(self, k):\n    return k == self.v",
        "def __call__(self, k=<int>):\n    return self.v + k",
        "def __bool__(self):\n    return self.v > 0",
        "def __enter__(self):\n    print('enter', self.v)\n    return self\ndef __exit__(self, kind, error, trace):\n    print('exit', kind is None or kind.__name__)\n    return self.v > 0",
        "def __getattr__(self, name):\n    return name + '?'",
        "def __int__(self):\n    return self.v\ndef __float__(self):\n    return self.v / 2\ndef __index__(self):\n    return self.v",
        "def __format__(self, spec):\n    return f'<{spec}>'",
        "def __mul__(self, k):\n    return [self.v] * k\ndef __rmul__(self, k):\n    return (k, self.v)",
      ],
      subclass: [
        "class B(A):\n    pass",
        "class B(A):\n    def m(self, a, b=2):\n        print('B.m', a, b)\n        return super().m(a + 1) + b",
        "class B(A):\n    made = 10\n    def __init__(self, *a):\n        super().__init__(*a)\n        self.u = len(a)\n    <special>",
        "class M:\n    def m(self, a, b=3):\n        print('M.m')\n        return super().m(a, b)\nclass B(M, A):\n    <special>",
      ],
      object: [
        "2× o0",
        "A(<int>)",
        "A()",
        "A(<int>, <shortlist>)",
        "A.of(<int>, <int>)",
        "type(o0)(<int>)",
        "o1",
        "B(<int>)",
      ],
      any: ["@main <object>"],
      int: [
        "@main <object>.v",
        "@main <object>.twice",
        "@main <object>.m(<int>)",
        "@main o0.m(<int>, b=<int>)",
        "@main A.add(<int>)",
        "@main A.m(<object>, <int>)",
        "@main len(<object>)",
        "@main <object>[<small>]",
        "@main <object>(<int>)",
        "@main A.made",
        "@main int(<object>)",
        "@main getattr(<object>, 'v')",
        "@main getattr(<object>, 'nothing', <int>)",
      ],
      bool: [
        "@main (<object> <order> <object>)",
        "@main (<int> <within> <object>)",
        "@main isinstance(<object>, A)",
        "@main hasattr(<object>, 'u')",
        "@main (<object> <same> <any>)",
        "@main (<object> <within> [<object>, <object>])",
        "@main ((1, <object>) <order> (1, <object>))",
        "@main callable(<object>)",
      ],
      ints: ["@main <object>"],
      text: ["@main f'{o0}{o1!r:>12}'", "@main '{:>5}'.format(<object>)", "@main '%s' % (<object>,)"],
      statement: [
        "2× @main o0 = <object>",
        "@main o1 = <object>",
        "@main print(<object>)",
        "@main print([<object>, (<object>, 1), {'o': <object>}])",
        "@main print(<object>.v, <object>.w)",
        "@main print(<object> + <object>)",
        "@main print(<object> + <int>)",
        "@main print(<int> + <object>)",
        "@main print(<object> - <object>, -<object>)",
        "@main print(<object> * <small>, <small> * <object>)",
        "@main o0 += <int>\nprint(o0)",
        "@main o0.v <change_op>= <int>",
        "@main o0.w += [<int>]",
        "@main o0.twice = <int>",
        "@main o0.new = <any>\nprint(o0.new)",
        "@main o0[<small>] = <int>",
        "@main setattr(o0, 'v', <int>)",
        "@main del o0.v",
        "@main print(sorted([<object>, <object>, o0], key=lambda o: o.v)[0].v)",
        "@main print(max([<object>, o0]))",
        "@main print(sorted([<object>, o0]))",
        "@main print(sum([<object>, <object>]))",
        "@main for <iv> in <object>:\n    <loop>",
        "@main <iv>, *<av> = <object>",
        "@main with <object> as o1:\n    <block>",
        "@main with A(<int>), A(<int>) as o1:\n    print('in')\n    <risk>",
        "@main g0 = o0.m",
        "@main print(type(o0).__name__, o0.__class__ is A, issubclass(type(o0), A))",
        "@main print(<object>.nothing)",
        "@main o0.v, o0.w = <int>, <shortlist>",
        "@main if <object>: print('true')",
      ],
    },
  },
  {
    text: [
      "from dataclasses import dataclass, field\n@dataclass(order=True)\nclass P:\n    x: int\n    y: int = <int>\n    tags: list = field(default_factory=list)\n    def size(self):\n        return self.x * self.x + self.y\n@dataclass(frozen=True)\nclass K:\n    z: str = 'z'\no2 = P(1)",
      "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\n    y: int = 2\n    def __post_init__(self):\n        self.size = lambda: self.x + self.y\n@dataclass(frozen=True)\nclass K:\n    z: str = 'z'\no2 = P(1, 1)",
    ],
    rules: {
      point: ["P(<int>)", "P(<int>, <int>)", "P(y=<int>, x=<int>)", "o2"],
      any: ["@main <point>", "@main K(<text>)"],
      int: ["@main <point>.x", "@main <point>.size()"],
      bool: [
        "@main (<point> <same> <point>)",
        "@main (<point> <order> <point>)",
        "@main (K(<letters>) == K(<letters>))",
      ],
      statement: [
        "@main o2 = <point>",
        "@main print(<point>, K(<letters>))",
        "@main print([<point>], {1: <point>})",
        "@main o2.x <change_op>= <int>",
        "@main print(max(<point>, <point>, key=lambda p: p.y))",
        "@main K().z = <text>",
      ],
    },
  },
  {
    text: [
      "class Own(Exception):\n    pass\nclass Coded(Own):\n    def __init__(self, code, *more):\n        super().__init__(f'code {code}', len(more))\n        self.code = code",
      "class Own(ValueError):\n    def __str__(self):\n        return f'own {len(self.args)}'\nclass Coded(Own, KeyError):\n    code = 5",
    ],
    rules: {
      kinds: ["2× Own", "Coded", "(Own, KeyError)"],
      exception: ["2× Own(<text>)", "Own", "2× Coded(<int>)", "Coded(<int>, <any>)"],
      statement: [
        "try:\n    <risk>\n    raise Coded(<int>)\nexcept Coded as error:\n    print(error, error.code, error.args)",
        "try:\n    try:\n        <risk>\n    except <kinds> as inner:\n        raise Own(<text>) from inner\nexcept Own as error:\n    print(error, type(error.__cause__).__name__)",
      ],
    },
  },
  {
    text: [
      "class Box:\n    def __init__(self, n, hides=False):\n        self.n = n\n        self.hides = hides\n    def __enter__(self):\n        print('enter', self.n)\n        if self.n == 3: raise ValueError('three')\n        return self.n\n    def __exit__(self, kind, error, trace):\n        print('exit', self.n, kind and kind.__name__)\n        return self.hides",
    ],
    rules: {
      statement: [
        "with Box(<int>) as <iv>:\n    <block>",
        "with Box(<natural>, <bool>):\n    <risk>",
        "with Box(1, True) as i0, Box(<natural>, <bool>) as i1:\n    <risk>\n    <block>",
        "for k$ in range(3):\n    with Box(k$, <bool>):\n        <loop>\n        <risk>",
        "try:\n    with Box(<int>, <bool>):\n        raise <exception>\nexcept <kinds> as error:\n    <tell>",
      ],
    },
  },
];
