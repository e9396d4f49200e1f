/// Long work in short steps: whoever does it may do other things between them.
export type SlicedWork<T> = Generator<void, T>;

/// Does all of it at once.
export function atOnce<T>(work: SlicedWork<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
