import type { SourcePlace } from "../../runtime/protocol/cores.ts";
import type { TraceBatch, TraceInterval, TraceKind, TraceMessage } from "../../runtime/protocol/trace.ts";

// Traces made by hand, for tests of what is made of them.

function placeAt(line: number): SourcePlace {
  return { file: "hello.py", from: 0, to: 1, line };
}

/// A call of a core, from `begin` to `end`, that waited until `ready`.
export function call(
  core: number,
  kind: TraceKind,
  [begin, ready, end]: readonly [number, number, number],
  peer: number | null = null,
  line = 1,
): TraceInterval {
  return { core, kind, begin, ready, end, peer, place: placeAt(line) };
}

/// A send that core `from` has begun at `sent` and that is over when it has arrived.
function passed(from: number, to: number, sent: number, arrived: number): TraceMessage {
  return {
    kind: "send",
    from,
    to,
    sent,
    met: sent,
    arrived,
    elements: 1,
    bytes: 4,
    fromPlace: placeAt(4),
    toPlace: placeAt(6),
  };
}

export function batch(parts: Partial<TraceBatch>): TraceBatch {
  return { intervals: [], messages: [], dropped: 0, gaps: [], more: false, clocks: [], ...parts };
}

/// Core 0 sends to core 1 at 100, which has waited for it since 40; both are done at 120 and end at 200.
export function passing(): TraceBatch {
  return batch({
    intervals: [call(0, "send", [100, 100, 120], 1, 4), call(1, "recv", [40, 100, 120], 0, 6)],
    messages: [passed(0, 1, 100, 120)],
    clocks: [
      { core: 0, cycles: 200 },
      { core: 1, cycles: 200 },
    ],
  });
}
