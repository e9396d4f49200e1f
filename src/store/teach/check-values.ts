// How single values of a check are written in a field of the form, and read from it. Each pair is exact: what is read from a text that
// a value was written as is that value. Where a field has another form, writing gives undefined, and only JSON shows it.

/// A way to write values of a kind as the text of a field.
export interface TextForm {
  /// The text; undefined for a value that this field cannot show.
  write(value: unknown): string | undefined;
  /// The value; undefined: the field is empty, and there is none.
  read(text: string): unknown;
}

/// Any text; an empty one is none.
export const plainText: TextForm = {
  write: (value) => (value === undefined ? "" : typeof value === "string" && value !== "" ? value : undefined),
  read: (text) => (text === "" ? undefined : text),
};

/// A text that may be empty.
export const anyText: TextForm = {
  write: (value) => (typeof value === "string" ? value : undefined),
  read: (text) => text,
};

/// A list of texts, one a line. A line with nothing in it at the end is only there if two are.
export const lines: TextForm = {
  write(value) {
    if (!isTexts(value) || value.some((line) => line.includes("\n"))) return undefined;
    return value.join("\n") + (value.at(-1) === "" ? "\n" : "");
  },
  read(text) {
    if (text === "") return [];
    const all = text.split("\n");
    if (all.at(-1) === "") all.pop();
    return all;
  },
};

/// Names with commas between them.
export const names: TextForm = {
  write: (value) => (isTexts(value) && value.every((name) => /^[^\s,]+$/.test(name)) ? value.join(", ") : undefined),
  read: (text) => text.split(/[\s,]+/).filter((name) => name !== ""),
};

/// A whole number, or an expression such as `cores - 1`.
export const count: TextForm = {
  write(value) {
    if (value === undefined) return "";
    if (typeof value === "number" && isPlain(value)) return String(value);
    return typeof value === "string" && count.read(value) === value ? value : undefined;
  },
  read(text) {
    const trimmed = text.trim();
    if (trimmed === "") return undefined;
    return /^\d{1,9}$/.test(trimmed) && isPlain(Number(trimmed)) ? Number(trimmed) : text;
  },
};

/// A number. What is none stays a text, which the form then marks.
export const number: TextForm = {
  write(value) {
    if (value === undefined) return "";
    if (typeof value === "number" && Number.isFinite(value)) return String(value);
    return typeof value === "string" && number.read(value) === value ? value : undefined;
  },
  read(text) {
    const trimmed = text.trim();
    if (trimmed === "") return undefined;
    return /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : text;
  },
};

/// Part of a whole, as per cent.
export const percent: TextForm = scaled(100);

/// Virtual seconds, as microseconds.
export const microseconds: TextForm = scaled(1e6);

function scaled(factor: number): TextForm {
  const back = (shown: number): number => Number((shown / factor).toPrecision(15));
  return {
    write(value) {
      if (typeof value !== "number") return number.write(value);
      const shown = Number((value * factor).toPrecision(15));
      return back(shown) === value ? String(shown) : undefined;
    },
    read(text) {
      const shown = number.read(text);
      return typeof shown === "number" ? back(shown) : shown;
    },
  };
}

/// A value as Python writes it: `12`, `True`, `[1, 2]`. Anything else is a text, which may stand in quotes.
export const pythonValue: TextForm = {
  write(value) {
    if (value === undefined) return "";
    if (typeof value === "string")
      return value !== "" && pythonValue.read(value) === value ? value : JSON.stringify(value);
    return value === true ? "True" : value === false ? "False" : value === null ? "None" : JSON.stringify(value);
  },
  read(text) {
    const trimmed = text.trim();
    if (trimmed === "") return undefined;
    if (trimmed === "True" || trimmed === "False") return trimmed === "True";
    if (trimmed === "None") return null;
    try {
      return JSON.parse(trimmed);
    } catch {
      return text;
    }
  },
};

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isPlain(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 1e9;
}

/// Which cores a check is about, as the form has it: a way to say it, and what stands in the field beside.
export interface WhoChosen {
  readonly way: "all" | "any" | "one" | "list" | "where" | "host";
  readonly text: string;
}

export const whoWays = {
  all: "Every core",
  any: "At least one core",
  one: "Core",
  list: "The cores",
  where: "Cores for which",
  host: "The host (full Python)",
} as const satisfies Record<WhoChosen["way"], string>;

/// Undefined for what the form cannot show.
export function writeWho(value: unknown): WhoChosen | undefined {
  if (value === undefined) return { way: "all", text: "" };
  if (value === "any" || value === "host") return { way: value, text: "" };
  if (typeof value === "number") return { way: "one", text: String(value) };
  if (Array.isArray(value) && value.every((id) => typeof id === "number" && isPlain(id)))
    return { way: "list", text: value.join(", ") };
  return typeof value === "string" && value !== "all" ? { way: "where", text: value } : undefined;
}

/// The value for it, or undefined where what stands in the field is not of that way.
export function readWho({ way, text }: WhoChosen): { readonly who: unknown } | undefined {
  if (way === "all") return { who: undefined };
  if (way === "any" || way === "host") return { who: way };
  if (way === "where") return text.trim() === "" ? undefined : { who: text };
  const ids = text.split(/[\s,]+/).filter((id) => id !== "");
  if (ids.some((id) => !/^\d{1,9}$/.test(id))) return undefined;
  if (way === "list") return { who: ids.map(Number) };
  return ids.length === 1 ? { who: Number(ids[0]) } : undefined;
}

/// Who may send to whom, as the form has it.
export interface PairsChosen {
  readonly way: "mesh" | "ring" | "row" | "pairs" | "where";
  /// Of `pairs`, lines such as `0 → 1`; of `where`, the condition.
  readonly text: string;
}

const pairConditions = {
  mesh: "hops == 1",
  ring: "to == (from + 1) % cores",
  row: "to == from + 1 or to == from - 1",
} as const;

export const pairWays = {
  mesh: "Neighbours on the mesh",
  ring: "Each core to the next one, and the last to core 0 (a ring)",
  row: "Neighbours in a row: core 0 and 1, core 1 and 2, …",
  pairs: "Only the pairs that I list",
  where: "Pairs for which a condition holds",
} as const satisfies Record<PairsChosen["way"], string>;

export function writePairs(between: unknown): PairsChosen | undefined {
  if (typeof between !== "string") return undefined;
  for (const way of ["mesh", "ring", "row"] as const) if (pairConditions[way] === between) return { way, text: "" };
  const pairs = between.split(" or ").map((part) => /^\(from == (\d{1,4}) and to == (\d{1,4})\)$/.exec(part));
  if (pairs.every((pair) => pair !== null)) {
    const text = pairs.map(([, from, to]) => `${from} → ${to}`).join("\n");
    if (conditionOf({ way: "pairs", text }) === between) return { way: "pairs", text };
  }
  return { way: "where", text: between };
}

/// The condition; undefined where what stands in the field lists no pairs.
export function conditionOf({ way, text }: PairsChosen): string | undefined {
  if (way === "where") return text.trim() === "" ? undefined : text;
  if (way !== "pairs") return pairConditions[way];
  const pairs = text
    .split(/[\n,;]/)
    .filter((line) => line.trim() !== "")
    .map((line) => /^\s*(\d{1,4})\s*(?:→|->|-|to|\s)\s*(\d{1,4})\s*$/.exec(line));
  if (pairs.length === 0 || pairs.some((pair) => pair === null)) return undefined;
  return pairs.map((pair) => `(from == ${Number(pair?.[1])} and to == ${Number(pair?.[2])})`).join(" or ");
}
