import type { SourceFile } from "../base/source.ts";
import type { CompileResult } from "../compiler/compile.ts";
import { type Compile, checkFile } from "./check-file.ts";
import type { Frames } from "./frames.ts";

// Short programs, which is nearly all, are checked in the page's own thread: that takes no longer than a frame or two, and the answer
// is there at once. Long ones are checked in a thread of their own, one after the other, the newest text only.

/// In characters, of all files together: about 3,000 lines. Longer ones are checked elsewhere, and the editor offers no completions
/// and explanations in them.
export const MOST_HERE = 100_000;

/// Longer ones are not checked as they are typed.
const MOST_WHILE_TYPING = 2_000_000;

const MOST_MILLISECONDS = { typing: 20_000, run: 120_000 } as const;

/// A thread that checks files.
export interface CheckThread {
  /// Rejects if the thread fails; never settles once it was ended.
  check(main: SourceFile, files: readonly SourceFile[]): Promise<CompileResult>;
  end(): void;
}

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

/// Without `startThread` all is checked here.
export function createChecker(parts: {
  readonly compile: Compile;
  readonly startThread: (() => CheckThread) | undefined;
  readonly frames: Frames;
}): Checker {
  let idle: CheckThread | undefined;
  let leave: (why: Unchecked) => void = () => {};

  const elsewhere = (
    thread: CheckThread,
    main: SourceFile,
    files: readonly SourceFile[],
    why: "typing" | "run",
  ): Promise<CompileResult | Unchecked> =>
    new Promise((resolve, reject) => {
      const settle = (): void => {
        endWait();
        leave = () => {};
      };
      leave = (reason) => {
        settle();
        // It cannot be asked to stop: a new one is made for the next text.
        thread.end();
        resolve(reason);
      };
      const endWait = parts.frames.after(MOST_MILLISECONDS[why], () => leave("slow"));
      thread.check(main, files).then(
        (result) => {
          settle();
          idle = thread;
          resolve(result);
        },
        (error) => {
          settle();
          thread.end();
          reject(error);
        },
      );
    });

  return {
    check(main, files, why) {
      leave("cancelled");
      if (parts.startThread === undefined || !isLong(files)) return checkFile(main, files, parts.compile);
      if (why === "typing" && lengthOf(files) > MOST_WHILE_TYPING) return Promise.resolve("long");
      let thread: CheckThread;
      try {
        thread = idle ?? parts.startThread();
      } catch {
        // A page in a sandbox has no threads.
        return checkFile(main, files, parts.compile);
      }
      idle = undefined;
      return elsewhere(thread, main, files, why);
    },
    cancel: () => leave("cancelled"),
  };
}

/// Whether the page's thread would be busy with these files for too long.
export function isLong(files: readonly SourceFile[]): boolean {
  return lengthOf(files) > MOST_HERE;
}

function lengthOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0);
}
