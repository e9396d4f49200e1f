import type { Block, Def, Expression, FStringPart, Module, Pattern, Statement } from "../tree.ts";

/// A tree as compact text, for tests: `(= x (+ 1 2))`. Statements stand on lines of their own, blocks are indented.
export function treeText(module: Module): string {
  return blockText(module.body, "");
}

function blockText(body: Block, indent: string): string {
  return body.map((statement) => indent + statementText(statement, indent)).join("\n");
}

function inner(body: Block, indent: string): string {
  return body.length === 0 ? "" : `\n${blockText(body, `${indent}  `)}`;
}

function elseText(body: Block | undefined, indent: string): string {
  return body === undefined ? "" : `\n${indent}else${inner(body, indent)}`;
}

function statementText(statement: Statement, indent: string): string {
  switch (statement.kind) {
    case "Assign":
      return `(= ${[...statement.targets, statement.value].map(expressionText).join(" ")})`;
    case "Declare":
      return `(: ${expressionText(statement.target)} ${expressionText(statement.annotation)})`;
    case "AugmentedAssign":
      return `(${statement.op}= ${expressionText(statement.target)} ${expressionText(statement.value)})`;
    case "Expression":
      return expressionText(statement.value);
    case "Print": {
      const parts = statement.values.map(expressionText);
      if (statement.sep !== undefined) parts.push(`sep=${expressionText(statement.sep)}`);
      if (statement.end !== undefined) parts.push(`end=${expressionText(statement.end)}`);
      return `(${[statement.newline ? "print" : "print,", ...parts].join(" ")})`;
    }
    case "If": {
      const branches = statement.branches.map(
        ({ test, body }, i) => `${i === 0 ? "if" : `\n${indent}elif`} ${expressionText(test)}${inner(body, indent)}`,
      );
      return branches.join("") + elseText(statement.otherwise, indent);
    }
    case "While":
      return `while ${expressionText(statement.test)}${inner(statement.body, indent)}${elseText(statement.otherwise, indent)}`;
    case "For":
      return `for ${expressionText(statement.target)} in ${expressionText(statement.iterable)}${inner(statement.body, indent)}${elseText(statement.otherwise, indent)}`;
    case "Def": {
      const doc = statement.docstring === undefined ? "" : ` ${JSON.stringify(statement.docstring)}`;
      const decorators = (statement.decorators ?? []).map((one) => `@${expressionText(one)}\n${indent}`).join("");
      return `${decorators}def ${statement.name.name}(${parametersText(statement)})${doc}${inner(statement.body, indent)}`;
    }
    case "Class": {
      const doc = statement.docstring === undefined ? "" : ` ${JSON.stringify(statement.docstring)}`;
      const decorators = (statement.decorators ?? []).map((one) => `@${expressionText(one)}\n${indent}`).join("");
      const bases = statement.bases.map(({ value }) => expressionText(value)).join(" ");
      return `${decorators}class ${statement.name.name}(${bases})${doc}${inner(statement.body, indent)}`;
    }
    case "Return":
      return statement.value === undefined ? "(return)" : `(return ${expressionText(statement.value)})`;
    case "Global":
      return `(global ${statement.names.map(({ name }) => name).join(" ")})`;
    case "Nonlocal":
      return `(nonlocal ${statement.names.map(({ name }) => name).join(" ")})`;
    case "Delete":
      return `(del ${statement.targets.map(expressionText).join(" ")})`;
    case "Assert": {
      const parts = [statement.test, ...(statement.message === undefined ? [] : [statement.message])];
      return `(assert ${parts.map(expressionText).join(" ")})`;
    }
    case "Try": {
      const handlers = statement.handlers.map(({ type, name, body }) => {
        const head = [type, name].map((one) => (one === undefined ? "" : ` ${expressionText(one)}`)).join("");
        return `\n${indent}except${head}${inner(body, indent)}`;
      });
      const final = statement.final === undefined ? "" : `\n${indent}finally${inner(statement.final, indent)}`;
      return `try${inner(statement.body, indent)}${handlers.join("")}${elseText(statement.otherwise, indent)}${final}`;
    }
    case "With": {
      const target = statement.target === undefined ? "" : ` as ${expressionText(statement.target)}`;
      return `with ${expressionText(statement.manager)}${target}${inner(statement.body, indent)}`;
    }
    case "Match": {
      const cases = statement.cases.map(({ pattern, guard, body }) => {
        const test = guard === undefined ? "" : ` if ${expressionText(guard)}`;
        return `\n${indent}  case ${patternText(pattern)}${test}${inner(body, `${indent}  `)}`;
      });
      return `match ${expressionText(statement.subject)}${cases.join("")}`;
    }
    case "Raise":
      return `(${["raise", ...[statement.value, statement.cause].flatMap((one) => (one ? [expressionText(one)] : []))].join(" ")})`;
    case "Import":
      return `(import ${aliased(statement.module.name, statement.alias?.name)})`;
    case "FromImport": {
      const names = statement.names?.map(({ name, alias }) => aliased(name.name, alias?.name)).join(" ") ?? "*";
      return `(from ${statement.module.name} ${names})`;
    }
    case "Break":
    case "Continue":
    case "Pass":
      return `(${statement.kind.toLowerCase()})`;
  }
}

function patternText(pattern: Pattern): string {
  switch (pattern.kind) {
    case "ValuePattern":
      return expressionText(pattern.value);
    case "CapturePattern":
      return pattern.target?.name ?? "_";
    case "AsPattern":
      return `(as ${patternText(pattern.pattern)} ${pattern.target.name})`;
    case "OrPattern":
      return `(| ${pattern.alternatives.map(patternText).join(" ")})`;
    case "SequencePattern":
      return `[${pattern.elements.map((one, k) => (k === pattern.star ? "*" : "") + patternText(one)).join(" ")}]`;
    case "MappingPattern": {
      const entries = pattern.entries.map(({ key, pattern: part }) => `${expressionText(key)}:${patternText(part)}`);
      return `{${[...entries, ...(pattern.rest === undefined ? [] : [`**${pattern.rest.name}`])].join(" ")}}`;
    }
    case "ClassPattern": {
      const named = pattern.named.map(({ name, pattern: part }) => `${name.name}=${patternText(part)}`);
      return `(${[expressionText(pattern.type), ...pattern.positional.map(patternText), ...named].join(" ")})`;
    }
  }
}

function parametersText({ parameters }: Def): string {
  const shown = parameters.map(({ name, fallback, kind }) => {
    const text = fallback === undefined ? name.name : `${name.name}=${expressionText(fallback)}`;
    return kind === undefined ? text : `${kind}:${text}`;
  });
  return shown.join(" ");
}

function aliased(name: string, alias: string | undefined): string {
  return alias === undefined ? name : `${name}:${alias}`;
}

function partsText(parts: readonly FStringPart[]): string {
  const part = (one: FStringPart): string => {
    if (typeof one === "string") return JSON.stringify(one);
    const { value, conversion, form } = one;
    const how = `${conversion === undefined ? "" : `!${conversion}`}${form === undefined ? "" : `:${partsText(form)}`}`;
    return `{${expressionText(value)}${how}}`;
  };
  return parts.map(part).join(" ");
}

function expressionText(value: Expression): string {
  switch (value.kind) {
    case "Name":
      return value.name;
    case "Int":
      return String(value.value);
    case "Real":
      return Number.isInteger(value.value) ? `${value.value}.0` : String(value.value);
    case "Imaginary":
      return `${value.value}j`;
    case "String":
      return JSON.stringify(value.value);
    case "Bytes":
      return `b${JSON.stringify(value.value)}`;
    case "FString":
      return `f(${partsText(value.parts)})`;
    case "Constant":
      return value.value === null ? "None" : value.value ? "True" : "False";
    case "Unary":
      return `(${value.op} ${expressionText(value.operand)})`;
    case "Binary":
    case "Logical":
      return `(${value.op} ${expressionText(value.left)} ${expressionText(value.right)})`;
    case "Compare": {
      const rest = value.rest.map(({ op, right }) => `${op} ${expressionText(right)}`);
      return `(${[expressionText(value.first), ...rest].join(" ")})`;
    }
    case "Conditional":
      return `(if ${expressionText(value.test)} ${expressionText(value.then)} ${expressionText(value.otherwise)})`;
    case "Call": {
      if (value.comprehension !== undefined) return expressionText(value.comprehension);
      const args = value.args.map(({ name, value: given }) =>
        name === undefined ? expressionText(given) : `${name.name}=${expressionText(given)}`,
      );
      return `${expressionText(value.callee)}(${args.join(" ")})`;
    }
    case "Attribute":
      return `${expressionText(value.object)}.${value.name.name}`;
    case "Index":
      return `${expressionText(value.object)}[${expressionText(value.index)}]`;
    case "Slice": {
      const parts = [value.lower, value.upper, ...(value.step === undefined ? [] : [value.step])];
      return `${expressionText(value.object)}[${parts.map((part) => (part === undefined ? "" : expressionText(part))).join(":")}]`;
    }
    case "List":
      return `[${value.elements.map(expressionText).join(" ")}]`;
    case "Tuple":
      return `{${value.elements.map(expressionText).join(" ")}}`;
    case "Set":
      return `set{${value.elements.map(expressionText).join(" ")}}`;
    case "Dict":
      return `dict{${value.entries.map((one) => `${expressionText(one.key)}:${expressionText(one.value)}`).join(" ")}}`;
    case "Comprehension": {
      const clauses = value.clauses.map((one) =>
        one.kind === "if"
          ? ` if ${expressionText(one.test)}`
          : ` for ${expressionText(one.target)} in ${expressionText(one.iterable)}`,
      );
      const key = value.value === undefined ? "" : `:${expressionText(value.value)}`;
      const text = expressionText(value.element) + key + clauses.join("");
      if (value.braces) return `braces{${text}}`;
      return value.generator ? `<${text}>` : `[${text}]`;
    }
    case "Lambda":
      return `(lambda (${parametersText(value.def)}) ${blockText(value.def.body, "")})`;
    case "Yield":
      return `(yield${value.all ? " from" : ""}${value.value === undefined ? "" : ` ${expressionText(value.value)}`})`;
    case "Starred":
      return `${value.double ? "**" : "*"}${expressionText(value.value)}`;
    case "Named":
      return `(:= ${value.target.name} ${expressionText(value.value)})`;
    case "Missing":
      return "?";
  }
}
