import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { readText, TextError } from "../base/source-text.ts";
import { FormatError } from "../lessons/check-format.ts";

/// The text of a file of a lesson or an assignment; throws FormatError.
export function readTextFile(path: string): string {
  try {
    return readText(basename(path), readFileSync(path));
  } catch (error) {
    throw error instanceof TextError ? new FormatError(path, [error.sentence]) : error;
  }
}
