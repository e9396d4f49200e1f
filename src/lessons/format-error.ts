import type * as v from "valibot";

// An untrusted file may have a mistake in every line.
const mostTold = 20;

/// Says what is wrong with a file of a lesson, a line each, in words for its author.
export class FormatError extends Error {
  readonly file: string;
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[]) {
    const told = problems.slice(0, mostTold).map((problem) => `${file}: ${problem}`);
    const more = problems.length - told.length;
    super([...told, ...(more > 0 ? [`and ${more} more`] : [])].join("\n"));
    this.file = file;
    this.problems = problems;
  }
}

/// An issue as `checks[2].prints.who: …`.
export function problemOf(issue: v.BaseIssue<unknown>): string {
  // Of the ways in which a value could have been meant, the one that came furthest says most.
  const inner = (issue.issues ?? []).filter((sub) => sub.kind === "validation" || (sub.path?.length ?? 0) > 0);
  if (issue.type === "union" && inner[0] !== undefined) return problemOf(withPath(issue, inner[0]));
  const path = (issue.path ?? [])
    .map(({ key }) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
  const said = wordsFor(issue);
  return path === "" ? said : `${path}: ${said}`;
}

function withPath(outer: v.BaseIssue<unknown>, inner: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  const path = [...(outer.path ?? []), ...(inner.path ?? [])] as [v.IssuePathItem, ...v.IssuePathItem[]];
  return path.length === 0 ? inner : { ...inner, path };
}

function wordsFor(issue: v.BaseIssue<unknown>): string {
  if (issue.type === "strict_object" && issue.expected === "never")
    return `${shortened(issue.received)} is no key that is known here`;
  if (issue.received === "undefined") return "is missing";
  if (issue.type === "custom") return issue.message;
  if (issue.kind === "schema" || issue.message.startsWith("Invalid"))
    return `must be ${issue.expected ?? "something else"}, not ${shortened(issue.received)}`;
  return issue.message;
}

function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 80)}…` : value;
}
