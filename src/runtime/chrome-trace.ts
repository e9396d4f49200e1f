import type { CoreKind } from "./protocol.ts";
import type { Trace } from "./trace-log.ts";
import { withSendWaits } from "./trace-summary.ts";

// The trace as Chrome's trace events, which Perfetto reads: a process for the chip and one for the host, a thread for each core, a slice for
// each call, with the part that it waited inside it, and an arrow for each message. Times are microseconds of virtual time.
// Format: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU

const CHIP = 1;
const HOST = 2;

/// The document, as text. `frequency` is the chip's clock in Hz.
export function chromeTrace(trace: Trace, kinds: ReadonlyMap<number, CoreKind>, frequency: number): string {
  const time = (cycles: number): number => Number(((cycles * 1e6) / frequency).toFixed(6));
  const process = (core: number): number => (kinds.get(core) === "host" ? HOST : CHIP);
  const events: object[] = [];
  const names = new Set<number>();
  for (const { core } of trace.clocks) {
    const pid = process(core);
    if (!names.has(pid)) {
      names.add(pid);
      events.push({ name: "process_name", ph: "M", pid, args: { name: pid === HOST ? "Host" : "Epiphany" } });
    }
    events.push({ name: "thread_name", ph: "M", pid, tid: core, args: { name: `core ${core}` } });
  }
  for (const [core, intervals] of withSendWaits(trace)) {
    const where = { pid: process(core), tid: core };
    for (const { kind, begin, ready, end, peer, place } of intervals) {
      const args = { line: place.line, file: place.file, ...(peer === null ? {} : { peer }) };
      events.push({ name: kind, cat: "call", ph: "X", ...where, ts: time(begin), dur: time(end - begin), args });
      if (ready > begin) {
        events.push({ name: "waiting", cat: "wait", ph: "X", ...where, ts: time(begin), dur: time(ready - begin) });
      }
    }
  }
  let id = 0;
  for (const messages of trace.messages.values()) {
    for (const { kind, from, to, sent, arrived, bytes, elements, fromPlace, toPlace } of messages) {
      const flow = { name: kind, cat: "message", id: ++id };
      const args = { bytes, elements, sentAtLine: fromPlace.line, receivedAtLine: toPlace.line };
      events.push({ ...flow, ph: "s", pid: process(from), tid: from, ts: time(sent), args });
      events.push({ ...flow, ph: "f", bp: "e", pid: process(to), tid: to, ts: time(arrived) });
    }
  }
  // What is missing is told here too: the trace may be looked at without the page.
  const otherData = { "calls and messages that are missing at the beginning": trace.dropped };
  return JSON.stringify({ displayTimeUnit: "ns", otherData, traceEvents: events });
}
