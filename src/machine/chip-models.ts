// The chips that programs can run on.

/// A mesh of cores.
export interface ChipModel {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /// Row and column of the first core in global addresses.
  readonly firstRow: number;
  readonly firstColumn: number;
  /// Clock in Hz.
  readonly frequency: number;
}

/// Source: design table and E16G301 datasheet.
export const EPIPHANY_III: ChipModel = {
  name: "Epiphany-III",
  rows: 4,
  columns: 4,
  firstRow: 32,
  firstColumn: 8,
  frequency: 600e6,
};

/// Source: design table and E64G401 datasheet.
export const EPIPHANY_IV: ChipModel = {
  name: "Epiphany-IV",
  rows: 8,
  columns: 8,
  firstRow: 32,
  firstColumn: 8,
  frequency: 800e6,
};

/// Source: design table.
export const EPIPHANY_V: ChipModel = {
  name: "Epiphany-V",
  rows: 32,
  columns: 32,
  firstRow: 0,
  firstColumn: 0,
  frequency: 500e6,
};

/// The most cores that the architecture's addresses allow. Source: design table.
export const EPIPHANY_4096: ChipModel = {
  name: "Epiphany-4096",
  rows: 64,
  columns: 64,
  firstRow: 0,
  firstColumn: 0,
  frequency: 600e6,
};

/// Every chip there is, by size.
export const chipModels: readonly ChipModel[] = [EPIPHANY_III, EPIPHANY_IV, EPIPHANY_V, EPIPHANY_4096];

/// The cores of a chip.
export function coresOf({ rows, columns }: ChipModel): number {
  return rows * columns;
}
