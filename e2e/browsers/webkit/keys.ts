/// What WebDriver does with a key.
export interface KeyAction {
  readonly type: "keyDown" | "keyUp";
  readonly value: string;
}

/// Playwright's names of keys, as the code points that WebDriver has for them.
const codes: Readonly<Record<string, string>> = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  ControlOrMeta: "\uE009",
  Alt: "\uE00A",
  Pause: "\uE00B",
  Escape: "\uE00C",
  Space: " ",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Insert: "\uE016",
  Delete: "\uE017",
  Meta: "\uE03D",
  ...Object.fromEntries(Array.from({ length: 12 }, (_, k) => [`F${k + 1}`, String.fromCharCode(0xe031 + k)])),
};

/// Presses a key together with others, such as `ControlOrMeta+Shift+M`.
export function chord(keys: string): KeyAction[] {
  const parts = keys === "+" ? ["+"] : keys.split("+");
  const values = parts.map((part) => codes[part] ?? part);
  const last = values.length - 1;
  // A letter with a modifier is the key, not the capital letter.
  if (last > 0 && !parts.includes("Shift")) values[last] = (values[last] ?? "").toLowerCase();
  return [
    ...values.map((value) => ({ type: "keyDown" as const, value })),
    ...values.toReversed().map((value) => ({ type: "keyUp" as const, value })),
  ];
}

/// Types a text.
export function typed(characters: string): KeyAction[] {
  return [...characters].flatMap((character) => {
    const value = { "\n": codes.Enter, "\t": codes.Tab }[character] ?? character;
    return [
      { type: "keyDown" as const, value },
      { type: "keyUp" as const, value },
    ];
  });
}
