import { strToU8, zipSync } from "fflate";

// What might be brought into the page by those who mean harm, or mean well and have too much.

interface InFile {
  readonly name: string;
  readonly file: string;
  readonly bytes: Uint8Array;
}

export type Brought =
  | ({ readonly how: "program" | "file" | "pack" } & InFile)
  | { readonly how: "link"; readonly name: string; readonly hash: string };

export function hostileInputs(): readonly Brought[] {
  return [...programs(), ...files(), ...packs(), ...links()];
}

function programs(): Brought[] {
  const host = (body: string) => `import epython\n${body}\n`;
  const texts: Record<string, string> = {
    "100,000 lines": "x = 1\n".repeat(100_000),
    "100,000 blank lines": `${"\n".repeat(100_000)}print 1\n`,
    "a line of a million characters": `x = "${"a".repeat(1_000_000)}"\n`,
    "a sum of 50,000 terms": `x = ${"1 + ".repeat(50_000)}1\n`,
    "20,000 brackets": `x = ${"(".repeat(20_000)}1${")".repeat(20_000)}\n`,
    "20,000 open brackets": `x = ${"[".repeat(20_000)}\n`,
    "2,000 nested ifs": Array.from({ length: 2000 }, (_, k) => `${" ".repeat(k)}if True:`).join("\n"),
    "5,000 functions": Array.from({ length: 5000 }, (_, k) => `def f${k}(n): return n + ${k}`).join("\n"),
    "10,000 errors": "1 +\n".repeat(10_000),
    "200,000 spaces before a name": `${" ".repeat(200_000)}x\n`,
    "100,000 decorators": "@a\n".repeat(100_000),
    "a loop without end": "while True:\n    pass\n",
    "an endless print": 'while True:\n    print "x"\n',
    "an endless print of long lines": 'a = "x" * 5000\nwhile True:\n    print a\n',
    "an endless print of empty lines": 'while True:\n    print ""\n',
    "an endless recursion": "def f(n): return 1 + f(n + 1)\nprint f(0)\n",
    "an endless list": "a = []\nwhile True:\n    a = a + [a]\n",
    "a text that doubles": 'a = "x"\nwhile True:\n    a = a + a\n',
    "an endless exchange":
      "from parallel import *\nwhile True:\n    x = sendrecv(1, coreid() + 1 - 2 * (coreid() % 2))\n",
    "a question in a loop": "while True:\n    x = input('x? ' * 500)\n",
    "control characters without end": 'while True:\n    print "\\r\\b\\t\\x1b[31m\\x1b[2J" * 50\n',
    "Python: a loop without end": host("while True: pass"),
    "Python: an endless print": host("while True: print('x')"),
    "Python: one print of 4 million characters": host("print('x' * 4_000_000)"),
    "Python: all memory": host("a = []\nwhile True: a.append(bytearray(10_000_000))"),
  };
  return Object.entries(texts).map(([name, text]) => ({ how: "program", name, file: "main.py", bytes: strToU8(text) }));
}

function files(): Brought[] {
  const zeros = new Uint8Array(3_900_000);
  const bomb = zipSync({ "main.py": [new Uint8Array(300_000_000), { level: 9 }] });
  const lying = zipSync({ "main.py": strToU8("print 1\n") });
  // The size that the directory at the end promises.
  for (let at = lying.length - 22; at > 0; at--) {
    if (lying[at] === 0x50 && lying[at + 1] === 0x4b && lying[at + 2] === 1) lying.fill(0xff, at + 24, at + 28);
  }
  const many = zipSync(Object.fromEntries(Array.from({ length: 20_000 }, (_, k) => [`f${k}.py`, strToU8("x = 1\n")])));
  const all: Record<string, [string, Uint8Array]> = {
    "a file of zeros": ["main.py", zeros],
    "a file of UTF-16": ["main.py", new Uint8Array(Buffer.from("print 1\n".repeat(1000), "utf16le"))],
    "a .zip of 300 MB of zeros": ["project.zip", bomb],
    "a .zip with a lying header": ["project.zip", lying],
    "a .zip of 20,000 files": ["project.zip", many],
    "a .zip that is none": ["project.zip", zeros],
  };
  return Object.entries(all).map(([name, [file, bytes]]) => ({ how: "file", name, file, bytes }));
}

function packs(): Brought[] {
  const lesson = (k: number) => ({
    [`lessons/l${k}/lesson.md`]: strToU8(`# Lesson ${k}\n\n${"Words and `code`. ".repeat(2000)}\n`),
    [`lessons/l${k}/check.json`]: strToU8('{"checks":[{"name":"a","prints":{"matches":"^(a+)+$"}}]}'),
    [`lessons/l${k}/start.py`]: strToU8("x = 1\n"),
  });
  const nested = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const all: Record<string, [string, Uint8Array]> = {
    "a pack of 160 lessons": [
      "pack.zip",
      zipSync(Object.assign({}, ...Array.from({ length: 160 }, (_, k) => lesson(k)))),
    ],
    "a pack of deep brackets": ["pack.json", strToU8(nested)],
    "a pack of 4 MB of quotes": ["pack.json", strToU8(`"${'\\"'.repeat(1_900_000)}"`)],
    "progress that is not": ["progress.json", strToU8('{"v":1,"lessons":{"__proto__":{"done":true}}}')],
  };
  return Object.entries(all).map(([name, [file, bytes]]) => ({ how: "pack", name, file, bytes }));
}

function links(): Brought[] {
  const all: Record<string, string> = {
    "a link of a million characters": `#v1.${"A".repeat(1_000_000)}`,
    "a link that is cut off": "#v1.q1YqU7JS",
    "a link of percent signs": `#v1.${"%25".repeat(100_000)}`,
    "a link of another version": "#v9.abc",
    "a link of dots": `#${".".repeat(500_000)}`,
  };
  return Object.entries(all).map(([name, hash]) => ({ how: "link", name, hash }));
}
