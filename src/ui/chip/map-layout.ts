import type { Size } from "../shared/useSize.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/// Where the cores of a large chip are drawn, in pixels from the corner of the whole map. A spot is a core's place on it: the
/// chip's cores by id, then the virtual cores in their order.
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly cell: Size;
  /// Between neighbouring cells; the links are drawn in it. Very small cells have none.
  readonly gap: number;
  /// Of the chip's cores and the virtual ones together.
  readonly spots: number;
  corner(spot: number): Point;
  centre(spot: number): Point;
  /// The spot whose cell covers a point; null between cells and outside.
  hit(point: Point): number | null;
  /// The spots that a part of the map may show, the chip's rows whole.
  within(top: number, bottom: number): { readonly from: number; readonly to: number };
}

export const zooms = [1, 2, 4, 8] as const;
export type Zoom = (typeof zooms)[number];

/// Below this a cell cannot be pointed at well: the map offers to zoom.
export const smallPitch = 12;
// In pixels, of a cell's shorter side.
const leastForIcon = 13;
const leastForWords = 20;
// So that the largest chip fits into a small window: whoever wants to see single cores zooms.
const leastPitch = 1.5;
const margin = 12;
const hostGap = 10;
const most = { width: 88, height: 64 };

/// Fits a chip into a room, and makes it `zoom` times as large. Where it does not fit, its pane scrolls.
export function layOutMap(
  room: Size,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  hosts: number,
  zoom: number,
): MapLayout {
  const hostRows = Math.ceil(hosts / columns);
  const forRows = room.height - 2 * margin - (hostRows > 0 ? hostGap : 0);
  const fitX = (room.width - 2 * margin) / columns;
  const fitY = forRows / (rows + hostRows);
  // A cell with words may be twice as wide as it is high; one without is nearly square.
  const widest = fitY * zoom >= leastForWords + 4 ? 2 : 1.5;
  const pitchX = whole(Math.min(most.width, Math.max(leastPitch, Math.min(fitX, fitY * widest))) * zoom);
  const pitchY = whole(Math.min(most.height, Math.max(leastPitch, Math.min(fitY, pitchX / zoom))) * zoom);
  const pitch = Math.min(pitchX, pitchY);
  const gap = pitch >= 36 ? 8 : pitch >= 16 ? 4 : pitch >= 8 ? 2 : pitch >= 5 ? 1 : 0;
  const cell = { width: pitchX - gap, height: pitchY - gap };
  const width = Math.max(room.width, columns * pitchX - gap + 2 * margin);
  const left = Math.floor((width - columns * pitchX + gap) / 2);
  const hostTop = margin + rows * pitchY + (hostRows > 0 ? hostGap : 0);
  const devices = rows * columns;
  const spots = devices + hosts;
  const corner = (spot: number): Point => {
    const index = spot < devices ? spot : spot - devices;
    const top = spot < devices ? margin : hostTop;
    return { x: left + (index % columns) * pitchX, y: top + Math.floor(index / columns) * pitchY };
  };
  const rowAt = (y: number) => Math.floor((y - margin) / pitchY);
  return {
    width,
    height: Math.max(room.height, hostTop + hostRows * pitchY - gap + margin),
    columns,
    cell,
    gap,
    spots,
    corner,
    centre: (spot) => {
      const { x, y } = corner(spot);
      return { x: x + cell.width / 2, y: y + cell.height / 2 };
    },
    hit: ({ x, y }) => {
      const column = Math.floor((x - left) / pitchX);
      if (column < 0 || column >= columns) return null;
      const onHosts = y >= hostTop && hosts > 0;
      const row = onHosts ? Math.floor((y - hostTop) / pitchY) : rowAt(y);
      if (row < 0 || (!onHosts && row >= rows)) return null;
      const spot = (onHosts ? devices : 0) + row * columns + column;
      if (spot >= spots) return null;
      const at = corner(spot);
      return x < at.x + cell.width && y < at.y + cell.height ? spot : null;
    },
    within: (top, bottom) => {
      const to = bottom >= hostTop ? spots : Math.min(devices, (rowAt(bottom) + 1) * columns);
      return { from: Math.min(devices, Math.max(0, rowAt(top)) * columns), to };
    },
  };
}

/// A spot's cell in whole pixels, so that very small cells do not run into one another.
export function sharpCell({ corner, cell }: MapLayout, spot: number): Point & Size {
  const { x, y } = corner(spot);
  const [left, top] = [Math.round(x), Math.round(y)];
  return { x: left, y: top, width: Math.round(x + cell.width) - left, height: Math.round(y + cell.height) - top };
}

/// Whether a cell has room for the icon of its state.
export function hasIcon({ cell }: MapLayout): boolean {
  return Math.min(cell.width, cell.height) >= leastForIcon;
}

/// Whether a cell has room for its id.
export function hasWords({ cell }: MapLayout): boolean {
  return Math.min(cell.width, cell.height) >= leastForWords;
}

/// Whether two spots are neighbours on the map.
export function areSideBySide({ columns }: MapLayout, a: number, b: number): boolean {
  return Math.abs(a - b) === columns || (Math.abs(a - b) === 1 && Math.min(a, b) % columns < columns - 1);
}

/// The ends of a short arrow from one neighbour to the other, over the gap between them.
export function arrowAcross(layout: MapLayout, from: number, to: number, head: number): [Point, Point] {
  const [a, b] = [layout.centre(from), layout.centre(to)];
  const reach = Math.min(Math.hypot(b.x - a.x, b.y - a.y), head + 4 + layout.gap) / 2;
  const dx = Math.sign(b.x - a.x) * reach;
  const dy = Math.sign(b.y - a.y) * reach;
  // Below the ids.
  const down = dy === 0 && hasWords(layout) ? layout.cell.height * 0.28 : 0;
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 + down };
  return [
    { x: middle.x - dx, y: middle.y - dy },
    { x: middle.x + dx, y: middle.y + dy },
  ];
}

/// Where a key leads from a spot; null when it leads nowhere.
export function stepOnMap(layout: MapLayout, devices: number, spot: number, key: string): number | null {
  const { columns, spots } = layout;
  const onHosts = spot >= devices;
  const index = onHosts ? spot - devices : spot;
  const start = onHosts ? devices : 0;
  const end = onHosts ? spots : devices;
  const column = index % columns;
  switch (key) {
    case "ArrowRight":
      return column < columns - 1 && spot + 1 < end ? spot + 1 : null;
    case "ArrowLeft":
      return column > 0 ? spot - 1 : null;
    case "ArrowUp":
      if (index >= columns) return spot - columns;
      return onHosts ? devices - columns + column : null;
    case "ArrowDown":
      if (spot + columns < end) return spot + columns;
      return !onHosts && spots > devices ? Math.min(spots - 1, devices + column) : null;
    case "Home":
      return spot - column;
    case "End":
      return Math.min(end, start + index - column + columns) - 1;
    default:
      return null;
  }
}

// Lines stay sharp where cells begin at whole pixels; very small ones cannot all.
function whole(pixels: number): number {
  return pixels >= 5 ? Math.floor(pixels) : pixels;
}
