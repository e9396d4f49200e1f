// The line from the page to the thread of full Python, which waits on it while it runs a program:
//
//   word 1   the number of the last question that has been answered
//   word 2   bytes of that answer
//   word 3   characters of output that the page has taken
//   word 4   rung when any of these has changed
//   + 64     the answer
//
// Whether the program is to stop stands in a memory of its own, which Python itself looks at and may hand to the program: not 0
// (2) in its first byte.
//
// The answer is written first, then its number, then the bell: whoever sees the number sees the answer.

const SIGNAL_BYTES = 4;
const ANSWERED = 1;
const LENGTH = 2;
const TAKEN = 3;
const BELL = 4;
const ANSWER_AT = 64;
/// Longest answer in bytes: an image with all it says of its source is far smaller.
export const LONGEST_ANSWER = 1024 * 1024;

const SLICE_MILLISECONDS = 50;
/// Python's number of the signal that Ctrl+C sends.
const SIGINT = 2;

export class Line {
  readonly buffer: SharedArrayBuffer;
  /// What Python looks at to see whether it is to stop.
  readonly signals: Int32Array<SharedArrayBuffer>;
  private readonly words: Int32Array;
  private readonly answerBytes: Uint8Array;

  constructor(
    buffer = new SharedArrayBuffer(ANSWER_AT + LONGEST_ANSWER),
    signals = new SharedArrayBuffer(SIGNAL_BYTES),
  ) {
    this.buffer = buffer;
    this.signals = new Int32Array(signals);
    this.words = new Int32Array(buffer, 0, ANSWER_AT >> 2);
    this.answerBytes = new Uint8Array(buffer, ANSWER_AT);
  }

  // ── The page's end ───────────────────────────────────────────────────────

  /// Asks the program to stop.
  interrupt(): void {
    Atomics.store(this.signals, 0, SIGINT);
    this.ring();
  }

  answer(number: number, bytes: Uint8Array): void {
    if (bytes.length > LONGEST_ANSWER) throw new RangeError("the answer is too long");
    this.answerBytes.set(bytes);
    this.words[LENGTH] = bytes.length;
    Atomics.store(this.words, ANSWERED, number);
    this.ring();
  }

  /// Says that the page has taken this many more characters of output.
  take(characters: number): void {
    Atomics.add(this.words, TAKEN, characters);
    this.ring();
  }

  private ring(): void {
    Atomics.add(this.words, BELL, 1);
    Atomics.notify(this.words, BELL);
  }

  // ── Python's end ─────────────────────────────────────────────────────────

  get interrupted(): boolean {
    return Atomics.load(this.signals, 0) !== 0;
  }

  /// Forgets that the program was to stop, as it is being told.
  heed(): void {
    Atomics.store(this.signals, 0, 0);
  }

  get taken(): number {
    return Atomics.load(this.words, TAKEN);
  }

  /// Waits for the answer to a question; undefined if the program is to stop.
  answerTo(number: number): Uint8Array | undefined {
    const come = this.wait(() => Atomics.load(this.words, ANSWERED) === number);
    return come ? this.answerBytes.slice(0, this.words[LENGTH] as number) : undefined;
  }

  /// Waits until something holds, or for at most `milliseconds`. False if the program is to stop.
  wait(done: () => boolean, milliseconds = Number.POSITIVE_INFINITY): boolean {
    const until = performance.now() + milliseconds;
    for (;;) {
      const bell = Atomics.load(this.words, BELL);
      if (done()) return true;
      if (this.interrupted) return false;
      const left = until - performance.now();
      if (left <= 0) return true;
      Atomics.wait(this.words, BELL, bell, Math.min(left, SLICE_MILLISECONDS));
    }
  }
}
