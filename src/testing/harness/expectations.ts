// What an annotated program says of itself, in comments that end a line or stand alone:
//
//   # cores: 4          runs on cores 0 to 3; on core 0 if not said
//   # hosts: 2          and on two virtual cores
//   # seed: 3           of the random numbers; 0 if not said
//   # stdin: text       one answer, to whoever asks next
//   # expect: text      the next line of every core
//   # expect 2: text    the next line of core 2 (or of several: 0,2)
//   # error: code       a diagnostic on this line; the program is not run
//   # fault: code       every core fails on this line
//   # fault 2: code     core 2 does
//   # deadlock: 0 1     the cores that never continue, if any

/// A code that belongs to a line, counted from 1; a fault's cores with it.
export interface Expected {
  readonly code: string;
  readonly line: number;
}

export interface ExpectedFault extends Expected {
  readonly core: number;
}

/// All that a program says of itself.
export interface Expectations {
  readonly deviceCores: readonly number[];
  readonly hostCores: number;
  readonly seed: number;
  readonly answers: readonly string[];
  /// What each core prints, by its id; every core that takes part has an entry.
  readonly lines: ReadonlyMap<number, readonly string[]>;
  readonly errors: readonly Expected[];
  readonly faults: readonly ExpectedFault[];
  readonly deadlock: readonly number[];
}

interface Annotation {
  readonly word: string;
  readonly cores: readonly number[] | undefined;
  readonly text: string;
  readonly line: number;
}

const form = /# (cores|hosts|seed|stdin|expect|error|fault|deadlock)(?: (\d+(?:,\d+)*))?:(?: (.*))?$/;

/// Reads a program's annotations. Throws if one cannot be meant so.
export function expectationsOf(source: string): Expectations {
  const annotations = source.split("\n").flatMap((text, k): Annotation[] => {
    const match = form.exec(text);
    if (match === null) return [];
    const cores = match[2]?.split(",").map(Number);
    return [{ word: match[1] as string, cores, text: match[3] ?? "", line: k + 1 }];
  });
  const number = (word: string, otherwise: number): number => {
    const found = annotations.find((annotation) => annotation.word === word);
    if (found === undefined) return otherwise;
    if (!/^\d+$/.test(found.text)) throw new Error(`line ${found.line}: ${word} takes a number`);
    return Number(found.text);
  };
  const all = (word: string): Annotation[] => annotations.filter((annotation) => annotation.word === word);

  const device = number("cores", 1);
  const hostCores = number("hosts", 0);
  const ids = Array.from({ length: device + hostCores }, (_, id) => id);
  const lines = new Map<number, string[]>(ids.map((id) => [id, []]));
  for (const { cores, text, line } of all("expect")) {
    for (const id of cores ?? ids) {
      const own = lines.get(id);
      if (own === undefined) throw new Error(`line ${line}: there is no core ${id}`);
      own.push(text);
    }
  }
  return {
    deviceCores: ids.slice(0, device),
    hostCores,
    seed: number("seed", 0),
    answers: all("stdin").map(({ text }) => text),
    lines,
    errors: all("error").map(({ text, line }) => ({ code: text, line })),
    faults: all("fault")
      .flatMap(({ cores, text, line }) => (cores ?? ids).map((core) => ({ core, code: text, line })))
      .sort((a, b) => a.core - b.core),
    deadlock: all("deadlock").flatMap(({ text }) => text.split(" ").map(Number)),
  };
}
