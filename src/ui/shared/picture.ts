// Drawings of the page as pictures that stand on their own: for slides, worksheets and reports.

import { boxesOf, escaped } from "./picture-boxes.ts";

const captionHeight = 28;
const lineHeight = 18;
const scale = 2;

// What the page's style sheets say of a drawing: written into each of its elements, a picture needs no style sheet.
const properties = `display visibility opacity fill fill-opacity stroke stroke-width stroke-opacity stroke-dasharray
  stroke-linecap stroke-linejoin font-family font-size font-weight font-style letter-spacing text-anchor dominant-baseline
  paint-order clip-path`.split(/\s+/);

/// What an element shows as SVG text, with the lines of the caption below.
export function svgOf(frame: HTMLElement, caption: string): string {
  const corner = frame.getBoundingClientRect();
  const { width, height } = corner;
  const style = getComputedStyle(frame);
  const shown = boxesOf(frame, corner, (layer) => {
    const box = layer.getBoundingClientRect();
    const place = `x="${box.left - corner.left}" y="${box.top - corner.top}" width="${box.width}" height="${box.height}"`;
    if (box.width === 0 || box.height === 0) return "";
    return layer instanceof HTMLCanvasElement
      ? `<image href="${layer.toDataURL()}" ${place}/>`
      : withPlace(new XMLSerializer().serializeToString(styled(layer)), place);
  });
  const [panel, text] = ["--panel", "--text"].map((name) => style.getPropertyValue(name).trim() || "#fff");
  const lines = caption.split("\n");
  const whole = height + captionHeight + (lines.length - 1) * lineHeight;
  return forXml(
    [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}">`,
      `<rect width="${width}" height="${whole}" fill="${panel}"/>`,
      `<svg width="${width}" height="${height}">${shown}</svg>`,
      ...lines.map(
        (line, k) =>
          `<text x="12" y="${height + (k + 1) * lineHeight}" fill="${text}" font-family="system-ui, sans-serif" font-size="13">${escaped(line)}</text>`,
      ),
      "</svg>",
    ].join("\n"),
  );
}

/// Without the characters that no XML may have, such as those of terminals, and without halves of characters.
function forXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "").replace(/\p{Surrogate}/gu, "\ufffd");
}

/// Draws an SVG text on a canvas, twice as large, so that it is sharp; makes the canvas fit if it is new.
export async function paintSvg(svg: string, canvas: HTMLCanvasElement): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const [width, height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
  // A video keeps the size that it has begun with.
  if (canvas.dataset.sized === undefined) {
    canvas.width = width;
    canvas.height = height;
    canvas.dataset.sized = "";
  }
  canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
}

export async function pngOf(frame: HTMLElement, caption: string): Promise<Blob> {
  const canvas = document.createElement("canvas");
  await paintSvg(svgOf(frame, caption), canvas);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob === null ? reject(new Error("The browser could not make the picture.")) : resolve(blob),
    );
  });
}

function styled(layer: SVGSVGElement): SVGSVGElement {
  const copy = layer.cloneNode(true) as SVGSVGElement;
  const copies = copy.querySelectorAll<SVGElement>("*");
  layer.querySelectorAll<SVGElement>("*").forEach((element, k) => {
    const own = getComputedStyle(element);
    copies[k]?.setAttribute("style", properties.map((name) => `${name}:${own.getPropertyValue(name)}`).join(";"));
    copies[k]?.removeAttribute("class");
  });
  return copy;
}

function withPlace(svg: string, place: string): string {
  return svg.replace(/^<svg([^>]*)>/, (_, attributes: string) => {
    const others = attributes.replace(/\s(?:width|height|x|y|class|style|role|aria-[\w-]+)="[^"]*"/g, "");
    return `<svg${others} ${place}>`;
  });
}
