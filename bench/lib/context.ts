/// What a bench is given (bench/run.mjs).
export interface Context {
  /// Tells of progress.
  readonly say: (text: string) => void;
  /// The project's folder.
  readonly root: string;
  /// The built command line, for benches that need it.
  readonly cli: string;
  /// The browser, for benches that need it.
  readonly chromium: string | undefined;
  /// How long benches that measure for long are to take, if that was said.
  readonly minutes: number | undefined;
  /// Whether it is only to see that the bench runs: all that it does, a few times and on little.
  readonly short: boolean;
}
