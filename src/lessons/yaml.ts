import { isAlias, isNode, Lexer, LineCounter, parseDocument, visit } from "yaml";

// Untrusted YAML, of which lessons need a small part: fields, lists and texts. Whatever could stand for more than is written is refused:
// aliases and anchors, tags, and versions of YAML that mean other things.

/// What a text of YAML says, as plain data; or what is wrong with it, as the end of a sentence that begins with its name.
export function readYaml(yaml: string): { readonly value: unknown } | { readonly problem: string } {
  if (isDeep(yaml)) return { problem: "has too many lists or brackets inside one another" };
  if (hasManyTokens(yaml)) return { problem: "has too many fields, lists and lines for one place" };
  const lines = new LineCounter();
  // Errors are told here: YAML's own way to do it looks at the whole text for each.
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const [error] = document.errors;
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `at line ${line}, column ${col}`;
  };
  if (error !== undefined) return { problem: `cannot be read: ${error.message} ${at(error.pos[0])}` };
  if (/^%/m.test(yaml)) return { problem: "has a line that begins with %" };
  let problem: string | undefined;
  visit(document, (_, node) => {
    if (!isNode(node)) return undefined;
    const what = isAlias(node) ? "an alias (*)" : node.anchor !== undefined ? "an anchor (&)" : "a tag (!)";
    if (!isAlias(node) && node.anchor === undefined && node.tag === undefined) return undefined;
    problem = `has ${what} ${at(node.range?.[0] ?? 0)}: put texts that begin with *, & or ! in quotes`;
    return visit.BREAK;
  });
  return problem === undefined ? { value: document.toJS({ maxAliasCount: 0 }) } : { problem };
}

// Reading YAML takes time that grows with the square of the number of its tokens. Lessons have 100 at most.
const mostTokens = 1000;

function hasManyTokens(yaml: string): boolean {
  let count = 0;
  for (const _ of new Lexer().lex(yaml)) if (++count > mostTokens) return true;
  return false;
}

const mostDepth = 50;

/// Whether a text may have values too deep inside one another. The reader of YAML goes down by recursion, and where the stack ends a
/// regular expression that is just being made ends the whole process. Brackets within a text count too: nobody needs so many.
function isDeep(yaml: string): boolean {
  let depth = 0;
  for (const character of yaml) {
    if (character === "[" || character === "{") depth++;
    else if (character === "]" || character === "}") depth = Math.max(0, depth - 1);
    if (depth > mostDepth) return true;
  }
  return yaml
    .split("\n")
    .some((line) => (/^(?:[ \t]*[-?:](?=[ \t]))*/.exec(line)?.[0].match(/[-?:]/g) ?? []).length > mostDepth);
}
