import { zipSync } from "fflate";
import { encodeUtf8 } from "../base/bytes.ts";
import { megabytes, mostPackFileBytes } from "../base/limits.ts";
import type { LessonHead } from "./lesson-format.ts";
import { PackError, type PackFiles, packOf, readZip, requirePackSize } from "./pack.ts";

// Lessons as the files that lesson-format.ts and pack.ts read.

/// A lesson.md: the head, and the text that follows it as it is.
export function writeLesson(
  head: LessonHead,
  usual: Pick<LessonHead, "chip" | "cores" | "hostCores" | "seed">,
  body: string,
): string {
  const fields: Readonly<Record<keyof LessonHead, string | number | undefined>> = {
    title: yamlText(head.title),
    goal: yamlText(head.goal),
    minutes: head.minutes,
    chip: head.chip === usual.chip ? undefined : head.chip,
    cores: head.cores === usual.cores ? undefined : head.cores,
    hostCores: head.hostCores === usual.hostCores ? undefined : head.hostCores,
    seed: head.seed === usual.seed ? undefined : head.seed,
    dialect: head.dialect,
    play: head.play,
    depth: head.depth,
  };
  const front = Object.entries(fields)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\n`]))
    .join("");
  return `---\n${front}---\n${body}`;
}

/// A text in YAML; in quotes where it could be anything else. What JSON puts in quotes YAML reads the same way.
function yamlText(text: string): string {
  const isPlain =
    /^[A-Za-z][\w ,.()/’-]*$/.test(text) &&
    text === text.trim() &&
    !/^(true|false|null|yes|no|on|off|[yn])$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/// Texts by path as a .zip, the same one for the same files. Throws PackError for what could not be opened again.
export function writeZip(files: PackFiles): Uint8Array {
  const entries = Object.entries(files).map(([path, text]): [string, Uint8Array] => [path, encodeUtf8(text)]);
  const large = entries.find(([, bytes]) => bytes.length > mostPackFileBytes);
  if (large !== undefined) throw new PackError(`${large[0]} is larger than ${megabytes(mostPackFileBytes)}`);
  requirePackSize(entries.map(([, bytes]) => bytes));
  packOf(Object.entries(files));
  const zip = zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(2000, 0, 1) });
  readZip(zip);
  return zip;
}
