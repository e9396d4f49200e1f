import type { SourceFile } from "../base/source.ts";
import type { RunSettings } from "../runtime/protocol/run.ts";
import { asPython3 } from "./python2/python2.ts";

/// A project with full Python in it.
export interface PythonJob {
  /// As it is run, in Python 3, and as the user has written it.
  readonly main: SourceFile;
  readonly written: string;
  readonly files: readonly SourceFile[];
  /// The program of the cores, if they have one of their own.
  readonly device?: Uint8Array;
  readonly settings: RunSettings;
}

/// The job of running a program with full Python among the files of its project.
export function pythonJob(
  main: SourceFile,
  files: readonly SourceFile[],
  settings: RunSettings,
  device: Uint8Array | undefined,
): PythonJob {
  const { text } = asPython3(main.text);
  // Its kernels stay as they are: ePython reads Python 2 too.
  const python = main.python === 2 || text !== main.text ? { python: 2 as const } : {};
  return {
    main: { name: main.name, text, ...python },
    written: main.text,
    files,
    settings,
    ...(device === undefined ? {} : { device }),
  };
}
