import { basename, dirname, resolve } from "node:path";
import { mostCertificateBytes } from "../base/limits.ts";
import { readText, TextError } from "../base/source-text.ts";
import { forTerminal } from "../base/terminal-text.ts";
import { type ReadCertificate, readCertificate } from "../lessons/certificate.ts";
import { checkProgram } from "../lessons/check-program.ts";
import { FormatError } from "../lessons/format-error.ts";
import { lessonId } from "../lessons/lesson.ts";
import { isForHost } from "../lessons/program.ts";
import { type Verified, verdictOf, verifyCertificate } from "../lessons/verify-certificate.ts";
import { UsageError } from "./arguments.ts";
import { isFolder, readFile } from "./files.ts";
import { clock, lessonEngines } from "./lesson-check.ts";
import { lessonFolders, readLessonFolder } from "./lesson-folders.ts";
import { pythonRuns } from "./python-runs.ts";

const outcomes: Readonly<Record<Verified["outcome"], string>> = {
  passed: "passed",
  failed: "not passed",
  unknown: "not run",
};

/// Runs the programs in a certificate against the lessons in a folder again; gives the exit status.
export async function verifyFile(file: string, folder: string, usesPython: boolean): Promise<number> {
  const certificate = certificateIn(file);
  if (!isFolder(folder)) throw new UsageError(`there is no folder ${folder}`);
  const folders = new Map(lessonFolders(folder).map((path) => [idOf(path), path]));
  const engines = lessonEngines();
  const verified: Verified[] = [];
  try {
    const work = verifyCertificate(certificate, {
      async lesson(id) {
        // The page puts the name of a pack before the ids of its lessons.
        const path = folders.get(id) ?? folders.get(id.replace(/^pack-[^/]+\//, ""));
        return path === undefined ? undefined : { ...readLessonFolder(path), id };
      },
      async check({ check, text: { head } }, files) {
        if (!isForHost(files)) return checkProgram(check, head, files, { engine: engines.cooperative, clock });
        if (!usesPython)
          return "It is for full Python, and may do here what you may do. If you trust it: --full-python.";
        const runPython = pythonRuns(engines.workers);
        return checkProgram(check, head, files, { engine: engines.workers, clock, runPython });
      },
    });
    console.log(`${forTerminal(certificate.student)}, ${certificate.date}`);
    for await (const one of work) {
      verified.push(one);
      const words = one.words === "" ? "" : `: ${one.words}`;
      console.log(`    ${one.date}  ${outcomes[one.outcome].padEnd(10)}  ${forTerminal(`${one.title}${words}`)}`);
    }
  } finally {
    engines.dispose();
  }
  console.log(`\n${verdictOf(certificate, verified)}`);
  return verified.every(({ outcome }) => outcome === "passed") ? 0 : 1;
}

function idOf(path: string): string | undefined {
  return lessonId(basename(dirname(resolve(path))), basename(resolve(path)));
}

function certificateIn(file: string): ReadCertificate {
  try {
    return readCertificate(readText(file, readFile(file, mostCertificateBytes)), file);
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(`${forTerminal(file)} ${error.problems.join("; ")}`);
    if (error instanceof TextError) throw new UsageError(`${forTerminal(file)}: ${error.sentence}`);
    throw error;
  }
}
