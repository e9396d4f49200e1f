import type { Edit } from "../base/diagnostic.ts";
import type { Span } from "../base/span.ts";
import { tokenize } from "./lexer.ts";
import { eachExpression, NumberKinds } from "./number-kinds.ts";
import type { Meaning } from "./program.ts";
import type { Token } from "./tokens.ts";
import type { Expression, Module, Print } from "./tree.ts";

/// What makes a Python 3 program, which does the same, of a file that is read as Python 2. `mustSay`: without a line that says so it
/// would still be read as Python 2.
export function python3Edits(
  text: string,
  tree: Module,
  meaning: ReadonlyMap<object, Meaning>,
  mustSay: boolean,
): readonly Edit[] {
  const rewriter = new Rewriter(text, tree, meaning);
  const line = /^[ \t]*#[ \t]*dialect:[ \t]*python2?[ \t]*(?:\r\n|\n|\r|$)/im.exec(text);
  const said: Edit[] = line === null ? [] : [{ from: line.index, to: line.index + line[0].length, text: "" }];
  const says: Edit[] = mustSay ? [{ from: 0, to: 0, text: "# dialect: python3\n" }] : [];
  return [...says, ...said, ...rewriter.edits.toSorted((a, b) => a.from - b.from || a.to - b.to)];
}

class Rewriter {
  readonly edits: Edit[] = [];
  private readonly text: string;
  private readonly kinds: NumberKinds;
  private readonly meaning: ReadonlyMap<object, Meaning>;
  private readonly tokens: readonly Token[];

  constructor(text: string, tree: Module, meaning: ReadonlyMap<object, Meaning>) {
    this.text = text;
    this.meaning = meaning;
    this.kinds = new NumberKinds(tree, meaning);
    this.tokens = tokenize(text, "", "python2").tokens;
    eachExpression(tree.body, (e) => this.expression(e));
    this.statements(tree.body);
  }

  private replace(span: Span, text: string): void {
    this.edits.push({ from: span.from, to: span.to, text });
  }

  private textOf({ from, to }: Span): string {
    return this.text.slice(from, to);
  }

  private expression(e: Expression): void {
    switch (e.kind) {
      case "Binary":
        if (e.op === "^") this.replace(e.opSpan, "**");
        else if (e.op === "/" && this.floors(e.left, e.right)) this.replace(e.opSpan, "//");
        else if (e.op === "+") this.joins(e.left, e.right);
        return;
      case "Compare": {
        let at = e.first.to;
        for (const { right } of e.rest) {
          const between = this.text.slice(at, right.from);
          const sign = between.indexOf("<>");
          if (sign >= 0) this.replace({ from: at + sign, to: at + sign + 2 }, "!=");
          at = right.to;
        }
        return;
      }
      case "Constant":
        if (/^[a-z]/.test(this.textOf(e))) this.replace(e, e.value === null ? "None" : e.value ? "True" : "False");
        return;
      case "Int": {
        const written = this.textOf(e);
        if (/[lL]$/.test(written)) this.replace({ from: e.to - 1, to: e.to }, "");
        else if (/^0[0-7]*[1-7]/.test(written)) this.replace({ from: e.from, to: e.from + 1 }, "0o");
        return;
      }
      case "FString":
        if (this.text[e.from] !== "`") return;
        this.replace({ from: e.from, to: e.from + 1 }, "repr(");
        this.replace({ from: e.to - 1, to: e.to }, ")");
        return;
      case "Name": {
        const meaning = this.meaning.get(e);
        if (e.name === "xrange" && meaning?.kind === "native" && meaning.native.module === "builtins")
          this.replace(e, "range");
        return;
      }
    }
  }

  /// Whether a division rounds down in Python 2. What may be an int or a real is left to whoever reads the program.
  private floors(left: Expression, right: Expression): boolean {
    return this.kinds.of(left) === "int" && this.kinds.of(right) === "int";
  }

  /// Python 3 joins text with text only.
  private joins(left: Expression, right: Expression): void {
    const kinds = [this.kinds.of(left), this.kinds.of(right)];
    const other = kinds[0] === "text" ? right : kinds[1] === "text" ? left : undefined;
    if (other === undefined || (kinds[0] === "text" && kinds[1] === "text")) return;
    // A sum is put in brackets as a whole.
    this.edits.push({ from: other.from, to: other.from, text: "str(" });
    this.edits.push({ from: other.to, to: other.to, text: ")" });
  }

  private statements(node: unknown): void {
    if (typeof node !== "object" || node === null) return;
    for (const part of Object.values(node)) this.statements(part);
    const { kind } = node as { readonly kind?: string };
    if (kind === "Print") this.print(node as Print);
    if (kind !== "AugmentedAssign") return;
    const { op, opSpan, target, value } = node as {
      readonly op: string;
      readonly opSpan: Span;
      readonly target: Expression;
      readonly value: Expression;
    };
    if (op === "^") this.replace(opSpan, "**=");
    else if (op === "/" && this.floors(target, value)) this.replace(opSpan, "//=");
  }

  private print({ from, to, values, newline }: Print): void {
    const k = this.tokens.findIndex((token) => token.from === from && token.kind === "name");
    const word = this.tokens[k];
    const next = this.tokens[k + 1];
    if (word === undefined || next === undefined) return;
    const closing = next.text === "(" ? this.tokens[next.index] : undefined;
    if (closing?.to === to) return;
    const start = values.length === 0 ? word.to : next.from;
    this.edits.push({ from: word.to, to: start, text: "(" });
    const comma = newline ? to : this.text.lastIndexOf(",", to);
    this.edits.push({ from: comma, to, text: newline ? ")" : ', end=" ")' });
  }
}
