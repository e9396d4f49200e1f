import type { Picture, Row, TraceMessage } from "../../store/timeline/picture.ts";
import type { Hits } from "../../store/timeline/search.ts";
import type { Selection } from "../../store/timeline/selection.ts";
import type { StuckCall } from "../../store/timeline/told.ts";
import type { Geometry } from "./geometry.ts";
import type { Span } from "./span.ts";

/// What is drawn, and where: sizes in CSS pixels.
export interface Scene {
  readonly picture: Picture;
  /// The rows that are shown, in order.
  readonly rows: readonly Row[];
  readonly span: Span;
  readonly width: number;
  readonly geometry: Geometry;
  /// Of `width`, what the names of the rows take.
  readonly names: number;
  /// Of the chip's clock, in Hz.
  readonly frequency: number;
  readonly selection: Selection | null;
  /// The messages of what is chosen: these are drawn in any case.
  readonly messages: readonly TraceMessage[];
  readonly path: boolean;
  /// What a search has found.
  readonly hits: Hits;
  /// The calls that never end, by core.
  readonly stuck: ReadonlyMap<number, StuckCall>;
}
