import type { RunSettings } from "../runtime/protocol/run.ts";
import type { CoreTally, Tally } from "../runtime/protocol/tally.ts";
import { chipFor } from "../runtime/setup.ts";

// What the cores have done in a run of full Python, which may start programs on them one after the other (decision 023).

/// The tally of a run that started no program on the cores.
export function emptyTally(settings: RunSettings): Tally {
  const { config, active } = chipFor(settings);
  const cores = active.map((core): CoreTally => {
    const coreKind = settings.deviceCores.includes(core) ? "device" : "host";
    return { core, coreKind, cycles: 0, waited: 0, bcast: 0, reduce: 0, sync: 0, variables: {} };
  });
  return { columns: config.model.columns, frequency: config.model.frequency, cores, messages: [] };
}

/// Of a program and those before it. Variables are those of the last. A core's clock begins where the host's is, as if it
/// had waited until then: the part of that in which it ran an earlier program was no wait.
export function joinedTally(before: Tally | undefined, last: Tally): Tally {
  if (before === undefined) return last;
  const cores = last.cores.map((core, k): CoreTally => {
    const earlier = before.cores[k] ?? core;
    return {
      ...core,
      cycles: Math.max(earlier.cycles, core.cycles),
      waited: earlier.waited + Math.max(0, core.waited - earlier.cycles),
      bcast: earlier.bcast + core.bcast,
      reduce: earlier.reduce + core.reduce,
      sync: earlier.sync + core.sync,
    };
  });
  const counts = new Map(last.messages.map((message) => [`${message.from} ${message.to}`, message]));
  for (const message of before.messages) {
    const key = `${message.from} ${message.to}`;
    counts.set(key, { ...message, count: message.count + (counts.get(key)?.count ?? 0) });
  }
  return { ...last, cores, messages: [...counts.values()].sort((a, b) => a.from - b.from || a.to - b.to) };
}
