import type { Edit } from "../../base/diagnostic.ts";
import { kernelsIn } from "../kernels/ranges.ts";
import { marksOf } from "./marks.ts";
import { Rewriter } from "./rewriter.ts";
import { type Token, tokensOf } from "./tokens.ts";

/// What was read as Python 2 has it, and where: lines, one-based and ascending.
export interface Python2Note {
  readonly what: string;
  readonly lines: readonly number[];
}

export interface AsPython3 {
  /// The program in Python 3, line for line; the same text if it was not Python 2. `divide` in it is of epython.
  readonly text: string;
  /// Empty if it was not Python 2.
  readonly notes: readonly Python2Note[];
  /// What makes Python 3 of it for good, the import of `divide` included.
  readonly edits: readonly Edit[];
}

/// Reads a host program: one that can only be Python 2 is rewritten as Python 3 that does the same.
export function asPython3(text: string): AsPython3 {
  const tokens = tokensOf(text);
  const kernels = kernelsIn(tokens);
  if (!marksOf(tokens, kernels)) return { text, notes: [], edits: [] };
  const rewriter = new Rewriter(tokens, kernels);
  rewriter.rewrite();
  const notes = [...rewriter.notes].map(([what, lines]) => ({ what, lines: [...lines].sort((a, b) => a - b) }));
  const edits = withoutOverlap(sorted(rewriter.edits)).map((edit) => keepLines(text, edit));
  const imports = rewriter.usesDivide ? [importOfDivide(tokens)] : [];
  return { text: apply(text, edits), notes, edits: sorted([...imports, ...edits]) };
}

/// One line for each note.
export function summaryOf(notes: readonly Python2Note[]): string[] {
  return notes.map(({ what, lines }) => {
    const shown = lines.slice(0, 5).join(", ") + (lines.length > 5 ? ", …" : "");
    return `${lines[0]}: read as Python 2: ${what} (line${lines.length === 1 ? "" : "s"} ${shown})`;
  });
}

// What is put in before a place comes before what takes its place.
function sorted(edits: readonly Edit[]): Edit[] {
  return edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.from - b.edit.from || a.edit.to - b.edit.to || a.order - b.order)
    .map(({ edit }) => edit);
}

/// An edit that takes away no line.
function keepLines(text: string, edit: Edit): Edit {
  const breaks = text.slice(edit.from, edit.to).split("\n").length - edit.text.split("\n").length;
  return breaks > 0 ? { ...edit, text: edit.text + " \\\n".repeat(breaks) } : edit;
}

// In a text that is not Python at all, two may want the same place.
function withoutOverlap(edits: readonly Edit[]): Edit[] {
  let end = 0;
  return edits.filter((edit) => {
    if (edit.from < end) return false;
    end = edit.to;
    return true;
  });
}

/// A text with edits, which are sorted and do not overlap.
export function apply(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}

function importOfDivide(tokens: readonly Token[]): Edit {
  const start = tokens.find(
    (token, k) =>
      token.first && token.text === "from" && tokens[k + 1]?.text === "epython" && tokens[k + 3]?.text !== "*",
  );
  if (start !== undefined) {
    const first = tokens[tokens.indexOf(start) + 3] as Token;
    const place = first.text === "(" ? first.to : first.from;
    return { from: place, to: place, text: "divide, " };
  }
  // After a docstring and what must come first in a file.
  const lines = tokens.filter((token) => token.first);
  const at = lines.find((token, k) => {
    const docstring = k === 0 && token.kind === "string";
    const future = token.text === "from" && tokens[tokens.indexOf(token) + 1]?.text === "__future__";
    return !docstring && !future;
  });
  return { from: at?.from ?? 0, to: at?.from ?? 0, text: "from epython import divide\n" };
}
