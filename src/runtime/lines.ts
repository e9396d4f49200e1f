import { type Image, markAt } from "../bytecode/image.ts";
import { HALT, JUMP } from "../bytecode/isa.ts";
import { readInstruction } from "../bytecode/reader.ts";

/// An instruction at which a line of the source may be begun.
export interface LineStart {
  readonly pc: number;
  /// Index of the file.
  readonly file: number;
  readonly line: number;
}

/// The lines of a program's own files (not of ePython's modules), and where their code begins.
///
/// A line is begun where its code begins, and where something jumps to in its midst: then it depends on where the core comes
/// from (see StandingLine) whether the line is begun again, as by a loop, or only gone on with.
export class LineTable {
  private readonly image: Image;
  private readonly starts = new Map<number, LineStart>();

  constructor(image: Image) {
    this.image = image;
    const library = new Set(image.debug.library);
    for (const start of startsOf(image)) if (!library.has(start.file)) this.starts.set(start.pc, start);
  }

  /// Every pc at which a line may be begun.
  get pcs(): Iterable<number> {
    return this.starts.keys();
  }

  at(pc: number): LineStart | undefined {
    return this.starts.get(pc);
  }

  /// The line of a file that a breakpoint there stands for: itself, or the next with code; undefined if there is none.
  placed(file: string, line: number): { readonly line: number; readonly pcs: readonly number[] } | undefined {
    const index = this.image.debug.files.lastIndexOf(file);
    let best = Number.POSITIVE_INFINITY;
    for (const start of this.starts.values()) {
      if (start.file === index && start.line >= line) best = Math.min(best, start.line);
    }
    if (!Number.isFinite(best)) return undefined;
    const here = [...this.starts.values()].filter((start) => start.file === index && start.line === best);
    return { line: best, pcs: here.map(({ pc }) => pc) };
  }
}

function startsOf(image: Image): LineStart[] {
  const starts: LineStart[] = [];
  const instructions: { pc: number; start: LineStart; begins: boolean }[] = [];
  const targets = new Set<number>();
  image.functions.forEach((row, k) => {
    const end = image.functions[k + 1]?.entry ?? image.code.length;
    let before: LineStart | undefined;
    const seen = new Set<string>();
    for (let pc = row.entry; pc < end; ) {
      const read = readInstruction(image.code, pc);
      if (typeof read === "string") return;
      const mark = markAt(image.debug, pc);
      // What has no range in the source ends a function or the program.
      if (mark !== undefined && mark.to > mark.from && read.row.number !== HALT) {
        const start = { pc, file: mark.file, line: mark.line };
        const begins = before === undefined || before.line !== start.line || before.file !== start.file;
        // What closes a loop bears the line of its head, which is begun where it leads to.
        const closes = read.row.number === JUMP && seen.has(`${start.file}:${start.line}`);
        if (!closes) instructions.push({ pc, start, begins });
        seen.add(`${start.file}:${start.line}`);
        before = start;
      }
      [...read.row.operands].forEach((letter, at) => {
        if (letter === "j") targets.add(read.operands[at] as number);
      });
      pc += read.size;
    }
  });
  for (const { pc, start, begins } of instructions) if (begins || targets.has(pc)) starts.push(start);
  return starts;
}

/// Where a core was last seen at the start of a line, to tell whether it begins one when it is seen again.
export interface StandingLine {
  readonly fp: number;
  readonly pc: number;
  readonly file: number;
  readonly line: number;
}

/// Whether a core that comes to a line start begins the line there: it does not if it has only gone forward in the same line.
export function begins(start: LineStart, fp: number, last: StandingLine | undefined): boolean {
  return (
    last === undefined || last.fp !== fp || last.line !== start.line || last.file !== start.file || start.pc <= last.pc
  );
}
