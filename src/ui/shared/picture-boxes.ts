// Elements of the page drawn again as SVG: boxes, borders and text where the browser put them.

/// Where the picture begins in the window, in CSS pixels.
export interface Corner {
  readonly left: number;
  readonly top: number;
}

// Longer texts are cut: no view shows so much in one piece.
const longestText = 20_000;

/// An element and all in it as SVG text. What is scrolled out of sight is cut off, as on the screen. `drawing` writes the drawings in it.
export function boxesOf(
  element: HTMLElement,
  corner: Corner,
  drawing: (layer: SVGSVGElement | HTMLCanvasElement) => string,
): string {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  if (style.display === "none" || Number(style.opacity) === 0 || isOnlyHeard(style, box)) return "";
  const at = { x: box.left - corner.left, y: box.top - corner.top, width: box.width, height: box.height };
  const inner = [...element.childNodes].map((child) => {
    if (child instanceof SVGSVGElement || child instanceof HTMLCanvasElement) return drawing(child);
    if (child instanceof HTMLElement) return boxesOf(child, corner, drawing);
    return child instanceof Text && style.visibility === "visible" ? textOf(child, style, corner) : "";
  });
  const own =
    style.visibility === "visible" ? [backOf(style, at), borderOf(style, at), controlOf(element, style, at)] : [];
  const content = inner.join("");
  const all = own.join("") + (cuts(style) && content !== "" ? clipped(content, at) : content);
  return Number(style.opacity) < 1 && all !== "" ? `<g opacity="${style.opacity}">${all}</g>` : all;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/// Words that are there for screen readers only.
function isOnlyHeard({ overflow, position }: CSSStyleDeclaration, { width, height }: DOMRect): boolean {
  return position === "absolute" && overflow !== "visible" && width <= 1 && height <= 1;
}

const cuts = ({ overflowX, overflowY }: CSSStyleDeclaration): boolean =>
  overflowX !== "visible" || overflowY !== "visible";

/// An SVG in an SVG shows nothing beyond its own edges.
function clipped(content: string, { x, y, width, height }: Place): string {
  if (width <= 0 || height <= 0) return "";
  return `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}">${content}</svg>`;
}

/// A colour as every reader of SVG knows it: browsers also write `rgba(…)` and `color(srgb …)`.
export function paint(what: "fill" | "stroke", colour: string): string {
  const mixed = /^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)$/.exec(colour);
  const plain = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(colour);
  if (mixed === null && plain === null) return `${what}="${colour}"`;
  const parts =
    mixed === null ? (plain ?? []).slice(1, 4).map(Number) : mixed.slice(1, 4).map((part) => 255 * Number(part));
  const opacity = (mixed ?? plain)?.[4];
  return `${what}="rgb(${parts.map(Math.round).join(", ")})"${opacity === undefined ? "" : ` ${what}-opacity="${opacity}"`}`;
}

const isClear = (colour: string): boolean => colour === "transparent" || /^rgba\(.*,\s*0\)$/.test(colour);

function backOf({ backgroundColor, borderTopLeftRadius }: CSSStyleDeclaration, place: Place): string {
  if (isClear(backgroundColor) || place.width <= 0 || place.height <= 0) return "";
  return rectangle(place, Number.parseFloat(borderTopLeftRadius) || 0, paint("fill", backgroundColor));
}

function rectangle({ x, y, width, height }: Place, radius: number, looks: string): string {
  const round = radius > 0 ? ` rx="${Math.min(radius, width / 2, height / 2)}"` : "";
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}"${round} ${looks}/>`;
}

/// A frame of one kind all round is a rectangle, other borders are lines.
function borderOf(style: CSSStyleDeclaration, place: Place): string {
  const { x, y, width, height } = place;
  const sides = (["Top", "Right", "Bottom", "Left"] as const).map((side) => ({
    size: style[`border${side}Style`] === "none" ? 0 : Number.parseFloat(style[`border${side}Width`]) || 0,
    colour: style[`border${side}Color`],
    kind: style[`border${side}Style`],
  }));
  const [top, right, bottom, left] = sides as [
    (typeof sides)[0],
    (typeof sides)[0],
    (typeof sides)[0],
    (typeof sides)[0],
  ];
  const looks = ({ size, colour, kind }: (typeof sides)[0]) =>
    `fill="none" ${paint("stroke", colour)} stroke-width="${size}"${kind === "dashed" || kind === "dotted" ? ' stroke-dasharray="4 3"' : ""}`;
  if (sides.every(({ size, colour, kind }) => size === top.size && colour === top.colour && kind === top.kind)) {
    const { size } = top;
    if (size === 0 || isClear(top.colour) || width <= size || height <= size) return "";
    const inside = { x: x + size / 2, y: y + size / 2, width: width - size, height: height - size };
    return rectangle(inside, Number.parseFloat(style.borderTopLeftRadius) || 0, looks(top));
  }
  const line = (side: (typeof sides)[0], path: string) =>
    side.size === 0 || isClear(side.colour) ? "" : `<path d="${path}" ${looks(side)}/>`;
  return [
    line(top, `M${x} ${y + top.size / 2}h${width}`),
    line(right, `M${x + width - right.size / 2} ${y}v${height}`),
    line(bottom, `M${x} ${y + height - bottom.size / 2}h${width}`),
    line(left, `M${x + left.size / 2} ${y}v${height}`),
  ].join("");
}

/// What a field shows, which is no text of the page.
function controlOf(element: HTMLElement, style: CSSStyleDeclaration, place: Place): string {
  const shown = shownBy(element);
  if (shown === "") return "";
  const left = place.x + Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.paddingLeft);
  const { ascent, descent } = metrics(style);
  const base = place.y + (place.height + ascent - descent) / 2;
  return clipped(words(shown, left, base, style), place);
}

function shownBy(element: HTMLElement): string {
  if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.text ?? "";
  if (element instanceof HTMLTextAreaElement) return element.value.split("\n")[0] ?? "";
  if (!(element instanceof HTMLInputElement)) return "";
  if (element.type === "checkbox" || element.type === "radio") return element.checked ? "✓" : "";
  if (["range", "color", "file", "hidden"].includes(element.type)) return "";
  return element.value === "" ? element.placeholder : element.value;
}

/// The lines of a text, each where it stands.
function textOf(text: Text, style: CSSStyleDeclaration, corner: Corner): string {
  if (text.data.trim() === "") return "";
  const range = document.createRange();
  range.selectNodeContents(text);
  const boxes = range.getClientRects();
  if (boxes.length === 0) return "";
  const { ascent } = metrics(style);
  const keepsSpaces = style.whiteSpace.startsWith("pre") || style.whiteSpace === "break-spaces";
  const lines = boxes.length === 1 ? [{ from: 0, to: text.length, box: boxes[0] as DOMRect }] : linesOf(text, range);
  return lines
    .map(({ from, to, box }) => {
      const line = text.data.slice(from, to);
      const shown = keepsSpaces ? line.replace(/\n/g, "") : line.replace(/\s+/g, " ").trim();
      return words(cased(shown, style), box.left - corner.left, box.top - corner.top + ascent, style);
    })
    .join("");
}

/// Where the lines of a text break: its characters are gone through, and one that stands lower begins a line.
function linesOf(text: Text, range: Range): { from: number; to: number; box: DOMRect }[] {
  const lines: { from: number; to: number; box: DOMRect }[] = [];
  for (let at = 0; at < Math.min(text.length, longestText); at++) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const [box] = range.getClientRects();
    const last = lines.at(-1);
    if (box === undefined || box.width === 0) {
      if (last !== undefined) last.to = at + 1;
    } else if (last === undefined || box.top > last.box.top + last.box.height / 2) {
      lines.push({ from: at, to: at + 1, box });
    } else {
      last.to = at + 1;
    }
  }
  return lines;
}

function cased(text: string, { textTransform }: CSSStyleDeclaration): string {
  return textTransform === "uppercase" ? text.toUpperCase() : text;
}

function words(text: string, x: number, base: number, style: CSSStyleDeclaration): string {
  if (text === "") return "";
  const { color, fontSize, fontFamily, fontStyle, fontWeight, letterSpacing } = style;
  const spacing = letterSpacing === "normal" ? "" : ` letter-spacing="${letterSpacing}"`;
  const slant = fontStyle === "normal" ? "" : ` font-style="${fontStyle}"`;
  const family = escaped(fontFamily).replace(/"/g, "'");
  const font = `font-size="${fontSize}" font-weight="${fontWeight}" font-family="${family}"`;
  return `<text x="${x}" y="${base}" ${paint("fill", color)} ${font}${slant}${spacing} xml:space="preserve">${escaped(text)}</text>`;
}

const measured = new Map<string, { ascent: number; descent: number }>();
let pen: CanvasRenderingContext2D | null = null;

/// How far a font reaches above and below the line that its letters stand on, in pixels.
function metrics({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration) {
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const known = measured.get(font);
  if (known !== undefined) return known;
  pen ??= document.createElement("canvas").getContext("2d");
  if (pen !== null) pen.font = font;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = pen?.measureText("x") ?? {
    fontBoundingBoxAscent: 0.8 * Number.parseFloat(fontSize),
    fontBoundingBoxDescent: 0.2 * Number.parseFloat(fontSize),
  };
  measured.set(font, { ascent, descent });
  return { ascent, descent };
}

/// Text as it may stand in SVG.
export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
