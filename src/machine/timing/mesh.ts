import type { Chip, Core } from "../chip.ts";
import { LINKS_BYTES } from "../memory-map.ts";

// The mesh. A message goes along its row first (X), then along the column (Y). Each node counts the bytes that leave it
// towards each of its neighbours, in four words of the control block.

const EAST = 0;
const WEST = 1;
const SOUTH = 2;
const NORTH = 3;
/// A scalar with its type and version, and each element of a list, goes as one transaction of eight bytes.
export const TRANSACTION_BYTES = 8;

/// Counts a message of `elements` elements (one, at least) on every link of its way. Virtual cores are not on the mesh.
export function carry(chip: Chip, from: Core, to: Core, elements: number): void {
  if (from.host || to.host) return;
  const { words } = chip;
  const { columns } = chip.map.config.model;
  const bytes = TRANSACTION_BYTES * Math.max(1, elements);
  let column = from.id % columns;
  let node = from.id;
  const lastColumn = to.id % columns;
  while (column !== lastColumn) {
    const east = column < lastColumn;
    Atomics.add(words, linkWord(chip, node, east ? EAST : WEST), bytes);
    column += east ? 1 : -1;
    node += east ? 1 : -1;
  }
  while (node !== to.id) {
    const south = node < to.id;
    Atomics.add(words, linkWord(chip, node, south ? SOUTH : NORTH), bytes);
    node += south ? columns : -columns;
  }
}

function linkWord(chip: Chip, node: number, direction: number): number {
  return ((chip.map.links.from + node * LINKS_BYTES) >> 2) + direction;
}

/// The nodes that a message passes, both ends included: along the row first, then along the column.
export function route(from: number, to: number, columns: number): readonly number[] {
  const nodes = [from];
  let at = from;
  const step = (by: number) => {
    at += by;
    nodes.push(at);
  };
  while (at % columns !== to % columns) step(at % columns < to % columns ? 1 : -1);
  while (at !== to) step(at < to ? columns : -columns);
  return nodes;
}

/// A link of the mesh, from one node to a neighbour, and the bytes of messages that it has carried.
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
}

/// The links that have carried anything. Counts start again after 4 GB.
export function linkLoads(chip: Chip): Link[] {
  const { rows, columns } = chip.map.config.model;
  const links: Link[] = [];
  for (let node = 0; node < rows * columns; node++) {
    [1, -1, columns, -columns].forEach((step, direction) => {
      const bytes = (chip.words[linkWord(chip, node, direction)] as number) >>> 0;
      if (bytes > 0) links.push({ from: node, to: node + step, bytes });
    });
  }
  return links;
}

/// No link has carried anything.
export function clearLinks(chip: Chip): void {
  chip.words.fill(0, chip.map.links.from >> 2, chip.map.links.to >> 2);
}
