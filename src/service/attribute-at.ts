import type { Span } from "../base/span.ts";
import { lookUpLocal } from "../language/names.ts";
import type { Meaning, UserClass } from "../language/program.ts";
import type { DefScope } from "../language/scopes.ts";
import type { Token } from "../language/tokens.ts";
import { type Analysis, functionAt, placeIn, spelt } from "./analysis.ts";
import { type ClassMember, membersOfClass } from "./class-members.ts";
import { tokenBefore } from "./tokens.ts";
import { type Inferred, kindOfAttribute, kindOfMeaning } from "./value-kinds.ts";

// What stands behind a dot, judged from the tokens before it: so it works in lines that are not complete yet.

/// What a name means in a function of the file, or outside of all.
export function meaningOfName(analysis: Analysis, def: DefScope | undefined, name: string): Meaning | undefined {
  const { scope, imported } = analysis.module;
  const around = lookUpLocal(placeIn(analysis, def), name);
  return (
    around ?? scope.variables.get(name) ?? scope.functions.get(name) ?? scope.classNames.get(name) ?? imported.get(name)
  );
}

/// What stands before the dot that is a token: a text, or names with dots between them.
export function inferredBefore(analysis: Analysis, tokens: readonly Token[], dot: number): Inferred | undefined {
  const last = tokens[dot - 1];
  if (last === undefined) return undefined;
  if (last.kind === "string" || last.kind === "fstring") return { kind: "text" };
  if (last.kind !== "name") return undefined;
  if (tokens[dot - 2]?.text === "." && tokens[dot - 2]?.kind === "operator") {
    const symbol = classOf(inferredBefore(analysis, tokens, dot - 2));
    return symbol === undefined ? undefined : kindOfAttribute(analysis, symbol, spelt(analysis, last.text));
  }
  const meaning = meaningOfName(analysis, functionAt(analysis, last.from), spelt(analysis, last.text));
  return meaning === undefined ? undefined : kindOfMeaning(analysis, meaning);
}

/// The class whose members a value has.
export function classOf(inferred: Inferred | undefined): UserClass | undefined {
  if (inferred === undefined || "kind" in inferred) return undefined;
  return "object" in inferred ? inferred.object : inferred.itself;
}

/// The member of a class whose name an offset touches, behind a dot or where a class defines it.
export function memberAt(analysis: Analysis, offset: number): (Span & { readonly member: ClassMember }) | undefined {
  const { tokens } = analysis.pieces.inner;
  const here = tokenBefore(tokens, offset + 1);
  // What begins at the offset may end a name there.
  const index = tokens[here]?.kind === "name" ? here : here - 1;
  const token = tokens[index];
  if (token?.kind !== "name" || offset < token.from || offset > token.to || tokens[index - 1]?.text !== ".")
    return undefined;
  const symbol = classOf(inferredBefore(analysis, tokens, index - 1));
  const member = symbol && membersOfClass(analysis, symbol).get(spelt(analysis, token.text));
  return member && { from: token.from, to: token.to, member };
}
