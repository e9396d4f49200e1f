import { describe, expect, test } from "vitest";
import { definition, references } from "./navigation.ts";
import { edited, rename } from "./rename.ts";
import { projectAt } from "./testing/marked.ts";

function renamed(source: string, to: string, others: Readonly<Record<string, string>> = {}) {
  const { project, offset } = projectAt(source, others);
  const result = rename(project, "main.py", offset, to);
  if ("refused" in result) return result.refused;
  return Object.fromEntries(
    project.files.map((file) => [
      file.name,
      edited(
        file.text,
        result.filter((edit) => edit.file === file.name),
      ),
    ]),
  );
}

describe("definition", () => {
  const define = (source: string, others?: Readonly<Record<string, string>>) => {
    const { project, offset } = projectAt(source, others);
    return definition(project, "main.py", offset);
  };

  test("leads to a def, a parameter, a first assignment, and into another file", () => {
    expect(define("f|()\ndef f():\n    pass\n")).toEqual({ file: "main.py", from: 8, to: 9 });
    expect(define("def f(a):\n    print a|\n")).toEqual({ file: "main.py", from: 6, to: 7 });
    expect(define("x = 1\nx = 2\nprint x|\n")).toEqual({ file: "main.py", from: 0, to: 1 });
    const mine = { "mine.py": "def g():\n    pass\n" };
    expect(define("from mine import g\ng|()\n", mine)).toEqual({ file: "mine.py", from: 4, to: 5 });
    expect(define("import mine|\n", mine)).toEqual({ file: "mine.py", from: 0, to: 0 });
  });

  test("leads from an f-string to what its names mean", () => {
    expect(define('x = 1\nprint f"{x|}"\n')).toEqual({ file: "main.py", from: 0, to: 1 });
    expect(define("x = 1\nprint f'{2:{x|}}'\n")).toEqual({ file: "main.py", from: 0, to: 1 });
    expect(define("def g():\n    pass\nprint f'{f\"{g|()}\"}'\n")).toEqual({ file: "main.py", from: 4, to: 5 });
  });

  test("of what is ePython's own is nowhere", () => {
    expect(define("print le|n([])\n")).toBeUndefined();
    expect(define("from util import oddSort\nodd|Sort([])\n")).toBeUndefined();
  });

  test("references are found in files that import the name", () => {
    const { project } = projectAt("from mine import g\ng()\n", { "mine.py": "def g():\n    pass\n" });
    expect(references(project, "mine.py", 4).map(({ file }) => file)).toEqual(["main.py", "main.py", "mine.py"]);
  });
});

describe("rename", () => {
  test("changes names in f-strings, forms and nested ones included", () => {
    expect(renamed("w| = 1\nprint f\"w {w} {2:{w}} {f'{w}'} {{w}} {w=}\"\n", "wide")).toEqual({
      "main.py": "wide = 1\nprint f\"w {wide} {2:{wide}} {f'{wide}'} {{w}} {wide=}\"\n",
    });
    expect(renamed('print f"{x|}"\nx = 1\n', "y")).toEqual({ "main.py": 'print f"{y}"\ny = 1\n' });
    expect(renamed('x| = 1\nprint f"{x" +\n', "y")).toBe(
      "main.py has mistakes, and x stands where it cannot be read. Mend them first.",
    );
  });

  test("changes the same variable and no other of its name", () => {
    expect(renamed("x| = 1\ndef f(x):\n    return x\nprint x + f(x)\n", "y")).toEqual({
      "main.py": "y = 1\ndef f(x):\n    return x\nprint y + f(y)\n",
    });
  });

  test("goes across files, and leaves other names for the same thing", () => {
    const mine = { "mine.py": "def g(a):\n    return a\n", "other.py": "from mine import g as h\nh(1)\n" };
    expect(renamed("import mine\nmine.g|(a=1)\n", "twice", mine)).toEqual({
      "main.py": "import mine\nmine.twice(a=1)\n",
      "mine.py": "def twice(a):\n    return a\n",
      "other.py": "from mine import twice as h\nh(1)\n",
    });
  });

  test("of a decorator changes it where it decorates, and of what it decorates where that is called", () => {
    const mine = { "mine.py": "def keep(f):\n    return f\n" };
    const program = "import mine\n@mine.keep\ndef f():\n    pass\nf()\n";
    expect(renamed(program.replace("keep", "kee|p"), "hold", mine)).toEqual({
      "main.py": program.replace("keep", "hold"),
      "mine.py": "def hold(f):\n    return f\n",
    });
    expect(renamed(program.replace("f()\n", "f|()\n"), "g", mine)).toMatchObject({
      "main.py": "import mine\n@mine.keep\ndef g():\n    pass\ng()\n",
    });
  });

  test("of an alias changes the alias only", () => {
    expect(renamed("import math as m\nprint m|.pi\n", "maths")).toEqual({
      "main.py": "import math as maths\nprint maths.pi\n",
    });
  });

  test("of a parameter changes the arguments that name it", () => {
    expect(renamed("def f(a|):\n    return a\nf(a=1)\n", "b")).toEqual({
      "main.py": "def f(b):\n    return b\nf(b=1)\n",
    });
  });

  test("keeps to the comprehension that a variable belongs to", () => {
    expect(renamed("x = 1\nprint [x| for x in [1, 2]], x\n", "y")).toEqual({
      "main.py": "x = 1\nprint [y for y in [1, 2]], x\n",
    });
  });

  test("refuses with a reason", () => {
    expect(renamed("print le|n([])\n", "size")).toContain("part of ePython");
    expect(renamed("import mat|h\n", "maths")).toContain("module of ePython");
    expect(renamed("x| = 1\n", "while")).toContain("word of the language");
    expect(renamed("x| = 1\n", "2x")).toContain("letters");
    expect(renamed("x| = 1\n", "len")).toContain("built-in");
    expect(renamed("x| = 1\ny = 2\n", "y")).toBe("y already means something else in main.py.");
    expect(renamed("x| = 1\ndef f(y):\n    return x + y\n", "y")).toContain("already means");
    expect(renamed("class A:\n    x| = 1\n", "y")).toContain("a class");
    expect(renamed("class A:\n    def f|(self):\n        pass\n", "g")).toContain("a class");
    expect(renamed("x| = 1\nasync def f():\n    y = x\n", "z")).toContain("mistakes");
    expect(renamed("1 +| 2\n", "y")).toContain("names");
  });
});
