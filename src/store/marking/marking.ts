import { createStore, type StoreApi } from "zustand/vanilla";
import {
  megabytes,
  mostAssignmentBytes,
  mostHandInBytes,
  mostHandInFiles,
  mostHandInZipBytes,
  tooLarge,
} from "../../base/limits.ts";
import type { AlikePair, Fingerprints } from "../../lessons/alike.ts";
import { canCompare } from "../../lessons/alike.ts";
import type { Assignment, HandIn } from "../../lessons/assignment.ts";
import { checkProgram } from "../../lessons/check-program.ts";
import { FormatError } from "../../lessons/format-error.ts";
import {
  byPath,
  isPassedOver,
  type Mark,
  markHanded,
  mayBeHandIn,
  uncheckable,
  unreadable,
  withDiffering,
} from "../../lessons/marking.ts";
import type { RunPython } from "../../python/python-run.ts";
import type { Engine } from "../../runtime/protocol/run.ts";
import type { Background } from "../background/background.ts";
import type { Frames } from "../platform/frames.ts";
import type { BesideFile, Marked } from "./mark-job.ts";

// Marking in the page: what a teacher drops is read and run one file at a time, in the background, and fills a table.

export type { AlikePair } from "../../lessons/alike.ts";
export type { Mark } from "../../lessons/marking.ts";
export { alikeLines, alikeWords, cellOf, columnsOf, csvOf, othersWords, sumOf } from "../../lessons/marks-table.ts";
export type { BesideFile } from "./mark-job.ts";

/// A file that was chosen or dropped.
export interface GivenFile {
  /// From the folder that was chosen, or its name.
  readonly path: string;
  readonly size: number;
  /// Its bytes, up to a number.
  read(most: number): Promise<Uint8Array>;
}

export interface MarkingState {
  /// By which all are marked; null: each by its own.
  readonly given: { readonly name: string; readonly assignment: Assignment } | null;
  /// Files that are done and files there are, while they are marked.
  readonly progress: { readonly done: number; readonly all: number } | null;
  readonly marks: readonly Mark[];
  /// Paths of files that are no hand-ins.
  readonly others: readonly string[];
  /// Files that are still to be marked, after Cancel.
  readonly left: number;
  /// Programs that are alike in at least `least`, by their places among the marks; null before anyone has asked.
  readonly alike: { readonly least: number; readonly pairs: readonly AlikePair[]; readonly short: number } | null;
  readonly problem: string;
}

export interface Marking {
  readonly store: StoreApi<MarkingState>;
  /// Marks these files in the place of those before; a .zip stands for what is in it.
  mark(files: readonly GivenFile[]): Promise<void>;
  /// Leaves the rest; what is marked stays.
  cancel(): void;
  /// Marks what was left.
  goOn(): Promise<void>;
  clear(): void;
  /// Marks all by the assignment in a file, once more if they are marked already; by their own without one.
  giveAssignment(name: string, bytes: Uint8Array): Promise<void>;
  takeAssignment(): Promise<void>;
  findAlike(least: number): Promise<void>;
  /// The files of two marked hand-ins, side by side. Rejects with an error in words for people.
  beside(first: number, second: number): Promise<readonly BesideFile[]>;
  /// What was handed in with a file. Rejects in the same way.
  handIn(file: string): Promise<HandIn>;
}

export interface MarkingParts {
  readonly background: Background;
  readonly frames: Frames;
  readonly engine: () => Promise<Engine>;
  readonly runPython: RunPython | undefined;
}

/// In milliseconds. Reading and running have times of their own; this is for what never answers.
const mostToMark = 12 * 60_000;
const mostToRead = 60_000;

const empty: MarkingState = {
  given: null,
  progress: null,
  marks: [],
  others: [],
  left: 0,
  alike: null,
  problem: "",
};

type Source = GivenFile & { readonly why?: string };

export function createMarking({ background, frames, engine, runPython }: MarkingParts): Marking {
  const store = createStore<MarkingState>(() => empty);
  let sources: readonly Source[] = [];
  let next = 0;
  let marked: Mark[] = [];
  let prints: Fingerprints[] = [];
  let stop = new AbortController();

  const fail = (error: unknown): void => {
    store.setState({ problem: error instanceof Error ? error.message : String(error) });
  };

  /// Begins something in the place of what is going on.
  const begin = (): AbortSignal => {
    stop.abort();
    stop = new AbortController();
    store.setState({ problem: "", progress: null });
    return stop.signal;
  };

  const add = (mark: Mark, print: Fingerprints = new Uint32Array()): void => {
    marked.push(mark);
    prints.push(print);
    const { given } = store.getState();
    store.setState({ marks: given === null ? withDiffering(marked) : [...marked] });
  };

  const bytesOf = async (source: Source): Promise<Uint8Array> => {
    if (source.why !== undefined) throw new FormatError(source.path, [source.why]);
    if (source.size > mostHandInBytes) throw new FormatError(source.path, [tooLarge(mostHandInBytes)]);
    try {
      return await source.read(mostHandInBytes + 1);
    } catch (error) {
      throw new FormatError(source.path, [`cannot be read: ${error instanceof Error ? error.message : error}`]);
    }
  };

  /// A program for full Python is run by the page, as when a student presses Check.
  const markPython = async (file: string, handIn: HandIn, signal: AbortSignal): Promise<Mark> => {
    const given = store.getState().given?.assignment;
    const check: Parameters<typeof markHanded>[2]["check"] = async (assignment, files, ended) =>
      checkProgram(assignment.check, assignment, files, {
        engine: await engine(),
        runPython,
        clock: frames,
        signal: ended,
      });
    return markHanded(file, handIn, { given, clock: frames, check, signal });
  };

  const markSource = async (source: Source, signal: AbortSignal): Promise<void> => {
    const { path } = source;
    if (source.why === undefined && !mayBeHandIn(path)) {
      store.setState(({ others }) => ({ others: [...others, path] }));
      return;
    }
    let result: Marked;
    try {
      const bytes = await bytesOf(source);
      const given = store.getState().given?.assignment;
      const options = { what: `Marking ${path}`, mostMilliseconds: mostToMark, signal };
      result = await background.do("mark", { file: path, bytes, given }, options);
    } catch (error) {
      signal.throwIfAborted();
      add(error instanceof FormatError ? unreadable(path, error.problems.join("; ")) : unmarked(path, error));
      return;
    }
    signal.throwIfAborted();
    if (result.kind === "marked") add(result.mark, result.prints);
    else if (result.kind === "python") {
      const mark = await markPython(path, result.handIn, signal);
      signal.throwIfAborted();
      add(mark, result.prints);
    } else store.setState(({ others }) => ({ others: [...others, path] }));
  };

  const goOn = async (signal: AbortSignal): Promise<void> => {
    const all = sources.length;
    store.setState({ progress: { done: next, all }, left: 0, alike: null });
    try {
      for (; next < all; next++) {
        store.setState({ progress: { done: next, all } });
        await markSource(sources[next] as Source, signal);
      }
      store.setState({ progress: null });
    } catch (error) {
      // Someone else has begun, or somebody has pressed Cancel: that one has said what there is to say.
      if (!signal.aborted) fail(error);
    }
  };

  const again = async (): Promise<void> => {
    const signal = begin();
    [next, marked, prints] = [0, [], []];
    store.setState({ marks: [], others: [], alike: null, left: 0 });
    if (sources.length > 0) await goOn(signal);
  };

  const unzipped = async (file: GivenFile, signal: AbortSignal): Promise<readonly Source[]> => {
    const bad = (why: string): readonly Source[] => [{ ...file, why }];
    if (file.size > mostHandInZipBytes) return bad(tooLarge(mostHandInZipBytes));
    const bytes = await file.read(mostHandInZipBytes + 1);
    const options = { what: `Opening ${file.path}`, mostMilliseconds: mostToRead, signal };
    const inside = await background.do("handInZip", bytes, options);
    if (typeof inside === "string") return bad(inside);
    return inside.map(({ path, bytes }): Source => {
      const size = bytes?.length ?? mostHandInBytes + 1;
      return { path, size, read: (most) => Promise.resolve((bytes ?? new Uint8Array()).subarray(0, most)) };
    });
  };

  return {
    store,
    async mark(files) {
      const signal = begin();
      store.setState({ progress: { done: 0, all: files.length }, problem: "" });
      try {
        const found: Source[] = [];
        for (const file of files) {
          if (isZip(file)) {
            const inside = withoutTop(await unzipped(file, signal));
            // Two may hold files of the same name.
            const top = files.length === 1 || inside[0]?.path === file.path ? "" : file.path.replace(/zip$/i, "");
            found.push(
              ...inside.map((one) => (top === "" ? one : { ...one, path: `${top.slice(0, -1)}/${one.path}` })),
            );
          } else if (!isPassedOver(file.path)) found.push(file);
        }
        signal.throwIfAborted();
        if (found.length > mostHandInFiles) {
          throw new Error(`These are more than ${mostHandInFiles.toLocaleString("en")} files. Mark them in parts.`);
        }
        if (found.length === 0) throw new Error("There is nothing to mark: no file was found.");
        sources = found.sort((a, b) => byPath(a.path, b.path));
        await again();
      } catch (error) {
        if (signal.aborted) return;
        store.setState({ progress: null });
        fail(error);
      }
    },
    cancel() {
      stop.abort();
      store.setState({ progress: null, left: sources.length - next });
    },
    goOn: () => goOn(begin()),
    clear() {
      stop.abort();
      sources = [];
      [next, marked, prints] = [0, [], []];
      store.setState(({ given }) => ({ ...empty, given }));
    },
    async giveAssignment(name, bytes) {
      if (bytes.length > mostAssignmentBytes) {
        return fail(new Error(`${name} is larger than ${megabytes(mostAssignmentBytes)}: it is no assignment.`));
      }
      try {
        const options = { what: `Opening ${name}`, mostMilliseconds: mostToRead };
        const assignment = await background.do("assignmentFile", bytes, options);
        store.setState({ given: { name, assignment } });
        await again();
      } catch (error) {
        fail(error);
      }
    },
    takeAssignment() {
      store.setState({ given: null });
      return again();
    },
    async findAlike(least) {
      const options = { what: "Comparing the programs", mostMilliseconds: mostToRead, signal: stop.signal };
      try {
        const pairs = await background.do("alike", { prints, least }, options);
        const short = prints.filter((print) => !canCompare(print)).length;
        store.setState({ alike: { least, pairs, short } });
      } catch (error) {
        if (!options.signal.aborted) fail(error);
      }
    },
    async beside(first, second) {
      const job = async (at: number) => {
        const { file } = marked[at] as Mark;
        return { file, bytes: await bytesOf(sourceOf(file)) };
      };
      const options = { what: "Comparing two programs", mostMilliseconds: mostToRead };
      return background.do("beside", { left: await job(first), right: await job(second) }, options);
    },
    async handIn(file) {
      const options = { what: `Opening ${file}`, mostMilliseconds: mostToRead };
      return background.do("handIn", { file, bytes: await bytesOf(sourceOf(file)) }, options);
    },
  };

  function sourceOf(file: string): Source {
    const source = sources.find(({ path }) => path === file);
    if (source === undefined) throw new Error(`${file} is no longer there.`);
    return source;
  }
}

function isZip({ path }: GivenFile): boolean {
  return /\.zip$/i.test(path);
}

function unmarked(file: string, error: unknown): Mark {
  const why = error instanceof Error ? error.message : String(error);
  return uncheckable(file, new FormatError(file, []), undefined, `It cannot be checked: ${why}`);
}

/// Without the folder that all lie in, as when a folder was packed.
export function withoutTop<File extends { readonly path: string }>(files: readonly File[]): readonly File[] {
  const top = files[0]?.path.split("/")[0] ?? "";
  if (!files.every(({ path }) => path.startsWith(`${top}/`))) return files;
  return files.map((file) => ({ ...file, path: file.path.slice(top.length + 1) }));
}
