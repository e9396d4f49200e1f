import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { check } from "../checker.ts";
import { moduleSources } from "./sources.ts";

const folder = `${dirname(fileURLToPath(import.meta.url))}/`;
const files = readdirSync(folder).filter((name) => name.endsWith(".py"));

function read(name: string): string {
  return readFileSync(`${folder}${name}`, "utf8");
}

function literal(text: string): string {
  return `\`${text.replace(/[\\`]|\$\{/g, "\\$&")}\``;
}

if (process.env.UPDATE_MODULES === "1") {
  const path = `${folder}sources.ts`;
  const head = readFileSync(path, "utf8").split("export const")[0];
  const entries = files.map((name) => `  [\n    "${name.slice(0, -3)}",\n    ${literal(read(name))},\n  ],\n`);
  writeFileSync(
    path,
    `${head}export const moduleSources: ReadonlyMap<string, string> = new Map([\n${entries.join("")}]);\n`,
  );
}

describe("the modules written in ePython", () => {
  test("are all embedded", () => {
    expect([...moduleSources.keys()].toSorted()).toEqual(files.map((name) => name.slice(0, -3)).toSorted());
  });

  test.each(files)("%s is embedded as it stands", (name) => {
    expect(moduleSources.get(name.slice(0, -3))).toBe(read(name));
  });

  test.each(files)("%s passes the checker without a remark", (name) => {
    const { diagnostics, program } = check({ name: "t.py", text: `import ${name.slice(0, -3)}\n` }, []);
    expect(diagnostics).toEqual([]);
    expect(program?.modules.map((module) => module.tree.file)).toEqual([name, "t.py"]);
  });
});
