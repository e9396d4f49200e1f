import type { CoreReport, CoreState } from "../../store/run/chip.ts";
import type { Link } from "../../store/run/moves.ts";
import { iconBox } from "../shared/icons.ts";
import { iconOutline } from "./icon-outline.ts";
import { hasIcon, hasWords, type MapLayout, type Point, sharpCell } from "./map-layout.ts";
import { stateStyles, type Tone } from "./state-styles.ts";

/// The colours and the typefaces of the page, for a canvas.
export interface Palette {
  readonly tone: Readonly<Record<Tone, string>>;
  readonly soft: Readonly<Record<Tone, string>>;
  readonly panel: string;
  readonly rule: string;
  readonly text: string;
  readonly words: string;
  readonly accent: string;
  readonly fail: string;
  readonly font: string;
  readonly mono: string;
}

const tones: readonly Tone[] = ["idle", "run", "send", "recv", "bar", "wait", "done", "fail"];

/// As the document's theme has them now.
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const each = (suffix: string) =>
    Object.fromEntries(tones.map((tone) => [tone, value(tone + suffix)])) as Record<Tone, string>;
  return {
    tone: each(""),
    soft: each("-soft"),
    panel: value("panel"),
    rule: value("rule-strong"),
    text: value("text"),
    words: value("soft"),
    accent: value("accent"),
    fail: value("fail"),
    font: value("font"),
    mono: value("mono"),
  };
}

/// What a cell shows. Undefined stands for a core that takes no part.
export type Shown = CoreReport | undefined;

/// Whether two reports of a core make the same cell.
export function sameCell(a: Shown, b: Shown): boolean {
  return a === b || (a?.state === b?.state && a?.line === b?.line && a?.peer === b?.peer && a?.id === b?.id);
}

/// Draws the cell of one spot over what was there before.
export function paintCell(
  context: CanvasRenderingContext2D,
  layout: MapLayout,
  palette: Palette,
  spot: number,
  shown: Shown,
): void {
  const { x, y, width, height } = sharpCell(layout, spot);
  const state: CoreState = shown?.state ?? "idle";
  const { tone, icon, word } = stateStyles[state];
  context.clearRect(x, y, width, height);
  const quiet = tone === "idle";
  if (!hasIcon(layout)) {
    context.fillStyle = shown === undefined ? palette.panel : quiet ? palette.rule : palette.soft[tone];
    context.fillRect(x, y, width, height);
    if (shown === undefined && Math.min(width, height) > 2) frame(context, palette.rule, x, y, width, height);
    if (shown === undefined || quiet) return;
    // Full colours would be too loud, a thousand of them side by side.
    context.globalAlpha = 0.7;
    context.fillStyle = palette.tone[tone];
    context.fillRect(x, y, width, height);
    context.globalAlpha = 1;
    return;
  }
  context.fillStyle = shown === undefined ? palette.panel : palette.soft[tone];
  context.fillRect(x, y, width, height);
  frame(context, shown === undefined ? palette.rule : palette.tone[tone], x, y, width, height);
  if (!hasWords(layout)) {
    if (shown !== undefined) {
      paintIcon(context, icon, palette.tone[tone], x + (width - 11) / 2, y + (height - 11) / 2, 11);
    }
    return;
  }
  context.textBaseline = "alphabetic";
  const id = String(shown?.id ?? spot);
  context.fillStyle = shown === undefined ? palette.words : palette.text;
  context.font = `700 ${height >= 30 ? 12 : 10}px ${palette.font}`;
  const withIcon = width >= 16 + id.length * 7 + 14;
  context.fillText(id, x + 4, y + (height >= 30 ? 14 : 12));
  if (shown === undefined) return;
  if (withIcon) paintIcon(context, icon, palette.tone[tone], x + width - 15, y + 4, 11);
  if (height < 30) return;
  context.font = `10.5px ${palette.mono}`;
  context.fillStyle = palette.tone[tone];
  const line = shown.line === null || state === "ended" || state === "idle" ? "" : ` L${shown.line}`;
  context.fillText(width >= (word.length + line.length) * 6.4 + 8 ? word + line : word, x + 4, y + 26, width - 6);
}

/// Draws what the links have carried: thicker and fuller the nearer they come to the busiest.
export function paintLinks(
  context: CanvasRenderingContext2D,
  layout: MapLayout,
  palette: Palette,
  links: readonly Link[],
  part: { readonly from: number; readonly to: number },
): void {
  const busiest = links.reduce((most, { bytes }) => Math.max(most, bytes), 1);
  const { gap, cell } = layout;
  const room = Math.min(cell.width, cell.height);
  context.fillStyle = palette.accent;
  for (const { from, to, bytes } of links) {
    if (Math.min(from, to) < part.from || Math.max(from, to) >= part.to) continue;
    const share = bytes / busiest;
    const thick = Math.max(1, Math.min(room / 2 - 1, 7) * share);
    const { x, y } = layout.corner(Math.min(from, to));
    context.globalAlpha = 0.3 + 0.7 * share;
    // Each direction has its own side of the middle.
    const side = from < to ? -thick - 0.5 : 0.5;
    if (Math.abs(from - to) === 1) context.fillRect(x + cell.width, y + cell.height / 2 + side, gap, thick);
    else context.fillRect(x + cell.width / 2 + side, y + cell.height, thick, gap);
  }
  context.globalAlpha = 1;
}

/// An outline around the cell of a spot.
export function paintOutline(
  context: CanvasRenderingContext2D,
  layout: MapLayout,
  colour: string,
  width: number,
  spot: number,
): void {
  const { x, y } = layout.corner(spot);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.strokeRect(x - width / 2, y - width / 2, layout.cell.width + width, layout.cell.height + width);
}

/// An arrow from one point to another, with a border that sets it off from the cells.
export function paintArrow(
  context: CanvasRenderingContext2D,
  from: Point,
  to: Point,
  { colour, border, head }: { readonly colour: string; readonly border: string; readonly head: number },
): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const width = Math.max(1, head / 4);
  const shaft = new Path2D();
  shaft.moveTo(from.x, from.y);
  shaft.lineTo(to.x - head * Math.cos(angle), to.y - head * Math.sin(angle));
  context.strokeStyle = border;
  context.lineWidth = width + 2;
  context.stroke(shaft);
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(shaft);
  context.fillStyle = colour;
  paintHead(context, to, angle, head);
}

/// A filled triangle whose tip is at a point.
export function paintHead(context: CanvasRenderingContext2D, tip: Point, angle: number, size: number): void {
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  for (const turn of [2.6, -2.6]) {
    context.lineTo(tip.x + size * Math.cos(angle + turn), tip.y + size * Math.sin(angle + turn));
  }
  context.closePath();
  context.fill();
}

function frame(
  context: CanvasRenderingContext2D,
  colour: string,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
}

const outlines = new Map<string, ReturnType<typeof iconOutline>>();

function paintIcon(
  context: CanvasRenderingContext2D,
  name: Parameters<typeof iconOutline>[0],
  colour: string,
  x: number,
  y: number,
  size: number,
): void {
  const outline = outlines.get(name) ?? iconOutline(name);
  outlines.set(name, outline);
  context.save();
  context.translate(x, y);
  context.scale(size / iconBox, size / iconBox);
  context.lineWidth = 3;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.stroke(outline.path);
  if (outline.filled) context.fill(outline.path);
  context.restore();
}
