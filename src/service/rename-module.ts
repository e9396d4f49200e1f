import { keywords } from "../language/tokens.ts";
import { type Analysis, type ProjectAnalysis, spelt } from "./analysis.ts";
import type { FileEdit, Refusal } from "./rename.ts";

/// The edits, in the other files of the project, that go with giving a module's file another name, so that they still
/// import it; or why they could not. Both names end in `.py`.
export function renameModule(project: ProjectAnalysis, from: string, to: string): readonly FileEdit[] | Refusal {
  const old = from.replace(/\.py$/, "");
  const name = to.replace(/\.py$/, "");
  const edits: FileEdit[] = [];
  for (const file of project.files) {
    // In itself the name means a module of ePython.
    const analysis = file.name === from ? undefined : project.of(file.name);
    if (analysis !== undefined) edits.push(...editsIn(analysis, old, name));
  }
  const [first] = edits;
  if (first !== undefined && (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || keywords.has(name) || name === "print")) {
    return { refused: `${first.file} imports it, so its name can have only letters, digits and _.` };
  }
  return edits;
}

function editsIn(analysis: Analysis, old: string, name: string): readonly FileEdit[] {
  const { occurrences, pieces, file } = analysis;
  const found = occurrences.filter(
    ({ meaning, text }) => meaning.kind === "module" && meaning.name === spelt(analysis, old) && text === meaning.name,
  );
  // Where the new name means something else already, the file goes on using the old one.
  const isTaken = pieces.inner.tokens.some(
    ({ kind, text }, i, tokens) =>
      kind === "name" && spelt(analysis, text) === spelt(analysis, name) && tokens[i - 1]?.text !== ".",
  );
  return found
    .filter(({ role }) => role === "import" || !isTaken)
    .map(({ from, to, role }) => {
      const keeps = isTaken && role === "import" && bindsName(analysis, from);
      return { file: file.name, from, to, text: keeps ? `${name} as ${file.text.slice(from, to)}` : name };
    });
}

/// Whether the module's name in an import statement is what the file calls it by.
function bindsName({ pieces }: Analysis, offset: number): boolean {
  const at = pieces.tokens.findIndex((token) => token.from === offset);
  return pieces.tokens[at - 1]?.text !== "from" && pieces.tokens[at + 1]?.text !== "as";
}
