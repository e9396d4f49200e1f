import { type ChipModel, chipModels, coresOf as coresOfChip, EPIPHANY_III } from "../machine/chip-models.ts";
import { type Location, MOST_HOST_CORES, type Placement } from "../machine/memory-map.ts";

// The flags of the command line, and what is said of wrong ones. Long because it is a table with its help.

/// What the command line asks for.
export interface Arguments {
  readonly help: boolean;
  readonly chip: ChipModel;
  /// Ids as they were written, or "all".
  readonly cores: readonly number[] | "all";
  readonly deviceCores: number;
  readonly hostCores: number;
  readonly times: boolean;
  readonly sizes: boolean;
  readonly output?: string;
  readonly load?: string;
  readonly seed: number;
  readonly cooperative: boolean;
  readonly ticks: boolean;
  readonly disassemble: boolean;
  /// Shows errors only.
  readonly quiet: boolean;
  /// Reads a program that does not say otherwise as classic ePython, or as Python 2.
  readonly classic: boolean;
  readonly python2: boolean;
  /// Where byte code and data are to lie, if that was said.
  readonly placement: Partial<Placement>;
  readonly program?: string;
  /// A program for full Python; `device` then is the program of the cores, if they have one of their own.
  readonly host?: string;
  readonly device?: string;
}

/// Says what is wrong with how the command was called.
export class UsageError extends Error {}

interface Draft {
  help: boolean;
  chip: ChipModel;
  cores: readonly number[] | "all";
  /// All of the chip, if not said.
  deviceCores?: number;
  hostCores: number;
  times: boolean;
  sizes: boolean;
  output?: string;
  load?: string;
  seed: number;
  cooperative: boolean;
  ticks: boolean;
  disassemble: boolean;
  quiet: boolean;
  classic: boolean;
  python2: boolean;
  placement: Partial<Placement>;
  program?: string;
  host?: string;
  device?: string;
}

const MOST_DEVICE_CORES = Math.max(...chipModels.map(coresOfChip));

function nameOf(chip: ChipModel): string {
  return chip.name.toLowerCase();
}

/// A flag: how many words follow it, what it says in the help, and what it does.
interface Flag {
  readonly name: string;
  /// Another name for it.
  readonly long?: string;
  readonly value?: string;
  readonly summary: string;
  readonly apply: (draft: Draft, value: string) => void;
}

const flags: readonly Flag[] = [
  {
    name: "-c",
    value: "LIST",
    summary: "the cores to run on: 3, or 1,2,5, or 2:7, or all",
    apply: (draft, value) => {
      draft.cores = value === "all" ? "all" : coreList(value);
    },
  },
  {
    name: "-d",
    value: "N",
    summary: "use N cores of the chip (all if not said)",
    apply: (draft, value) => {
      draft.deviceCores = wholeNumber("-d", value, 0, MOST_DEVICE_CORES);
    },
  },
  {
    name: "-h",
    value: "N",
    summary: "add N virtual cores, which run on the host (0 if not said)",
    apply: (draft, value) => {
      draft.hostCores = wholeNumber("-h", value, 0, MOST_HOST_CORES);
    },
  },
  {
    name: "--chip",
    value: "NAME",
    summary: `the chip: ${chipModels.map((chip) => `${nameOf(chip)} (${coresOfChip(chip)} cores)`).join(", ")}; the first if not said`,
    apply: (draft, value) => {
      const chip = chipModels.find((model) => nameOf(model) === value.toLowerCase());
      if (chip === undefined) throw new UsageError(`--chip takes ${chipModels.map(nameOf).join(", ")}, not ${value}`);
      draft.chip = chip;
    },
  },
  {
    name: "-t",
    summary: "show each core's time at the end",
    apply: (draft) => {
      draft.times = true;
    },
  },
  {
    name: "-s",
    summary: "show the sizes of the byte code and the symbols",
    apply: (draft) => {
      draft.sizes = true;
    },
  },
  {
    name: "-o",
    value: "FILE",
    summary: "write the byte code to FILE and run nothing",
    apply: (draft, value) => {
      draft.output = value;
    },
  },
  {
    name: "-l",
    value: "FILE",
    summary: "run the byte code in FILE instead of a program",
    apply: (draft, value) => {
      draft.load = value;
    },
  },
  {
    name: "-codecore",
    summary: "keep the byte code on each core, however large (if not said: up to 2,048 bytes)",
    apply: (draft) => placeCode(draft, "core"),
  },
  {
    name: "-codeshared",
    summary: "keep the byte code in shared memory",
    apply: (draft) => placeCode(draft, "shared"),
  },
  {
    name: "-datashared",
    summary: "keep variables, stack and heap in shared memory",
    apply: (draft) => {
      draft.placement = { ...draft.placement, data: "shared" };
    },
  },
  {
    name: "--seed",
    value: "N",
    summary: "start the cores' random numbers from N (0 if not said)",
    apply: (draft, value) => {
      draft.seed = wholeNumber("--seed", value, 0, 0xffffffff);
    },
  },
  {
    name: "--cooperative",
    summary: "run all cores in one thread, in the same order every time",
    apply: (draft) => {
      draft.cooperative = true;
    },
  },
  {
    name: "--ticks",
    summary: "let the clocks count instructions, not the cycles of the real chip",
    apply: (draft) => {
      draft.ticks = true;
    },
  },
  {
    name: "--host",
    value: "FILE",
    summary: "run FILE with full Python, which may offload functions to the cores",
    apply: (draft, value) => {
      draft.host = value;
    },
  },
  {
    name: "--device",
    value: "FILE",
    summary: "with --host: the program that the cores run, to exchange messages with",
    apply: (draft, value) => {
      draft.device = value;
    },
  },
  {
    name: "--disasm",
    summary: "show the byte code and run nothing",
    apply: (draft) => {
      draft.disassemble = true;
    },
  },
  {
    name: "--python2",
    summary: "read the program as Python 2, as if it began with # dialect: python2",
    apply: (draft) => {
      draft.python2 = true;
    },
  },
  {
    name: "--classic",
    summary: "read the program as classic ePython, as if it began with # dialect: classic",
    apply: (draft) => {
      draft.classic = true;
    },
  },
  {
    name: "-q",
    long: "--no-hints",
    summary: "show errors only, no hints and warnings",
    apply: (draft) => {
      draft.quiet = true;
    },
  },
  {
    name: "-help",
    long: "--help",
    summary: "show this help",
    apply: (draft) => {
      draft.help = true;
    },
  },
];

/// The text of -help.
export const help = [
  "Usage: epython [flags] program.py",
  "       epython [flags] --host program.py [--device cores.py]",
  "       epython lesson new | check …   (epython lesson shows more)",
  "",
  "Runs an ePython program on simulated Epiphany cores.",
  "",
  ...flags.map(
    ({ name, long, value, summary }) =>
      `  ${`${name}${long === undefined ? "" : `, ${long}`}${value === undefined ? "" : ` ${value}`}`.padEnd(16)}${summary}`,
  ),
  "",
  "Exit status: 0 when every core ended, 1 on a compile error, 2 when a core failed, 3 on deadlock, 64 on wrong usage or",
  "a file that cannot be read or written, 70 when epython itself failed, 74 when the output cannot be written.",
].join("\n");

/// Reads the words after the command; throws UsageError for what they cannot be.
export function parseArguments(words: readonly string[]): Arguments {
  const draft: Draft = {
    help: false,
    cores: "all",
    chip: EPIPHANY_III,
    hostCores: 0,
    times: false,
    sizes: false,
    seed: 0,
    cooperative: false,
    ticks: false,
    disassemble: false,
    quiet: false,
    classic: false,
    python2: false,
    placement: {},
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const [, head = word, given] = /^(--?[^=]+)=(.*)$/s.exec(word) ?? [];
    const flag = flagNamed(head);
    if (flag !== undefined) {
      if (flag.value === undefined && given !== undefined) throw new UsageError(`${head} takes no value`);
      const value = flag.value === undefined ? "" : (given ?? words[++i]);
      if (value === undefined || (value !== "" && given === undefined && flagNamed(value) !== undefined))
        throw new UsageError(`${head} needs a value: ${flag.value}`);
      flag.apply(draft, value);
    } else if (word.startsWith("-") && word !== "-") {
      throw new UsageError(unknownFlag(head));
    } else if (draft.program === undefined) {
      draft.program = word;
    } else {
      throw new UsageError(`one program at a time: ${draft.program} or ${word}`);
    }
  }
  const most = coresOfChip(draft.chip);
  const { deviceCores = most } = draft;
  if (deviceCores > most) {
    throw new UsageError(`-d ${deviceCores}: the ${draft.chip.name} has ${most} cores (--chip names larger ones)`);
  }
  const args = { ...draft, deviceCores };
  requireProgram(args);
  return args;
}

/// The original's flags count in any case.
function flagNamed(word: string): Flag | undefined {
  const small = word.toLowerCase();
  return (
    flags.find(({ name, long }) => name === word || long === word) ??
    flags.find(({ name, long }) => name === small || long === small)
  );
}

/// Flags of the original that have no counterpart here, and those that people know from elsewhere.
const elsewhere: Readonly<Record<string, string>> = {
  fullpython: "full Python is --host here: epython --host host.py --device cores.py",
  elf: "-elf chose the board's executable; there is no board here, so leave it out",
  srec: "-srec chose the board's executable; there is no board here, so leave it out",
  pp: "-pp showed the program with its imports in place; --disasm shows the byte code",
  pipein: "-pipein is not here: write the program to a file and give its name",
  datacore: "variables are on the core if nothing is said: leave -datacore out",
  cores: "-d N runs on N cores of the chip",
  n: "-d N runs on N cores of the chip",
  np: "-d N runs on N cores of the chip",
  version: "there is no flag for the version: it is in package.json",
  output: "-o FILE writes the byte code",
  time: "-t shows each core's time",
  quiet: "-q shows errors only",
  dialect: "--classic reads the program as classic ePython, --python2 as Python 2",
};

/// What to say of a flag that is none: what it is called here, or which comes near.
function unknownFlag(word: string): string {
  const bare = word.replace(/^-+/, "").toLowerCase();
  const known = Object.hasOwn(elsewhere, bare) ? elsewhere[bare] : undefined;
  if (known !== undefined) return `there is no flag ${word}: ${known}`;
  const names = flags.flatMap(({ name, long }) => (long === undefined ? [name] : [name, long]));
  const distances = names.map((name) => ({ name, far: distance(name.replace(/^-+/, ""), bare) }));
  const [best] = distances.sort((a, b) => a.far - b.far);
  const most = Math.min(2, Math.floor(bare.length / 2));
  return `there is no flag ${word}${best !== undefined && best.far <= most ? `: did you mean ${best.name}?` : ""}`;
}

/// How many letters must be put in, left out or changed to make one word the other.
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let k = 1; k <= b.length; k++) {
      const change = (row[k - 1] as number) + (a[i - 1] === b[k - 1] ? 0 : 1);
      next.push(Math.min(change, (row[k] as number) + 1, (next[k - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

function requireProgram(draft: Arguments): void {
  if (draft.help) return;
  if (draft.host !== undefined) return requireHost(draft);
  if (draft.device !== undefined) throw new UsageError("--device goes with --host FILE");
  if (draft.program === undefined && draft.load === undefined) throw new UsageError("which program?");
  if (draft.program !== undefined && draft.load !== undefined) throw new UsageError("a program or -l FILE, not both");
  if (draft.deviceCores + draft.hostCores === 0) throw new UsageError("-d 0 needs virtual cores: -h N");
}

function requireHost(draft: Arguments): void {
  if (draft.program !== undefined || draft.load !== undefined) {
    throw new UsageError("with --host the program of the cores is --device FILE");
  }
  if (draft.cooperative) throw new UsageError("--cooperative is not for --host: full Python has a thread of its own");
  if (draft.output !== undefined || draft.disassemble || draft.sizes) {
    throw new UsageError("-o, -s and --disasm are for programs of the cores: leave out --host");
  }
  if (draft.deviceCores === 0) throw new UsageError("--host needs cores of the chip: -d N");
}

function placeCode(draft: Draft, code: Location): void {
  if (draft.placement.code !== undefined && draft.placement.code !== code) {
    throw new UsageError("-codecore or -codeshared, not both");
  }
  draft.placement = { ...draft.placement, code };
}

function coreList(text: string): number[] {
  const ids = new Set<number>();
  for (const part of text.split(",")) {
    const [from, to, ...more] = part.split(":");
    if (more.length > 0) throw new UsageError(`-c takes ranges such as 2:7, not ${part}`);
    const first = wholeNumber("-c", from ?? "", 0, 4095);
    const last = to === undefined ? first : wholeNumber("-c", to, 0, 4095);
    if (last < first) throw new UsageError(`-c ${part}: ${last} comes before ${first}`);
    for (let id = first; id <= last; id++) ids.add(id);
  }
  return [...ids].sort((a, b) => a - b);
}

function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new UsageError(
      `${flag} takes a whole number from ${least} to ${most}, not ${text === "" ? "nothing" : text}`,
    );
  }
  return value;
}

/// The cores that take part: of the chip, and how many virtual ones with which first id.
export function coresOf(args: Arguments): { deviceCores: number[]; hostCores: number; firstHostCore: number } {
  const firstHostCore = args.deviceCores;
  const all = Array.from({ length: args.deviceCores }, (_, id) => id);
  if (args.cores === "all") return { deviceCores: all, hostCores: args.hostCores, firstHostCore };
  const beyond = args.cores.find((id) => id >= args.deviceCores);
  if (beyond !== undefined) {
    throw new UsageError(
      `-c ${beyond}: the last core of the chip here is ${args.deviceCores - 1} (virtual cores always take part)`,
    );
  }
  return { deviceCores: [...args.cores], hostCores: args.hostCores, firstHostCore };
}
