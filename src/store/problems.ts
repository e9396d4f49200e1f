import { createStore, type StoreApi } from "zustand/vanilla";
import type { Diagnostic, Severity } from "../base/diagnostic.ts";
import type { SourceFile } from "../base/source.ts";
import { lineStarts, positionAt } from "../base/span.ts";
import type { MonitorEvent, SourcePlace } from "../runtime/protocol.ts";

export type { Severity } from "../base/diagnostic.ts";

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
}

export interface ProblemsState {
  readonly compiled: readonly Problem[];
  /// From the last run; gone as soon as the program is changed.
  readonly met: readonly Problem[];
}

export interface Problems {
  readonly store: StoreApi<ProblemsState>;
  setCompiled(diagnostics: readonly Diagnostic[], files: readonly SourceFile[]): void;
  take(events: readonly MonitorEvent[], files: readonly SourceFile[]): void;
  /// Forgets what a run met after the moment to which it has gone back.
  rewind(to: Extract<MonitorEvent, { kind: "rewound" }>): void;
  forgetRun(): void;
}

/// `explain` gives the catalogue's text for a code.
export function createProblems(explain: (code: string) => string | undefined): Problems {
  const store = createStore<ProblemsState>(() => ({ compiled: [], met: [] }));
  // What the run has met, as it came.
  let told: { readonly event: MonitorEvent; readonly files: readonly SourceFile[] }[] = [];

  const met = (
    code: string,
    message: string,
    explanation: string,
    place: SourcePlace,
    cores: readonly number[],
    files: readonly SourceFile[],
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
  });

  const problems: Problems = {
    store,
    setCompiled(diagnostics, files) {
      if (diagnostics.length === 0 && store.getState().compiled.length === 0) return;
      const starts = new Map(files.map((file) => [file.name, lineStarts(file.text)]));
      store.setState({
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
        })),
      });
    },
    take(events, files) {
      let problems = store.getState().met;
      for (const event of events) {
        if (event.kind === "fault" || event.kind === "deadlock") told.push({ event, files });
        if (event.kind === "fault") {
          const place = event.calls[0]?.place;
          if (place === undefined) continue;
          const found = met(event.code, event.message, explain(event.code) ?? "", place, [event.core], files);
          problems = merged(problems, found);
        } else if (event.kind === "deadlock") {
          for (const wait of event.waits) {
            const message = `${wait.call} can never go on: deadlock`;
            problems = merged(problems, met("deadlock", message, event.message, wait.place, [wait.core], files));
          }
        }
      }
      if (problems !== store.getState().met) store.setState({ met: problems });
    },
    rewind({ faults, deadlocks }) {
      const left = { fault: faults, deadlock: deadlocks };
      const kept = told.filter(({ event }) => left[event.kind as keyof typeof left]-- > 0);
      problems.forgetRun();
      for (const { event, files } of kept) problems.take([event], files);
    },
    forgetRun() {
      told = [];
      if (store.getState().met.length > 0) store.setState({ met: [] });
    },
  };
  return problems;
}

// Sixteen cores that fail alike at one place are one problem.
function merged(problems: readonly Problem[], found: Problem): readonly Problem[] {
  const index = problems.findIndex(
    (other) => other.code === found.code && other.file === found.file && other.from === found.from,
  );
  const same = problems[index];
  if (same === undefined) return [...problems, found];
  return problems.with(index, { ...found, cores: [...new Set([...same.cores, ...found.cores])] });
}

function columnOf(place: SourcePlace, files: readonly SourceFile[]): number {
  const text = files.find((file) => file.name === place.file)?.text;
  return text === undefined ? 1 : positionAt(lineStarts(text), place.from).column;
}
