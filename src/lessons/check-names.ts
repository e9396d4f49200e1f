import type { Check, Who } from "./check-format.ts";

/// What a check is called that its author gave no name.
export function nameOf(check: Check): string {
  const { prints, variable, messages, collectives, time, idle, speedup, source } = check;
  if (prints !== undefined) {
    const text = prints.line ?? prints.contains ?? prints.exactly?.[0] ?? prints.anyOrder?.[0];
    if (prints.never !== undefined) return `${whoWords(prints.who)} prints nothing with “${prints.never}”`;
    return `${whoWords(prints.who)} prints ${text === undefined ? "what it should" : `“${text}”`}`;
  }
  if (variable !== undefined) return `\`${variable.name}\` has the right value at the end`;
  if (messages !== undefined) return "The right messages are sent";
  if (collectives !== undefined) return `Every core takes part in ${Object.keys(collectives).join(", ")}`;
  if (time !== undefined) return "The virtual time is right";
  if (idle !== undefined) return "The cores are idle for no longer than they must";
  if (speedup !== undefined)
    return `${speedup.to} cores are at least ${speedup.least} times as fast as ${speedup.from}`;
  return sourceName(source);
}

function sourceName(source: Check["source"]): string {
  const uses = source?.uses?.map((word) => `\`${word}\``).join(", ");
  const avoids = source?.avoids?.map((word) => `\`${word}\``).join(", ");
  const parts = [
    uses === undefined ? "" : `uses ${uses}`,
    avoids === undefined ? "" : `does without ${avoids}`,
    source?.lines === undefined ? "" : `has at most ${source.lines.most} lines`,
  ];
  return `The program ${parts.filter((part) => part !== "").join(" and ")}`;
}

function whoWords(who: Who): string {
  if (who === undefined || who === "all") return "Every core";
  if (who === "host") return "The host";
  if (who === "any") return "Some core";
  if (typeof who === "number") return `Core ${who}`;
  return typeof who === "string" ? "Each of these cores" : `Each of the cores ${who.join(", ")}`;
}
