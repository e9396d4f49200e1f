import type { CoreTally, RunSettings, Tally } from "../runtime/protocol.ts";
import { chipFor } from "../runtime/setup.ts";

// What the cores have done in a run of full Python, which may start programs on them one after the other (decision 023).

/// Of a run in which none was started.
export function emptyTally(settings: RunSettings): Tally {
  const { config, active } = chipFor(settings);
  const cores = active.map((core): CoreTally => {
    const coreKind = settings.deviceCores.includes(core) ? "device" : "host";
    return { core, coreKind, cycles: 0, waited: 0, bcast: 0, reduce: 0, sync: 0, variables: {} };
  });
  return { columns: config.model.columns, frequency: config.model.frequency, cores, messages: [] };
}

/// Of a program and those before it. The host's clock goes on from program to program, and what it launches sets the cores'
/// clocks; variables are those of the last.
export function joinedTally(before: Tally | undefined, last: Tally): Tally {
  if (before === undefined) return last;
  const cores = last.cores.map((core, k): CoreTally => {
    const earlier = before.cores[k] ?? core;
    const cycles = Math.max(earlier.cycles, core.cycles);
    const worked = earlier.cycles - earlier.waited + core.cycles - core.waited;
    return {
      ...core,
      cycles,
      waited: Math.max(0, cycles - worked),
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
