import type { CoreReport, SharedSegment } from "../../store/run/chip.ts";

/// One core's part of shared memory.
export interface SharedPart {
  readonly id: number;
  readonly size: number;
  readonly used: number;
  /// Its own segments; byte code, which all share, is not among them.
  readonly segments: readonly SharedSegment[];
}

export interface SharedUse {
  /// Bytes in use, byte code counted once.
  readonly used: number;
  /// Bytes of byte code, one copy for all cores; 0 where it lies on the cores.
  readonly code: number;
  /// Of the cores that have anything there.
  readonly parts: readonly SharedPart[];
}

/// What lies in shared memory, and whose it is.
export function sharedUse(reports: readonly CoreReport[]): SharedUse {
  const parts: SharedPart[] = [];
  let code = 0;
  for (const { id, shared = [] } of reports) {
    if (shared.length === 0) continue;
    const segments = shared.filter(({ name }) => name !== "code");
    code = Math.max(code, shared.find(({ name }) => name === "code")?.used ?? 0);
    const sum = (of: (segment: SharedSegment) => number) => segments.reduce((total, each) => total + of(each), 0);
    parts.push({ id, size: sum(({ size }) => size), used: sum(({ used }) => used), segments });
  }
  return { used: parts.reduce((total, part) => total + part.used, code), code, parts };
}
