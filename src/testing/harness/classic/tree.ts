// Programs of classic ePython as the generator makes them, the writer writes them and the reference carries them out.

export type Expression =
  | { readonly kind: "int"; readonly value: number; readonly mark: "" | "L" | "U" }
  /// Its digits, and perhaps the letter f behind them.
  | { readonly kind: "real"; readonly digits: string; readonly mark: "" | "f" }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "truth"; readonly value: boolean }
  | { readonly kind: "none" }
  | { readonly kind: "variable"; readonly name: string }
  /// Operands with operators between them, without brackets: how they bind is for the reader to know.
  | { readonly kind: "row"; readonly operands: readonly Expression[]; readonly operators: readonly string[] }
  | { readonly kind: "brackets"; readonly inner: Expression }
  | { readonly kind: "not"; readonly sign: "not" | "!"; readonly inner: Expression }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: "element"; readonly name: string; readonly indices: readonly Expression[] }
  | { readonly kind: "list"; readonly items: readonly Expression[]; readonly times?: Expression };

export type Block = readonly Statement[];

export type Statement =
  | {
      readonly kind: "assign";
      readonly name: string;
      readonly indices: readonly Expression[];
      readonly operator: string;
      readonly value: Expression;
    }
  | { readonly kind: "print"; readonly value: Expression; readonly inBrackets: boolean }
  | {
      readonly kind: "if";
      readonly branches: readonly { readonly test: Expression; readonly body: Block }[];
      readonly otherwise?: Block;
      readonly onOneLine: boolean;
    }
  /// Counts a variable of its own up to a limit.
  | { readonly kind: "while"; readonly counter: string; readonly limit: number; readonly body: Block }
  | { readonly kind: "for"; readonly name: string; readonly through: Expression; readonly body: Block }
  | { readonly kind: "call"; readonly call: Expression }
  | { readonly kind: "return"; readonly value?: Expression }
  /// Core 0 sends what is in a variable, of a list so many elements, and core 1 shows it.
  | { readonly kind: "message"; readonly name: string; readonly isList: boolean; readonly count?: number }
  /// Two on a line.
  | { readonly kind: "pair"; readonly first: Statement; readonly second: Statement };

export interface Parameter {
  readonly name: string;
  readonly fallback?: Expression;
}

export interface Definition {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Block;
  /// It stands in a file of its own, at the end of the program, or else at its beginning.
  readonly place: "file" | "end" | "start";
  readonly isExportable: boolean;
}

export interface Program {
  readonly definitions: readonly Definition[];
  readonly body: Block;
  /// How names and words are written, and what stands between them; 0 is plainly.
  readonly style: number;
}
