import { createStore, type StoreApi } from "zustand/vanilla";
import { alikeKey } from "../../base/alike-faults.ts";
import type { Diagnostic, Severity } from "../../base/diagnostic.ts";
import type { SourceFile } from "../../base/source.ts";
import { lineStarts, positionAt } from "../../base/span.ts";
import type { SourcePlace } from "../../runtime/protocol/cores.ts";
import type { MonitorEvent } from "../../runtime/protocol/events.ts";
import { stuckCores } from "../output/log-text.ts";

export type { Severity } from "../../base/diagnostic.ts";

/// Something that is wrong with the program, found by the compiler or while it ran.
export interface Problem {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /// What happened, why, and how to mend it.
  readonly explanation: string;
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly column: number;
  /// The cores that met it; empty for what the compiler found.
  readonly cores: readonly number[];
  /// Whether full Python met it, which is none of these.
  readonly onHost: boolean;
}

export interface ProblemsState {
  readonly compiled: readonly Problem[];
  /// Why `compiled` says nothing, if the program is long: it is being checked; it is too long to be checked as it is typed; that
  /// takes too long; the check failed.
  readonly unchecked: "checking" | "long" | "slow" | "failed" | null;
  /// What happened when `unchecked` is "failed", as a sentence.
  readonly failure: string;
  /// From the last run; gone as soon as the program is changed. A deadlock is one problem, …
  readonly met: readonly Problem[];
  /// … and the editor marks each place where its cores wait.
  readonly waits: readonly Problem[];
}

export interface Problems {
  readonly store: StoreApi<ProblemsState>;
  setCompiled(
    diagnostics: readonly Diagnostic[],
    files: readonly SourceFile[],
    unchecked?: "long" | "slow" | null,
  ): void;
  setChecking(): void;
  /// The check of the program failed, for a reason that is not in the program.
  setFailed(why: string): void;
  take(events: readonly MonitorEvent[], files: readonly SourceFile[]): void;
  /// Forgets what a run met after the moment to which it has gone back.
  rewind(to: Extract<MonitorEvent, { kind: "rewound" }>): void;
  forgetRun(): void;
}

/// `explain` gives the catalogue's text for a code.
export function createProblems(explain: (code: string) => string | undefined): Problems {
  const store = createStore<ProblemsState>(() => ({ compiled: [], unchecked: null, failure: "", met: [], waits: [] }));
  // What the run has met, as it came.
  let told: { readonly event: MonitorEvent; readonly files: readonly SourceFile[] }[] = [];

  const met = (
    code: string,
    message: string,
    explanation: string,
    place: SourcePlace,
    cores: readonly number[],
    files: readonly SourceFile[],
    onHost = false,
  ): Problem => ({
    severity: "error",
    code,
    message,
    explanation,
    file: place.file,
    from: place.from,
    to: place.to,
    line: place.line,
    column: columnOf(place, files),
    cores,
    onHost,
  });

  const problems: Problems = {
    store,
    setChecking: () => store.setState({ unchecked: "checking" }),
    setFailed: (failure) => store.setState({ unchecked: "failed", failure, compiled: [] }),
    setCompiled(diagnostics, files, unchecked = null) {
      const before = store.getState();
      if (diagnostics.length === 0 && before.compiled.length === 0) {
        if (before.unchecked !== unchecked) store.setState({ unchecked });
        return;
      }
      const starts = new Map(files.map((file) => [file.name, lineStarts(file.text)]));
      store.setState({
        unchecked,
        compiled: diagnostics.map(({ severity, code, message, file, from, to }) => ({
          severity,
          code,
          message,
          explanation: explain(code) ?? "",
          file,
          from,
          to,
          ...positionAt(starts.get(file) ?? [0], from),
          cores: [],
          onHost: false,
        })),
      });
    },
    take(events, files) {
      const problems = new Merged(store.getState().met);
      let { waits } = store.getState();
      let isNew = false;
      for (const event of events) {
        if (event.kind === "fault" || event.kind === "deadlock") told.push({ event, files });
        if (event.kind === "fault") {
          const place = event.calls[0]?.place;
          if (place === undefined) continue;
          const onHost = event.usesPython === true;
          const cores = onHost ? [] : [event.core];
          const found = met(event.code, event.message, explain(event.code) ?? "", place, cores, files, onHost);
          problems.add(found);
          isNew = true;
        } else if (event.kind === "deadlock") {
          const [first] = event.waits;
          if (first === undefined) continue;
          const message = `Deadlock: ${stuckCores(event)} can never continue`;
          const cores = event.waits.map(({ core }) => core);
          problems.replace(met("deadlock", message, event.suggestion, first.place, cores, files));
          const places = new Merged([]);
          for (const wait of event.waits) {
            const stuck = `${wait.call} can never continue: deadlock`;
            places.add(met("deadlock", stuck, event.suggestion, wait.place, [wait.core], files));
          }
          waits = places.all();
          isNew = true;
        }
      }
      if (isNew) store.setState({ met: problems.all(), waits });
    },
    rewind({ faults, deadlocks }) {
      const left = { fault: faults, deadlock: deadlocks };
      const kept = told.filter(({ event }) => left[event.kind as keyof typeof left]-- > 0);
      problems.forgetRun();
      for (const { event, files } of kept) problems.take([event], files);
    },
    forgetRun() {
      told = [];
      if (store.getState().met.length > 0) store.setState({ met: [], waits: [] });
    },
  };
  return problems;
}

/// Sixteen cores that fail alike are one problem, in the words of the first.
class Merged {
  readonly #problems = new Map<string, { readonly told: Problem; readonly cores: Set<number> }>();

  constructor(problems: readonly Problem[]) {
    for (const problem of problems) this.add(problem);
  }

  add(found: Problem): void {
    const key = alikeKey(found.code, found, found.message);
    const same = this.#problems.get(key);
    const cores = same?.cores ?? new Set();
    for (const core of found.cores) cores.add(core);
    this.#problems.set(key, { told: same?.told ?? found, cores });
  }

  /// Of a code, of which there is one problem: it stays where it was told first.
  replace(found: Problem): void {
    const [key] = [...this.#problems].find(([, { told }]) => told.code === found.code) ?? [found.code];
    this.#problems.set(key, { told: found, cores: new Set(found.cores) });
  }

  all(): readonly Problem[] {
    return Array.from(this.#problems.values(), ({ told, cores }) => ({
      ...told,
      cores: [...cores].sort((a, b) => a - b),
    }));
  }
}

function columnOf(place: SourcePlace, files: readonly SourceFile[]): number {
  const text = files.find((file) => file.name === place.file)?.text;
  return text === undefined ? 1 : positionAt(lineStarts(text), place.from).column;
}
