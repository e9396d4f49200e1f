import { currentTheme } from "../theme/theme.ts";

export type Tone = "run" | "send" | "recv" | "bar" | "wait" | "done";

/// The colours of a kind of call.
export interface ToneColors {
  readonly solid: string;
  readonly soft: string;
  /// What bars are filled with: calmer than the solid colour.
  readonly fill: string;
  /// The fill; with high contrast, stripes of a direction of its own.
  readonly pattern: string | CanvasPattern;
}

/// The palette of the theme, as a canvas needs it.
export interface Palette {
  readonly font: string;
  readonly panel: string;
  readonly rule: string;
  readonly text: string;
  readonly soft: string;
  readonly faint: string;
  readonly accent: string;
  readonly focus: string;
  readonly arrow: string;
  /// Of what never ends.
  readonly fail: string;
  readonly tones: Readonly<Record<Tone, ToneColors>>;
}

/// Reads the palette from the document.
export function readPalette(context: CanvasRenderingContext2D): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const striped = currentTheme() === "contrast";
  const tone = (name: Tone): ToneColors => {
    const solid = colour(name);
    const fill = plain(colour(`${name}-fill`));
    const pattern = striped ? stripes(context, solid, colour("panel"), name) : fill;
    return { solid, soft: colour(`${name}-soft`), fill, pattern };
  };
  return {
    font: `${style.getPropertyValue("--size-small")} ${style.getPropertyValue("--font")}`,
    panel: colour("panel"),
    rule: colour("rule"),
    text: colour("text"),
    soft: colour("soft"),
    faint: colour("faint"),
    accent: colour("accent"),
    focus: colour("focus"),
    arrow: colour("send"),
    fail: colour("fail"),
    tones: {
      run: tone("run"),
      send: tone("send"),
      recv: tone("recv"),
      bar: tone("bar"),
      wait: tone("wait"),
      done: tone("done"),
    },
  };
}

/// A colour without functions: pictures that are saved are read by programs that know none.
function plain(colour: string): string {
  const tile = document.createElement("canvas");
  tile.width = 1;
  tile.height = 1;
  const pen = tile.getContext("2d");
  if (pen === null) return colour;
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

// Lines through a tile of 6 by 6, as pairs of points.
const lines: Record<Tone, readonly (readonly [number, number, number, number])[]> = {
  run: [],
  send: [
    [0, 6, 6, 0],
    [-1, 1, 1, -1],
    [5, 7, 7, 5],
  ],
  recv: [
    [0, 0, 6, 6],
    [-1, 5, 1, 7],
    [5, -1, 7, 1],
  ],
  bar: [[3, 0, 3, 6]],
  wait: [[0, 3, 6, 3]],
  done: [
    [3, 0, 3, 6],
    [0, 3, 6, 3],
  ],
};

function stripes(
  context: CanvasRenderingContext2D,
  colour: string,
  ground: string,
  tone: Tone,
): string | CanvasPattern {
  const tile = document.createElement("canvas");
  tile.width = 6;
  tile.height = 6;
  const pen = tile.getContext("2d");
  if (pen === null || lines[tone].length === 0) return colour;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, 6, 6);
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  for (const [x, y, toX, toY] of lines[tone]) {
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(toX, toY);
    pen.stroke();
  }
  return context.createPattern(tile, "repeat") ?? colour;
}
