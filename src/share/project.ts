import { mostFiles } from "../base/limits.ts";
import { fileOf, type SourceFile } from "../base/source.ts";
import { isFileName, isProjectName } from "./names.ts";

/// All of a project that is handed on. Its dialect is in its text: the first line of a program may name it. Files of a project
/// that was made when Python 2 was usual say so.
export interface SharedProject {
  /// See `isProjectName`.
  readonly name: string;
  /// At least one, with different names; see `isFileName`.
  readonly files: readonly SourceFile[];
  /// The name of the file that is open, and that Run runs.
  readonly open: string;
  /// The chip's name, as the run settings have it. The page takes one that it knows and that has the cores.
  readonly chip: string;
  /// Cores of the chip that take part, 1 to 4096, and virtual cores on the host, 0 to 4096.
  readonly cores: number;
  readonly hosts: number;
  /// 0 to 2³¹ − 1.
  readonly seed: number;
  /// Where byte code and data lie, and what virtual time counts.
  readonly code: (typeof codes)[number];
  readonly data: (typeof datas)[number];
  readonly clock: (typeof clocks)[number];
  /// The core that is chosen: `device 3`, `host 16`.
  readonly core: string;
  /// What is shown below the editor. One that the page does not know shows nothing else than usual.
  readonly view: string;
  /// The moment of a run at which it opens.
  readonly moment?: SharedMoment | undefined;
}

/// A moment of a run, which is made again where it is opened.
export interface SharedMoment {
  /// In cycles of virtual time.
  readonly at: number;
  /// When the run was stopped, in cycles; left out of one that came to its end.
  readonly stopped?: number | undefined;
  /// What cores were answered, in order.
  readonly answers: readonly (readonly [core: number, text: string])[];
}

const mostAnswers = 1000;
const mostAnswerCharacters = 4096;
/// A year of the fastest chip.
const mostCycles = 1e17;

const codes = ["auto", "core", "shared"] as const;
const datas = ["core", "shared"] as const;
const clocks = ["epiphany", "instructions"] as const;

/// A project's run settings, chosen core and view where nothing else is said. They are part of the grammar of links, and
/// so never change.
export const usual = {
  chip: "Epiphany-III",
  cores: 16,
  hosts: 0,
  seed: 1,
  code: "auto",
  data: "core",
  clock: "epiphany",
  core: "device 0",
  view: "output",
} as const;
const settings = Object.keys(usual) as (keyof typeof usual)[];

const mostCores = 4096;
const mostSeed = 0x7fffffff;

/// A project as plain data for JSON, without what is as usual. docs/links.md has the grammar.
export function toPlain(project: SharedProject): Readonly<Record<string, unknown>> {
  const { name, files, open } = project;
  const plain: Record<string, unknown> = { name, files: files.map((file) => [file.name, file.text]) };
  if (open !== files[0]?.name) plain.open = open;
  for (const key of settings) {
    if (project[key] !== usual[key]) plain[key] = project[key];
  }
  // If one was made when Python 2 was usual, none says that it was made since.
  if (files.every(({ python }) => python === undefined)) plain.python = 3;
  if (project.moment !== undefined) {
    const { at, stopped, answers } = project.moment;
    plain.moment = { at, ...(stopped !== undefined && { stopped }), ...(answers.length > 0 && { answers }) };
  }
  return plain;
}

/// The project in data that anyone may have made, of up to `most` files; or what is wrong with it, as the end of a sentence.
export function fromPlain(data: unknown, most = mostFiles): SharedProject | string {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return "it holds no project";
  const { name, files: pairs, ...rest } = data as Readonly<Record<string, unknown>>;
  if (typeof name !== "string" || !isProjectName(name)) return "the project’s name is not one";
  if (!Array.isArray(pairs) || pairs.length === 0) return "it holds no files";
  if (pairs.length > most) return `it holds more than ${most} files`;
  const files: SourceFile[] = [];
  const names = new Set<string>();
  for (const pair of pairs as readonly unknown[]) {
    const [file, text, ...more] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    if (typeof file !== "string" || typeof text !== "string" || more.length > 0) return "one of its files is none";
    if (!isFileName(file)) return "the name of one of its files is not one";
    if (names.has(file)) return `it holds two files called ${file}`;
    names.add(file);
    files.push({ name: file, text });
  }
  const {
    open = files[0]?.name,
    chip,
    cores,
    hosts,
    seed,
    code,
    data: where,
    clock,
    core,
    view,
    moment: given,
    python,
  } = { ...usual, moment: undefined, python: undefined, ...rest };
  if (typeof open !== "string" || !files.some((file) => file.name === open)) return "it opens a file that it lacks";
  if (typeof chip !== "string" || !/^[A-Za-z][A-Za-z0-9-]{0,31}$/.test(chip)) return "its chip is none";
  if (!isWhole(cores, 1, mostCores)) return `its number of cores is not one from 1 to ${mostCores}`;
  if (!isWhole(hosts, 0, mostCores)) return `its number of virtual cores is not one from 0 to ${mostCores}`;
  if (!isWhole(seed, 0, mostSeed)) return `its seed is not a number from 0 to ${mostSeed}`;
  if (!isOneOf(codes, code)) return "its place for byte code is none";
  if (!isOneOf(datas, where)) return "its place for data is none";
  if (!isOneOf(clocks, clock)) return "its virtual time is none";
  if (typeof core !== "string" || !/^(device|host) \d{1,5}$/.test(core)) return "its chosen core is none";
  if (typeof view !== "string" || !/^[a-z][a-z-]{0,23}$/.test(view)) return "its view is none";
  const moment = given === undefined ? undefined : momentFrom(given);
  if (typeof moment === "string") return moment;
  if (python !== undefined && python !== 3) return "its Python is none that this page knows";
  const project = {
    name,
    files: files.map((file) => fileOf({ ...file, python })),
    open,
    chip,
    cores,
    hosts,
    seed,
    code,
    data: where,
    clock,
    core,
    view,
  };
  return moment === undefined ? project : { ...project, moment };
}

function momentFrom(data: unknown): SharedMoment | string {
  const wrong = "its moment is none";
  if (typeof data !== "object" || data === null) return wrong;
  const { at, stopped, answers = [] } = data as Readonly<Record<string, unknown>>;
  if (!isTime(at) || !(stopped === undefined || isTime(stopped))) return wrong;
  if (!Array.isArray(answers) || answers.length > mostAnswers) return wrong;
  const given: [number, string][] = [];
  for (const answer of answers as readonly unknown[]) {
    const [core, text, ...more] = Array.isArray(answer) ? (answer as readonly unknown[]) : [];
    if (!isWhole(core, 0, 2 * mostCores) || typeof text !== "string" || more.length > 0) return wrong;
    if (text.length > mostAnswerCharacters) return wrong;
    given.push([core, text]);
  }
  return { at, ...(stopped !== undefined && { stopped }), answers: given };
}

function isTime(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= mostCycles;
}

function isOneOf<T extends string>(known: readonly T[], value: unknown): value is T {
  return (known as readonly unknown[]).includes(value);
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}
