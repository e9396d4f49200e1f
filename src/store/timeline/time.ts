/// Cycles of virtual time, on a chip of this frequency in Hz, as people read them: three digits and a unit, `12.4 µs`.
export function formatCycles(cycles: number, frequency: number): string {
  return formatSeconds(cycles / frequency);
}

/// Wall time in the same manner, from milliseconds.
export function formatMilliseconds(milliseconds: number): string {
  return formatSeconds(milliseconds / 1e3);
}

/// Energy in the same manner, from joules: `12.4 µJ`.
export function formatJoules(joules: number): string {
  return formatSeconds(joules).replace(/s$/, "J");
}

function formatSeconds(seconds: number): string {
  if (seconds === 0) return "0 µs";
  // The limits leave no number that rounds up to four digits.
  if (seconds < 999.5e-6) return `${digits(seconds * 1e6)} µs`;
  if (seconds < 999.5e-3) return `${digits(seconds * 1e3)} ms`;
  return `${digits(seconds)} s`;
}

function digits(value: number): string {
  if (value >= 99.95) return String(Math.round(value));
  return value.toFixed(value >= 9.995 ? 1 : 2);
}

export interface Tick {
  /// In cycles.
  readonly at: number;
  readonly label: string;
}

/// Round moments of virtual time between two, in cycles of this frequency in Hz, at most `most`, with labels that tell them
/// apart: `12.40 µs`.
export function timeTicks(from: number, to: number, most: number, frequency: number): Tick[] {
  const span = (to - from) / frequency;
  if (!(span > 0) || most < 1) return [];
  const raw = span / most;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10) * power;
  const [unit, name] = to < 1e-3 * frequency ? [1e-6, "µs"] : to < frequency ? [1e-3, "ms"] : [1, "s"];
  const decimals = Math.max(0, -Math.floor(Math.log10((step / unit) * 1.001)));
  const ticks: Tick[] = [];
  for (let k = Math.ceil((from / frequency / step) * 0.999999); k * step <= (to / frequency) * 1.000001; k++) {
    ticks.push({ at: k * step * frequency, label: `${((k * step) / unit).toFixed(Math.min(decimals, 9))} ${name}` });
  }
  return ticks;
}
