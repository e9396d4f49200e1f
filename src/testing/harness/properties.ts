// How much of the properties is tried. `npm test` tries the same few cases every time, so that it depends on no luck; `npm run
// test:long` (scripts/long.mjs) tries many, and other ones every time.

const TIMES = Number(process.env.PROPERTY_TIMES ?? 1);
export const SEED = Number(process.env.PROPERTY_SEED ?? 1);

/// How often fast-check tries a property, and which cases: the parameters of every `fc.assert`. `count` is for `npm test`.
export function runs(count = 100): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: times(count), seed: SEED };
}

/// How often anything else is tried that is tried so many times in `npm test`.
export function times(count: number): number {
  return Math.max(1, Math.round(count * TIMES));
}
