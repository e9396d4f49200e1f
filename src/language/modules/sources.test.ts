import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../checker.ts";
import { moduleSources } from "./sources.ts";

const files = readdirSync(new URL("./", import.meta.url)).filter(
  (name) => name.endsWith(".py") && name !== "builtins.py",
);

describe("the modules written in ePython", () => {
  test("are all there", () => {
    expect([...moduleSources.keys()].toSorted()).toEqual(files.map((name) => name.slice(0, -3)).toSorted());
  });

  test.each(files)("%s passes the checker without a remark", (name) => {
    const { diagnostics, program } = check({ name: "t.py", text: `import ${name.slice(0, -3)}\n` }, []);
    expect(diagnostics).toEqual([]);
    expect(program?.modules.map((module) => module.tree.file).slice(-2)).toEqual([name, "t.py"]);
  });

  test("the built-in ones pass it too, and take room only where they are used", () => {
    const used = check({ name: "t.py", text: "print(map(str, [1]))\n" }, []);
    expect(used.diagnostics).toEqual([]);
    expect([...(used.program?.own.keys() ?? [])]).toContain("map");
    expect(check({ name: "t.py", text: "print(1)\n" }, []).program?.modules).toHaveLength(1);
  });
});
