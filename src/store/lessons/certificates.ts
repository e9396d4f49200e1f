import { createStore, type StoreApi } from "zustand/vanilla";
import { type PassedLesson, writeCertificate } from "../../lessons/certificate.ts";
import { checkProgram } from "../../lessons/check-program.ts";
import { type Lesson, lessonOf } from "../../lessons/lesson.ts";
import { isForHost } from "../../lessons/program.ts";
import { type Verified, verdictOf, verifyCertificate } from "../../lessons/verify-certificate.ts";
import type { RunPython } from "../../python/python-run.ts";
import type { Engine } from "../../runtime/protocol/run.ts";
import type { Background } from "../background/background.ts";
import type { Frames } from "../platform/frames.ts";
import type { PageStorage } from "../storage/storage.ts";
import type { Lessons } from "./lessons.ts";
import { dateOf, passedPrograms } from "./passed.ts";

export type { Verified } from "../../lessons/verify-certificate.ts";

export interface CertificatesState {
  /// Lessons that are verified, of all in the certificate, while that goes on.
  readonly progress: { readonly done: number; readonly all: number } | null;
  readonly student: string;
  readonly verified: readonly Verified[];
  /// What it comes to, once it is done.
  readonly verdict: string;
  readonly problem: string;
}

/// Certificates: a student saves one, and anyone verifies it.
export interface Certificates {
  readonly store: StoreApi<CertificatesState>;
  /// The lessons of the open course whose programs are kept, in its order; and those that were passed before programs were.
  passed(): { readonly kept: readonly PassedLesson[]; readonly before: readonly string[] };
  /// The file, and its name; throws an error in words for people.
  write(student: string): { readonly name: string; readonly text: string };
  /// Runs the programs in a certificate again.
  verify(file: string, bytes: Uint8Array): Promise<void>;
  cancel(): void;
}

export interface CertificatesParts {
  readonly lessons: Lessons;
  readonly pageStorage: PageStorage;
  readonly background: Background;
  readonly frames: Frames;
  readonly engine: () => Promise<Engine>;
  readonly runPython: RunPython | undefined;
  /// In milliseconds since 1970.
  readonly today?: () => number;
}

const mostToRead = 30_000;
const mostToTry = 10 * 60_000;
const nothing: CertificatesState = { progress: null, student: "", verified: [], verdict: "", problem: "" };

export function createCertificates(parts: CertificatesParts): Certificates {
  const { lessons, background, frames, engine, runPython, today = Date.now } = parts;
  const programs = passedPrograms(parts.pageStorage, today);
  const store = createStore<CertificatesState>(() => nothing);
  let stop = new AbortController();

  const passed = (): ReturnType<Certificates["passed"]> => {
    const { library, progress } = lessons.store.getState();
    const all = programs.all();
    const listed = library.chapters.flatMap((chapter) => chapter.lessons);
    const kept = listed.flatMap(({ id, title }) => {
      const one = all.get(id);
      return one === undefined ? [] : [{ ...one, title }];
    });
    const before = listed.filter(({ id }) => progress[id]?.done === true && !all.has(id)).map(({ title }) => title);
    return { kept, before };
  };

  /// Of the open course, or of the page's own.
  const lesson = async (id: string): Promise<Lesson | undefined> => {
    for (const library of [lessons.store.getState().library, lessons.own]) {
      if (!library.chapters.some((chapter) => chapter.lessons.some((one) => one.id === id))) continue;
      return lessonOf(id, await library.load(id));
    }
    return undefined;
  };

  const check = async ({ check, text: { head } }: Lesson, files: PassedLesson["files"], signal: AbortSignal) => {
    if (!isForHost(files)) {
      const options = { what: `Running the program for ${head.title}`, mostMilliseconds: mostToTry, signal };
      return background.do("tryProgram", { check, settings: head, files }, options);
    }
    if (runPython === undefined) return "It is for full Python, which cannot run in this page.";
    return checkProgram(check, head, files, { engine: await engine(), runPython, clock: frames, signal });
  };

  return {
    store,
    passed,
    write(student) {
      const { kept } = passed();
      const text = writeCertificate({ student: student.trim(), date: dateOf(today()), lessons: kept });
      const part = student
        .normalize("NFKD")
        .replace(/[^A-Za-z0-9]+/g, "-")
        .replace(/^-|-$/g, "")
        .slice(0, 40);
      return { name: part === "" ? "certificate.html" : `certificate-${part}.html`, text };
    },
    async verify(file, bytes) {
      stop.abort();
      const mine = new AbortController();
      const { signal } = mine;
      stop = mine;
      store.setState(nothing);
      try {
        const options = { what: `Opening ${file}`, mostMilliseconds: mostToRead, signal };
        const certificate = await background.do("certificate", { file, bytes }, options);
        const all = certificate.lessons.length;
        store.setState({ student: certificate.student, progress: { done: 0, all } });
        const found: Verified[] = [];
        const work = verifyCertificate(certificate, { lesson, check: (one, files) => check(one, files, signal) });
        for await (const one of work) {
          signal.throwIfAborted();
          found.push(one);
          store.setState({ verified: [...found], progress: { done: found.length, all } });
        }
        store.setState({ progress: null, verdict: verdictOf(certificate, found) });
      } catch (error) {
        if (signal.aborted) return;
        store.setState({ ...nothing, problem: error instanceof Error ? error.message : String(error) });
      }
    },
    cancel() {
      stop.abort();
      store.setState({ progress: null });
    },
  };
}
