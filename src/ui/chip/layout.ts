import { meshCores, meshWidth } from "../../store/run/chip-choice.ts";
import type { Size } from "../shared/useSize.ts";
import type { Point } from "./map-layout.ts";

/// Where everything of the mesh is drawn, in pixels.
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly cell: Size;
  /// The corner of the cell of a core of the chip.
  device(id: number): Point;
  /// The middle of that cell.
  centre(id: number): Point;
  /// Between neighbouring cells of a row, and between rows.
  readonly gap: Size;
  readonly host: Size;
  /// The corner of the cell of the host's `index`th virtual core.
  hostCore(index: number): Point;
  readonly sharedTop: number;
  readonly hostTop: number;
}

const heightOfShared = 48;
/// The most room that a cell takes.
const cellWithMemory = { width: 112, height: 84 };
const plainCell = { width: 136, height: 112 };
const leastCell = 60;
const leastRowGap = 8;
const hostHead = 24;
const hostCell = { height: 40, least: 52 };
const hostGap = 6;

/// How many times larger the mesh is drawn in a lecture, so that it fills the room.
export function enlargement({ width, height }: Size): number {
  return Math.max(1, Math.min(width / 520, height / 400, 3));
}

/// Fits the mesh into the room there is. Below its least size it keeps its size, and its pane scrolls.
/// `memory`: whether cells and mesh also show memory, as in Everything.
export function layOut(room: Size, hostCores: number, memory: boolean): Layout {
  const sharedHeight = memory ? heightOfShared : hostCores > 0 ? 8 : 16;
  const mostCell = memory ? cellWithMemory : plainCell;
  const width = Math.max(room.width, 264);
  const tight = width < 400;
  const margin = tight ? 8 : 16;
  const hostColumns = Math.min(8, Math.floor((width - 2 * margin + hostGap) / (hostCell.least + hostGap)));
  const hostRows = Math.ceil(hostCores / hostColumns);
  const hostHeight = hostCores === 0 ? 0 : hostHead + hostRows * (hostCell.height + hostGap);
  const gap = tight ? 10 : 20;
  const rows = meshCores / meshWidth;
  const cellWidth = Math.min(mostCell.width, Math.floor((width - 2 * margin - (meshWidth - 1) * gap) / meshWidth));
  const forMesh = room.height - margin - sharedHeight - hostHeight;
  // Where there is little room, the rows come nearer to one another before the pane has to scroll.
  const rowGap = Math.max(leastRowGap, Math.min(gap, Math.floor((forMesh - rows * leastCell) / (rows - 1))));
  const cellHeight = Math.min(mostCell.height, Math.max(leastCell, Math.floor((forMesh - (rows - 1) * rowGap) / rows)));
  const left = Math.floor((width - meshWidth * cellWidth - (meshWidth - 1) * gap) / 2);
  const meshHeight = rows * cellHeight + (rows - 1) * rowGap;
  const sharedTop = margin + meshHeight + 12;
  const hostTop = sharedTop + sharedHeight - 8;
  const inner = meshWidth * cellWidth + (meshWidth - 1) * gap;
  const hostWidth = Math.floor((inner + hostGap) / hostColumns) - hostGap;
  const device = (id: number) => ({
    x: left + (id % meshWidth) * (cellWidth + gap),
    y: margin + Math.floor(id / meshWidth) * (cellHeight + rowGap),
  });
  return {
    width,
    height: margin + meshHeight + sharedHeight + hostHeight,
    cell: { width: cellWidth, height: cellHeight },
    gap: { width: gap, height: rowGap },
    device,
    centre: (id) => {
      const { x, y } = device(id);
      return { x: x + cellWidth / 2, y: y + cellHeight / 2 };
    },
    host: { width: hostWidth, height: hostCell.height },
    hostCore: (index) => ({
      x: left + (index % hostColumns) * (hostWidth + hostGap),
      y: hostTop + hostHead + Math.floor(index / hostColumns) * (hostCell.height + hostGap),
    }),
    sharedTop,
    hostTop,
  };
}

/// Where the link between two neighbours leaves the one cell and reaches the other.
export function linkEnds({ centre, gap }: Layout, a: number, b: number): { readonly from: Point; readonly to: Point } {
  const [one, other] = [centre(a), centre(b)];
  const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  const dx = (Math.sign(other.x - one.x) * gap.width) / 2;
  const dy = (Math.sign(other.y - one.y) * gap.height) / 2;
  return { from: { x: middle.x - dx, y: middle.y - dy }, to: { x: middle.x + dx, y: middle.y + dy } };
}
