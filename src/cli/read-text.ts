import { basename } from "node:path";
import { mostPackFileBytes } from "../base/limits.ts";
import { readText, TextError } from "../base/source-text.ts";
import { FormatError } from "../lessons/format-error.ts";
import { FileError, readFile } from "./files.ts";

/// The text of a file of a lesson, an assignment or a hand-in, of up to `most` bytes; throws FormatError.
export function readTextFile(path: string, most = mostPackFileBytes): string {
  try {
    return readText(basename(path), readFile(path, most));
  } catch (error) {
    if (error instanceof TextError) throw new FormatError(path, [error.sentence]);
    if (error instanceof FileError) throw new FormatError(path, [error.what]);
    throw error;
  }
}
