import { zipSync } from "fflate";
import { encodeUtf8 } from "../base/bytes.ts";
import { megabytes, mostFileBytes, mostZipBytes, mostZipFiles, mostZipTextBytes } from "../base/limits.ts";
import type { SourceFile } from "../base/source.ts";
import { readText, TextError } from "../base/source-text.ts";
import type { Opening } from "./link.ts";
import { fileNameFrom, isFileName, projectNameFrom } from "./names.ts";
import { programOfNotebook } from "./notebook.ts";
import { fromPlain, type SharedProject, toPlain } from "./project.ts";
import { unzip, type ZipLimits, type ZipProblem } from "./unzip.ts";

// A project as a .zip: its files, and beside them what a link says but for the files.
//
//   hello.py  part.py  …
//   epython-lab.json    {"version":1,"name":"hello","open":"hello.py","cores":8,…}

const settingsFile = "epython-lab.json";
// Other files beside the programs, pictures say, are passed over, unless there are so many that it would take long.
const mostEntries = mostZipFiles + 1000;

const limits: ZipLimits = {
  isWanted: (name) => /\.(py|json)$/i.test(name),
  // One more for the settings.
  mostWanted: mostZipFiles + 1,
  mostEntries,
  mostFileBytes: mostZipTextBytes,
  mostBytes: mostZipTextBytes,
};

const because: Readonly<Record<ZipProblem, string>> = {
  damaged: "it is damaged",
  many: `it holds more than ${mostZipFiles} files`,
  large: `its programs have more than ${megabytes(mostZipTextBytes)}`,
  locked: "it is locked with a password",
  strange: "it is packed in a way that cannot be read here",
};

export function zipOf(project: SharedProject): Uint8Array {
  const { files, ...settings } = toPlain(project);
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const entries = Object.fromEntries(project.files.map(({ name, text }) => [name, encode(text)]));
  const about = encode(`${JSON.stringify({ version: 1, ...settings, open: project.open }, null, 2)}\n`);
  // The same project makes the same file.
  return zipSync({ ...entries, [settingsFile]: about }, { level: 9, mtime: new Date(2000, 0, 1) });
}

/// Why a .zip that was made of a project would not open again, as a sentence; undefined if it does.
export function zipProblem(zip: Uint8Array, project: SharedProject): string | undefined {
  const { length } = project.files;
  if (length > mostZipFiles) return `It has ${length} programs, and ePython Lab opens ${mostZipFiles} at once.`;
  const bytes = project.files.reduce((total, { text }) => total + new TextEncoder().encode(text).length, 0);
  // The settings lie beside them.
  if (bytes + 10_000 > mostZipTextBytes || zip.length > mostZipBytes) {
    return `Its programs have ${megabytes(Math.ceil(bytes / 100_000) * 100_000)}, and ePython Lab opens ${megabytes(mostZipTextBytes)} at once.`;
  }
  return undefined;
}

/// A file as it was chosen or dropped.
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/// The project in files that someone has chosen or dropped: one .zip, or programs, of which the first is opened.
export function readFiles(files: readonly NamedBytes[]): Opening {
  const [first] = files;
  if (first === undefined) return problem("There is no file to open.");
  const isNotebook = (name: string): boolean => /\.ipynb$/i.test(name);
  const isZip = (name: string): boolean => /\.zip$/i.test(name);
  const large = files.find(({ name, bytes }) => bytes.length > (isZip(name) ? mostZipBytes : mostFileBytes));
  if (large !== undefined) {
    const [what, most] = isZip(large.name) ? ["project", mostZipBytes] : ["program", mostFileBytes];
    return problem(`${large.name} is too large to be a ${what}: ${megabytes(most)} are the most.`);
  }
  const other = files.find(({ name }) => !/\.(py|zip|ipynb)$/i.test(name));
  if (other !== undefined) {
    return problem(`${other.name} is neither a program (.py), a notebook (.ipynb) nor a project (.zip).`);
  }
  const zipped = files.filter(({ name }) => isZip(name));
  if (zipped.length > 0 && files.length > 1) return problem("Open one .zip at a time, or several .py together.");
  if (zipped.length > 0) return readZip(first.name, first.bytes);
  if (files.reduce((total, { bytes }) => total + bytes.length, 0) > mostZipTextBytes) {
    return problem(`Together these programs have more than ${megabytes(mostZipTextBytes)}: open fewer.`);
  }
  const programs: NamedBytes[] = [];
  for (const file of files) {
    const program = isNotebook(file.name) ? fromNotebook(file) : file;
    if ("kind" in program) return program;
    programs.push(program);
  }
  return projectOf(projectNameFrom(first.name.replace(/\.(py|ipynb)$/i, "")), programs);
}

/// The program of a notebook.
function fromNotebook({ name, bytes }: NamedBytes): NamedBytes | Opening {
  const program = programOfNotebook(new TextDecoder().decode(bytes));
  if (typeof program !== "string") return problem(`${name} cannot be opened: ${program.problem}.`);
  return { name: name.replace(/\.ipynb$/i, ".py"), bytes: encodeUtf8(program) };
}

function asWritten(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return readText(name, bytes);
  }
}

function readZip(zip: string, bytes: Uint8Array): Opening {
  const entries = unzip(bytes, limits);
  if (typeof entries === "string") return problem(`${zip} cannot be opened: ${because[entries]}.`);
  // Packed with the folder they lay in, or without.
  const base = (path: string): string => path.split("/").at(-1) ?? "";
  const programs = entries.filter(({ name }) => /\.py$/i.test(name) && !base(name).startsWith("."));
  if (programs.length === 0) return problem(`${zip} holds no program (.py).`);
  const about = entries.find(({ name }) => base(name) === settingsFile);
  const named = programs.map(({ name, bytes: text }) => ({ name: base(name), bytes: text }));
  return projectOf(projectNameFrom(zip.replace(/\.zip$/i, "")), named, about?.bytes);
}

function projectOf(name: string, files: readonly NamedBytes[], about?: Uint8Array): Opening {
  const texts: SourceFile[] = [];
  for (const file of files) {
    try {
      // What zipOf has written comes back as it was, whatever it is.
      const text = about === undefined ? readText(file.name, file.bytes) : asWritten(file.name, file.bytes);
      texts.push({ name: isFileName(file.name) ? file.name : fileNameFrom(file.name), text });
    } catch (error) {
      if (!(error instanceof TextError)) throw error;
      return problem(`${file.name}, ${error.sentence.replace(/\.?$/, ".")}`);
    }
  }
  let settings: unknown = {};
  try {
    // Programs alone are from anywhere, and so in today's Python.
    settings = about === undefined ? { python: 3 } : JSON.parse(readText(settingsFile, about));
  } catch {
    return problem(`Its ${settingsFile} cannot be read.`);
  }
  if (typeof settings !== "object" || settings === null) return problem(`Its ${settingsFile} cannot be read.`);
  if ("version" in settings && settings.version !== 1) {
    return problem("It was made by a newer version of ePython Lab. Reload the page to have the newest, and try again.");
  }
  const project = fromPlain({ name, ...settings, files: texts.map((file) => [file.name, file.text]) }, mostZipFiles);
  return typeof project === "string" ? problem(`It cannot be opened: ${project}.`) : { kind: "project", project };
}

function problem(text: string): Opening {
  return { kind: "problem", text: `${text} Nothing was changed.` };
}
