/// A part of a program that was read as Python 2 has it.
export interface Python2Note {
  readonly line: number;
  readonly what: string;
}
export function asPython3(text: string): { readonly text: string; readonly notes: readonly Python2Note[] } {
  return { text, notes: [] };
}
export function summaryOf(_notes: readonly Python2Note[]): string[] {
  return [];
}
