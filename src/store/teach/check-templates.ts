import { duration } from "../../lessons/duration.ts";
import { at, isRecord, put, type RawCheck, renamed } from "./check-text.ts";
import {
  anyText,
  count,
  lines,
  microseconds,
  names,
  number,
  percent,
  plainText,
  pythonValue,
  type TextForm,
  writePairs,
} from "./check-values.ts";

// The kinds of checks that the form offers, each with its fields. A check of another kind keeps its name and its words in the form; the
// rest of it only JSON shows.

/// A place in a check that the form shows.
export type Field =
  | {
      readonly kind: "text";
      readonly label: string;
      readonly path: readonly string[];
      readonly form: TextForm;
      /// Shown while it is empty.
      readonly hint?: string;
      readonly note?: string;
      /// Lines high, where it is more than one.
      readonly rows?: number;
      /// Of program text.
      readonly mono?: true;
      readonly half?: true;
    }
  | { readonly kind: "who"; readonly path: readonly string[] }
  | { readonly kind: "pairs"; readonly path: readonly string[] }
  /// One of several keys of a record: the value moves from one to the other.
  | {
      readonly kind: "way";
      readonly label: string;
      readonly path: readonly string[];
      readonly ways: Readonly<Record<string, string>>;
    };

export interface Template {
  readonly id: string;
  /// On the button that adds one, and above its form.
  readonly label: string;
  readonly make: (cores: number) => RawCheck;
  readonly fits: (check: RawCheck) => boolean;
  /// What it asks, in a few words.
  readonly summary: (check: RawCheck) => string;
  readonly fields: readonly Field[];
}

const holds = "`{core}` becomes the core’s number, `{cores}` how many there are. A brace itself is `{{`.";
const every = { kind: "who", path: ["prints", "who"] } as const;

const has =
  (...path: string[]) =>
  (check: RawCheck): boolean =>
    at(check, path) !== undefined;

const shown = (value: unknown): string =>
  value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);

function linesSummary(value: unknown): string {
  const [first, ...more] = Array.isArray(value) ? value : [];
  if (first === undefined) return "nothing";
  return more.length === 0 ? `\`${shown(first)}\`` : `\`${shown(first)}\` and ${more.length} more`;
}

function limitSummary(value: unknown): string {
  if (!isRecord(value)) return value === undefined ? "" : `${shown(value)} each`;
  const { least, most } = value;
  if (least !== undefined && most !== undefined) return `${shown(least)} to ${shown(most)} each`;
  return least !== undefined
    ? `at least ${shown(least)} each`
    : most !== undefined
      ? `at most ${shown(most)} each`
      : "";
}

const oneLine = { line: "is", contains: "contains", pattern: "matches the pattern", never: "never contains" } as const;
const lineKey = (check: RawCheck) => Object.keys(oneLine).find((key) => has("prints", key)(check)) ?? "line";
const pairsSummary = {
  mesh: "on the mesh",
  ring: "round a ring",
  row: "in a row",
  pairs: "listed pairs",
  where: "",
} as const;

const exact: Template = {
  id: "exactly",
  label: "Prints exactly",
  make: () => ({ prints: { exactly: ["Hello from core {core}"] } }),
  fits: has("prints", "exactly"),
  summary: (check) => linesSummary(at(check, ["prints", "exactly"])),
  fields: [
    every,
    {
      kind: "text",
      label: "These lines, in this order, and no others",
      path: ["prints", "exactly"],
      form: lines,
      rows: 3,
      mono: true,
      note: holds,
    },
  ],
};

const anyOrder: Template = {
  id: "any-order",
  label: "Prints, in any order",
  make: () => ({ prints: { anyOrder: ["Hello from core {core}"] } }),
  fits: has("prints", "anyOrder"),
  summary: (check) => linesSummary(at(check, ["prints", "anyOrder"])),
  fields: [
    every,
    {
      kind: "text",
      label: "These lines and no others, in any order",
      path: ["prints", "anyOrder"],
      form: lines,
      rows: 3,
      mono: true,
      note: holds,
    },
  ],
};

const line: Template = {
  id: "line",
  label: "Prints a line",
  make: () => ({ prints: { line: "The sum is 120" } }),
  fits: (check) => Object.keys(oneLine).some((key) => has("prints", key)(check)),
  summary: (check) =>
    `${oneLine[lineKey(check) as keyof typeof oneLine]} \`${shown(at(check, ["prints", lineKey(check)]))}\``,
  fields: [
    every,
    { kind: "way", label: "A line that", path: ["prints"], ways: oneLine },
    { kind: "text", label: "This text", path: ["prints", "*"], form: anyText, mono: true, note: holds },
    { kind: "text", label: "How often", path: ["prints", "times"], form: count, hint: "at least once", half: true },
  ],
};

const variable: Template = {
  id: "variable",
  label: "A variable has a value",
  make: () => ({ variable: { name: "total", equals: 120 } }),
  fits: (check) => isRecord(check.variable),
  summary: (check) => {
    const { name, equals, is, length } = isRecord(check.variable) ? check.variable : {};
    if (equals !== undefined) return `\`${shown(name)}\` is \`${pythonValue.write(equals)}\``;
    if (is !== undefined) return `\`${shown(name)}\` is \`${shown(is)}\``;
    return length !== undefined ? `\`${shown(name)}\` has ${shown(length)} elements` : `\`${shown(name)}\``;
  },
  fields: [
    { kind: "text", label: "Variable", path: ["variable", "name"], form: anyText, mono: true, half: true },
    { kind: "who", path: ["variable", "who"] },
    {
      kind: "text",
      label: "Its value at the end",
      path: ["variable", "equals"],
      form: pythonValue,
      hint: "any",
      mono: true,
      half: true,
      note: "As Python writes it: `12`, `True`, `[1, 2]`. Anything else is a text.",
    },
    {
      kind: "text",
      label: "Or worked out, as",
      path: ["variable", "is"],
      form: plainText,
      hint: "core * 2",
      mono: true,
      half: true,
      note: "From `core`, `cores`, `last` and whole numbers.",
    },
    { kind: "text", label: "May differ by", path: ["variable", "within"], form: number, hint: "0", half: true },
    { kind: "text", label: "Number of elements", path: ["variable", "length"], form: count, hint: "any", half: true },
  ],
};

const neighbours: Template = {
  id: "messages",
  label: "Messages between neighbours",
  make: () => ({ messages: { between: "to == (from + 1) % cores", times: { least: 1 }, only: true } }),
  fits: (check) =>
    isRecord(check.messages) && typeof check.messages.between === "string" && check.messages.only === true,
  summary: (check) => {
    const between = at(check, ["messages", "between"]);
    const way = writePairs(between)?.way ?? "where";
    return [pairsSummary[way] || shown(between), limitSummary(at(check, ["messages", "times"]))]
      .filter((part) => part !== "")
      .join(", ");
  },
  fields: [
    { kind: "pairs", path: ["messages", "between"] },
    {
      kind: "text",
      label: "Messages for each, at least",
      path: ["messages", "times", "least"],
      form: count,
      hint: "no limit",
      half: true,
      note: "So that silence does not pass.",
    },
    { kind: "text", label: "At most", path: ["messages", "times", "most"], form: count, hint: "no limit", half: true },
  ],
};

const time: Template = {
  id: "time",
  label: "Time at most",
  make: () => ({ time: { most: 0.001 } }),
  fits: (check) => isRecord(check.time),
  summary: (check) => {
    const most = at(check, ["time", "most"]);
    return typeof most === "number" ? duration(most) : "";
  },
  fields: [
    {
      kind: "text",
      label: "Virtual time at most, in µs",
      path: ["time", "most"],
      form: microseconds,
      half: true,
      note: "Until the last core has ended. Leave a margin of a tenth.",
    },
    {
      kind: "text",
      label: "At least, in µs",
      path: ["time", "least"],
      form: microseconds,
      hint: "no limit",
      half: true,
    },
  ],
};

const speedup: Template = {
  id: "speedup",
  label: "Speedup at least",
  make: (cores) => ({ speedup: { from: 1, to: Math.max(2, cores), least: 2 } }),
  fits: (check) => isRecord(check.speedup),
  summary: (check) => {
    const { from, to, least } = isRecord(check.speedup) ? check.speedup : {};
    return `${shown(least)} times as fast on ${shown(to)} cores as on ${shown(from)}`;
  },
  fields: [
    { kind: "text", label: "On this many cores", path: ["speedup", "to"], form: number, half: true },
    {
      kind: "text",
      label: "As fast as on this many, times",
      path: ["speedup", "least"],
      form: number,
      half: true,
      note: "Leave a margin of a tenth.",
    },
    { kind: "text", label: "Compared with cores", path: ["speedup", "from"], form: number, half: true },
  ],
};

const deadlock: Template = {
  id: "no-deadlock",
  label: "No deadlock",
  make: () => ({ name: "Never a deadlock", noDeadlock: { orders: 20 } }),
  fits: (check) => isRecord(check.noDeadlock),
  summary: (check) => `in ${shown(at(check, ["noDeadlock", "orders"]))} runs`,
  fields: [
    {
      kind: "text",
      label: "Runs",
      path: ["noDeadlock", "orders"],
      form: number,
      half: true,
      note: "From 2 to 50, each with other random numbers.",
    },
  ],
};

const uses: Template = {
  id: "uses",
  label: "Uses",
  make: () => ({ source: { uses: ["send"] } }),
  fits: has("source", "uses"),
  summary: (check) => `\`${names.write(at(check, ["source", "uses"])) ?? ""}\``,
  fields: [
    {
      kind: "text",
      label: "Names that the program must use",
      path: ["source", "uses"],
      form: names,
      mono: true,
      note: "Calls, keywords or variables, with commas between them. Comments and strings do not count.",
    },
  ],
};

const avoids: Template = {
  id: "avoids",
  label: "Does not use",
  make: () => ({ source: { avoids: ["reduce"] } }),
  fits: (check) => has("source", "avoids")(check) && !has("source", "uses")(check),
  summary: (check) => `\`${names.write(at(check, ["source", "avoids"])) ?? ""}\``,
  fields: [
    {
      kind: "text",
      label: "Names that the program must not use",
      path: ["source", "avoids"],
      form: names,
      mono: true,
      note: "Calls, keywords or variables, with commas between them. Comments and strings do not count.",
    },
  ],
};

const idle: Template = {
  id: "idle",
  label: "Idle at most",
  make: () => ({ idle: { most: 0.25 } }),
  fits: (check) => isRecord(check.idle),
  summary: (check) => `${percent.write(at(check, ["idle", "most"])) ?? ""} %`,
  fields: [
    {
      kind: "text",
      label: "Of the cores’ time, per cent at most",
      path: ["idle", "most"],
      form: percent,
      half: true,
      note: "Time in which cores wait for others, or have already ended.",
    },
  ],
};

/// In the order of the buttons.
export const templates: readonly Template[] = [
  exact,
  anyOrder,
  line,
  variable,
  neighbours,
  time,
  speedup,
  deadlock,
  uses,
  avoids,
  idle,
];

/// The template of a check; undefined where only JSON shows all of it.
export function templateOf(check: RawCheck): Template | undefined {
  return templates.find(({ fits }) => fits(check));
}

/// The path of a field in this check, with the key that `*` stands for.
export function pathIn(check: RawCheck, path: readonly string[]): readonly string[] {
  return path.map((key) => (key === "*" ? lineKey(check) : key));
}

/// The text that a field shows of a check; undefined where it cannot.
export function fieldText(field: Extract<Field, { kind: "text" }>, check: RawCheck): string | undefined {
  const value = at(check, pathIn(check, field.path));
  const parent = at(check, pathIn(check, field.path.slice(0, -1)));
  // A limit may be one number, in the place of the record that this field belongs to.
  if (parent !== undefined && !isRecord(parent)) return undefined;
  return field.form.write(value);
}

/// The check after something was typed in a field. A record that has nothing left in it goes, too, unless it is the check’s own.
export function typed(field: Extract<Field, { kind: "text" }>, check: RawCheck, text: string): RawCheck {
  const path = pathIn(check, field.path);
  const next = put(check, path, field.form.read(text));
  const parent = path.slice(0, -1);
  const left = at(next, parent);
  return parent.length > 1 && isRecord(left) && Object.keys(left).length === 0 ? put(next, parent, undefined) : next;
}

/// Which of a record’s ways a check has.
export function wayOf({ path, ways }: Extract<Field, { kind: "way" }>, check: RawCheck): string | undefined {
  return Object.keys(ways).find((way) => at(check, [...path, way]) !== undefined);
}

/// The check with its value under another of the ways.
export function withWay(field: Extract<Field, { kind: "way" }>, check: RawCheck, way: string): RawCheck {
  const before = wayOf(field, check);
  const record = at(check, field.path);
  return before === undefined || !isRecord(record) ? check : put(check, field.path, renamed(record, before, way));
}
