import type { Link } from "../../store/run/moves.ts";
import {
  type Palette,
  paintArrow,
  paintCell,
  paintLinks,
  paintOutline,
  readPalette,
  type Shown,
  sameCell,
} from "./map-cells.ts";
import { paintHeat } from "./map-heat.ts";
import { areSideBySide, arrowAcross, type layOutMap } from "./map-layout.ts";

// Draws the map of a large chip on two canvases: the cells, and above them what moves more often.

/// What a map shows.
interface Picture {
  readonly size: { readonly width: number; readonly height: number };
  readonly layout: ReturnType<typeof layOutMap>;
  readonly scroll: { readonly left: number; readonly top: number };
  readonly spots: readonly Shown[];
  readonly links: readonly Link[];
  /// How busy each core has been lately, by id; null where that is not shown.
  readonly busy: ReadonlyMap<number, number> | null;
  readonly arrows: readonly { readonly from: number; readonly to: number }[];
  readonly hover: number | null;
  readonly chosen: number | null;
}

/// Draws at most once a frame, and of the cells only those that have changed.
export class MapPainter {
  private readonly base: HTMLCanvasElement;
  private readonly over: HTMLCanvasElement;
  private palette: Palette | null = null;
  private wanted: Picture | null = null;
  private drawn: Picture | null = null;
  private frame = 0;

  constructor(base: HTMLCanvasElement, over: HTMLCanvasElement) {
    this.base = base;
    this.over = over;
  }

  show(picture: Picture): void {
    this.wanted = picture;
    this.frame ||= requestAnimationFrame(() => this.draw());
  }

  /// The colours have changed.
  forget(): void {
    this.palette = null;
    this.drawn = null;
    if (this.wanted !== null) this.show(this.wanted);
  }

  end(): void {
    cancelAnimationFrame(this.frame);
  }

  private draw(): void {
    this.frame = 0;
    const { wanted, drawn: before } = this;
    if (wanted === null || wanted.size.width === 0) return;
    this.palette ??= readPalette();
    const { palette } = this;
    const { size, layout, scroll, spots, links, busy } = wanted;
    const same =
      before?.size === size &&
      before.layout === layout &&
      before.scroll === scroll &&
      before.links === links &&
      before.busy === busy;
    if (before?.size !== size) for (const canvas of [this.base, this.over]) fit(canvas, size);
    const part = layout.within(scroll.top, scroll.top + size.height);
    const base = this.base.getContext("2d");
    const over = this.over.getContext("2d");
    if (base === null || over === null) return;
    place(base, scroll);
    if (!same) {
      base.clearRect(scroll.left, scroll.top, size.width, size.height);
      paintLinks(base, layout, palette, links, part);
    }
    for (let spot = part.from; spot < part.to; spot++) {
      if (same && sameCell(before.spots[spot], spots[spot])) continue;
      const shown = spots[spot];
      paintCell(base, layout, palette, spot, shown);
      const share = shown === undefined ? undefined : busy?.get(shown.id);
      if (shown !== undefined && share !== undefined) paintHeat(base, layout, palette, spot, shown.state, share);
    }
    place(over, scroll);
    over.clearRect(scroll.left, scroll.top, size.width, size.height);
    const head = Math.max(4, Math.min(8, layout.cell.height / 2));
    const arrow = { colour: palette.fail, border: palette.panel, head };
    const drawn = wanted.arrows.filter(({ from, to }) => Math.max(from, to) < spots.length);
    // What goes far is faint, so that the cells can be read through it.
    over.globalAlpha = 0.5;
    for (const { from, to } of drawn) {
      if (!areSideBySide(layout, from, to)) paintArrow(over, layout.centre(from), layout.centre(to), arrow);
    }
    over.globalAlpha = 1;
    for (const { from, to } of drawn) {
      if (areSideBySide(layout, from, to)) paintArrow(over, ...arrowAcross(layout, from, to, head), arrow);
    }
    if (wanted.hover !== null) paintOutline(over, layout, palette.text, 1, wanted.hover);
    if (wanted.chosen !== null) paintOutline(over, layout, palette.accent, 2, wanted.chosen);
    this.drawn = wanted;
  }
}

function fit(canvas: HTMLCanvasElement, { width, height }: Picture["size"]): void {
  const scale = window.devicePixelRatio;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

function place(context: CanvasRenderingContext2D, { left, top }: Picture["scroll"]): void {
  const scale = window.devicePixelRatio;
  context.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
}
