import type { SourceFile } from "../base/source.ts";
import { compile } from "../compiler/compile.ts";
import { deviceFileOf, pythonFileFor } from "../python/python-file.ts";

/// What can be run, as often as a check asks: a program of the cores, or one of full Python, with a program of the cores
/// beside it or without.
export type Program =
  | { readonly kind: "cores"; readonly image: Uint8Array }
  | {
      readonly kind: "host";
      readonly main: SourceFile;
      readonly files: readonly SourceFile[];
      readonly device: Uint8Array | undefined;
    };

/// Whether the first of these files is run with full Python.
export function isForHost(files: readonly SourceFile[]): boolean {
  return hostOf(files) !== undefined;
}

function hostOf(files: readonly SourceFile[]): SourceFile | undefined {
  return files[0] && pythonFileFor(files[0], files);
}

/// A program, or the reasons why there is none.
export interface ReadProgram {
  readonly program: Program | undefined;
  readonly errors: readonly string[];
}

/// The program of which the first of these files is run. Full Python itself is only read when it is run.
export function programOf(files: readonly SourceFile[]): ReadProgram {
  const [first] = files;
  if (first === undefined) return { program: undefined, errors: ["there is no program"] };
  const main = hostOf(files);
  if (main === undefined) {
    const { image, errors } = imageOf(first, files);
    return { program: image && { kind: "cores", image }, errors };
  }
  const deviceFile = deviceFileOf(main, files);
  const { image, errors } = deviceFile === undefined ? { errors: [] } : imageOf(deviceFile, files);
  return { program: errors.length === 0 ? { kind: "host", main, files, device: image } : undefined, errors };
}

function imageOf(
  main: SourceFile,
  files: readonly SourceFile[],
): { readonly image?: Uint8Array | undefined; readonly errors: readonly string[] } {
  const { image, diagnostics } = compile(main, { files: files.filter((file) => file !== main) });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return {
    image,
    errors: errors.map(({ file, from, message }) => `${file}, ${lineWords(files, file, from)}: ${message}`),
  };
}

function lineWords(files: readonly SourceFile[], name: string, offset: number): string {
  const text = files.find((file) => file.name === name)?.text ?? "";
  return `line ${text.slice(0, offset).split("\n").length}`;
}
