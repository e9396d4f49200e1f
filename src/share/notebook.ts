// Notebooks: a program with cells, as editors of Python have them, and the files of Jupyter (nbformat 4.5).
//
//   # %% [markdown]        a cell of text: its lines are comments
//   # Some *words*.
//   # %% A title           a cell of Python, up to the next such line
//   print(1)
//
// What comes before the first such line is a cell, too, unless it is only comments.

/// A cell of a program.
export interface Cell {
  readonly kind: "code" | "markdown" | "raw";
  /// What stands behind the sign, without the kind.
  readonly title: string;
  /// Without the line of the sign; of a text, without the signs of comments.
  readonly text: string;
  /// One-based: the line of the sign, or the first.
  readonly line: number;
}

const SIGN = /^# ?%%(?:[ \t]+(.*))?$/;
const KIND = /^\[(markdown|md|raw)\][ \t]*/;
const MOST_CELLS = 2_000;

/// Whether a program has cells.
export function hasCells(text: string): boolean {
  return /^# ?%%(?:[ \t]|$)/m.test(text);
}

/// The cells of a program, in order. One that has no sign is a cell as a whole.
export function cellsOf(text: string): readonly Cell[] {
  const cells: Cell[] = [];
  let open: { title: string; line: number } = { title: "", line: 1 };
  let lines: string[] = [];
  // Before the first sign.
  let isFirst = true;
  const close = () => {
    const [, kindName = ""] = KIND.exec(open.title) ?? [];
    const kind = kindName === "" ? "code" : kindName === "raw" ? "raw" : "markdown";
    const own = kind === "code" ? lines : lines.map((line) => line.replace(/^# ?/, ""));
    const body = own.join("\n").replace(/^\n+|\s+$/g, "");
    const isHead = isFirst && /^(?:[ \t]*(?:#.*)?(?:\n|$))*$/.test(body);
    if (!isHead) cells.push({ kind, title: open.title.replace(KIND, "").trim(), text: body, line: open.line });
  };
  text.split(/\r\n|\r|\n/).forEach((line, k) => {
    const sign = SIGN.exec(line);
    if (sign === null) {
      lines.push(line);
      return;
    }
    close();
    isFirst = false;
    open = { title: sign[1] ?? "", line: k + 1 };
    lines = [];
  });
  close();
  return cells.slice(0, MOST_CELLS);
}

// ── Files of Jupyter ───────────────────────────────────────────────────────

/// What a notebook cannot be read for, in words for people.
export interface NotebookProblem {
  readonly problem: string;
}

/// A notebook as a program with cells for full Python. What its cells have printed is left out: running them shows it.
export function programOfNotebook(json: string): string | NotebookProblem {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return { problem: "it is not JSON" };
  }
  const { nbformat, cells } = (typeof data === "object" && data !== null ? data : {}) as Record<string, unknown>;
  if (typeof nbformat !== "number") return { problem: "it is not a notebook of Jupyter" };
  if (nbformat !== 4 || !Array.isArray(cells)) {
    return { problem: `it is of format ${nbformat}. Open it in Jupyter and save it again, as format 4` };
  }
  if (cells.length > MOST_CELLS) return { problem: `it has ${cells.length} cells: ${MOST_CELLS} are the most` };
  const parts: string[] = [];
  for (const [k, cell] of cells.entries()) {
    const { cell_type: kind, source } = (typeof cell === "object" && cell !== null ? cell : {}) as Record<
      string,
      unknown
    >;
    const text = Array.isArray(source) ? source.join("") : source;
    if (typeof text !== "string" || (kind !== "code" && kind !== "markdown" && kind !== "raw")) {
      return { problem: `its cell ${k + 1} is not one of Jupyter's` };
    }
    const lines = text.split(/\r\n|\r|\n/);
    if (kind === "code") parts.push("# %%", ...lines.map(withoutMagic), "");
    else parts.push(`# %% [${kind}]`, ...lines.map((line) => (line === "" ? "#" : `# ${line}`)), "");
  }
  const program = parts.join("\n");
  return /^[ \t]*(?:from|import)[ \t]+epython\b/m.test(program) ? program : `# host\n${program}`;
}

/// Commands to Jupyter or the shell are no Python.
function withoutMagic(line: string): string {
  return /^[ \t]*[%!]/.test(line) ? `# ${line}` : line;
}

/// A program with cells as a notebook; `printed` has what each cell has printed, by its index.
export function notebookOfProgram(text: string, printed: ReadonlyMap<number, readonly string[]>): string {
  const cells = cellsOf(text).map(({ kind, title, text: body }, k) => {
    const heading = title === "" || kind !== "code" ? body : `# ${title}\n${body}`;
    const common = { cell_type: kind, id: `cell-${k + 1}`, metadata: {}, source: inLines(heading) };
    if (kind !== "code") return common;
    const lines = printed.get(k) ?? [];
    const stream = { output_type: "stream", name: "stdout", text: lines.map((line) => `${line}\n`) };
    return { ...common, execution_count: null, outputs: lines.length === 0 ? [] : [stream] };
  });
  const metadata = {
    kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
    language_info: { name: "python" },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

/// Each line with its end, as notebooks have them.
function inLines(text: string): readonly string[] {
  return text === "" ? [] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? []);
}
