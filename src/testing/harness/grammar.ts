/// The forms that each part of a program can have, by the part's name. In a form, `<name>` stands for any form of that part, `$` for a
/// number of which there is no other in the program, and an `@` and words at its start for where it may stand: `loop` in a loop,
/// `function` in a function, `generator` in one that yields, `main` in none of them. A number and `×` say how much more often it comes.
export type Rules = Readonly<Record<string, readonly string[]>>;

interface Form {
  readonly text: string;
  readonly holes: readonly string[];
  readonly where: readonly string[];
}

interface Part {
  readonly forms: readonly Form[];
  /// Those that hold nothing that could go on for ever.
  readonly leaves: readonly Form[];
}

export type Grammar = ReadonlyMap<string, Part>;

const HOLE = /<([a-z]\w*)>/g;

/// One grammar of the rules, which may add to each other's parts.
export function grammarOf(...all: readonly Rules[]): Grammar {
  const texts = new Map<string, string[]>();
  for (const rules of all) {
    for (const [name, forms] of Object.entries(rules)) texts.set(name, [...(texts.get(name) ?? []), ...forms]);
  }
  const forms = new Map([...texts].map(([name, some]) => [name, some.flatMap(formsOf)]));
  for (const [name, some] of forms) {
    for (const hole of some.flatMap(({ holes }) => holes)) {
      if (!forms.has(hole) && blocks[hole] === undefined) throw new Error(`<${name}> needs <${hole}>`);
    }
  }
  // What certainly comes to an end.
  const ending = new Set<string>();
  const ends = ({ holes }: Form): boolean => holes.every((hole) => ending.has(hole));
  for (let size = -1; size !== ending.size; ) {
    size = ending.size;
    for (const [name, some] of forms) if (some.every(ends)) ending.add(name);
  }
  const parts = [...forms].map(([name, some]) => [name, { forms: some, leaves: some.filter(ends) }] as const);
  return new Map(parts);
}

const known = new Map<string, readonly Form[]>();

function formsOf(written: string): readonly Form[] {
  const before = known.get(written);
  if (before !== undefined) return before;
  const [, times = "1", where = "", text = ""] = /^(?:(\d+)× )?((?:@\w+ )*)(.*)$/s.exec(written) ?? [];
  const holes = [...text.matchAll(HOLE)].map(([, name = ""]) => name);
  const made = Array<Form>(Number(times)).fill({ text, holes, where: where.match(/\w+/g) ?? [] });
  known.set(written, made);
  return made;
}

/// What a block is in when its lines are made. A hole of one of these names is a block of statements there.
const blocks: Readonly<Record<string, (where: readonly string[]) => readonly string[]>> = {
  block: (where) => where,
  loop: (where) => [...where.filter((one) => one !== "loop"), "loop"],
  body: () => ["function"],
  yielding: () => ["function", "generator"],
};

/// Writes one program after the other, by numbers that look random.
export class Writer {
  private readonly grammar: Grammar;
  private state: number;
  private numbers = 0;

  constructor(grammar: Grammar, seed: number) {
    this.grammar = grammar;
    this.state = (seed + 1) * 0x9e3779b1;
  }

  /// Up to and without `limit`: mulberry32.
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  }

  /// Any form of a part, nested no deeper than this.
  write(name: string, depth: number, where: readonly string[] = ["main"]): string {
    const inside = blocks[name]?.(where) ?? where;
    const part = this.grammar.get(blocks[name] === undefined ? name : "statements");
    if (part === undefined) throw new Error(`no <${name}>`);
    const leaf = part.leaves.length > 0 && (depth <= 0 || this.below(5) === 0);
    const forms = leaf ? part.leaves : part.forms;
    let form: Form;
    do form = forms[this.below(forms.length)] as Form;
    while (!form.where.every((one) => inside.includes(one)));
    if (depth < -20) throw new Error(`<${name}> comes to no end`);
    const number = form.text.includes("$") ? String(this.numbers++) : "";
    let text = "";
    let at = 0;
    for (const match of form.text.matchAll(HOLE)) {
      text += form.text.slice(at, match.index).replaceAll("$", number);
      at = match.index + match[0].length;
      const indent = /^ */.exec(text.slice(text.lastIndexOf("\n") + 1))?.[0] ?? "";
      text += this.write(match[1] as string, depth - 1, inside).replaceAll("\n", `\n${indent}`);
    }
    return text + form.text.slice(at).replaceAll("$", number);
  }
}
