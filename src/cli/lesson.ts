import { join } from "node:path";
import { FormatError } from "../lessons/format-error.ts";
import { PackError } from "../lessons/pack.ts";
import { UsageError } from "./arguments.ts";
import { isFolder, writeFile } from "./files.ts";
import { handInsIn, markHandIns, readAssignment } from "./hand-ins.ts";
import { checkLessons } from "./lesson-check.ts";
import { inFolder, inPack, isLessonFolder, type LessonSource, lessonFolders, packIndex } from "./lesson-folders.ts";
import { newLesson } from "./lesson-new.ts";
import { verifyFile } from "./lesson-verify.ts";

const usage = [
  "Usage: epython lesson check [FOLDER…]      check lessons: all of lessons/, or those in these folders and packs (.zip)",
  "       epython lesson check FOLDER [--assignment FILE] [--csv FILE] [--alike PERCENT] [--full-python]",
  "                                           replay what students have handed in, and print a table;",
  "                                           with --alike, also the programs that are at least so much alike;",
  "                                           programs for full Python, which may do here what you may do,",
  "                                           only with --full-python",
  "       epython lesson verify FILE [FOLDER] [--full-python]",
  "                                           run the programs of a certificate against the lessons in FOLDER,",
  "                                           or lessons/, again: what passes is true",
  "       epython lesson new CHAPTER/NAME     make a lesson to be filled in, such as 02-messages/07-probe",
  "       epython lesson index FOLDER TITLE   write FOLDER/index.json, so that the lessons can be opened by address",
  "",
  "docs/lessons.md says how a lesson is written, docs/teaching.md how to teach with them.",
].join("\n");

/// The commands for those who write lessons and those who teach with them; gives the exit status.
export async function lesson(words: readonly string[]): Promise<number> {
  const [command, ...rest] = words;
  if (command === undefined || command === "-help" || command === "--help") {
    console.log(usage);
    return 0;
  }
  if (command === "new") return newLesson(withoutFlags(rest));
  if (command === "index") return index(withoutFlags(rest));
  if (command === "check") return check(rest);
  if (command === "verify") return verify(rest);
  throw new UsageError(`there is no command lesson ${command}\n\n${usage}`);
}

function withoutFlags(words: readonly string[]): readonly string[] {
  const flag = words.find((word) => word.startsWith("-"));
  if (flag !== undefined) throw new UsageError(`there is no flag ${flag}`);
  return words;
}

function check(words: readonly string[]): Promise<number> {
  const folders: string[] = [];
  let csv: string | undefined;
  let assignment: string | undefined;
  let alike: number | undefined;
  let usesPython = false;
  for (let k = 0; k < words.length; k++) {
    const word = words[k] as string;
    if (word === "--csv" || word === "--assignment" || word === "--alike") {
      const value = words[++k];
      if (value === undefined)
        throw new UsageError(`${word} needs a value: ${word === "--alike" ? "PERCENT" : "FILE"}`);
      if (word === "--csv") csv = value;
      else if (word === "--assignment") assignment = value;
      else alike = percentOf(value);
    } else if (word === "--full-python") usesPython = true;
    else if (word.startsWith("-")) throw new UsageError(`there is no flag ${word}`);
    else folders.push(word);
  }
  for (const folder of folders) if (!isPack(folder)) requireFolder(folder);
  const [first, ...more] = folders;
  const isOne = first !== undefined && more.length === 0 && !isPack(first) && !isLessonFolder(first);
  const handIns = isOne ? handInsIn(first) : undefined;
  if (handIns !== undefined && handIns.handIns.size > 0) {
    return markHandIns(handIns, {
      csv,
      alike,
      usesPython,
      sources: [
        ...[...handIns.handIns.keys()].map((name) => join(first ?? "", name)),
        ...(assignment ? [assignment] : []),
      ],
      assignment: assignment === undefined ? undefined : readAssignment(assignment),
    });
  }
  if (csv !== undefined || assignment !== undefined || alike !== undefined || usesPython) {
    throw new UsageError(`${first ?? "lessons"} holds nothing that was handed in`);
  }
  return checkLessons((folders.length === 0 ? ["lessons"] : folders).flatMap(lessonsIn));
}

function verify(words: readonly string[]): Promise<number> {
  const usesPython = words.includes("--full-python");
  const [file, folder = "lessons", ...more] = withoutFlags(words.filter((word) => word !== "--full-python"));
  if (file === undefined || more.length > 0) throw new UsageError("lesson verify takes a file, and perhaps a folder");
  return verifyFile(file, folder, usesPython);
}

function percentOf(text: string): number {
  const percent = Number(text.replace(/%$/, ""));
  if (!(percent >= 1 && percent <= 100)) throw new UsageError(`--alike takes a number from 1 to 100, not ${text}`);
  return percent;
}

function requireFolder(folder: string): void {
  if (!isFolder(folder)) throw new UsageError(`there is no folder ${folder}`);
}

function isPack(path: string): boolean {
  return /\.zip$/i.test(path) && !isFolder(path);
}

function lessonsIn(folder: string): readonly LessonSource[] {
  if (isPack(folder)) return lessonsOfPack(folder);
  requireFolder(folder);
  const found = isLessonFolder(folder) ? [folder] : lessonFolders(folder);
  if (found.length === 0) {
    throw new UsageError(`${folder} holds no lesson (a folder with lesson.md), and nothing that was handed in`);
  }
  return found.map(inFolder);
}

function lessonsOfPack(zip: string): readonly LessonSource[] {
  try {
    return inPack(zip);
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(error.message);
    if (error instanceof PackError) throw new UsageError(`${zip} is no pack of lessons: ${error.message}`);
    throw error;
  }
}

function indexOf(folder: string, title: string): string {
  try {
    return packIndex(folder, title);
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(`no index was written: ${error.message}`);
    if (error instanceof PackError)
      throw new UsageError(`no index was written: the page would not open it: ${error.message}`);
    throw error;
  }
}

function index(words: readonly string[]): number {
  const [folder, ...title] = words;
  if (folder === undefined || title.length === 0) throw new UsageError("lesson index takes a folder and a title");
  requireFolder(folder);
  const file = join(folder, "index.json");
  writeFile(file, indexOf(folder, title.join(" ")));
  console.log(`${file} is written. Put the folder on a web server, and open the page with ?pack= and its address.`);
  return 0;
}
