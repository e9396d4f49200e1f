import type { SourceFile } from "../../base/source.ts";
import type { CompileResult } from "../../compiler/compile.ts";
import { type Background, BackgroundError } from "../background/background.ts";
import { type Compile, checkFile } from "./check-file.ts";

// Short programs, which is nearly all, are checked in the page's own thread: that takes no longer than a frame or two, and the answer
// is there at once. Long ones are checked in the background, the newest text only.

/// In characters, of all files together: about 3,000 lines. Longer ones are checked elsewhere, and the editor offers no completions
/// and explanations in them.
export const MOST_HERE = 100_000;

/// Longer ones are not checked as they are typed.
const MOST_WHILE_TYPING = 2_000_000;

/// In milliseconds: how long a program may be compiled that someone waits for.
export const MOST_TO_RUN = 120_000;
const MOST_MILLISECONDS = { typing: 20_000, run: MOST_TO_RUN } as const;

/// Why nothing is known of a text: a newer one is checked, or Stop was pressed; it is too long to be checked as it is typed; it
/// takes too long.
export type Unchecked = "cancelled" | "long" | "slow";

export interface Checker {
  /// Checks a file of a project for one of two reasons; what was being checked before is left. A short one is checked at once.
  check(
    main: SourceFile,
    files: readonly SourceFile[],
    why: "typing" | "run",
  ): CompileResult | Promise<CompileResult | Unchecked>;
  /// Leaves what is being checked.
  cancel(): void;
}

/// Without threads in the background all is checked here.
export function createChecker(parts: { readonly compile: Compile; readonly background: Background }): Checker {
  const { background } = parts;
  let present = new AbortController();

  const there = async (main: string, files: readonly SourceFile[], why: "typing" | "run") => {
    const { signal } = present;
    const options = { what: "Checking the program", mostMilliseconds: MOST_MILLISECONDS[why], signal };
    try {
      return await background.do("check", { main, files }, options);
    } catch (error) {
      if (signal.aborted) return "cancelled";
      if (error instanceof BackgroundError && error.why === "slow") return "slow";
      throw error;
    }
  };

  const cancel = (): void => {
    present.abort();
    present = new AbortController();
  };

  return {
    check(main, files, why) {
      cancel();
      if (!background.hasThreads || !isLong(files)) return checkFile(main, files, parts.compile);
      if (why === "typing" && lengthOf(files) > MOST_WHILE_TYPING) return Promise.resolve("long");
      return there(main.name, files, why);
    },
    cancel,
  };
}

/// Whether the page's thread would be busy with these files for too long.
export function isLong(files: readonly SourceFile[]): boolean {
  return lengthOf(files) > MOST_HERE;
}

function lengthOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0);
}
