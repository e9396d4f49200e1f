/// One file of a project.
export interface SourceFile {
  /// Such as `hello.py`; unique in the project.
  readonly name: string;
  readonly text: string;
  /// Of a project that was made when Python 2 was usual: what does not say otherwise is read so.
  readonly python?: 2;
}

/// A file as it is written down. One that says nothing was made when Python 2 was usual.
interface WrittenFile {
  readonly name: string;
  readonly text: string;
  readonly python?: 3 | undefined;
}

/// Files as they are written down.
export function writtenFiles(files: readonly SourceFile[]): readonly WrittenFile[] {
  return files.map(({ name, text, python }) => (python === 2 ? { name, text } : { name, text, python: 3 }));
}

/// Something with files as it is written down.
export function written<T extends { readonly files: readonly SourceFile[] }>(
  thing: T,
): Omit<T, "files"> & { readonly files: readonly WrittenFile[] } {
  return { ...thing, files: writtenFiles(thing.files) };
}

/// A file that was written down.
export function fileOf({ name, text, python }: WrittenFile): SourceFile {
  return python === 3 ? { name, text } : { name, text, python: 2 };
}
