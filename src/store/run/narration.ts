import type { CoreReport, CoreState } from "../../runtime/protocol/cores.ts";
import { mostPressingFirst } from "./state-order.ts";

// How it is said of one core, of several, and what leads to the peer.
const words: Record<CoreState, readonly [one: string, many: string, peer?: string]> = {
  idle: ["is idle", "are idle"],
  running: ["is running", "are running"],
  sending: ["is sending", "are sending", "to"],
  receiving: ["is waiting to receive", "are waiting to receive", "from"],
  exchanging: ["is swapping", "are swapping", "with"],
  collective: ["is in a collective", "are in a collective"],
  barrier: ["is waiting in sync", "are waiting in sync"],
  input: ["is waiting for your input", "are waiting for your input"],
  output: ["is waiting to print", "are waiting to print"],
  ended: ["has ended", "have ended"],
  failed: ["failed", "failed"],
  deadlocked: ["is in a deadlock", "are in a deadlock", "with"],
  abandoned: ["waits for the host, which failed", "wait for the host, which failed"],
  paused: ["is paused", "are paused"],
  stopped: ["was stopped", "were stopped"],
};

/// What one core does, to be said after its name: `is waiting to receive from 2 at line 6`.
export function describeCore({ state, peer, peerIsHost, line }: CoreReport): string {
  const [one, , lead] = words[state];
  const toPeer = peer === null || lead === undefined ? "" : ` ${lead} ${peerIsHost ? "the host" : peer}`;
  const atLine = line === null || state === "ended" || state === "idle" ? "" : ` at line ${line}`;
  return one + toPeer + atLine;
}

/// What all cores do, in a sentence or two. Few cores are told one by one, as is full Python on the host.
export function narrate(all: readonly CoreReport[]): string {
  const groups = new Map<CoreState, CoreReport[]>();
  let host: CoreReport | undefined;
  for (const core of all) {
    if (core.usesPython) host ??= core;
    else {
      const group = groups.get(core.state);
      if (group === undefined) groups.set(core.state, [core]);
      else group.push(core);
    }
  }
  const count = all.length - (host === undefined ? 0 : 1);
  const sentences: string[] = [];
  for (const state of mostPressingFirst) {
    if (host?.state === state) sentences.push(`The host ${describeCore(host)}.`);
    const group = groups.get(state);
    if (group === undefined) continue;
    const [, many] = words[state];
    if (group.length > 2)
      sentences.push(`${group.length === count ? "All " : ""}${group.length.toLocaleString("en")} cores ${many}.`);
    else for (const core of group) sentences.push(`Core ${core.id} ${describeCore(core)}.`);
  }
  return sentences.join(" ");
}
