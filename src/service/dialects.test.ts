import { describe, expect, test } from "vitest";
import { callAt } from "./call-at.ts";
import { complete } from "./completion.ts";
import { hover } from "./hover.ts";
import { definition, references } from "./navigation.ts";
import { outline } from "./outline.ts";
import { edited, renamable, rename } from "./rename.ts";
import { at, projectAt } from "./testing/marked.ts";

const CLASSIC = "# dialect: classic\n";

// The same text in both dialects, side by side: in the classic one the two spellings are one name.
const text = "Total = 1\ntotal = 2\nprint TOT|AL\n";

describe("names in any case", () => {
  test("lead to where they were first given a value", () => {
    const classic = projectAt(CLASSIC + text);
    expect(definition(classic.project, "main.py", classic.offset)).toMatchObject({ from: CLASSIC.length });
    const python = projectAt(text);
    expect(definition(python.project, "main.py", python.offset)).toBeUndefined();
  });

  test("are found as one", () => {
    const source = "To|tal = 1\ntotal = 2\n";
    const classic = projectAt(CLASSIC + source);
    expect(references(classic.project, "main.py", classic.offset)).toHaveLength(2);
    const python = projectAt(source);
    expect(references(python.project, "main.py", python.offset)).toHaveLength(1);
  });

  test("are renamed as one, whichever way they are written", () => {
    const { project, offset } = projectAt(`${CLASSIC}${text}`);
    expect(renamable(project, "main.py", offset)).toMatchObject({ text: "TOTAL" });
    const edits = rename(project, "main.py", offset, "Sum_of");
    if ("refused" in edits) throw new Error(edits.refused);
    expect(edited(project.files[0]?.text ?? "", edits)).toBe(`${CLASSIC}Sum_of = 1\nSum_of = 2\nprint Sum_of\n`);
  });

  test("a new name may not be another's in other letters, but in the classic dialect only", () => {
    const source = "one| = 1\nOther = 2\n";
    const classic = projectAt(CLASSIC + source);
    expect(rename(classic.project, "main.py", classic.offset, "other")).toHaveProperty("refused");
    const python = projectAt(source);
    expect(rename(python.project, "main.py", python.offset, "other")).toHaveLength(1);
    expect(rename(classic.project, "main.py", classic.offset, "LEN")).toHaveProperty("refused");
  });

  test("are hovered, called and completed as they are written", () => {
    const hovered = at(`${CLASSIC}def Twice(N):\n    return n\nprint tw|ice(1)\n`);
    expect(hover(hovered.analysis, hovered.offset)?.code).toBe("def Twice(N)");
    expect(outline(hovered.analysis).map(({ name }) => name)).toEqual(["Twice"]);
    const called = at(`${CLASSIC}def Twice(N):\n    return n\nprint TWICE(|1)\n`);
    expect(callAt(called.analysis, called.offset)?.signature.label).toBe("Twice(N)");
    const native = at(`${CLASSIC}import Parallel\nPARALLEL.Send(1, |)\n`);
    expect(callAt(native.analysis, native.offset)).toMatchObject({ active: 1, signature: { name: "send" } });
    const { analysis, offset } = at(`${CLASSIC}Total = 1\nprint |\n`);
    const labels = complete(analysis, offset).items.map(({ label }) => label);
    expect(labels).toContain("Total");
    expect(labels).not.toContain("total");
    const module = at(`${CLASSIC}import Math\nprint MATH.|\n`);
    expect(complete(module.analysis, module.offset).items.map(({ label }) => label)).toContain("sqrt");
  });

  test("reach into the files that a classic program imports", () => {
    const { project, offset } = projectAt(`${CLASSIC}import mine\nprint mine.ad|d(1)\n`, {
      "mine.py": "def Add(X):\n    return x + 1\n",
    });
    expect(definition(project, "main.py", offset)).toEqual({ file: "mine.py", from: 4, to: 7 });
    expect(project.of("mine.py")?.diagnostics).toEqual([]);
    expect(references(project, "mine.py", 5).map(({ file }) => file)).toEqual(["main.py", "mine.py"]);
  });

  test("with dots are one name", () => {
    const source = `${CLASSIC}my.value = 1\nprint My.Va|lue + my.value\n`;
    const { project, offset } = projectAt(source);
    expect(references(project, "main.py", offset)).toHaveLength(3);
    const edits = rename(project, "main.py", offset, "x.y");
    if ("refused" in edits) throw new Error(edits.refused);
    expect(edited(project.files[0]?.text ?? "", edits)).toBe(`${CLASSIC}x.y = 1\nprint x.y + x.y\n`);
    expect(rename(project, "main.py", offset, "plain")).toHaveLength(3);
    const { analysis } = at(`${CLASSIC}my.value = 1\nprint |\n`);
    expect(complete(analysis, CLASSIC.length + 19).items.map(({ label }) => label)).toContain("my.value");
    const hovered = at(`${CLASSIC}def my.f(a.b):\n    return a.b\nprint my.|f(1)\n`);
    expect(hover(hovered.analysis, hovered.offset)?.code).toBe("def my.f(a.b)");
    const python = projectAt("x| = 1\n");
    expect(rename(python.project, "main.py", python.offset, "x.y")).toHaveProperty("refused");
  });

  test("may be words of Python, which are names then", () => {
    const { project, offset } = projectAt(`${CLASSIC}cla|ss = 1\nprint CLASS\n`);
    expect(references(project, "main.py", offset)).toHaveLength(2);
    expect(rename(project, "main.py", offset, "del")).toHaveLength(2);
    expect(rename(project, "main.py", offset, "WHILE")).toHaveProperty("refused");
    expect(rename(project, "main.py", offset, "print")).toHaveProperty("refused");
  });

  test("of functions differ in capitals where both are there", () => {
    const { project, offset } = projectAt(`${CLASSIC}def Ad|d(): return 1\ndef add(): return 2\nprint Add() + add()\n`);
    expect(references(project, "main.py", offset)).toHaveLength(2);
    expect(rename(project, "main.py", offset, "plus")).toHaveLength(2);
  });

  test("keywords are explained in any case", () => {
    const { analysis, offset } = at(`${CLASSIC}WHI|LE false: pass\n`);
    expect(hover(analysis, offset)?.words).toMatch(/again and again/);
  });

  test("two classic files that import each other are looked at all the same", () => {
    const { project } = projectAt(`${CLASSIC}import mine|\n`, { "mine.py": `${CLASSIC}import main\n` });
    expect(project.of("mine.py")?.module.dialect).toBe("classic");
  });
});
