import { expect, test } from "vitest";
import { compile } from "../compiler/compile.ts";
import { growth, LINEAR } from "../testing/harness/growth.ts";
import { ProjectAnalysis } from "./analysis.ts";
import { complete } from "./completion.ts";
import { folds } from "./folding.ts";
import { format } from "./formatting.ts";
import { hover } from "./hover.ts";
import { references } from "./navigation.ts";
import { outline } from "./outline.ts";
import { rename } from "./rename.ts";

// What is typed or opened may be anyone's: no form of it takes time that grows with its square.

const lines = (count: number, line: (k: number) => string): string =>
  Array.from({ length: count }, (_, k) => line(k)).join("\n");

const texts: readonly (readonly [string, (size: number) => string])[] = [
  ["names", (size) => lines(size, (k) => `v${k} = ${k}`)],
  ["uses of a name", (size) => `v = 1\n${"print(v)\n".repeat(size)}`],
  ["names that mean nothing", (size) => lines(size, (k) => `known${k} = 1\nprint(unknown${k})`)],
  ["members that mean nothing", (size) => `import parallel\n${lines(size, (k) => `parallel.f${k}()`)}`],
  ["calls that miss arguments", (size) => `def f(${lines(size, (k) => `p${k},`)}q): pass\n${"f()\n".repeat(size)}`],
  [
    "arguments that mean nothing",
    (size) => `def f(${lines(size, (k) => `p${k},`)}q): pass\nf(${lines(size, (k) => `a${k}=1,`)})`,
  ],
  ["functions", (size) => lines(size / 2, (k) => `def f${k}(a):\n    return a\nf${k}(1)`)],
  ["comments between lines", (size) => "x = 1\n  # a\n".repeat(size)],
  ["blank lines", (size) => "    \n".repeat(size * 4)],
  ["a line of backslashes", (size) => "\\".repeat(size * 4)],
  ["f-strings on a line", (size) => `y = 1\nx = ${'f"b{y}" '.repeat(size * 2)}\n`],
  ["open brackets", (size) => "(".repeat(size)],
  ["f-strings in one another", (size) => 'f"{'.repeat(size * 2)],
  ["f-strings that nothing closes", (size) => 'f"{ "'.repeat(size * 2)],
  ["f-strings in one with three marks", (size) => `f"""${'{f"a"}'.repeat(size)}"""`],
  ["brackets in an f-string", (size) => `f"{${"(".repeat(size)}${"()".repeat(size)}${")".repeat(size)}}"`],
  ["comprehensions in one another", (size) => "[x for x in ".repeat(size)],
];

test.each(texts)("%s", (_, make) => {
  for (const head of ["", "# dialect: classic\n"]) {
    const work = (size: number) => {
      const file = { name: "main.py", text: head + make(size) };
      const { text } = file;
      return () => {
        const project = new ProjectAnalysis([file]);
        const analysis = project.of("main.py");
        if (analysis === undefined) throw new Error("no analysis");
        for (const offset of [head.length, text.length >> 1, text.length]) {
          complete(analysis, offset);
          hover(analysis, offset);
        }
        references(project, "main.py", head.length);
        rename(project, "main.py", head.length, "renamed");
        outline(analysis);
        folds(text, analysis.classic);
        format(text, analysis.classic);
        return compile(file);
      };
    };
    expect(growth(300, work)).toBeLessThan(LINEAR);
  }
});
