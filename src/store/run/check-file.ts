import type { SourceFile } from "../../base/source.ts";
import type { CompileResult } from "../../compiler/compile.ts";
import { kernelProblems } from "../../python/kernels/check.ts";
import { isPythonFile } from "../../python/python-file.ts";
import { python2Remarks } from "../../python/python2/remark.ts";

export type Compile = (
  main: SourceFile,
  options: { readonly files: readonly SourceFile[]; readonly resident?: readonly string[] },
) => CompileResult;

/// What can be said of a file of a project before it runs. A file for full Python has no image.
export function checkFile(main: SourceFile, all: readonly SourceFile[], compile: Compile): CompileResult {
  const files = all.filter((file) => file !== main);
  if (!isPythonFile(main)) return compile(main, { files });
  const kernels = (file: SourceFile, others: readonly SourceFile[], resident: readonly string[]) =>
    compile(file, { files: others, resident }).diagnostics;
  return { diagnostics: [...python2Remarks(main), ...kernelProblems(main, files, kernels)] };
}
