import { EPIPHANY_III } from "../machine/memory-map.ts";

/// Cycles of virtual time, on a chip of this frequency in Hz, as people read them: three digits and a unit, `12.4 µs`.
export function formatCycles(cycles: number, frequency = EPIPHANY_III.frequency): string {
  return formatSeconds(cycles / frequency);
}

/// Wall time in the same manner, from milliseconds.
export function formatMilliseconds(milliseconds: number): string {
  return formatSeconds(milliseconds / 1e3);
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
