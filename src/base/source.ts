/// One file of a project.
export interface SourceFile {
  /// Such as `hello.py`; unique in the project.
  readonly name: string;
  readonly text: string;
}
