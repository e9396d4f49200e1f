import { describe, expect, test } from "vitest";
import type { SourceFile } from "../base/source.ts";
import { type Code, explanation, messages } from "./catalogue.ts";
import { check } from "./checker.ts";
import { unmark } from "./testing/marked.ts";

// Every diagnostic of the front end, in a program that causes it and nothing else. «Marks» enclose the range it must have.
// The third element, if any, is the program after its first quick fix.

const other: SourceFile = { name: "other.py", text: "from parallel import coreid\nimport t\ntotal = 0\n" };
const helper: SourceFile = { name: "helper.py", text: "total = 0\ndef area(w, h=1):\n  return w*h\n" };

type Case = readonly [code: Code, program: string, fixed?: string];

const cases: readonly Case[] = [
  ["unclosed-string", "print «'hello»\nx = 1\n", "print 'hello'\nx = 1\n"],
  ["unclosed-string", 'print(str(«"hello»))\n', 'print(str("hello"))\n'],
  ["unclosed-string", "if 1 == «'a»:\n  pass\n", "if 1 == 'a':\n  pass\n"],
  ["unclosed-triple-string", 'x = «"""»hello\n\n', 'x = """hello\n\n"""'],
  ["quote-in-text", "print 'it«'»s good'\nx = 1\n", 'print "it\'s good"\nx = 1\n'],
  ["quote-in-text", 'print("say "no«"»now")\n'.replace(' "no', " no")],
  ["bad-escape", "x = 'a«\\x»1'\n"],
  ["smart-quotes", "print «“hello”»\n", 'print "hello"\n'],
  ["unknown-character", "x = 1 «?» 2\n"],
  ["unknown-character", "x = «$»y\n"],
  ["smart-quotes", "print «‘it’s good’»\n", "print 'it’s good'\n"],
  ["smart-quotes", "print 'a«’»\nx = 1\n", "print 'a'\nx = 1\n"],
  ["smart-quotes", 'print("a«”»)\n', 'print("a")\n'],
  ["smart-quotes", "x = «`hello there`»\n", "x = 'hello there'\n"],
  ["smart-quotes", "print(«´a´»)\n", "print('a')\n"],
  ["smart-quotes", "print(«″a″», 1)\n", 'print("a", 1)\n'],
  ["smart-quotes", "print(«＂a＂»)\n", 'print("a")\n'],
  ["smart-quotes", 'print(«“a"», 1)\n', 'print("a", 1)\n'],
  ["lookalike-character", "print«（»1)\n", "print(1)\n"],
  ["lookalike-character", "x = 3 «−» 2\n", "x = 3 - 2\n"],
  ["lookalike-character", "x = 3 «–» 2\n", "x = 3 - 2\n"],
  ["lookalike-character", "x = 3\nx «−=» 2\n", "x = 3\nx -= 2\n"],
  ["lookalike-character", "x = 3«×»2\n", "x = 3*2\n"],
  ["lookalike-character", "x = 3«·»2\n", "x = 3*2\n"],
  ["lookalike-character", "x = 3\nprint x«·»x\n", "x = 3\nprint x*x\n"],
  ["lookalike-character", "x = 3\nprint x«\u0387»x\n", "x = 3\nprint x*x\n"],
  ["lookalike-character", "x = 6.0 «÷» 2\n", "x = 6.0 / 2\n"],
  ["lookalike-character", "if 1 «≤» 2:\n  pass\n", "if 1 <= 2:\n  pass\n"],
  ["lookalike-character", "if 1 «≠» 2:\n  pass\n", "if 1 != 2:\n  pass\n"],
  ["lookalike-character", "if 1 «＝＝» 2:\n  pass\n", "if 1 == 2:\n  pass\n"],
  ["lookalike-character", "if 1 > 2 «∧» 3 > 2:\n  pass\n", "if 1 > 2 and 3 > 2:\n  pass\n"],
  ["lookalike-character", "x = 3«²»\n", "x = 3**2\n"],
  ["lookalike-character", "x = [1«、» 2]\n", "x = [1, 2]\n"],
  ["lookalike-character", "x = «１２» + 1\n", "x = 12 + 1\n"],
  ["lookalike-character", "x = «٣.٥»\n", "x = 3.5\n"],
  ["lookalike-character", "if 1«：»\n  pass\n", "if 1:\n  pass\n"],
  ["lookalike-character", "a = 1\nb = 2\nprint a«·»b\n", "a = 1\nb = 2\nprint a*b\n"],
  ["lookalike-character", "«ｉｆ» 1:\n  pass\n", "if 1:\n  pass\n"],
  ["lookalike-letter", "print «lеn»([1])\n", "print len([1])\n"],
  ["lookalike-letter", "«рrint» 5\n", "print 5\n"],
  ["lookalike-letter", "«іf» 1:\n  pass\n", "if 1:\n  pass\n"],
  ["lookalike-letter", "x = 1\nprint «х»\n", "x = 1\nprint x\n"],
  ["lookalike-letter", "print «Κοst»\n", "print Kost\n"],
  ["mixed-letters", "«соunt» = 1\n", "count = 1\n"],
  ["odd-space", "x =«\u00a0»1\n", "x = 1\n"],
  ["odd-space", "x =«\u3000\u00a0»1 +\u202f2\n", "x =  1 + 2\n"],
  ["odd-space", "if 1:\n«\u00a0\u00a0»x = 1\n  y = 2\n", "if 1:\n  x = 1\n  y = 2\n"],
  ["odd-space", "x =«\u000b»1\n", "x = 1\n"],
  ["invisible-character", "le«\u200b»n([1])\n", "len([1])\n"],
  ["invisible-character", "x = «\u200d\u00ad»1\n", "x = 1\n"],
  ["invisible-character", "x = 1«\ufeff»\n", "x = 1\n"],
  ["invisible-character", "x = «\u0001»1\n", "x = 1\n"],
  ["invisible-character", "x = «\u202e»1\n", "x = 1\n"],
  ["bidi-control", "x = 'a«\u202e»b'\n", "x = 'ab'\n"],
  ["bidi-control", "x = 1 # «\u2066» and \u2069\n"],
  ["after-backslash", "x = 1 + «\\ »\n  2\n", "x = 1 + \\\n  2\n"],
  ["bad-number", "x = «12abc»\n"],
  ["bad-number", "x = «089»\n"],
  ["left-out-long", "# dialect: python3\nx = «10L»\n", "# dialect: python3\nx = 10\n"],
  ["leading-zero", "# dialect: python3\nx = «017»\n", "# dialect: python3\nx = 17\n"],
  ["print-statement", "# dialect: python3\n«print» 1, 2\n", "# dialect: python3\nprint(1, 2)\n"],
  ["print-statement", "# dialect: python3\n«print» 1,\n", '# dialect: python3\nprint(1, end=" ")\n'],
  ["mixed-tabs", "if 1:\n\tx = 1\n«        »y = 1\n", "if 1:\n    x = 1\n        y = 1\n"],
  ["bad-dedent", "def f():\n    x = 1\n«   »y = 2\n    return x\n"],
  ["bad-dedent", "if 1:\n    x = 1\n«  »y = 1\n", "if 1:\n    x = 1\n    y = 1\n"],
  ["unclosed-bracket", "x = «(»1 + 2\ny = 1\n", "x = (1 + 2)\ny = 1\n"],
  ["unclosed-bracket", "x = [[1, 2], «[»3, 4\nprint x\n", "x = [[1, 2], [3, 4]]\nprint x\n"],
  ["unclosed-bracket", "for i in range«(»10:\n  x = i\n", "for i in range(10):\n  x = i\n"],
  ["mismatched-bracket", "x = (1 + 2«]»\n", "x = (1 + 2)\n"],
  ["unmatched-bracket", "x = 1 + 2«)»\n", "x = 1 + 2\n"],
  ["symbol-and", "x = 1 «&&» 2\n", "x = 1 and 2\n"],
  ["symbol-or", "x = 1«||»2\n", "x = 1 or 2\n"],
  ["symbol-not", "x = «!»1\n", "x = not 1\n"],
  ["unequal-sign", "# dialect: python3\nx = 1 «<>» 2\n", "# dialect: python3\nx = 1 != 2\n"],
  ["triple-equals", "x = 1 «===» 2\n", "x = 1 == 2\n"],
  ["reversed-comparison", "x = 1 «=>» 2\n", "x = 1 >= 2\n"],
  ["c-comment", "«//» note\nx = 1\n", "# note\nx = 1\n"],
  ["c-comment", "x = 1 «/*» note */\n", "# dialect: classic\nx = 1 /* note */\n"],
  ["unclosed-comment", "# dialect: classic\nx = 1 «/*» note\nx = 2\n"],
  ["unclosed-comment", "# dialect: classic\nx = 1\n  «/*» note\n"],
  ["classic-base-16", "# dialect: classic\nx = «0x1F»\n", "# dialect: classic\nx = 31\n"],
  ["classic-logical", "# dialect: classic\nx = «1 < 2 and 2 < 3»\n"],
  ["classic-logical", "# dialect: classic\nx = [1 < 2]\nx[0] = «x[0] or 2 < 3»\n"],
  ["real-exponent", "# dialect: classic\nx = 2 ^ «0.5»\n"],
  ["real-exponent", "# dialect: classic\nx = 2 ** «-1.0»\n"],
  ["side-by-side", "# dialect: classic\nx = 1 «x»\n"],
  ["side-by-side", "# dialect: classic\nx = 1 y = 2 «x»\n"],
  ["side-by-side", "a = 1 «b» = 2\n", "# dialect: classic\na = 1 b = 2\n"],
  ["side-by-side", "print 1 «print» 2\n", "# dialect: classic\nprint 1 print 2\n"],
  ["side-by-side", "a = 1 «AND» 2\n", "# dialect: classic\na = 1 AND 2\n"],
  ["attribute-target", "«len.x» = 2\n", "# dialect: classic\nlen.x = 2\n"],
  ["keyword-as-name", "«class» = 3\n", "# dialect: classic\nclass = 3\n"],
  ["keyword-as-name", "«del» += 3\n", "# dialect: classic\ndel += 3\n"],
  ["keyword-as-name", "def «with»():\n  pass\n", "# dialect: classic\ndef with():\n  pass\n"],
  ["bad-number", "x = «10U»\n", "# dialect: classic\nx = 10U\n"],
  ["bad-number", "x = «1.5f»\n", "# dialect: classic\nx = 1.5f\n"],
  ["return-outside", "print 1\n«return»\n", "# dialect: classic\nprint 1\nreturn\n"],
  [
    "classic-function",
    "@«exportable»\ndef f():\n  return 1\n",
    "# dialect: classic\n@exportable\ndef f():\n  return 1\n",
  ],
  ["brace-block", "if (1) «{»\n  x = 1\n}\n", "if (1) :\n  x = 1\n}\n"],
  ["brace-block", "if 1:\n«{»\n  x = 1\n} else:\n  y = 2\n", "if 1:\n\n  x = 1\n} else:\n  y = 2\n"],
  ["missing-colon", "if 1«»\n  x = 1\n", "if 1:\n  x = 1\n"],
  ["missing-colon", "if 1:\n  x = 1\nelse«»\n  x = 2\n", "if 1:\n  x = 1\nelse:\n  x = 2\n"],
  ["missing-colon", "while 1«» print 2\n", "while 1: print 2\n"],
  ["missing-colon", "def f(a)«»\n  return a\n", "def f(a):\n  return a\n"],
  ["missing-indent", "if 1:\n«print» 2\n", "if 1:\n    print 2\n"],
  ["missing-indent", "x = 1\n«if x:»\nelse:\n  x = 2\n", "x = 1\nif x: pass\nelse:\n  x = 2\n"],
  ["missing-indent", "def f():\n«x» = 1\n", "def f():\n    x = 1\n"],
  ["unexpected-indent", "x = 1\n«  »y = 2\nz = 3\n", "x = 1\ny = 2\nz = 3\n"],
  ["compound-on-line", "x = 1; «if» x: print x\n"],
  ["compound-on-line", "if 1: x = 1 «else»: x = 2\n"],
  ["stray-else", "x = 1\n«else»:\n  x = 2\n"],
  ["stray-else", "x = 1\n«elseif» x:\n  x = 2\n"],
  ["else-with-test", "x = 1\nif x:\n  pass\n«else» x > 2:\n  pass\n", "x = 1\nif x:\n  pass\nelif x > 2:\n  pass\n"],
  ["else-if", "x = 1\nif x:\n  pass\n«else if» x > 2:\n  pass\n", "x = 1\nif x:\n  pass\nelif x > 2:\n  pass\n"],
  ["else-if", "x = 1\nif x:\n  pass\n«elseif» x > 2:\n  pass\n", "x = 1\nif x:\n  pass\nelif x > 2:\n  pass\n"],
  ["then-word", "x = 1\nif x == 1 «then»\n  pass\n", "x = 1\nif x == 1:\n  pass\n"],
  ["then-word", "x = 1\nwhile x == 1 «do»:\n  pass\n", "x = 1\nwhile x == 1:\n  pass\n"],
  ["missing-def-brackets", "def «f»:\n  return\n", "def f():\n  return\n"],
  ["missing-def-brackets", "def f «a, b»:\n  return\n", "def f(a, b):\n  return\n"],
  ["missing-in", "«for i» = 1:\n  pass\n"],
  ["c-style-for", "«for (i = 0; i < 3; i++)»:\n  pass\n"],
  ["too-deep", `x = ${"(".repeat(200)}«(»1${")".repeat(201)}\n`],
  ["expected-expression", "x = 1 +«»\n"],
  ["expected-expression", "x = 1 * «/» 2\n"],
  ["expected-expression", "x = [1]\ny = x«[]»\n"],
  ["side-by-side", "x = 1 «y»\n"],
  ["side-by-side", "print 'a' «1»\n"],
  ["unexpected-token", "print 1 «=» 2\n"],
  ["stray-colon", "x = 1\nx«:»\n  x = 2\n"],
  ["misspelt-keyword", "«whlie» 1 < 2:\n  pass\n", "while 1 < 2:\n  pass\n"],
  ["misspelt-keyword", "«Print» 1\n".replace("Print", "prnt"), "print 1\n"],
  ["misspelt-keyword", "if 1:\n  pass\n«esle»:\n  pass\n", "if 1:\n  pass\nelse:\n  pass\n"],
  ["misspelt-keyword", "«form» parallel import *\n", "from parallel import *\n"],
  ["misspelt-keyword", "«function» f(x):\n  return x\n", "def f(x):\n  return x\n"],
  ["needless-type", "«var» x = 3\n", "x = 3\n"],
  ["assign-in-test", "x = 1\nif x «=» 1:\n  pass\n", "x = 1\nif x == 1:\n  pass\n"],
  ["assign-in-test", "x = 1\nwhile (x «=» 1) and 2:\n  pass\n", "x = 1\nwhile (x == 1) and 2:\n  pass\n"],
  ["increment", "i = 1\n«i++»\n", "i = 1\ni += 1\n"],
  ["increment", "i = 1\n«--i»\n", "i = 1\ni -= 1\n"],
  ["increment", "i = 1\nx = «i++»\n"],
  ["bad-target", "«len(1)» = 2\n"],
  ["bad-target", "«3» = 4\n"],
  ["bad-target", "for «3» in [1]:\n  pass\n"],
  ["bad-delete", "def f():\n  pass\ndel «f()»\n"],
  ["attribute-target", "x = 1\n«x.y» = 2\n"],
  ["missing-else", "x = «1 if 2»\n"],
  ["missing-dict-value", "x = {'a': 1, 'b'«}»\n"],
  ["default-order", "def f(a=1, «b»):\n  pass\n"],
  ["expected-parameter", "def f(«1»):\n  pass\n"],
  ["keyword-order", "def f(a, b):\n  pass\nf(a=1, «2»)\n".replace("f(a=1", "f(b=1")],
  ["keyword-as-name", "«for» = 1\n".replace("for", "in")],
  ["keyword-as-name", "def «is»():\n  pass\n"],
  ["missing-name", "def «»\n"],
  ["missing-import", "«from parallel»\n", "from parallel import *\n"],
  ["import-order", "«import coreid from parallel»\n", "from parallel import coreid\n"],
  ["print-keyword", "print(1, «colour»=2)\n"],
  ["power-sign", "x = 2 «^» 3\nprint x\n", "x = 2 ** 3\nprint x\n"],
  ["power-sign", "x = 2\nx «^=» 3\nprint x\n", "x = 2\nx **= 3\nprint x\n"],
  ["exclusive-or", "x = 5\ny = x «^» 2\n", "x = 5\ny = x ** 2\n"],
  ["exclusive-or", "x = 5\ny = 10 «^» x\n", "x = 5\ny = 10 ** x\n"],
  ["exclusive-or", "x = 5\ny = x «^» 0.5\n", "x = 5\ny = x ** 0.5\n"],
  ["lower-case-constant", "x = «true»\nprint x\n", "x = True\nprint x\n"],
  ["undefined-name", "x = «true»\n", "x = True\n"],
  ["undefined-name", "for i in «xrange»(3):\n  pass\n", "for i in range(3):\n  pass\n"],

  ["try-alone", "«try»:\n  x = 1\ny = 2\n"],
  ["except-order", "try:\n  x = 1\n«except»:\n  x = 2\nexcept ValueError:\n  x = 3\n"],
  ["except-comma", "try:\n  x = 1\nexcept «ValueError, e»:\n  x = 2\n"],
  ["raise-comma", "raise ValueError«,» 'no'\n"],
  ["attribute-nowhere", "class A:\n  x = 1\nprint(A().«y»)\n"],
  ["class-base", "class A(«range»):\n  pass\n"],
  ["left-out-class", "from collections import namedtuple\nnames = [str(3)]\nA = «namedtuple('A', names)»\n"],
  ["class-base", "x = 1\nclass A(«x»):\n  pass\n"],
  ["class-order", "class A:\n  pass\nclass «B»(A, A):\n  pass\n"],
  ["left-out-dataclass", "from dataclasses import dataclass\n@dataclass(«match_args=False»)\nclass A:\n  x: int\n"],
  ["dataclass-order", "from dataclasses import dataclass\n@dataclass\nclass A:\n  x: int = 1\n  «y»: int\n"],
  ["dataclass-mutable", "from dataclasses import dataclass\n@dataclass\nclass A:\n  x: list = «[]»\n"],
  ["class-keyword", "class A(«metaclass=int»):\n  pass\n"],
  ["left-out-method", "class A:\n  def «__get__»(self, one, kind):\n    return 1\n"],
  ["never-called", "class A:\n  def «__del__»(self):\n    pass\n"],
  ["super-outside", "class A:\n  x = 1\nprint(«super()».x)\n"],
  ["super-alone", "class A:\n  def f(self):\n    return «super()»\n"],
  ["left-out-classic", "# dialect: classic\n«class A:»\n  def f(self):\n    self.x = 1\n"],
  ["left-out-classic", "# dialect: classic\n«with x as y:»\n  pass\n"],
  ["left-out-yield", "# dialect: classic\ndef f():\n  «yield» 1\n"],
  ["yield-outside", "x = «yield 1»\n"],
  ["yield-outside", "for i in range(3):\n  «yield i»\n"],
  ["left-out-classic", "# dialect: classic\nx = «lambda» y: y\n"],
  ["left-out-classic", "# dialect: classic\ndef f():\n  «def g():»\n    return 1\n  return g()\n"],
  ["left-out-classic", "# dialect: classic\ndef f():\n  «nonlocal» x\n"],
  ["left-out-async", "«async def f():»\n  pass\n"],
  ["unused-value", "x = 1\n«x + 1»\n"],
  ["unused-value", "x = [1]\n«x»\n"],
  ["unused-value", "x = 1\n«x < 2»\n"],
  ["double-sign", "x = 1\ny = «++x»\n"],
  ["loop-over-number", "for i in «3»:\n  print i\n", "for i in range(3):\n  print i\n"],
  ["loop-over-number", "x = [1]\nfor i in «len(x)»:\n  print i\n", "x = [1]\nfor i in range(len(x)):\n  print i\n"],
  ["shadowed-function", "«sum» = 0\nprint sum([1])\n"],
  ["shadowed-function", "from parallel import *\ndef f():\n  «send» = 1\n  send(1, 2)\n"],
  ["name-of-function", "«list» = [1]\nprint list\n"],
  ["switch-word", "x = 1\n«switch x:»\n  case 1:\n    y = 2\n"],
  ["switch-word", "x = 1\n«switch (x):»\n  case 1:\n    y = 2\n"],
  ["match-empty", "x = 1\n«match» x:\nprint(x)\n"],
  ["case-expected", "x = 1\nmatch x:\n  case 1:\n    print(x)\n  «else»:\n    print(2)\n"],
  ["case-pattern", "x = 1\nmatch x:\n  case «x + 1»:\n    print(x)\n"],
  ["case-order", "x = 1\nmatch x:\n  case «y»:\n    print(y)\n  case 2:\n    print(x)\n"],
  ["case-order", "x = 1\nmatch x:\n  case «_»:\n    print(1)\n  case 2:\n    print(x)\n"],
  ["case-name-twice", "x = [1, 2]\nmatch x:\n  case [a, «a»]:\n    print(a)\n"],
  ["case-alternatives", "x = [1, 2]\nmatch x:\n  case [1, «a»] | [2]:\n    print(a)\n"],
  ["classic-native", "x = native «rtl_coreid»()\n", "# dialect: classic\nx = native rtl_coreid()\n"],
  ["unknown-native", "native «rtl_snd»(1, 2)\n", "native rtl_send(1, 2)\n"],
  ["classic-function", "print «symbol»([1])\n", "# dialect: classic\nprint symbol([1])\n"],
  ["left-out-decorator", "@«property»\ndef f():\n  pass\n"],
  ["left-out-decorator", "@«lru_cache(100)»\ndef f():\n  pass\n"],
  ["host-decorator", "@«offload»\ndef f():\n  pass\n"],
  ["native-decorator", "import math\n@«math.sqrt»\ndef f():\n  pass\n"],
  ["decorator-alone", "def g(f):\n  return f\n«@g»\nx = 1\n"],
  ["too-many-arguments", "def g():\n  pass\n@«g»\ndef f():\n  pass\n"],
  ["too-few-arguments", "def g(a, b):\n  pass\n@«g»\ndef f():\n  pass\n"],
  ["undefined-name", "@«timed»\ndef f():\n  pass\n"],
  ["not-callable", "@«5»\ndef f():\n  pass\n"],
  [
    "left-out-generator",
    "# dialect: classic\nx = «(i*i for i in [1, 2])»\n",
    "# dialect: classic\nx = [i*i for i in [1, 2]]\n",
  ],
  [
    "left-out-generator",
    "# dialect: classic\ndef f(x):\n  pass\nf(«i for i in [1]»)\n",
    "# dialect: classic\ndef f(x):\n  pass\nf([i for i in [1]])\n",
  ],
  ["bad-target", "x = (2 for «1» in range(3))\n"],
  ["bad-target", "x = [i for «1» in range(3) for i in [1]]\n"],
  ["fstring-brace", "x = 1\nprint f'«{»x'\n"],
  ["fstring-brace", "print f'a«}»'\n", "print f'a}}'\n"],
  ["fstring-empty", "print f'«{}»'\n"],
  ["fstring-conversion", "x = 1\nprint f'{x«!q»}'\n"],
  ["left-out-classic", "# dialect: classic\nprint «b'x'»\n"],
  ["bytes-and-text", "x = b'x' «'y'»\n"],
  ["bytes-not-ascii", "x = «b'é'»\n"],
  ["left-out-matrix", "x = 1 «@» 2\n"],
  ["left-out-classic", "# dialect: classic\nx = «3j»\n"],
  ["left-out-classic", "# dialect: classic\nx = «...»\n"],
  ["left-out-packages", "import «game.board»\n"],
  ["left-out-packages", "from «.» import x\n"],
  ["left-out-print-to", "print «>>»1, 2\n"],
  ["left-out-builtin", "print «raw_input»()\n"],
  ["undefined-name", "x = «raw_input»()\n", "x = input()\n"],

  ["undefined-name", "total = 1\nprint «totl»\n", "total = 1\nprint total\n"],
  ["undefined-name", "print «something»\n"],
  // Python reads it as l and a middle dot.
  ["undefined-name", "print «ŀ»\n"],
  ["undefined-name", "from parallel import *\nprint «corid»()\n", "from parallel import *\nprint coreid()\n"],
  ["name-not-imported", "x = 1\nprint «coreid»()\n", "from parallel import *\nx = 1\nprint coreid()\n"],
  [
    "name-not-imported",
    "# note\nimport random\nx = 1\nprint «sqrt»(x)\n",
    "# note\nimport random\nfrom math import sqrt\nx = 1\nprint sqrt(x)\n",
  ],
  ["needs-module", "import math as m\nprint «sqrt»(2)\n", "import math as m\nprint m.sqrt(2)\n"],
  ["module-not-imported", "print «math».sqrt(2)\n", "import math\nprint math.sqrt(2)\n"],
  ["local-elsewhere", "def f():\n  x = 1\n  return x\nprint f() + «x»\n"],
  ["augmented-local", "n = 0\ndef f():\n  «n» += 1\n", "n = 0\ndef f():\n  global n\n  n += 1\n"],
  ["augmented-unset", "def f():\n  «n» += 1\n"],
  ["left-out-classic", "# dialect: classic\ndef f(a«:» int):\n  return a\n"],
  ["left-out-classic", "# dialect: classic\ndef f(«*»a):\n  pass\n"],
  ["left-out-classic", "# dialect: classic\nx = [1]\nprint(«*»x)\n"],
  ["left-out-classic", "# dialect: classic\nif (x «:=» 1):\n  pass\n"],
  ["keyword-to-unknown", "# dialect: classic\ndef g(a):\n  pass\nf = g\nf(«a=1»)\n"],
  ["bad-walrus", "x = [1]\nif («x[0]» := 1):\n  pass\n"],
  ["star-alone", "x = [1]\ny = «*x»\n"],
  ["star-alone", "«*x» = [1]\n"],
  ["two-stars", "*x, «*y» = [1]\n"],
  ["star-order", "def f(*a, «*»b):\n  pass\n"],
  ["star-order", "def f(**a, «b»):\n  pass\n"],
  ["star-order", "def f(«/», a):\n  pass\n"],
  ["star-order", "def f(a, «*»):\n  pass\n"],
  ["star-default", "def f(*a=«1»):\n  pass\n"],
  ["star-to-native", "x = {}\nlen(«**x»)\n"],
  ["nonlocal-outside", "x = 1\n«nonlocal x»\n"],
  ["nonlocal-unbound", "def f():\n  nonlocal «y»\n"],
  ["nonlocal-unbound", "x = 1\ndef f():\n  nonlocal «x»\n  x = 2\n", "x = 1\ndef f():\n  global x\n  x = 2\n"],
  ["nonlocal-parameter", "def f():\n  a = 1\n  def g(a):\n    nonlocal «a»\n  g(a)\n"],
  ["global-parameter", "def f(a):\n  global «a»\n"],
  ["duplicate-parameter", "def f(a, «a»):\n  pass\n"],

  ["unknown-module", "import «paralel»\nparalel.f()\n", "import parallel\nparalel.f()\n"],
  ["module-elsewhere", "from «numpy» import *\nx = array(1)\n"],
  ["name-elsewhere", "x = «MPI_Comm_rank»(1)\n"],
  ["unknown-member", "from math import «sqr»\nsqr(2)\n", "from math import sqrt\nsqr(2)\n"],
  ["unknown-member", "import math\nprint math.«sinn»(2)\n", "import math\nprint math.sin(2)\n"],
  ["module-as-value", "import math\nprint «math»\n"],
  ["module-called", "import random\nprint «random»()\n", "import random\nprint random.random()\n"],

  ["too-few-arguments", "from parallel import *\n«send(1)»\n"],
  ["too-few-arguments", "def f(a, b=2):\n  pass\n«f()»\n"],
  ["too-many-arguments", "from parallel import *\nprint coreid(«1, 2»)\n"],
  ["too-many-arguments", "import math\nprint math.pi(«1»)\n"],
  ["too-many-arguments", "x = [1]\nx.append(1, «2»)\n"],
  ["too-many-arguments", "from helper import area\nprint area(1, 2, «3»)\n"],
  ["unknown-keyword", "def f(width):\n  pass\nf(«widht»=1)\n", "def f(width):\n  pass\nf(width=1)\n"],
  ["repeated-argument", "def f(a):\n  pass\nf(1, «a=2»)\n"],
  ["not-callable", "x = 1\nprint «2»(x + 1)\n"],
  ["unknown-method", "x = [1]\nx.«apend»(2)\n", "x = [1]\nx.append(2)\n"],
  ["method-not-called", "x = [1]\nx.«pop»\n", "x = [1]\nx.pop()\n"],
  ["unknown-attribute", "x = [1]\nprint x.«size»\n"],

  ["break-outside", "«break»\n"],
  ["break-outside", "while 1:\n  pass\nelse:\n  «continue»\n"],
  ["return-outside", "«return 1»\n"],
  ["int-too-large", "x = «2147483648»\n"],
  ["int-too-large", "x = -«2147483649»\n"],
  ["real-too-large", "x = «1e39»\n"],
  ["floor-division", "print 7«/»2\n", "print 7//2\n"],
  [
    "floor-division",
    "# dialect: python2\nfrom parallel import *\nx = -coreid()«/»numcores()\n",
    "# dialect: python2\nfrom parallel import *\nx = -coreid()//numcores()\n",
  ],
  ["used-above-def", "«f»()\ndef f():\n  pass\n"],
  ["text-plus-number", "print('x' + «1»)\n", "print('x' + str(1))\n"],
  ["text-and-number", "print 'x' + «1»\n", "print 'x' + str(1)\n"],
  ["text-and-number", "print «len('x')» + 'x'\n", "print str(len('x')) + 'x'\n"],
  ["comparison-statement", "x = 1\n«x == 2»\n", "x = 1\nx = 2\n"],
  ["assert-tuple", "x = 1\nassert «(x > 0, 'small')»\n"],
  [
    "function-as-value",
    "from parallel import *\nif «coreid» == 0:\n  pass\n",
    "from parallel import *\nif coreid() == 0:\n  pass\n",
  ],
  ["type-and-text", "x = 5\nprint(type(x) == «'int'»)\n", "x = 5\nprint(type(x) == int)\n"],
  ["type-and-text", "print(«'real'» != type(5))\n", "print(float != type(5))\n"],
  ["type-and-text", "print(type(5) in (int, «'None'»))\n", "print(type(5) in (int, type(None)))\n"],
  ["type-and-text", "print(type(5) == «'thing'»)\n"],
  ["not-a-type", "print isinstance([1], «enumerate»)\n", "print isinstance([1], list)\n"],
  ["not-a-type", "print type([1]) in [list, «zip»]\n", "print type([1]) in [list, list]\n"],
  ["not-a-type", "print(type([1]) is «reversed»)\n"],
  ["forgotten-result", "x = [1]\n«sorted(x)»\n", "x = [1]\nx = sorted(x)\n"],
  ["forgotten-result", "x = [1]\n«len(x)»\n"],
  ["misspelt-assignment", "count = 1\n«conut» = count + 1\n", "count = 1\ncount = count + 1\n"],
  ["augmented-unset", "total = 1\n«totl» += 1\n", "total = 1\ntotal += 1\n"],
  ["function-as-value", "from parallel import *\nif not «ishost»:\n  pass\n"],
  ["function-not-called", "from parallel import *\n«sync»\n", "from parallel import *\nsync()\n"],
];

function fixedText(text: string, edits: readonly { from: number; to: number; text: string }[]): string {
  let result = text;
  for (const edit of edits.toSorted((a, b) => b.from - a.from)) {
    result = result.slice(0, edit.from) + edit.text + result.slice(edit.to);
  }
  return result;
}

describe("every diagnostic", () => {
  test.each(cases.map(([code, marked, fixed]) => ({ code, marked, fixed })))(
    "$code: $marked",
    ({ code, marked, fixed }) => {
      const { text, from, to } = unmark(marked);
      const { diagnostics, program } = check({ name: "t.py", text }, [helper]);
      expect(diagnostics.map((one) => ({ code: one.code, from: one.from, to: one.to }))).toEqual([{ code, from, to }]);
      const [only] = diagnostics;
      expect(program === undefined).toBe(only?.severity === "error");
      expect(only?.message).toMatch(/^\S.*[.?`]$/s);
      expect(only?.message).not.toContain("undefined");
      if (fixed !== undefined) expect(fixedText(text, only?.fixes[0]?.edits ?? [])).toBe(fixed);
    },
  );

  test("import-cycle, where the circle closes", () => {
    const { diagnostics } = check({ name: "t.py", text: "import other\n" }, [other]);
    expect(diagnostics.map((one) => [one.code, one.file, one.from, one.to])).toEqual([
      ["import-cycle", "other.py", 35, 36],
    ]);
  });

  test("is caused by a test here", () => {
    const tested = new Set<string>([...cases.map(([code]) => code), "import-cycle"]);
    expect(Object.keys(messages).filter((code) => !tested.has(code))).toEqual([]);
  });

  test.each(Object.keys(messages))("%s has an explanation of some sentences", (code) => {
    const text = explanation(code) ?? "";
    expect(text.split(/[.?:] /).length).toBeGreaterThanOrEqual(2);
    expect(text).toMatch(/\.$/);
  });
});

test("no explanation for codes of others", () => {
  expect(explanation("toString")).toBeUndefined();
});

test("several characters that are not Python's can be mended at once", () => {
  const text = "x\u00a0= 5 − 3\n\u00a0\u00a0\nprint(“a”, x\u200b)\n";
  const { diagnostics } = check({ name: "main.py", text }, []);
  expect(diagnostics.map(({ code }) => code)).toEqual([
    "odd-space",
    "lookalike-character",
    "odd-space",
    "smart-quotes",
    "invisible-character",
  ]);
  for (const { fixes } of diagnostics) {
    const all = fixes.find(({ title }) => title.includes("whole file"))?.edits ?? [];
    const mended = all
      .toSorted((a, b) => b.from - a.from)
      .reduce((t, e) => t.slice(0, e.from) + e.text + t.slice(e.to), text);
    expect(mended).toBe('x = 5 - 3\n  \nprint("a", x)\n');
  }
});
