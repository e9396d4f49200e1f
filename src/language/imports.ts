import { replace } from "./catalogue.ts";
import { type Cursor, isSymbol } from "./cursor.ts";
import { MODULES_ELSEWHERE } from "./elsewhere.ts";
import { parseName, unexpected, visible } from "./expressions.ts";
import type { FromImport, Identifier, Statement } from "./tree.ts";

/// `import m as n, k` and `from m import a as b, c` or `*`.
export function parseImports(cursor: Cursor, into: Statement[]): void {
  if (cursor.is("import")) plainImport(cursor, into);
  else fromImport(cursor, into);
}

function plainImport(cursor: Cursor, into: Statement[]): void {
  const first = cursor.next();
  if (reversed(cursor, first.from)) return;
  let { from } = first;
  do {
    const module = moduleName(cursor, "import");
    if (module === undefined) return;
    const alias = cursor.accept("as") ? parseName(cursor, "as") : undefined;
    into.push({
      kind: "Import",
      module,
      ...(alias === undefined ? {} : { alias }),
      from: from,
      to: cursor.endSince(from),
    });
    from = cursor.token.from;
    if (!cursor.accept(",")) break;
    from = cursor.token.from;
  } while (!cursor.failed);
}

/// `import coreid from parallel`, as JavaScript has it.
function reversed(cursor: Cursor, from: number): boolean {
  let at = cursor.index;
  while (!["newline", "end"].includes(cursor.tokenAt(at).kind) && !isSymbol(cursor.tokenAt(at), "from")) at++;
  const module = cursor.tokenAt(at + 1);
  if (!isSymbol(cursor.tokenAt(at), "from") || module.kind !== "name" || at === cursor.index) return false;
  const names = cursor.text
    .slice(cursor.token.from, cursor.tokenAt(at - 1).to)
    .replace(/^\{([^{}]*)\}$/, (_, inner: string) => inner.trim());
  const wanted = `from ${module.text} import ${names}`;
  const span = { from, to: module.to };
  cursor.fail("import-order", span, { wanted }, replace(`Write ${wanted}`, span, wanted));
  return true;
}

function moduleName(cursor: Cursor, after: string): Identifier | undefined {
  const { token } = cursor;
  if (cursor.is(".") || cursor.is("...")) {
    cursor.fail("left-out-packages", token, {});
    return undefined;
  }
  const name = parseName(cursor, after);
  if (name !== undefined && cursor.is(".")) {
    const instead = MODULES_ELSEWHERE.get(name.name);
    if (instead !== undefined) cursor.fail("module-elsewhere", name, { name: name.name, instead });
    else cursor.fail("left-out-packages", { from: name.from, to: cursor.peek().to }, {});
    return undefined;
  }
  return name;
}

function fromImport(cursor: Cursor, into: Statement[]): void {
  const { from } = cursor.next();
  const module = moduleName(cursor, "from");
  if (module === undefined) return;
  if (!cursor.accept("import")) {
    const end = cursor.lastEnd;
    if (cursor.atStatementEnd())
      cursor.fail("missing-import", { from, to: end }, {}, [
        { title: "Add import *", edits: [{ from: end, to: end, text: " import *" }] },
      ]);
    else unexpected(cursor);
    return;
  }
  if (cursor.accept("*")) {
    into.push({ kind: "FromImport", module, names: null, from: from, to: cursor.endSince(from) });
    return;
  }
  const opening = cursor.is("(") ? cursor.next() : undefined;
  const names = importedNames(cursor);
  if (opening !== undefined && !cursor.failed) {
    if (cursor.index === opening.index) cursor.next();
    else unexpected(cursor);
  }
  into.push({ kind: "FromImport", module, names, from: from, to: cursor.endSince(from) });
}

function importedNames(cursor: Cursor): NonNullable<FromImport["names"]> {
  const names: { name: Identifier; alias?: Identifier }[] = [];
  do {
    if (names.length > 0 && !cursor.isKind("name")) {
      cursor.fail("missing-name", visible(cursor.token), { after: "," });
      break;
    }
    const name = parseName(cursor, "import");
    if (name === undefined) break;
    const alias = cursor.accept("as") ? parseName(cursor, "as") : undefined;
    names.push({ name, ...(alias === undefined ? {} : { alias }) });
    if (!cursor.accept(",")) break;
    // A comma at the end is allowed inside brackets.
  } while (!cursor.is(")"));
  return names;
}
