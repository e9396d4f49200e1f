import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Chip, type Core } from "../../src/machine/chip.ts";
import { chipModels, coresOf, EPIPHANY_III } from "../../src/machine/chip-models.ts";
import { recordedBytes } from "../../src/machine/events.ts";
import { LOCAL_BYTES, MemoryMap, RUNTIME_BYTES, SHARED_ADDRESS } from "../../src/machine/memory-map.ts";
import * as costs from "../../src/machine/timing/costs.ts";
import { imageOf } from "../../src/testing/harness/chips.ts";

// The tables of docs/machine.md, generated from the code. Each is between two comments, the first with its name; the rest is prose.

/// A table, with columns of figures aligned to the right.
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const isFigures = (column: number): boolean =>
    rows.every((row) => /^([\d.,]+( (B|KB|MB|MHz))?|–)?$/.test(row[column] ?? ""));
  const rule = head.map((_, column) => (isFigures(column) ? "--:" : "---"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

const number = (value: number): string => (Math.round(value * 10) / 10).toLocaleString("en");
const hex = (value: number, digits = 8): string => `0x${value.toString(16).toUpperCase().padStart(digits, "0")}`;

/// In the unit that gives a whole number, if one does.
function size(bytes: number): string {
  if (bytes % 2 ** 20 === 0) return `${number(bytes / 2 ** 20)} MB`;
  if (bytes % 1024 === 0) return `${number(bytes / 1024)} KB`;
  return `${number(bytes)} B`;
}

const megabytes = (bytes: number): string => `${number(bytes / 2 ** 20)} MB`;

const mapOf = (model: (typeof chipModels)[number]): MemoryMap =>
  new MemoryMap({ model, hostCores: 0, firstHostId: coresOf(model) });

const chips = (): string =>
  table(
    ["`--chip`", "cores", "mesh", "clock", "first core at", "last core at"],
    chipModels.map((model) => {
      const map = mapOf(model);
      return [
        `\`${model.name.toLowerCase()}\``,
        number(coresOf(model)),
        `${model.rows}×${model.columns}`,
        `${model.frequency / 1e6} MHz`,
        hex(map.globalAddress(0, 0)),
        hex(map.globalAddress(coresOf(model) - 1, 0)),
      ];
    }),
  );

function core(): string {
  const text = readFileSync(join(import.meta.dirname, "../../src/testing/corpus/programs/paper/listing-5.py"), "utf8");
  const config = { model: EPIPHANY_III, hostCores: 0, firstHostId: 16 };
  const chip = new Chip(new ArrayBuffer(new MemoryMap(config).bytes), config, [0], imageOf(text));
  const { local } = chip;
  const { base } = (chip.cores[0] as Core).place;
  const row = (name: string, { from, to }: { from: number; to: number }): string[] => [
    hex(from - base, 4),
    size(to - from),
    name,
  ];
  return table(
    ["from", "size", "what"],
    [
      row("interpreter and runtime; the core's registers, its clock, the clocks of messages", {
        from: 0,
        to: RUNTIME_BYTES,
      }),
      row("globals, then constants: 8 bytes each, value and tag", local.globals),
      row("byte code, the table of functions, the texts of string constants", local.code),
      row("postboxes: 16 bytes for each core that may send", local.postboxes),
      row("stack", local.stack),
      row("heap", local.heap),
    ],
  );
}

function shared(): string {
  const map = mapOf(EPIPHANY_III);
  const at = (offset: number): string => hex(SHARED_ADDRESS + offset - map.shared.from);
  const first = map.core(0);
  const second = map.core(1);
  const last = map.core(15);
  const stack = map.areaStackBytes(0);
  return table(
    ["from", "size", "what"],
    [
      [at(map.shared.from), size(map.control - map.shared.from), "used by the linker, not by ePython"],
      [
        at(map.control),
        size(map.links.from - map.control),
        "the monitor's words: stop, barrier, answers to `input`, wake-up words of the threads",
      ],
      [at(map.links.from), size(map.links.to - map.links.from), "bytes carried by each link of the mesh"],
      [
        at(first.ring),
        size(last.ring + last.ringBytes - first.ring),
        `ring buffers for output, ${size(first.ringBytes)} a core`,
      ],
      [
        at(map.sharedCode.from),
        size(map.sharedCode.to - map.sharedCode.from),
        "byte code that is not on the cores, one copy for all of them",
      ],
      [
        at(first.area.from),
        size(last.area.to - first.area.from),
        `an area for each core, ${number(second.area.from - first.area.from)} B: ${number(stack)} B for stack that overflows, ` +
          `${number(first.area.to - first.area.from - stack)} B for heap`,
      ],
    ],
  );
}

const sizes = (): string =>
  table(
    ["chip", "local memories", "table of postboxes", "a core's area", "a core's ring", "total", "total, recorded"],
    chipModels.map((model) => {
      const map = mapOf(model);
      const { area, ringBytes } = map.core(0);
      return [
        model.name,
        megabytes(coresOf(model) * LOCAL_BYTES),
        map.hasBoxTable ? megabytes(map.boxTable.pool.to - map.boxTable.index.from) : "–",
        `${number(area.to - area.from)} B`,
        `${number(ringBytes)} B`,
        megabytes(map.bytes),
        megabytes(recordedBytes(map)),
      ];
    }),
  );

// What each row of the table is, and where its figure comes from.
const ORIGINAL = "measured on the original's interpreter, scaled to Table I";
const NAME = `${ORIGINAL}; finding the name is extra`;
const what: Readonly<Record<costs.CostName, readonly [what: string, source: string]>> = {
  constant: ["a constant", ORIGINAL],
  variable: ["read a variable", NAME],
  readElement: ["read a list's element", NAME],
  lookUp: ["find a name: for each symbol before it in the table", ORIGINAL],
  sweep: ["a call, and each of its arguments: for each symbol in the table", ORIGINAL],
  arithmetic: ["`+ - * **`, a comparison", ORIGINAL],
  hash: ["find a key of a dictionary by its hash", "estimate: the original has no dictionaries"],
  multiplication: ["in addition, each of the n − 1 multiplications of a power", "estimate"],
  conversion: ["converting an int to a real", ORIGINAL],
  division: ["`/` and `%` of ints", ORIGINAL],
  realDivision: ["in addition, `/` of reals", `${ORIGINAL}; software division`],
  assign: ["assign a variable", NAME],
  assignElement: ["assign a list's element", NAME],
  test: ["the test of an `if` or a `while`", ORIGINAL],
  jump: ["a jump", ORIGINAL],
  call: ["a call of a function and its return", `${ORIGINAL}; going through the table is extra`],
  argument: ["an argument", `${ORIGINAL}; finding the name and going through the table are extra`],
  native: ["a call of a built-in function", ORIGINAL],
  attribute: ["read, assign or delete an attribute of an object", "ours: as an element of a list"],
  element: ["an element that a built-in function reads or writes", "estimate: four bytes, copied one by one"],
  character: ["a character that a built-in function reads or writes", "estimate: one byte"],
  repeated: [
    "an element of `[v] * n`",
    "estimate: the original reads `v` again for each element, and `v` is mostly a constant",
  ],
  math: ["a function of `math` or a random number, computed by the monitor", ORIGINAL],
  print: ["a line of output; joining texts, or converting a number to text", ORIGINAL],
  mathTurn: ["how long the monitor is then busy: `math`", "the last of 16 that ask at once waits 43,000, as measured"],
  printTurn: ["… and output and text", "the last of 16 that ask at once waits 43,000, as measured"],
  hop: ["a hop of the mesh", "datasheet"],
  sharedRead: ["a byte read from shared memory", "fitted to Table I"],
  sharedReadOfAll: ["… but at least this, times the cores that take part", "estimate"],
  sharedWrite: ["a byte written to shared memory", "measured by others"],
  sharedWriteOfAll: [
    "… but at least this, times the cores that take part",
    "150 MB/s over all cores, measured by others",
  ],
};

const interpreting = (): string =>
  table(
    ["what", "device", "host", "from"],
    Object.entries(costs.table).map(([name, { device, host }]) => {
      const [title, source] = what[name as costs.CostName];
      return [title, number(device), host === 0 ? "–" : number(host), source];
    }),
  );

const messages = (): string =>
  table(
    ["what", "cycles"],
    [
      ["`send` and `recv`, once both cores are ready, for each element", number(costs.SEND_RECV)],
      ["`sendrecv` with a neighbour, for each element", number(costs.exchangeCost(1))],
      ["`sendrecv` with a core six hops away, for each element", number(costs.exchangeCost(6))],
      ["`sync`, once the last core has arrived", number(costs.SYNC)],
      ["a copy of 1,000 bytes from the host to a core, including its start", number(costs.copyToDevice(1000))],
      ["a copy of 1,000 bytes from a core to the host, including its start", number(costs.copyFromDevice(1000))],
    ],
  );

const collectives = (): string =>
  table(
    ["cores", "`reduce`", "`bcast`"],
    [2, 4, 8, 16].map((cores) => [cores, costs.reduceCost(cores), costs.bcastCost(cores)].map(number)),
  );

const tables: Readonly<Record<string, () => string>> = {
  chips,
  core,
  shared,
  sizes,
  interpreting,
  messages,
  collectives,
};

/// The page with its tables generated again. Throws if it has no place for one.
export function machinePage(page: string): string {
  return Object.entries(tables).reduce((text, [name, make]) => {
    const [begin, end] = [`<!-- table ${name} -->\n`, `\n<!-- end -->`];
    const from = text.indexOf(begin);
    const to = text.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`the page has no place for the table ${name}`);
    return `${text.slice(0, from + begin.length)}\n${make()}\n${text.slice(to)}`;
  }, page);
}
