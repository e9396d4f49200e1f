import { describe, expect, it } from "vitest";
import { coresOf, help, parseArguments, UsageError } from "./arguments.ts";

const parse = (line: string) => parseArguments(line.split(" ").filter((word) => word !== ""));
const cores = (line: string) => coresOf(parse(`${line} p.py`));
const all16 = Array.from({ length: 16 }, (_, id) => id);

describe("the arguments", () => {
  it("alone, a program runs on the whole chip", () => {
    expect(parse("p.py")).toMatchObject({ program: "p.py", seed: 0, times: false, sizes: false, cooperative: false });
    expect(cores("")).toEqual({ deviceCores: all16, hostCores: 0, firstHostCore: 16 });
  });

  it.each([
    ["-c 3", [3]],
    ["-c 1,2,5", [1, 2, 5]],
    ["-c 2:7", [2, 3, 4, 5, 6, 7]],
    ["-c 0,4:5,0", [0, 4, 5]],
    ["-c 5,1", [1, 5]],
    ["-c all", all16],
    ["-d 3", [0, 1, 2]],
    ["-d 8 -c 6:7", [6, 7]],
  ])("%s are these cores", (line, ids) => {
    expect(cores(line).deviceCores).toEqual(ids);
  });

  it("virtual cores follow those of the chip", () => {
    expect(cores("-h 2")).toEqual({ deviceCores: all16, hostCores: 2, firstHostCore: 16 });
    expect(cores("-d 0 -h 3")).toEqual({ deviceCores: [], hostCores: 3, firstHostCore: 0 });
    expect(cores("-d 5 -h 10")).toEqual({ deviceCores: [0, 1, 2, 3, 4], hostCores: 10, firstHostCore: 5 });
  });

  it("flags may stand anywhere", () => {
    expect(parse("-t p.py -s --seed 7 --cooperative --disasm -o out.bin")).toMatchObject({
      ...{
        times: true,
        sizes: true,
        seed: 7,
        cooperative: true,
        disassemble: true,
        output: "out.bin",
        program: "p.py",
      },
    });
    expect(parse("-l in.bin")).toMatchObject({ load: "in.bin" });
  });

  it.each([
    ["", {}],
    ["-codecore", { code: "core" }],
    ["-codeshared -datashared", { code: "shared", data: "shared" }],
  ])("%s places byte code and data", (line, placement) => {
    expect(parse(`${line} p.py`).placement).toEqual(placement);
  });

  it.each(["-help", "--help"])("%s asks for help and needs no program", (word) => {
    expect(parse(word).help).toBe(true);
  });

  it("the help names every flag", () => {
    for (const flag of ["-codecore", "-codeshared", "-datashared"]) expect(help).toContain(` ${flag} `);
    for (const flag of ["-c", "-d", "-h", "-t", "-s", "-o", "-l", "-help", "--seed", "--cooperative", "--disasm"]) {
      expect(help).toMatch(new RegExp(`^ +${flag}\\b`, "m"));
    }
  });

  it.each([
    "",
    "p.py q.py",
    "-x p.py",
    "-c",
    "-c p.py",
    "-c 3, p.py",
    "-c 5:2 p.py",
    "-c -1 p.py",
    "-c 1:2:3 p.py",
    "-c 1.5 p.py",
    "-d 17 p.py",
    "-d -1 p.py",
    "-d two p.py",
    "-h 65 p.py",
    "-d 0 p.py",
    "--seed x p.py",
    "--seed 4294967296 p.py",
    "p.py -l x.bin",
    "p.py -o",
    "-l -t",
    "p.py -o -t",
    "p.py --chip epiphany",
    "-codecore p.py -codeshared",
  ])("are refused: epython %s", (line) => {
    expect(() => parse(line)).toThrow(UsageError);
  });

  it.each([
    ["-fullpython p.py", "full Python is --host here"],
    ["-FullPython p.py", "full Python is --host here"],
    ["-elf p.py", "leave it out"],
    ["-srec p.py", "leave it out"],
    ["-pp p.py", "--disasm shows the byte code"],
    ["-pipein x", "write the program to a file"],
    ["-seed 3 p.py", "did you mean --seed?"],
    ["--sede 3 p.py", "did you mean --seed?"],
    ["--seeds=3 p.py", "there is no flag --seeds: did you mean --seed?"],
    ["--disasm=x p.py", "--disasm takes no value"],
    ["-codshared p.py", "did you mean -codeshared?"],
    ["--nohints p.py", "did you mean --no-hints?"],
    ["--cores 4 p.py", "-d N runs on N cores"],
    ["--frobnicate p.py", "there is no flag --frobnicate"],
  ])("say what may have been meant: epython %s", (line, words) => {
    expect(() => parse(line)).toThrow(words);
  });

  it("flags count in any case, as in the original, and may have their value behind a =", () => {
    expect(parse("-T -CodeShared --SEED=7 -D 2 p.py")).toMatchObject({
      times: true,
      placement: { code: "shared" },
      seed: 7,
      deviceCores: 2,
    });
    expect(parse("--no-hints --classic p.py")).toMatchObject({ quiet: true, classic: true });
  });

  it.each(["-c 16", "-d 4 -c 4", "-d 4 -c 2:5"])("name cores that are there: %s", (line) => {
    expect(() => cores(line)).toThrow(UsageError);
  });
});
