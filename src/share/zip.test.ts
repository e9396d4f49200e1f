import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { anyProject } from "../testing/harness/any-project.ts";
import { processorTime } from "../testing/harness/processor-time.ts";
import { runs } from "../testing/harness/properties.ts";
import { fileNameFrom, isFileName, isProjectName, projectNameFrom } from "./names.ts";
import { usual } from "./project.ts";
import { readFiles, zipOf } from "./zip.ts";

const file = (name: string, text: string | Uint8Array) => ({
  name,
  bytes: typeof text === "string" ? strToU8(text) : text,
});
const problemOf = (...files: readonly ReturnType<typeof file>[]): string => {
  const opening = readFiles(files);
  return opening.kind === "problem" ? opening.text : "";
};

test("a project comes back from its .zip as it was", () => {
  fc.assert(
    fc.property(anyProject, (project) => {
      // A file is UTF-8, which has no half surrogate pairs.
      const files = project.files.map(({ name, text }) => ({ name, text: Buffer.from(text).toString() }));
      expect(readFiles([file("renamed.zip", zipOf({ ...project, files }))])).toEqual({
        kind: "project",
        project: { ...project, files },
      });
    }),
    runs(200),
  );
});

test("one with very many other files is refused at once", () => {
  const many = zipSync(Object.fromEntries(Array.from({ length: 20_000 }, (_, k) => [`${k}.txt`, new Uint8Array()])));
  const took = processorTime(() => {
    expect(problemOf(file("many.zip", many))).toContain("it holds more than 1000 files");
  });
  expect(took).toBeLessThan(1000);
});

test("programs are read as Python reads them", () => {
  const texts = (...files: readonly ReturnType<typeof file>[]): readonly string[] => {
    const opening = readFiles(files);
    return opening.kind === "project" ? opening.project.files.map(({ text }) => text) : [opening.kind];
  };
  const latin = Uint8Array.from("# coding: latin-1\r\n'\xe9'", (character) => character.charCodeAt(0));
  expect(texts(file("a.py", "\ufeffprint(1)\r\nprint(2)\r"), file("b.py", latin))).toEqual([
    "print(1)\nprint(2)\n",
    "# coding: latin-1\n'é'",
  ]);
  expect(texts(file("a.zip", zipSync({ "a.py": strToU8("\ufeffx\r\n"), "b.py": latin })))).toEqual([
    "x\n",
    "# coding: latin-1\n'é'",
  ]);
});

test("the files in it are as any program reads them", () => {
  const files = [{ name: "a.py", text: "print 1\n" }];
  const zip = unzipSync(zipOf({ name: "a", files, open: "a.py", ...usual, cores: 3 }));
  expect(Object.keys(zip)).toEqual(["a.py", "epython-lab.json"]);
  expect(JSON.parse(new TextDecoder().decode(zip["epython-lab.json"]))).toEqual({
    version: 1,
    python: 3,
    name: "a",
    open: "a.py",
    cores: 3,
  });
});

test("programs become a project, of which the first is open", () => {
  expect(readFiles([file("my heat-2.py", "a = 1\r\n"), file("part.py", "")])).toEqual({
    kind: "project",
    project: {
      name: "my heat-2",
      files: [
        { name: "my_heat-2.py", text: "a = 1\n" },
        { name: "part.py", text: "" },
      ],
      open: "my_heat-2.py",
      ...usual,
    },
  });
});

test("a .zip that others have packed opens with the programs in it", () => {
  const zip = zipSync({
    "course/": strToU8(""),
    "course/one.py": strToU8("print 1\n"),
    "course/readme.txt": strToU8("?"),
    "__MACOSX/course/._one.py": strToU8("\xff", true),
    "two.py": strToU8("print 2\n"),
  });
  const opening = readFiles([file("course.zip", zip)]);
  expect(opening).toMatchObject({
    kind: "project",
    project: { name: "course", files: [{ name: "one.py" }, { name: "two.py" }] },
  });
});

test("what cannot be opened is said in words", () => {
  expect(problemOf()).toContain("no file");
  expect(problemOf(file("a.txt", ""))).toContain("neither a program (.py), a notebook (.ipynb) nor a project (.zip)");
  expect(problemOf(file("a.zip", zipSync({})), file("b.py", ""))).toContain("one .zip at a time");
  expect(problemOf(file("a.py", Uint8Array.of(0xff, 0xfe)))).toContain(
    "a.py, line 1, column 1: the file is saved as UTF-16",
  );
  expect(problemOf(file("a.py", Uint8Array.of(0x61, 0xe9)))).toBe(
    "a.py, line 1, column 2: byte 0xE9 (é in Latin-1) is not UTF-8. Save the file as UTF-8, or name its coding in the first line, as in # -*- coding: latin-1 -*-. Nothing was changed.",
  );
  expect(problemOf(file("a.py", new Uint8Array(4_000_001)))).toContain("too large");
  expect(problemOf(file("a.zip", zipSync({ "readme.txt": strToU8("") })))).toContain("no program");
  expect(problemOf(file("a.py", ""), file("a.py", ""))).toContain("two files called a.py");
  const settings = (json: string) =>
    problemOf(file("a.zip", zipSync({ "a.py": strToU8(""), "epython-lab.json": strToU8(json) })));
  expect(settings("{")).toContain("epython-lab.json cannot be read");
  expect(settings('{"name":"<script>"}')).toContain("name");
  expect(settings('{"version":2}')).toContain("newer version");
  expect(settings('{"cores":"all"}')).toContain("number of cores");
});

test("a .zip that unpacks to far too much, or lies about it, is refused in under a second of processor time", () => {
  const zeros = zipSync({ "a.py": new Uint8Array(20_000_000) }, { level: 9 });
  // The lengths it gives, here and in its list of files, are not believed.
  const lying = zeros.slice();
  for (let at = 0; at + 4 < lying.length; at++) {
    const view = new DataView(lying.buffer, at);
    if (view.getUint32(0, true) === 20_000_000) view.setUint32(0, 10, true);
  }
  const many = zipSync(Object.fromEntries(Array.from({ length: 3000 }, (_, id) => [`a${id}.py`, strToU8("")])));
  const took = processorTime(() => {
    expect(problemOf(file("a.zip", zeros))).toContain("more than 4 MB");
    expect(problemOf(file("a.zip", lying))).toContain("more than 4 MB");
    expect(problemOf(file("a.zip", many))).toContain("more than 1000 files");
  });
  expect(took).toBeLessThan(1000);
});

test("random bytes and damaged .zips are refused", () => {
  const whole = zipOf({
    name: "a",
    files: [{ name: "a.py", text: "print 1\n".repeat(50) }],
    open: "a.py",
    ...usual,
    cores: 3,
  });
  for (let length = 0; length < whole.length; length++) {
    expect(problemOf(file("a.zip", whole.slice(0, length)))).toContain("Nothing was changed");
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      expect(problemOf(file("a.zip", bytes))).toContain("Nothing was changed");
    }),
    runs(),
  );
});

test("any text makes a name that is allowed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(isFileName(fileNameFrom(text))).toBe(true);
      expect(isProjectName(projectNameFrom(text))).toBe(true);
    }),
    runs(1000),
  );
  expect(fileNameFrom("C:\\course\\Übung 1.py")).toBe("Ubung_1.py");
});

test("a notebook opens as a program with cells, and a damaged one says why", () => {
  const notebook = JSON.stringify({ nbformat: 4, cells: [{ cell_type: "code", source: ["x = 1\n", "x"] }] });
  expect(readFiles([{ name: "Sums.ipynb", bytes: strToU8(notebook) }])).toMatchObject({
    kind: "project",
    project: { name: "Sums", files: [{ name: "Sums.py", text: "# host\n# %%\nx = 1\nx\n" }] },
  });
  expect(problemOf({ name: "bad.ipynb", bytes: strToU8("{") })).toContain(
    "bad.ipynb cannot be opened: it is not JSON.",
  );
});
