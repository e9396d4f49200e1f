import type { Token } from "../python2/tokens.ts";

/// From the first token of something up to and without the last.
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/// Where functions for the cores stand: they are ePython, which reads some things as Python 2 does.
export function kernelsIn(tokens: readonly Token[]): TokenRange[] {
  const found: TokenRange[] = [];
  for (let k = 0; k < tokens.length; k++) {
    if (!(tokens[k] as Token).first || tokens[k]?.text !== "@" || !isOffload(tokens, k + 1)) continue;
    let at = nextLine(tokens, k);
    while (tokens[at]?.text === "@") at = nextLine(tokens, at);
    const def = tokens[at];
    if (def?.text !== "def") continue;
    let end = nextLine(tokens, at);
    while (tokens[end]?.kind !== "end" && (tokens[end] as Token).indent > def.indent) end = nextLine(tokens, end);
    found.push({ from: at, to: end });
  }
  return found;
}

function isOffload(tokens: readonly Token[], k: number): boolean {
  const at = tokens[k + 1]?.text === "." ? k + 2 : k;
  return /^offload(_multiple|_single)?$/.test(tokens[at]?.text ?? "");
}

/// The index of the first token of the next logical line, or of the end.
export function nextLine(tokens: readonly Token[], k: number): number {
  let at = k + 1;
  while (at < tokens.length - 1 && !(tokens[at] as Token).first) at++;
  return at;
}

export function isWithin(ranges: readonly TokenRange[], k: number): boolean {
  return ranges.some(({ from, to }) => k >= from && k < to);
}
