import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { libraryFiles } from "./files.ts";

test("every module of the package epython is among the library's files", () => {
  const folder = new URL("./epython/", import.meta.url);
  const modules = readdirSync(folder).map((name) => [`epython/${name}`, readFileSync(new URL(name, folder), "utf8")]);
  expect([...libraryFiles].filter(([name]) => name.startsWith("epython/")).toSorted()).toEqual(modules.toSorted());
});
