import { describe, expect, test } from "vitest";
import { callAt } from "./call-at.ts";
import { complete } from "./completion.ts";
import { hover } from "./hover.ts";
import { definition } from "./navigation.ts";
import { outline } from "./outline.ts";
import { at, projectAt } from "./testing/marked.ts";

const POINT = `class Base:
    """What all have."""
    kind = "base"
    def name(self, long=False):
        """Its name."""
        return self.kind
class Point(Base):
    """A place."""
    def __init__(self, x, y=0):
        self.x = x
        self.items = []
        self.next = None
    @property
    def size(self):
        return self.x
    def move(self, by):
        self.x += by
        return Point(self.x)
`;

function labels(source: string): string[] {
  const { analysis, offset } = at(POINT + source);
  return complete(analysis, offset).items.map(({ label }) => label);
}

const all = ["items", "kind", "move", "name", "next", "size", "x"];

describe("completion behind a dot", () => {
  test.each([
    ["a variable", "p = Point(1)\np.|"],
    ["what a function gives", "def make():\n    return Point(1)\np = make()\np.|"],
    ["what a method gives", "p = Point(1).move(2)\np.|"],
    ["an element of a list", "ps = [Point(1), Point(2)]\nfor p in ps:\n    p.|"],
    ["a comprehension's", "ps = [Point(k) for k in range(3)]\nps[0].move(1)\nfor p in ps:\n    p.|"],
    ["itself", "    def other(self):\n        self.|"],
    ["an attribute", "class Holder:\n    def __init__(self):\n        self.p = Point(1)\nh = Holder()\nh.p.|"],
    ["the class", "Point.|"],
  ])("knows the class of %s", (_, source) => {
    expect(
      labels(source)
        .filter((label) => label !== "other" && label !== "other")
        .sort(),
    ).toEqual(all);
  });

  test("knows methods by kind", () => {
    expect(labels("d = {}\nd.|")).toEqual(expect.arrayContaining(["keys", "items", "get", "pop", "update"]));
    expect(labels("d = {}\nd.|")).not.toContain("append");
    expect(labels("s = {1}\ns.|")).toEqual(expect.arrayContaining(["add", "union", "remove"]));
    expect(labels("s = set()\ns.|")).not.toContain("keys");
    expect(labels("t = (1, 2)\nt.|").sort()).toEqual(["count", "index"]);
    expect(labels("words = 'a b'.split()\nwords.|")).toContain("append");
    expect(labels("words = 'a b'.split()\nwords.|")).not.toContain("upper");
    expect(labels("p = Point(1)\np.items.|")).toContain("append");
    expect(labels("def squares():\n    yield 1\ng = squares()\ng.|").sort()).toEqual(["close", "send", "throw"]);
    expect(labels("n = 1\nn.|")).toEqual([]);
  });

  test("offers all where nobody knows, with what the program's objects have", () => {
    expect(labels("def f(p):\n    p.|")).toEqual(expect.arrayContaining(["append", "upper", "keys", "move", "items"]));
  });

  test("says what a member is", () => {
    const { analysis, offset } = at(`${POINT}p = Point(1)\np.|`);
    const of = (name: string) => complete(analysis, offset).items.find(({ label }) => label === name);
    expect(of("move")).toMatchObject({ kind: "method", detail: "def move(self, by)" });
    expect(of("x")).toMatchObject({ kind: "variable", summary: "An attribute of Point, first in line 10." });
  });

  test("knows the fields of a dataclass", () => {
    const { analysis, offset } = at(
      "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\n    y: int = 2\np = P(1)\np.|",
    );
    expect(
      complete(analysis, offset)
        .items.map(({ label }) => label)
        .sort(),
    ).toEqual(["x", "y"]);
    expect(outline(analysis).map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      "class P",
      "variable y",
      "variable p",
    ]);
  });
});

describe("hover", () => {
  const over = (source: string) => {
    const { analysis, offset } = at(POINT + source);
    return hover(analysis, offset);
  };

  test("shows how a class is called, and its words", () => {
    expect(over("p = Po|int(1)\n")).toMatchObject({ code: "class Point(Base)\nPoint(x, y=0)", words: "A place." });
  });

  test("knows methods, properties and attributes of a variable's class", () => {
    expect(over("p = Point(1)\np.na|me()\n")).toMatchObject({ code: "def name(self, long=False)", words: "Its name." });
    expect(over("p = Point(1)\nprint(p.si|ze)\n")).toMatchObject({ words: "A property of Point." });
    expect(over("p = Point(1)\nprint(p.x|)\n")).toMatchObject({
      code: "Point.x",
      words: "An attribute of Point, first in line 10.",
    });
    expect(over("p = Point(1)\nprint(p.ki|nd)\n")?.words).toBe("A variable of the class Base, first in line 3.");
  });
});

test("a call of a class or a method shows its parameters without self", () => {
  const label = (source: string) => {
    const { analysis, offset } = at(POINT + source);
    return callAt(analysis, offset)?.signature.label;
  };
  expect(label("Point(|")).toBe("Point(x, y=0)");
  expect(label("p = Point(1)\np.move(|")).toBe("move(by)");
});

test("the definition of an attribute or a method is where its class first has it", () => {
  const place = (source: string) => {
    const { project, offset } = projectAt(POINT + source);
    const found = definition(project, "main.py", offset);
    return found && POINT.slice(0, found.from).split("\n").length;
  };
  expect(place("p = Point(1)\nprint(p.x|)\n")).toBe(10);
  expect(place("p = Point(1)\np.na|me()\n")).toBe(4);
});

test("the outline has classes with their methods", () => {
  const { analysis } = at(`${POINT}p = Point(1)\n|`);
  expect(outline(analysis).map(({ name, kind, detail }) => `${kind} ${name}${detail}`)).toEqual([
    "class Base",
    "variable kind",
    "method name(self, long=False)",
    "class Point(Base)",
    "method __init__(self, x, y=0)",
    "method size(self)",
    "method move(self, by)",
    "variable p",
  ]);
});
