import type { CoreState } from "../../store/run/chip.ts";
import type { Palette } from "./map-cells.ts";
import { hasIcon, type MapLayout, sharpCell } from "./map-layout.ts";
import { stateStyles } from "./state-styles.ts";

const barHeight = 3;

/// How busy a core has been, from 0 to 1, over its cell: how full it is, or its bar where the cell has an icon or words in it.
export function paintHeat(
  context: CanvasRenderingContext2D,
  layout: MapLayout,
  palette: Palette,
  spot: number,
  state: CoreState,
  busy: number,
): void {
  const { x, y, width, height } = sharpCell(layout, spot);
  context.fillStyle = palette.tone[stateStyles[state].tone];
  if (hasIcon(layout)) {
    context.fillRect(x, y + height - barHeight, width * busy, barHeight);
    return;
  }
  context.clearRect(x, y, width, height);
  context.globalAlpha = 0.25;
  context.fillRect(x, y, width, height);
  context.globalAlpha = 0.9;
  context.fillRect(x, y + height * (1 - busy), width, height * busy);
  context.globalAlpha = 1;
}
