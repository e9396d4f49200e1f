import type { SlicedWork } from "../../base/sliced-work.ts";
import type { SourceFile } from "../../base/source.ts";
import { type CompileResult, compile } from "../../compiler/compile.ts";
import type { AlikePair, Fingerprints } from "../../lessons/alike.ts";
import type { HandIn } from "../../lessons/assignment.ts";
import type { ReadCertificate } from "../../lessons/certificate.ts";
import type { CheckFile } from "../../lessons/check-format.ts";
import type { ProgramReport } from "../../lessons/check-program.ts";
import { type CheckResult, judge } from "../../lessons/judge.ts";
import { type Lesson, type LessonFiles, lessonOf } from "../../lessons/lesson.ts";
import type { Observation } from "../../lessons/observation.ts";
import { programOf, type ReadProgram } from "../../lessons/program.ts";
import type { Opening } from "../../share/link.ts";
import { type NamedBytes, readFiles } from "../../share/zip.ts";
import { readAssignmentFile, readAssignmentLink } from "../lessons/assignment-link.ts";
import { type Pack, packIn, type SentPack } from "../lessons/pack-file.ts";
import { readProgress } from "../lessons/progress.ts";
import type { BesideFile, BesideJob, HandInJob, Marked, MarkJob, TryJob } from "../marking/mark-job.ts";
import { compareRuns, findFindings, findOrigin } from "../player/repeat-jobs.ts";
import { checkFile } from "../run/check-file.ts";
import { draftOfZip } from "../teach/pack-draft.ts";

// All that can be done in the background: what may take long, because it is as long as someone else has made it. Each takes and gives
// plain data, knows nothing of the page, and throws errors in words for people. One that may take very long does it in slices.

const jobs = {
  /// What can be said of the file called `main`.
  check: ({ main, files }: { readonly main: string; readonly files: readonly SourceFile[] }): CompileResult =>
    checkFile(files.find(({ name }) => name === main) ?? { name: main, text: "" }, files, compile),
  /// A program that full Python has put together for the cores.
  compile: ({ main, files, resident }: CompileJob): CompileResult => compile(main, { files, resident }),
  /// What is run when the first of these files is.
  program: (files: readonly SourceFile[]): ReadProgram => programOf(files),
  judge: ({ check, observations, files }: JudgeJob): readonly CheckResult[] => judge(check, observations, files),
  /// The project in files that someone has chosen or dropped.
  files: (files: readonly NamedBytes[]): Opening => readFiles(files),
  assignmentFile: readAssignmentFile,
  assignmentLink: readAssignmentLink,
  pack: (sent: SentPack): Pack => packIn(sent),
  /// A pack to be edited.
  packDraft: draftOfZip,
  /// What is in a file of saved progress; undefined when it is none.
  progress: readProgress,
  /// Where a value of a run comes from.
  origin: findOrigin,
  compare: compareRuns,
  /// What cost a run time.
  findings: findFindings,
  lesson: ({ id, files }: { readonly id: string; readonly files: LessonFiles }): Lesson => lessonOf(id, files),
  /// One file that a student may have handed in.
  mark: async (job: MarkJob): Promise<Marked> => (await import("../marking/mark-job.ts")).mark(job),
  /// Runs and judges a program of someone else's.
  tryProgram: async (job: TryJob): Promise<ProgramReport> => (await import("../marking/mark-job.ts")).tryProgram(job),
  certificate: async (job: HandInJob): Promise<ReadCertificate> =>
    (await import("../lessons/certificate-file.ts")).certificateIn(job),
  handIn: async (job: HandInJob): Promise<HandIn> => (await import("../marking/mark-job.ts")).handInOf(job),
  handInZip: async (zip: Uint8Array) => (await import("../marking/zip-of-hand-ins.ts")).filesInZip(zip),
  alike: async (job: AlikeJob): Promise<readonly AlikePair[]> =>
    (await import("../../lessons/alike.ts")).alikePairs(job.prints, job.least),
  beside: async (job: BesideJob): Promise<readonly BesideFile[]> =>
    (await import("../marking/mark-job.ts")).besideOf(job),
};

interface AlikeJob {
  readonly prints: readonly Fingerprints[];
  readonly least: number;
}

interface CompileJob {
  readonly main: SourceFile;
  readonly files: readonly SourceFile[];
  readonly resident: readonly string[];
}

interface JudgeJob {
  readonly check: CheckFile;
  readonly observations: readonly Observation[];
  readonly files: readonly SourceFile[];
}

type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Parameters<Jobs[Name]>[0];
export type JobOutput<Name extends JobName> =
  ReturnType<Jobs[Name]> extends SlicedWork<infer Output> ? Output : Awaited<ReturnType<Jobs[Name]>>;

/// Does one of them. One that is not in slices is done in the first; one that gives a promise has begun by then.
export function* doJob<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
): SlicedWork<JobOutput<Name> | Promise<JobOutput<Name>>> {
  type Done = JobOutput<Name> | Promise<JobOutput<Name>>;
  const job = jobs[name] as (input: JobInput<Name>) => Done | SlicedWork<Done>;
  const done = job(input);
  return isSliced(done) ? yield* done : done;
}

function isSliced<T>(done: T | SlicedWork<T>): done is SlicedWork<T> {
  return typeof done === "object" && done !== null && Symbol.iterator in done && "next" in done;
}
