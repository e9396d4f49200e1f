import { readdirSync, readFileSync } from "node:fs";
import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { deflateSync } from "fflate";
import { describe, expect, test } from "vitest";
import { mostLinkBytes, mostPackedCharacters } from "../base/limits.ts";
import { check } from "../language/checker.ts";
import { anyProject } from "../testing/harness/any-project.ts";
import { processorTime } from "../testing/harness/processor-time.ts";
import { runs } from "../testing/harness/properties.ts";
import { toBase64url } from "./base64url.ts";
import { dictionary } from "./dictionary.ts";
import { inflateAtMost } from "./inflate.ts";
import { linkTo, readLink } from "./link.ts";
import { pack } from "./packed.ts";
import { type SharedProject, usual } from "./project.ts";
import { fragmentOf } from "./repair-link.ts";

const hello: SharedProject = {
  name: "hello",
  files: [{ name: "hello.py", text: 'print "hello"\n' }],
  open: "hello.py",
  ...usual,
};

describe("a link", () => {
  test("holds any project, to the byte", () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const link = linkTo(project);
        expect(link).toMatch(/^#v1\.[\w-]+$/);
        expect(readLink(link)).toEqual({ kind: "project", project });
      }),
      runs(500),
    );
  });

  test("is short: the paper's listing 5 with settings of its own", () => {
    const file = new URL("../testing/corpus/programs/paper/listing-5.py", import.meta.url);
    const text = readFileSync(file, "utf8").replace(/^# (cores|hosts|expect).*\n/gm, "");
    const files = [{ name: "listing-5.py", text }];
    const link = linkTo({
      name: "listing-5",
      files,
      open: "listing-5.py",
      chip: "Epiphany-4096",
      cores: 4095,
      hosts: 3,
      seed: 2147483647,
      code: "shared",
      data: "shared",
      clock: "instructions",
      core: "device 4000",
      view: "breakpoints",
    });
    expect(`https://epython-lab.example.org/lab/${link}`.length).toBeLessThanOrEqual(1000);
  });

  test("is Deflate with a dictionary as everyone reads it", () => {
    const bytes = Buffer.from(linkTo(hello).slice("#v1.".length), "base64url");
    const json = inflateRawSync(bytes, { dictionary: Buffer.from(dictionary) }).toString("utf8");
    expect(JSON.parse(json)).toEqual({ name: "hello", files: [["hello.py", hello.files[0]?.text]], python: 3 });
  });

  test("may stand with or without its #, and other fragments are none", () => {
    expect(readLink(linkTo(hello).slice(1))).toEqual({ kind: "project", project: hello });
    for (const other of ["", "#", "#files", "#v", "#v1", "#version.1", "#w1.abc"]) expect(readLink(other)).toBeNull();
  });

  test("of a later version says so", () => {
    expect(readLink("#v2.anything")).toMatchObject({ kind: "problem", text: expect.stringContaining("newer version") });
  });

  // Each file holds links of one version and what they mean; a new version adds a file.
  const fixtures = new URL("./fixtures/", import.meta.url);
  test.each(readdirSync(fixtures))("made by an older page still opens: %s", (name) => {
    const links = JSON.parse(readFileSync(new URL(name, fixtures), "utf8")) as {
      link: string;
      project: { files: object[] };
    }[];
    expect(links.length).toBeGreaterThan(0);
    // What later versions have added is as usual.
    for (const { link, project } of links) {
      const files = project.files.map((file) => ({ ...file, python: 2 }));
      expect(readLink(link)).toEqual({ kind: "project", project: { ...usual, ...project, files } });
    }
  });

  test("made when Python 2 was usual means what it meant, also when it is sent on", () => {
    const text = "from parallel import *\nx = coreid() + 7\nprint(x / 2)\n";
    const plain = { name: "halves", files: [["halves.py", text]] };
    const reading = (link: string): string | undefined => {
      const opening = readLink(link);
      if (opening?.kind !== "project") throw new Error("it does not open");
      const [main] = opening.project.files;
      return main && check(main, []).program?.dialect;
    };
    expect(reading(`#v1.${pack(plain)}`)).toBe("python2");
    expect(reading(`#v1.${pack({ ...plain, python: 3 })}`)).toBe("python3");
    const opening = readLink(`#v1.${pack(plain)}`);
    if (opening?.kind === "project") expect(reading(linkTo(opening.project))).toBe("python2");
    expect(readLink(`#v1.${pack({ ...plain, python: 4 })}`)).toMatchObject({ kind: "problem" });
  });
});

describe("a hostile link", () => {
  const refused = (link: string): string => {
    expect(processorTime(() => readLink(link))).toBeLessThan(1000);
    const opening = readLink(link);
    if (opening?.kind !== "problem") throw new Error("it was opened");
    expect(opening.text).toMatch(/^This link cannot be opened: .+\. Nothing was changed\.$/);
    return opening.text;
  };
  const packed = (bytes: Uint8Array): string => `#v1.${toBase64url(bytes)}`;

  test("of random letters or bytes is refused in words", () => {
    fc.assert(
      fc.property(fc.string(), (text) => void refused(`#v1.${text}`)),
      runs(),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => void refused(packed(bytes))),
      runs(),
    );
  });

  test("that was cut off is refused, wherever that was", () => {
    const whole = linkTo(hello);
    for (let length = "#v1.".length; length < whole.length; length++) {
      expect(refused(whole.slice(0, length))).toContain("a part of it is missing");
    }
  });

  test("of 10 MB is refused", () => {
    expect(refused(`#v1.${"A".repeat(10_000_000)}`)).toContain("too long");
  });

  test("that unpacks to a gigabyte is refused", () => {
    const bomb = bombOf(1000);
    expect(processorTime(() => expect(inflateAtMost(bomb, mostLinkBytes)).toBe("long"))).toBeLessThan(1000);
    expect(refused(packed(bomb))).toContain("too long");
    const small = bombOf(100);
    expect(toBase64url(small).length).toBeLessThan(mostPackedCharacters);
    expect(refused(packed(small))).toContain("too large");
  });

  test.each<[string, unknown, string]>([
    ["a number", 7, "holds no project"],
    ["null", null, "holds no project"],
    ["a list", [hello], "holds no project"],
    ["no files", { name: "a", files: [] }, "holds no files"],
    ["files of another kind", { name: "a", files: { length: 1 } }, "holds no files"],
    ["a text for a file", { name: "a", files: ["a.py"] }, "one of its files is none"],
    ["a file without text", { name: "a", files: [["a.py"]] }, "one of its files is none"],
    ["a file with more", { name: "a", files: [["a.py", "", ""]] }, "one of its files is none"],
    ["a script for a name", { name: "<script>alert(1)</script>", files: [["a.py", ""]] }, "project’s name"],
    ["a script for a file", { name: "a", files: [["<script>alert(1)</script>.py", ""]] }, "name of one of its files"],
    ["a way out for a file", { name: "a", files: [["../a.py", ""]] }, "name of one of its files"],
    [
      "one name twice",
      {
        name: "a",
        files: [
          ["a.py", ""],
          ["a.py", ""],
        ],
      },
      "two files called a.py",
    ],
    ["too many files", { name: "a", files: Array.from({ length: 65 }, (_, i) => [`a${i}.py`, ""]) }, "more than 64"],
    ["a file that is not there", { name: "a", files: [["a.py", ""]], open: "b.py" }, "opens a file"],
    ["cores as text", { name: "a", files: [["a.py", ""]], cores: "16" }, "number of cores"],
    ["no cores", { name: "a", files: [["a.py", ""]], cores: 0 }, "number of cores"],
    ["half a virtual core", { name: "a", files: [["a.py", ""]], hosts: 0.5 }, "virtual cores"],
    ["markup for a chip", { name: "a", files: [["a.py", ""]], chip: "<b>" }, "its chip"],
    ["a number for a chip", { name: "a", files: [["a.py", ""]], chip: 4 }, "its chip"],
    ["byte code elsewhere", { name: "a", files: [["a.py", ""]], code: "elsewhere" }, "place for byte code"],
    ["data elsewhere", { name: "a", files: [["a.py", ""]], data: null }, "place for data"],
    ["a clock of its own", { name: "a", files: [["a.py", ""]], clock: "mine" }, "virtual time"],
    ["null for a seed", { name: "a", files: [["a.py", ""]], seed: null }, "seed"],
    ["a large seed", { name: "a", files: [["a.py", ""]], seed: 2 ** 31 }, "seed"],
    ["a core of its own", { name: "a", files: [["a.py", ""]], core: "device 1 onclick" }, "chosen core"],
    ["markup for a view", { name: "a", files: [["a.py", ""]], view: "<b>" }, "its view"],
  ])("with %s is refused", (_what, data, why) => {
    expect(refused(`#v1.${pack(data)}`)).toContain(why);
  });

  test("with nothing but brackets, or not in UTF-8, is refused", () => {
    const deflated = (bytes: Uint8Array): string => packed(deflateSync(bytes, { dictionary }));
    refused(deflated(new TextEncoder().encode("[".repeat(900_000))));
    refused(deflated(Uint8Array.of(0x22, 0xff, 0x22)));
  });

  test("cannot reach the prototypes of objects", () => {
    refused(`#v1.${pack(JSON.parse('{"__proto__":{"name":"a","files":[["a.py",""]]}}'))}`);
    const link = `#v1.${pack(JSON.parse('{"name":"a","files":[["a.py",""]],"__proto__":{"cores":3},"more":1}'))}`;
    expect(readLink(link)).toMatchObject({ kind: "project", project: { cores: 16 } });
    expect(({} as { cores?: number }).cores).toBeUndefined();
  });
});

/// Raw Deflate of so many megabytes of zeros.
function bombOf(megabytes: number): Uint8Array {
  const one = deflateRawSync(new Uint8Array(1_000_000), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(new Uint8Array());
  return new Uint8Array(Buffer.concat([...Array.from({ length: megabytes }, () => one), end]));
}

describe("a link that has travelled", () => {
  const link = linkTo(hello);
  const packed = link.slice("#v1.".length);
  const opened = { kind: "project", project: hello };

  test.each([
    ["a capital letter", `#V1.${packed}`],
    ["an escaped dot", `#v1%2E${packed}`],
    ["an escaped dot, twice", `#v1%252e${packed}`],
    ["a full stop behind it", `${link}.`],
    ["brackets and a comma", `${link}),`],
    ["angle brackets", `${link}>`],
    ["escaped quotation marks", `${link}%22`],
    ["typographic ones", `${link}”`],
    ["what counts visitors", `${link}?utm_source=mail&utm_medium=x`],
    ["what counts visitors, with &", `${link}&fbclid=IwAR0abc`],
    ["a second fragment", `${link}#top`],
    ["Markdown's emphasis", `${link}**`],
    ["Markdown's other emphasis", `${link}__`],
    ["blanks around it", `#v1.${packed.slice(0, 9)}%20%0A${packed.slice(9)} `],
    ["a soft line break of mail", `#v1.${packed.slice(0, 9)}=\r\n${packed.slice(9)}`],
    ["the same, without its line end", `#v1.${packed.slice(0, 9)}=${packed.slice(9)}`],
    [
      "a soft hyphen and a character without a width",
      `#v1.${packed.slice(0, 4)}\u00ad${packed.slice(4, 9)}\u200b${packed.slice(9)}`,
    ],
    ["all of it escaped", `#${[...link.slice(1)].map((c) => `%${c.charCodeAt(0).toString(16)}`).join("")}`],
  ])("opens with %s", (_, changed) => {
    expect(readLink(changed)).toEqual(opened);
  });

  test("opens where its signs were changed", () => {
    let tried = 0;
    for (let seed = 0; seed < 2000 && tried < 20; seed++) {
      const project = { ...hello, seed };
      const whole = linkTo(project);
      if (!whole.includes("--") && !whole.includes("_")) continue;
      tried++;
      expect(readLink(whole.replaceAll("--", "—"))).toEqual({ kind: "project", project });
      expect(readLink(whole.replaceAll("--", "––").replaceAll("-", "–"))).toEqual({ kind: "project", project });
      expect(readLink(whole.replaceAll("_", "\\_"))).toEqual({ kind: "project", project });
    }
    expect(tried).toBe(20);
  });

  test("is never taken for another when it cannot be repaired", () => {
    for (const broken of [
      link.slice(0, -6),
      `${link.slice(0, 20)}…`,
      link.toLowerCase(),
      `#v1.${"?".repeat(50)}`,
      "#v1.",
    ]) {
      expect(readLink(broken)).toMatchObject({ kind: "problem" });
    }
  });

  test("is found where its # became a part of the path or the query", () => {
    const at = (address: string) => fragmentOf(new URL(address, "https://lab.example"));
    for (const hash of ["%23", "%2523"]) {
      expect(at(`/some/dir/${hash}${link.slice(1)}`)).toEqual({ fragment: link, rest: "/some/dir/" });
      expect(at(`/lab/?embed=1${hash}${link.slice(1)}`)).toEqual({ fragment: link, rest: "/lab/?embed=1" });
      expect(at(`/${hash}assignment.v1.abc`)).toEqual({ fragment: "#assignment.v1.abc", rest: "/" });
    }
    expect(at(`/lab/${link}`)).toEqual({ fragment: link, rest: "/lab/" });
    expect(at("/%23other?x=1")).toEqual({ fragment: "", rest: "/%23other?x=1" });
    expect(at("/lab/")).toEqual({ fragment: "", rest: "/lab/" });
  });
});
