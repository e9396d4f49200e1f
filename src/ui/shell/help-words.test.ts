import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type KeyGroup, keys } from "./help-words.ts";

// The help is held against the sources: every key that a part of the page listens to must be told of.

const ui = join(import.meta.dirname, "..");

/// Which part of the help tells of the keys that a file listens to.
const told: Readonly<Record<string, readonly KeyGroup[]>> = {
  "shared/Tabs.tsx": ["Everywhere"],
  "project/Rail.tsx": ["Everywhere"],
  "shell/Wide.tsx": ["Everywhere"],
  "shell/usePresenting.ts": ["Everywhere"],
  "shell/useShortcuts.ts": ["Everywhere"],
  "shell/Palette.tsx": ["When you look for an action"],
  "project/NameForm.tsx": ["Everywhere"],
  "editor/code-editor.ts": ["In the program", "Everywhere"],
  "chip/CoreMap.tsx": ["On the chip"],
  "chip/CoreTable.tsx": ["On the chip"],
  "chip/map-layout.ts": ["On the chip"],
  "chip/PlayerPane.tsx": ["In the player, on its slider"],
  "chip/keyboard-moves.ts": ["On the chip"],
  "console/ConsoleInput.tsx": ["In the console"],
  "results/Output.tsx": ["In the output"],
  "listing/ByteCode.tsx": ["In the byte code and the memory"],
  "memory/Memory.tsx": ["In the byte code and the memory"],
  "teach/CheckList.tsx": ["In the list of checks, under Teach"],
  "timeline/Details.tsx": ["In the timeline"],
  "timeline/Rows.tsx": ["In the timeline"],
  "timeline/RulerMarks.tsx": ["On the timeline’s ruler"],
};

/// The keys of which a source text speaks: as the events of the browser name them, or as Monaco does.
function keysIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, name = ""] of text.matchAll(/\bKeyCode\.(\w+)/g)) found.add(name.replace(/^(?:Key|Digit)/, ""));
  // Of a comparison, of a case, of a table from keys to what they do, or of a list of keys.
  const names = "F\\d{1,2}|Arrow\\w+|Page\\w+|Home|End|Enter|Escape|Delete|Backspace|Insert|Tab|[^\\w\\s]|[a-z]";
  const places = [
    new RegExp(`\\b[kK]ey(?:\\.toLowerCase\\(\\))? === "(${names})"`, "g"),
    new RegExp(`\\bcase "(${names})":`, "g"),
    /^ +(Arrow\w+|Page\w+|Home|End|[a-z]): /gm,
    /[{,] (Arrow\w+|Page\w+|Home|End): /g,
    /"(Arrow\w+|Page\w+|Home|End)"[,\]]/g,
  ];
  for (const place of places) for (const [, name = ""] of text.matchAll(place)) found.add(inWords(name));
  return found;
}

/// A key as the help writes it.
function inWords(key: string): string {
  if (key.startsWith("Arrow")) return "Arrow keys";
  if (key === "=") return "+";
  return key.length === 1 ? key.toUpperCase() : key.replace(/^Page/, "Page ");
}

function isTold(key: string, groups: readonly KeyGroup[]): boolean {
  const named = groups.flatMap((group) => keys[group].flatMap(([words]) => words.split(/, | and /)));
  // The last of `Ctrl Shift F10` is the key itself.
  return named.some((words) => words === key || words.endsWith(` ${key}`));
}

const listening = readdirSync(ui, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => [file, readFileSync(join(ui, file), "utf8")] as const)
  .filter(([, text]) => /\bkeyCode\b|\bevent\.key\b|"keydown"|\bkey: string\b|KeyboardEvent/.test(text))
  .filter(([, text]) => keysIn(text).size > 0);

describe("the help", () => {
  it("knows every part of the page that listens to keys", () => {
    expect(listening.map(([file]) => file).sort()).toEqual(Object.keys(told).sort());
  });

  it.each(listening)("tells of the keys of %s", (file, text) => {
    const missing = [...keysIn(text)].filter((key) => !isTold(key, told[file] ?? []));
    expect(missing).toEqual([]);
  });

  it("would miss a key that is not told of", () => {
    expect([...keysIn('if (event.key === "F7") go(); view.onKeyDown(KeyCode.KeyQ)')]).toEqual(["Q", "F7"]);
    expect(isTold("F7", ["Everywhere"])).toBe(false);
    expect(isTold("F10", ["Everywhere"])).toBe(true);
  });
});
