// What a run of a program came to, as plain data: all that a check can speak of.

export type Value = number | string | boolean | null | readonly Value[];

export interface ObservedCore {
  readonly id: number;
  readonly kind: "device" | "host";
  /// Its virtual clock at the end, in seconds.
  readonly seconds: number;
  /// Of these, spent waiting for other cores.
  readonly waited: number;
  /// The program's own variables, by name; those that were never set are left out.
  readonly variables: Readonly<Record<string, Value>>;
  /// How often it took part.
  readonly bcast: number;
  readonly reduce: number;
  readonly sync: number;
}

export interface ObservedLine {
  readonly core: number;
  /// When it was printed, in virtual cycles.
  readonly cycles: number;
  readonly text: string;
}

export interface ObservedFault {
  readonly core: number;
  /// One-based, in the main file or one beside it.
  readonly line: number;
  readonly file?: string;
  /// When, in virtual cycles.
  readonly cycles?: number;
  readonly message: string;
}

export interface Observation {
  /// Cores of the chip and virtual ones together.
  readonly cores: readonly ObservedCore[];
  /// Full Python, if it took part: its id among the cores, and its virtual clock at the end, in seconds.
  readonly host: { readonly id: number; readonly seconds: number } | undefined;
  readonly hostCores: number;
  readonly seed: number;
  /// Made for the checks of all runs together only, as its plan said.
  readonly isExtra?: true;
  readonly outcome: "ended" | "failed" | "deadlock" | "stopped";
  /// Without loading full Python.
  readonly wallMilliseconds: number;
  /// In the order in which they arrived.
  readonly lines: readonly ObservedLine[];
  readonly faults: readonly ObservedFault[];
  /// What was said of the deadlock; empty if there was none.
  readonly deadlock: string;
  /// The cores that are in it.
  readonly deadlocked?: readonly number[];
  /// What cores were given when they asked, in order; null: that there was no more.
  readonly answers?: readonly (readonly [core: number, text: string | null])[];
  /// Messages between two cores: pairs that exchanged none are left out.
  readonly messages: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  /// Cores in a row of the mesh; virtual cores are not on it.
  readonly columns: number;
}

/// Links of the mesh that a message passes; 0 to and from a virtual core or full Python.
export function hopsIn({ cores, host, columns }: Observation): (from: number, to: number) => number {
  const outside = new Set(cores.filter(({ kind }) => kind === "host").map(({ id }) => id));
  if (host !== undefined) outside.add(host.id);
  return (from, to) => {
    if (outside.has(from) || outside.has(to)) return 0;
    const down = Math.abs(Math.floor(from / columns) - Math.floor(to / columns));
    return down + Math.abs((from % columns) - (to % columns));
  };
}

/// Virtual seconds until the last core, and full Python, has ended.
export function makespan({ cores, host }: Observation): number {
  return Math.max(host?.seconds ?? 0, ...cores.map(({ seconds }) => seconds));
}

/// The share of all cores' time in which they waited or had ended, from 0 to 1.
export function idleShare(observation: Observation): number {
  const { cores } = observation;
  const whole = makespan(observation) * cores.length;
  const busy = cores.reduce((sum, { seconds, waited }) => sum + seconds - waited, 0);
  return whole === 0 ? 0 : 1 - busy / whole;
}
