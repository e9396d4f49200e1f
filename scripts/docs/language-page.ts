import { moduleConstants, type Native, natives } from "../../src/bytecode/natives.ts";
import { messages } from "../../src/language/catalogue.ts";
import { builtinSource, moduleSources } from "../../src/language/modules/sources.ts";
import { parse } from "../../src/language/parser.ts";
import { type Def, type Statement, starsOf } from "../../src/language/tree.ts";

// The lists of docs/language.md, generated from the code. Each is between two comments, the first with its name; the rest is prose.

interface Row {
  readonly call: string;
  readonly summary: string;
}

function nativeRow(native: Native): Row {
  const parameters = native.module === "method" ? native.parameters.slice(1) : native.parameters;
  const shown = parameters.map(({ name, optional }, k) => {
    const comma = k === 0 ? "" : ", ";
    return optional === true ? `[${comma}${name}]` : `${comma}${name}`;
  });
  const more = native.variadic === true ? `${parameters.length > 0 ? ", " : ""}...` : "";
  return { call: `${native.name}(${shown.join("")}${more})`, summary: native.summary };
}

/// The functions and classes of a module that is written in ePython itself.
function writtenRows(name: string, text: string): Row[] {
  return parse(text, `${name}.py`).module.body.flatMap((statement) => {
    if ((statement.kind !== "Def" && statement.kind !== "Class") || statement.name.name.startsWith("_")) return [];
    const made = statement.kind === "Def" ? statement : statement.body.find(isInit);
    const own = statement.kind === "Def" ? (made?.parameters ?? []) : (made?.parameters.slice(1) ?? []);
    const parameters = own
      .toSorted((a, b) => a.from - b.from)
      .map((one) => {
        const value = one.fallback === undefined ? "" : `=${text.slice(one.fallback.from, one.fallback.to)}`;
        return `${starsOf(one)}${one.name.name}${value}`;
      });
    const [summary = ""] = (statement.docstring ?? "").trim().split("\n");
    return [{ call: `${statement.name.name}(${parameters.join(", ")})`, summary }];
  });
}

function isInit(statement: Statement): statement is Def {
  return statement.kind === "Def" && statement.name.name === "__init__";
}

function list(rows: readonly Row[]): string {
  const byName = [...new Map(rows.map((row) => [row.call.replace(/\(.*/, ""), row])).values()];
  return byName
    .sort((a, b) => (a.call < b.call ? -1 : 1))
    .map(({ call, summary }) => `- \`${call}\`: ${summary}`)
    .join("\n");
}

const nativesOf = (module: string): Row[] =>
  natives.filter((one) => one.module === module && !one.name.startsWith("_")).map(nativeRow);

const RECEIVERS: readonly (readonly [title: string, names: readonly string[]])[] = [
  ["Strings", ["text", "x"]],
  ["Lists", ["list", "x", "items"]],
  ["Tuples", ["x"]],
  ["Dictionaries", ["dict", "items", "table"]],
  ["Sets", ["set", "items", "table"]],
  ["Bytes (beside those of strings; a bytearray has those that change a list, too)", ["bytes"]],
  ["Numbers", ["number", "int"]],
  ["Types", ["type"]],
  ["Slices", ["slice"]],
];

function methods(): string {
  return RECEIVERS.map(([title, receivers]) => {
    const rows = natives
      .filter(({ module, parameters }) => module === "method" && receivers.includes(parameters[0]?.name ?? ""))
      .map(nativeRow);
    return `### ${title}\n\n${list(rows)}`;
  }).join("\n\n");
}

function modules(): string {
  const hidden = new Set(["builtins", "method", "classic", "rtl", "runtime", "offload"]);
  const names = [...new Set([...natives.map(({ module }) => module), ...moduleSources.keys()])];
  return names
    .filter((name) => !hidden.has(name) && !name.startsWith("_"))
    .sort()
    .map((name) => {
      const text = moduleSources.get(name);
      const rows = [...nativesOf(name), ...(text === undefined ? [] : writtenRows(name, text))];
      const constants = moduleConstants.filter(({ module }) => module === name).map((one) => `\`${one.name}\``);
      const values = constants.length === 0 ? "" : `\n\nValues: ${constants.join(", ")}.`;
      return `### ${name}\n\n${list(rows)}${values}`;
    })
    .join("\n\n");
}

const builtins = (): string => list([...writtenRows("builtins", builtinSource), ...nativesOf("builtins")]);

/// What is refused, in the words of its diagnostic.
function leftOut(): string {
  return Object.entries(messages)
    .filter(([code, { headline }]) => code.startsWith("left-out-") && headline.length === 0)
    .map(([code, { headline }]) => [code, (headline as () => string)()] as const)
    .filter(([, text]) => !text.startsWith("Classic"))
    .map(([code, text]) => `- ${text} ([${code}](diagnostics.md#${code}))`)
    .join("\n");
}

const lists: Readonly<Record<string, () => string>> = { builtins, methods, modules, "left out": leftOut };

/// The page with its lists made anew.
export function languagePage(page: string): string {
  return page.replace(
    /(<!-- list: (.+?) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, start: string, name: string, end: string) => {
      const make = lists[name];
      if (make === undefined) throw new Error(`docs/language.md has an unknown list: ${name}`);
      return `${start}\n${make()}\n\n${end}`;
    },
  );
}
