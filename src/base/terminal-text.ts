// A line of output as a terminal shows it:
//
//   \t          to the next multiple of eight columns
//   \b  \r      back by one, or to the beginning; what follows is written over what is there
//   ESC [ … m   colours and weights
//   ESC [ n C   D  G  K   right, left, to a column; what is behind, before or in the line is erased
//
// Everything else that would do something unseen is shown as a sign: ␀ for a zero, ␇ for a bell, ␛ for another escape.

/// The eight colours of a terminal; grey is its bright black.
export type TerminalColor = "red" | "green" | "yellow" | "blue" | "magenta" | "cyan" | "grey";

export interface TerminalStyle {
  readonly color?: TerminalColor;
  readonly background?: TerminalColor;
  readonly bold?: boolean;
  readonly faint?: boolean;
  readonly italic?: boolean;
  readonly underlined?: boolean;
  readonly inverse?: boolean;
  /// It stands for a character that cannot be seen.
  readonly sign?: boolean;
}

/// Text in one style; none if it is plain.
export interface TerminalRun {
  readonly text: string;
  readonly style: TerminalStyle | undefined;
}

// Farther to the right nothing is ever written by moving there.
const WIDEST = 2000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences begin with one
const ESCAPE = /\x1b\[([\d;:]*)([mCDGK])/y;

/// Whether a line has anything in it that a terminal does not just write.
export function hasControls(line: string): boolean {
  return CONTROLS.test(line);
}

/// What of a line can be seen, without styles.
export function terminalText(line: string): string {
  return hasControls(line)
    ? terminalRuns(line)
        .map(({ text }) => text)
        .join("")
    : line;
}

/// What of a line can be seen, in its styles.
export function terminalRuns(line: string): readonly TerminalRun[] {
  if (!hasControls(line)) return [{ text: line, style: undefined }];
  const cells: TerminalRun[] = [];
  let style: TerminalStyle | undefined;
  let column = 0;
  const moveTo = (to: number): void => {
    column = Math.max(0, Math.min(to, Math.max(WIDEST, cells.length)));
  };
  const put = (text: string, as: TerminalStyle | undefined): void => {
    while (cells.length < column) cells.push({ text: " ", style: undefined });
    cells[column++] = { text, style: as };
  };
  for (let at = 0; at < line.length; ) {
    ESCAPE.lastIndex = at;
    const sequence = ESCAPE.exec(line);
    if (sequence !== null) {
      const [whole, parameters = "", letter] = sequence;
      at += whole.length;
      const first = Number.parseInt(parameters, 10);
      const count = Number.isNaN(first) || first === 0 ? 1 : first;
      if (letter === "m") style = styled(style, parameters);
      else if (letter === "C") moveTo(column + count);
      else if (letter === "D") moveTo(column - count);
      else if (letter === "G") moveTo(count - 1);
      else erase(cells, column, first || 0);
      continue;
    }
    const character = String.fromCodePoint(line.codePointAt(at) as number);
    at += character.length;
    if (character === "\t") {
      const to = column + 8 - (column % 8);
      while (cells.length < to) cells.push({ text: " ", style });
      column = to;
    } else if (character === "\b") moveTo(column - 1);
    else if (character === "\r") moveTo(0);
    else if (/^(?:\p{M}|\u200d|\ufe0f)$/u.test(character) && column > 0 && cells[column - 1] !== undefined) {
      const before = cells[column - 1] as TerminalRun;
      cells[column - 1] = { ...before, text: before.text + character };
    } else if (hasControls(character)) put(sign(character), { ...style, sign: true });
    else put(character, style);
  }
  return joined(cells);
}

/// A line as it can be given to a terminal: it changes nothing but its own line, and leaves no colour behind.
export function forTerminal(line: string): string {
  if (!hasControls(line)) return line;
  return terminalRuns(line)
    .map(({ text, style }) => {
      const codes = style === undefined ? "" : codesOf(style);
      return codes === "" ? text : `\x1b[${codes}m${text}\x1b[0m`;
    })
    .join("");
}

function sign(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 32) return String.fromCharCode(0x2400 + code);
  if (code === 127) return "␡";
  return code < 256 ? `\\x${code.toString(16)}` : `\\u${code.toString(16)}`;
}

function erase(cells: TerminalRun[], column: number, what: number): void {
  const blank = { text: " ", style: undefined };
  if (what !== 1) cells.length = Math.min(cells.length, what === 2 ? 0 : column);
  else for (let k = 0; k <= column && k < cells.length; k++) cells[k] = blank;
}

function joined(cells: readonly TerminalRun[]): readonly TerminalRun[] {
  const runs: { text: string; style: TerminalStyle | undefined }[] = [];
  for (const { text, style } of cells) {
    const last = runs.at(-1);
    if (last !== undefined && last.style === style) last.text += text;
    else runs.push({ text, style });
  }
  return runs;
}

// ── Styles ─────────────────────────────────────────────────────────────────

// Black and white are the page's own colours: one of them could not be seen.
const COLORS: readonly (TerminalColor | undefined)[] = [
  undefined,
  "red",
  "green",
  "yellow",
  "blue",
  "magenta",
  "cyan",
  undefined,
];

function styled(before: TerminalStyle | undefined, parameters: string): TerminalStyle | undefined {
  const codes = parameters.split(/[;:]/).map((part) => Number(part));
  let style: { -readonly [Key in keyof TerminalStyle]: TerminalStyle[Key] } = { ...before };
  for (let k = 0; k < codes.length; k++) {
    const code = codes[k] as number;
    if (code === 0) style = {};
    else if (code === 1) style.bold = true;
    else if (code === 2) style.faint = true;
    else if (code === 3) style.italic = true;
    else if (code === 4) style.underlined = true;
    else if (code === 7) style.inverse = true;
    else if (code === 22) {
      delete style.bold;
      delete style.faint;
    } else if (code === 23) delete style.italic;
    else if (code === 24) delete style.underlined;
    else if (code === 27) delete style.inverse;
    else if (code === 38 || code === 48) {
      const [color, length] = extended(codes, k + 1);
      setColor(style, code === 38 ? "color" : "background", color);
      k += length;
    } else if ((code >= 30 && code <= 39) || (code >= 90 && code <= 97)) setColor(style, "color", simple(code));
    else if ((code >= 40 && code <= 49) || (code >= 100 && code <= 107)) setColor(style, "background", simple(code));
  }
  return Object.keys(style).length === 0 ? undefined : style;
}

function setColor(
  style: { color?: TerminalColor; background?: TerminalColor },
  of: "color" | "background",
  color: TerminalColor | undefined,
): void {
  if (color === undefined) delete style[of];
  else style[of] = color;
}

function simple(code: number): TerminalColor | undefined {
  return code === 90 || code === 100 ? "grey" : COLORS[code % 10];
}

/// A colour out of 256 or by its parts, as the nearest of ours; with how many numbers say it.
function extended(codes: readonly number[], at: number): readonly [TerminalColor | undefined, number] {
  if (codes[at] === 2) return [nearest(codes[at + 1] ?? 0, codes[at + 2] ?? 0, codes[at + 3] ?? 0), 4];
  const index = codes[at + 1] ?? 0;
  if (index < 16) return [index === 8 ? "grey" : COLORS[index % 8], 2];
  if (index >= 232) return [index < 250 ? "grey" : undefined, 2];
  const cube = index - 16;
  const part = (step: number): number => (Math.floor(cube / step) % 6) * 51;
  return [nearest(part(36), part(6), part(1)), 2];
}

function nearest(red: number, green: number, blue: number): TerminalColor | undefined {
  const most = Math.max(red, green, blue);
  if (most - Math.min(red, green, blue) < 40) return most > 60 && most < 190 ? "grey" : undefined;
  const bit = (part: number, value: number): number => (part * 2 > most ? value : 0);
  return COLORS[bit(red, 1) + bit(green, 2) + bit(blue, 4)];
}

function codesOf({ color, background, bold, faint, italic, underlined, inverse }: TerminalStyle): string {
  const number = (one: TerminalColor): number => (one === "grey" ? 60 : COLORS.indexOf(one));
  return [
    ...(bold ? [1] : []),
    ...(faint ? [2] : []),
    ...(italic ? [3] : []),
    ...(underlined ? [4] : []),
    ...(inverse ? [7] : []),
    ...(color === undefined ? [] : [30 + number(color)]),
    ...(background === undefined ? [] : [40 + number(background)]),
  ].join(";");
}
