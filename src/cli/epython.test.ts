import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeOddFiles, oddFiles } from "./testing/odd-files.ts";

// The command as people start it: bin/epython, which builds itself first. Long, since each start takes its time: what can be seen
// of one is tested in one place.

const command = join(import.meta.dirname, "../../bin/epython");
const paper = join(import.meta.dirname, "../testing/corpus/programs/paper");
const folder = mkdtempSync(join(tmpdir(), "epython-"));

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/// Runs the command to its end, with this as its standard input. `lines`: stops reading after so many lines of output.
function epython(words: readonly string[], input = "", lines = Number.POSITIVE_INFINITY): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...words], { cwd: folder });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
      if (out.split("\n").length > lines) child.stdout.destroy();
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    // A program that asks for nothing may be over before its input is written.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out, err }));
  });
}

function program(name: string, text: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const linesOf = (text: string): string[] => text.split("\n").filter((line) => line !== "");

beforeAll(async () => {
  // Builds the command where that is needed.
  const { status, err } = await epython(["-help"]);
  expect(status, err).toBe(0);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("epython", () => {
  it("runs a program on every core and ends with 0", async () => {
    const { status, out, err } = await epython([join(paper, "listing-1.py")]);
    expect(status).toBe(0);
    expect(err).toBe("");
    const expected = Array.from({ length: 16 }, (_, id) => `[device ${id}] Hello world from core ${id} of 16`);
    expect(linesOf(out).sort()).toEqual(expected.sort());
  });

  it("runs on the cores that are named, virtual ones too", async () => {
    const file = program("id.py", "from parallel import *\nprint numcores()");
    const run = async (...words: string[]): Promise<string[]> => linesOf((await epython([...words, file])).out).sort();
    expect(await run("-c", "3")).toEqual(["[device 3] 1"]);
    expect(await run("-c", "1,2,5")).toEqual(["[device 1] 3", "[device 2] 3", "[device 5] 3"]);
    expect(await run("-c", "2:4")).toEqual(["[device 2] 3", "[device 3] 3", "[device 4] 3"]);
    expect(await run("-d", "2", "-c", "all", "-h", "2")).toEqual([
      ...["[device 0] 4", "[device 1] 4", "[host 2] 4", "[host 3] 4"],
    ]);
    expect(await run("-d", "0", "-h", "1")).toEqual(["[host 0] 1"]);
  });

  it("ends with 1 on a compile error, and shows the place", async () => {
    const { status, out, err } = await epython([program("wrong.py", "x = 1\nprint y\n")]);
    expect(status).toBe(1);
    expect(out).toBe("");
    expect(err).toMatch(/^wrong\.py:2:7: error: .*\n {4}print y\n {10}\^\n$/);
  });

  it("ends with 2 when a core has failed, and shows the calls that led there", async () => {
    const file = program("fail.py", "def f(a):\n    return a[2]\nprint 'before',\nf([1])\n");
    const { status, out, err } = await epython(["-d", "1", file]);
    expect(status).toBe(2);
    expect(out).toBe("[device 0] before \n");
    expect(err).toMatch(
      /^\[device 0\] error at fail\.py:2: index 2 is out of range.*\n {4}called at fail\.py:4, from the program\n$/,
    );
  });

  it("folds a recursion without end, and tells of all cores that failed so at once", async () => {
    const file = program("deep.py", "def f(n): return f(n + 1)\nf(0)\n");
    const { status, err } = await epython([file]);
    expect(status).toBe(2);
    expect(err).toMatch(
      /\n {4}\[Previous line repeated [\d,]{3,} more times\]\n {4}called at deep\.py:2, from the program\n/,
    );
    const lines = linesOf(err);
    expect(lines.filter((line) => line.includes("] error at deep.py:1"))).toHaveLength(2);
    expect(lines.length).toBeLessThan(10);
  });

  it("folds functions that call each other, and leaves out the middle of calls that do not repeat", async () => {
    const even = "def even(n):\n    return odd(n + 1)\ndef odd(n):\n    return even(n + 1)\neven(0)\n";
    const { err } = await epython(["-d", "1", program("mutual.py", even)]);
    expect(err).toMatch(/\n {4}\[Previous 2 lines repeated \d{2,} more times\]\n/);
    const chain = Array.from({ length: 30 }, (_, k) => `def f${k}(n):\n    return f${k + 1}(n)\n`).join("");
    const deep = await epython(["-d", "1", program("chain.py", `${chain}def f30(n):\n    return n / 0\nf0(1)\n`)]);
    expect(deep.err).toMatch(/\n {4}… 20 more calls\n/);
    expect(linesOf(deep.err)).toHaveLength(13);
  });

  it("tells once of cores that failed alike, and what differs", async () => {
    const text = "from parallel import *\na = [1, 2]\nprint a[2 + coreid() // 4]\n";
    const { err } = await epython([program("alike.py", text)]);
    const lines = linesOf(err).map((line) => line.replace(/^\[device [\d–, ]+\] error at alike\.py:3: /, ""));
    const cores = linesOf(err).map((line) => /^\[device ([^\]]+)\]/.exec(line)?.[1] ?? "");
    expect(lines.length).toBeLessThanOrEqual(5);
    expect(lines.every((line) => /^index \d is out of range/.test(line))).toBe(true);
    expect(cores.slice(1).join()).toMatch(/\d+–\d+/);
  });

  it("ends with 3 on a deadlock, and says who waits for whom", async () => {
    const file = program("stuck.py", "from parallel import *\nrecv(1 - coreid())\n");
    const { status, err } = await epython(["-d", "2", file]);
    expect(status).toBe(3);
    expect(err).toContain("core 0 waits in recv from core 1, line 2");
    expect(err).toContain("core 1 waits in recv from core 0, line 2");
  });

  it("tells of a deadlock once, however it has grown", async () => {
    const text = "from parallel import *\nfor o in range(numcores()):\n    if o != coreid(): send(1, o)\n";
    const file = program("grows.py", text);
    for (const words of [[], ["--cooperative"]]) {
      const { status, err } = await epython([...words, file]);
      expect(status).toBe(3);
      expect(err.match(/^Deadlock.*/gm)).toEqual(["Deadlock: 16 cores can never continue."]);
      expect(err).toContain("core 0 waits in send to core 1, line 3\n");
      expect(err).toContain("cores 1–15 wait in send to core 0, line 3\n");
    }
  });

  it.each([[], ["-x"], ["-c", "20:x", "x.py"]])("ends with 64 on wrong usage: %s %s", async (...words) => {
    const { status, out, err } = await epython(words);
    expect(status).toBe(64);
    expect(out).toBe("");
    expect(err).toContain("epython -help shows what there is");
  });

  it("says in one line what a file is that cannot be read, whatever it was to be", async () => {
    makeOddFiles(folder);
    const file = program("sound.py", "print 1");
    const uses: readonly ((name: string) => readonly string[])[] = [
      (name) => [name],
      (name) => ["-l", name],
      (name) => ["--host", name],
      (name) => ["--host", file, "--device", name],
    ];
    for (const [k, { name, what }] of oddFiles.entries()) {
      const { status, out, err } = await epython(uses[k % uses.length]?.(name) ?? []);
      expect({ status, out }).toEqual({ status: 64, out: "" });
      expect(linesOf(err)).toEqual([expect.stringContaining(`epython: ${name} ${what}`)]);
    }
  });

  it("goes on to what else is wrong where a module cannot be read, and runs what only seems to import it", async () => {
    makeOddFiles(folder);
    const modules = oddFiles.map(({ name }) => name.replace(".py", ""));
    const { status, out, err } = await epython([program("importing.py", `import ${modules.join(", ")}\nprint(y)\n`)]);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    const lines = oddFiles.map(({ name, what }) => expect.stringContaining(`epython: ${join(folder, name)} ${what}`));
    expect(linesOf(err).slice(0, -2)).toEqual([...lines, expect.stringMatching(/^importing\.py:2:7: error: /)]);
    const sound = program("saying.py", `"""\nimport ${modules.join(", ")}\n"""\nprint(1)\n`);
    expect(await epython(["-d", "1", sound])).toEqual({ status: 0, out: "[device 0] 1\n", err: "" });
  });

  it("looks for modules in a long program in no time", async () => {
    const file = program("blank.py", `${"\n".repeat(200_000)}print(1)\n`);
    expect((await epython(["-d", "1", file])).out).toBe("[device 0] 1\n");
  });

  it("ends with no more input where its input is a folder", async () => {
    const file = program("asks.py", "print(input())\n");
    const input = openSync(folder, "r");
    const child = spawn(process.execPath, [command, "-d", "1", file], { stdio: [input, "ignore", "pipe"] });
    let err = "";
    child.stderr?.on("data", (text: Buffer) => (err += text.toString()));
    const status = await new Promise((resolve) => child.on("close", resolve));
    closeSync(input);
    expect(err).toContain("there is no more input");
    expect(status).toBe(2);
  });

  it("writes byte code and runs it", async () => {
    const file = program("twice.py", "print 'compiled', 2 ** 10\n");
    const made = await epython(["-o", "twice.bin", file]);
    expect(made).toEqual({ status: 0, out: "", err: "" });
    expect(readFileSync(join(folder, "twice.bin")).subarray(0, 4).toString()).toBe("ePyB");
    expect(await epython(["-c", "7", "-l", "twice.bin"])).toEqual({
      status: 0,
      out: "[device 7] compiled 1024\n",
      err: "",
    });
  });

  it("refuses byte code that is damaged", async () => {
    const file = program("plain.py", "print 1");
    await epython(["-o", "good.bin", file]);
    const bytes = readFileSync(join(folder, "good.bin"));
    bytes[30] = (bytes[30] as number) ^ 1;
    writeFileSync(join(folder, "bad.bin"), bytes);
    const { status, err } = await epython(["-l", "bad.bin"]);
    expect(status).toBe(1);
    expect(err).toBe("epython: bad.bin: the byte code is damaged (its checksum does not match)\n");
  });

  it("says what a file is that is no program, no byte code, or cannot be written", async () => {
    const file = program("plain.py", "print 1");
    await epython(["-o", "plain.bin", file]);
    for (const [words, message] of [
      [["-l", file], `${file} is not ePython byte code; a program is run without -l`],
      [["plain.bin"], "plain.bin is byte code: run it with -l plain.bin"],
      [
        ["-o", "no-such-folder/plain.bin", file],
        "no-such-folder/plain.bin cannot be written: there is no such file or folder",
      ],
      [["-o", file, file], `${file} is what was read: write to another file`],
    ] as const) {
      const { status, out, err } = await epython(words);
      expect({ status, out, err: err.split("\n")[0] }).toEqual({ status: 64, out: "", err: `epython: ${message}` });
    }
  });

  it("refuses byte code of another version", async () => {
    const file = program("plain.py", "print 1");
    await epython(["-o", "good.bin", file]);
    const bytes = readFileSync(join(folder, "good.bin"));
    bytes[4] = 1;
    writeFileSync(join(folder, "old.bin"), bytes);
    const { status, err } = await epython(["-l", "old.bin"]);
    expect(status).toBe(1);
    expect(err).toBe("epython: old.bin: this byte code has format version 1; version 2 is needed: compile it again\n");
  });

  it("--disasm shows the instructions", async () => {
    const { status, out } = await epython(["--disasm", join(paper, "listing-2.py")]);
    expect(status).toBe(0);
    expect(out).toMatch(/^<program>: \d+ slots\n +0 /);
    expect(out).toMatch(/native t\d+, send, t\d+…, ×2/);
  });

  it("-s shows the sizes", async () => {
    const { status, out } = await epython(["-d", "1", "-s", program("size.py", "a = 1\nprint a\n")]);
    expect(status).toBe(0);
    expect(out).toMatch(
      /^byte code: \d+ bytes \(\d+ of instructions\)\nsymbols: 1 globals, \d+ constants, 0 functions\n/,
    );
    expect(out).toMatch(/\[device 0\] 1\n$/);
  });

  it("-t shows the time of each core", async () => {
    const { out } = await epython(["-d", "2", "-t", program("time.py", "for i in range(9): print i\n")]);
    const times = linesOf(out).slice(-3, -1);
    expect(linesOf(out).at(-1)).toMatch(/^total 0\.\d{6} J on the chip$/);
    times.forEach((line, id) => {
      const [, core, cycles, seconds] =
        /^\[device (\d)\] (\d+) cycles, (\d+\.\d{3}) virtual s, \d+\.\d{3} s$/.exec(line) ?? [];
      expect(core).toBe(String(id));
      expect(seconds).toBe((Number(cycles) / 600e6).toFixed(3));
    });
  });

  it("--ticks counts instructions, for which messages and math are one each", async () => {
    const file = program("ticks.py", "from parallel import *\nfrom math import sqrt\nx = sqrt(reduce(2.0, 'sum'))\n");
    const { out } = await epython(["-d", "2", "-t", "--ticks", file]);
    const [first, second, ...more] = linesOf(out);
    expect(first).toMatch(/^\[device 0\] \d+ instructions, \d+\.\d{3} s$/);
    expect(Number(/ (\d+) instr/.exec(first ?? "")?.[1])).toBeLessThan(20);
    expect(second).toMatch(/^\[device 1\]/);
    expect(more).toEqual([]);
  });

  it("gives lines of its input to those who ask, and says when there are no more", async () => {
    const file = program("ask.py", "a = input('first? ')\nb = input()\nprint a + b\nprint input()\n");
    const { status, out, err } = await epython(["-d", "1", file], "20\n22");
    expect(out).toBe("[device 0] first? [device 0] [device 0] 42\n[device 0] ");
    expect(err).toContain("error at ask.py:4: there is no more input");
    expect(status).toBe(2);
  });

  it("--seed decides the random numbers", async () => {
    const file = program("random.py", "from random import randint\nprint randint(0, 1000000)\n");
    const run = async (seed: string): Promise<string[]> =>
      linesOf((await epython(["-d", "2", "--seed", seed, file])).out).sort();
    expect(await run("5")).toEqual(await run("5"));
    expect(await run("5")).not.toEqual(await run("6"));
  });

  it("--cooperative gives the same, in an order that is the same every time", async () => {
    const file = program("order.py", "from parallel import *\nfor i in range(20): print reduce(i, 'sum')\n");
    const first = await epython(["--cooperative", "-t", file]);
    const second = await epython(["--cooperative", "-t", file]);
    const steady = (text: string): string => text.replace(/\d+\.\d{3} s$/gm, "");
    expect(steady(second.out)).toBe(steady(first.out));
    const workers = await epython(["-t", file]);
    expect(linesOf(steady(workers.out)).sort()).toEqual(linesOf(steady(first.out)).sort());
  });

  it("reads lines as Python does, however they end", async () => {
    const text =
      'x = """a\nb"""\ny = r"""c\nd"""\nz = f"""e{1}\nf"""\nw = 1 + \\\n  1\nprint(len(x), len(y), len(z), w)';
    const wanted = "[device 0] 3 3 4 2\n";
    for (const end of ["\n", "\r\n", "\r"]) {
      const file = program("ends.py", `\ufeff${text.replaceAll("\n", end)}`);
      expect(await epython(["-d", "1", file])).toEqual({ status: 0, out: wanted, err: "" });
    }
    const mixed = program(
      "mixed.py",
      "if True:\r\n    print(1)\r    print(2)\n\f\nif True:\n\f    print(3)\n\fprint(4)",
    );
    expect(await epython(["-d", "1", mixed])).toEqual({
      status: 0,
      out: "[device 0] 1\n[device 0] 2\n[device 0] 3\n[device 0] 4\n",
      err: "",
    });
  });

  it("names the place and what to do where a file is not UTF-8, modules beside it included", async () => {
    const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
    const wrong = program("latin.py", latin("x = 1\nprint('caf\xe9')\n"));
    const { status, out, err } = await epython([wrong]);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toMatch(
      /^latin\.py:2:11: error: byte 0xE9 \(é in Latin-1\) is not UTF-8\. Save the file as UTF-8, or /,
    );
    const said = program("said.py", latin("# -*- coding: latin-1 -*-\nprint('caf\xe9')\n"));
    expect((await epython(["-d", "1", said])).out).toBe("[device 0] café\n");
    const importing = program("importing.py", "import latin\n");
    expect((await epython([importing])).err).toMatch(/^latin\.py:2:11: error: byte 0xE9/);
    const wide = program("wide.py", Uint8Array.from([0xff, 0xfe, ...Buffer.from("print(1)\n", "utf16le")]));
    expect((await epython([wide])).err).toBe(
      'wide.py:1:1: error: the file is saved as UTF-16 ("Unicode"). Save the file as UTF-8.\n',
    );
    const zero = program("zero.py", "print(1)\n# \0\n");
    expect((await epython([zero])).err).toMatch(/^zero\.py:2:3: error: a zero byte/);
  });

  it("shows hints and warnings beside the program's output, unless that is not wanted", async () => {
    const file = program("hints.py", "print(7 ^ 2)\nx = 1\nx == 2\n");
    const { status, out, err } = await epython(["-d", "1", file]);
    expect({ status, out }).toEqual({ status: 0, out: "[device 0] 5\n" });
    expect(err).toMatch(/^hints\.py:1:9: hint: .*\n.*\n.*\nhints\.py:3:1: warning: /);
    for (const flag of ["-q", "--no-hints"]) {
      expect(await epython([flag, "-d", "1", file])).toEqual({ status: 0, out: "[device 0] 5\n", err: "" });
    }
    const wrong = program("both.py", "print(7 / 2)\nprint(y)\n");
    expect((await epython(["-q", wrong])).err).toMatch(/^both\.py:2:7: error: /);
  });

  it("says of a program that is plainly classic how to run it", async () => {
    const file = program("old.py", "/* A greeting\n   of the old kind */\nprint 'a' + 1 /* here */\n");
    const { status, err } = await epython([file]);
    expect(status).toBe(1);
    expect(linesOf(err).at(-1)).toBe(
      `epython: ${file} is classic ePython: put the line # dialect: classic at its top, or run it with --classic`,
    );
    expect(await epython(["--classic", "-d", "1", file])).toEqual({ status: 0, out: "[device 0] a1\n", err: "" });
    const native = program("native.py", "print native rtl_coreid()\n");
    expect((await epython([native])).err).toContain("is classic ePython");
    const other = program("other.py", "prin 5\n");
    expect((await epython([other])).err).not.toContain("classic");
  });

  it("says of a program for full Python how to run it", async () => {
    const host = program("offloads.py", "from epython import offload\n");
    const marked = program("marked.py", "# host\nimport os\n");
    for (const file of [host, marked]) {
      const { status, out, err } = await epython([file]);
      expect({ status, out }).toEqual({ status: 64, out: "" });
      expect(err).toContain(`epython: ${file} is a program for full Python: run it with --host ${file}\n`);
    }
    const named = program("host.py", "import os\n");
    expect((await epython([named])).err).toContain(`may be a program for full Python: run it with --host ${named}`);
  });

  it("imports modules that lie beside the program", async () => {
    program("mine.py", "def twice(x): return 2 * x\n");
    const { out } = await epython(["-d", "1", program("uses.py", "from mine import twice\nprint twice(4)\n")]);
    expect(out).toBe("[device 0] 8\n");
  });

  it.each([[[]], [["--cooperative"]]])("ends quietly when nobody reads on %s", async (words) => {
    const file = program("endless.py", "while True: print 'x' * 60\n");
    const { status, out, err } = await epython([...words, "-d", "4", file], "", 1);
    expect(linesOf(out)[0]).toMatch(/^\[device \d\] x{60}$/);
    expect(err).toBe("");
    expect(status).toBe(141);
  });
});
