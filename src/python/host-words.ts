import { idRanges } from "../base/id-ranges.ts";

// The engine knows full Python as a core among the others. People are told of "the host".

/// What is said of cores, with full Python's id as the host: `cores 3, 16 have ended` becomes `core 3 and the host have ended`.
export function inHostWords(text: string, id: number): string {
  return text.replace(/\b(c|C)ores? (\d+(?:(?:, |–)\d+)*)/g, (whole, letter: string, list: string) => {
    const ids = list.split(", ").flatMap(idsOf);
    if (!ids.includes(id) || ids.length > MOST_IDS) return whole;
    const others = ids.filter((other) => other !== id);
    const host = letter === "C" && others.length === 0 ? "The host" : "the host";
    if (others.length === 0) return host;
    return `${letter}ore${others.length === 1 ? "" : "s"} ${idRanges(others)} and ${host}`;
  });
}

// More than any chip has: a program's own text may read like one of ours.
const MOST_IDS = 10_000;

/// `3` or `3–7`; none if it is no range of a chip's cores.
function idsOf(range: string): number[] {
  const [from = 0, to = from] = range.split("–").map(Number);
  if (!(to >= from && to - from < MOST_IDS)) return [];
  return Array.from({ length: to - from + 1 }, (_, k) => from + k);
}

const SAID = new Set(["text", "message", "suggestion", "whom", "why"]);

/// The same for everything that an event says.
export function eventInHostWords<T>(part: T, id: number): T {
  if (Array.isArray(part)) return part.map((one) => eventInHostWords(one, id)) as T;
  if (typeof part !== "object" || part === null) return part;
  const told = Object.entries(part).map(([key, value]) => [
    key,
    typeof value === "string" && SAID.has(key) ? inHostWords(value, id) : eventInHostWords(value, id),
  ]);
  return Object.fromEntries(told) as T;
}
