/// One file of a project.
export interface SourceFile {
  /// Such as `hello.py`; unique in the project.
  readonly name: string;
  readonly text: string;
  /// Of a project that was made when Python 2 was usual: what does not say otherwise is read so.
  readonly python?: 2;
}
