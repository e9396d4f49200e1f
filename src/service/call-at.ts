import { nativeNamed } from "../bytecode/natives.ts";
import { lookUp, moduleNamed } from "../language/names.ts";
import type { Token } from "../language/tokens.ts";
import { type Analysis, functionAt, placeIn, spelt } from "./analysis.ts";
import { memberAt } from "./attribute-at.ts";
import {
  type Signature,
  signatureOfClass,
  signatureOfFunction,
  signatureOfMethod,
  signatureOfNative,
} from "./signature.ts";
import { functionOf } from "./symbols.ts";
import { inWords, tokenBefore } from "./tokens.ts";

export interface CallAt {
  readonly signature: Signature;
  /// Index of the parameter that is being written; as many as there are if it is one too many.
  readonly active: number;
}

/// The call in whose brackets an offset stands, closed or not.
export function callAt(analysis: Analysis, offset: number): CallAt | undefined {
  const { pieces, file } = analysis;
  const { comments } = pieces;
  const { tokens } = pieces.inner;
  if (comments.some(({ from, to }) => from < offset && offset <= to)) return undefined;
  const last = tokenBefore(tokens, offset);
  let depth = 0;
  let commas = 0;
  let keyword: string | undefined;
  for (let i = last; i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.kind !== "operator" || token.to > offset) continue;
    if (")]}".includes(token.text)) depth++;
    else if ("[{".includes(token.text)) {
      if (depth === 0) return undefined;
      depth--;
    } else if (token.text === "(") {
      if (depth > 0) depth--;
      else return call(analysis, i, commas, keyword);
    } else if (depth === 0 && token.text === ",") commas++;
    else if (depth === 0 && token.text === "=" && commas === 0 && keyword === undefined) keyword = tokens[i - 1]?.text;
    // A block's head, or another statement: the bracket was never meant to reach so far.
    else if (depth === 0 && token.text === ";" && !inWords(pieces, file.text, token.to)) return undefined;
  }
  return undefined;
}

function call(analysis: Analysis, bracket: number, commas: number, keyword: string | undefined): CallAt | undefined {
  const signature = signatureBefore(analysis, bracket);
  if (signature === undefined) return undefined;
  const { parameters, variadic } = signature;
  const named =
    keyword === undefined ? -1 : parameters.findIndex(({ name }) => spelt(analysis, name) === spelt(analysis, keyword));
  const most = variadic ? parameters.length - 1 : parameters.length;
  return { signature, active: named >= 0 ? named : Math.min(commas, most) };
}

/// Of what is called by the bracket that is this token.
function signatureBefore(analysis: Analysis, bracket: number): Signature | undefined {
  const { tokens } = analysis.pieces.inner;
  const name = tokens[bracket - 1];
  if (name?.kind !== "name" || tokens[bracket - 2]?.text === "def") return undefined;
  const inClass = memberAt(analysis, name.from)?.member;
  if (inClass?.symbol !== undefined) return signatureOfMethod(analysis, inClass.symbol);
  const place = placeIn(analysis, functionAt(analysis, name.from));
  let meaning = lookUp(place, spelt(analysis, name.text));
  if (tokens[bracket - 2]?.kind === "operator" && tokens[bracket - 2]?.text === ".") {
    const object = tokens[bracket - 3];
    const owner = object?.kind === "name" ? moduleNamed(place, spelt(analysis, object.text)) : undefined;
    if (owner !== undefined) meaning = analysis.library.membersOf(owner.name)?.get(spelt(analysis, name.text));
    else {
      const native = nativeNamed("method", spelt(analysis, name.text));
      meaning = native === undefined ? undefined : { kind: "native", native };
    }
  }
  if (meaning?.kind === "class") return signatureOfClass(analysis, meaning);
  if (meaning?.kind === "native") return signatureOfNative(meaning.native);
  const called = meaning === undefined ? undefined : functionOf(analysis, meaning);
  return called === undefined ? undefined : signatureOfFunction(analysis, called);
}
