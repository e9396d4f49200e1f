import type { Span } from "../base/span.ts";
import { nativeNamed } from "../bytecode/natives.ts";
import { type Analysis, spelt } from "./analysis.ts";
import { memberAt } from "./attribute-at.ts";
import { type Description, describe, describeMember } from "./describe.ts";
import { keywordWords } from "./keyword-help.ts";
import { occurrenceAt } from "./occurrences.ts";
import { SOFT_WORDS } from "./soft-words.ts";
import { tokenBefore } from "./tokens.ts";

export interface Hover extends Span, Description {}

/// What the word at an offset means.
export function hover(analysis: Analysis, offset: number): Hover | undefined {
  const found = occurrenceAt(analysis.occurrences, offset);
  if (found !== undefined) {
    return {
      ...describe(analysis, found.meaning, analysis.file.text.slice(found.from, found.to)),
      from: found.from,
      to: found.to,
    };
  }
  const inClass = memberAt(analysis, offset);
  if (inClass !== undefined) {
    return { ...describeMember(analysis, inClass.member), from: inClass.from, to: inClass.to };
  }
  const { tokens } = analysis.pieces.inner;
  const index = tokenBefore(tokens, offset + 1);
  const token = tokens[index];
  if (token === undefined || offset > token.to || (token.kind !== "name" && token.kind !== "keyword")) return undefined;
  const { from, to, text } = token;
  if (tokens[index - 1]?.text === "." && tokens[index - 1]?.kind === "operator") {
    const native = nativeNamed("method", spelt(analysis, text));
    return native === undefined ? undefined : { ...describe(analysis, { kind: "native", native }, text), from, to };
  }
  if (text === "print") {
    const native = nativeNamed("builtins", "print");
    return native === undefined ? undefined : { ...describe(analysis, { kind: "native", native }, text), from, to };
  }
  const isWord = token.kind === "keyword" || SOFT_WORDS.has(text);
  const words = isWord ? keywordWords.get(text) : undefined;
  return words === undefined ? undefined : { code: text, words, from, to };
}
