import type { CoreValue } from "../../store/run/watches.ts";

/// The range of the numbers that some cores have.
export interface Scale {
  readonly least: number;
  readonly greatest: number;
  /// Whether one of them is a real.
  readonly real: boolean;
}

const palest = 4;
/// The strongest shade, in per cent: with words in the cells, so that they can still be read, and without.
export const strongest = { words: 40, none: 90 } as const;

/// Null if nobody has a number.
export function scaleOf(values: readonly CoreValue[]): Scale | null {
  let [least, greatest, real] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, false];
  for (const { value } of values) {
    if ("problem" in value || value.number === null || !Number.isFinite(value.number)) continue;
    least = Math.min(least, value.number);
    greatest = Math.max(greatest, value.number);
    real ||= value.type === "real";
  }
  return least > greatest ? null : { least, greatest, real };
}

/// How strong a number's shade is, in per cent, up to `most`; null for what is no number.
export function shadeOf(number: number | null, scale: Scale | null, most: number): number | null {
  if (number === null || scale === null || Number.isNaN(number)) return null;
  const range = scale.greatest - scale.least;
  const part = range === 0 ? 0 : Math.min(1, Math.max(0, (number - scale.least) / range));
  return Math.round(palest + part * (most - palest));
}
