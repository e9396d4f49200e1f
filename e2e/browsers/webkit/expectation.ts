import { selectors } from "./injected.ts";
import type { Page } from "./page.ts";

/// What Playwright's `expect` asks for, as it passes it to the script in the page.
export interface Expectation {
  readonly isNot: boolean;
  readonly timeout?: number;
  readonly expectedNumber?: number;
  readonly expectedText?: readonly unknown[];
  readonly [more: string]: unknown;
}

/// The answer, as `expect` reads it.
export interface Judgement {
  readonly matches: boolean;
  readonly received?: { readonly value: unknown } | undefined;
  readonly timedOut?: boolean;
  readonly errorMessage?: string | undefined;
  readonly log?: readonly string[];
}

interface Found extends Judgement {
  readonly missing?: boolean;
  readonly many?: readonly string[];
}

const look = `
  const [selector, options, isOfMany] = args;
  const elements = selector === null
    ? [document.documentElement]
    : injected.querySelectorAll(injected.parseSelector(selector), document);
  if (!isOfMany && elements.length > 1) return { many: elements.map((e) => injected.previewNode(e)) };
  if (elements.length === 0) return { missing: true };
  const { matches, received } = await injected.expect(elements[0], options, elements, true);
  return { matches, received: received ? { value: received.value } : undefined };`;

/// Asks the page again and again until it is as expected, or time is up.
export async function judge(
  page: Page,
  selector: string | undefined,
  expression: string,
  { timeout = 120_000, signal: _signal, title: _title, ...expected }: Expectation,
): Promise<Judgement> {
  const until = Date.now() + timeout;
  const isOfMany = expression === "to.have.count" || expression.endsWith(".array");
  for (let wait = 20; ; wait = Math.min(wait * 2, 250)) {
    const found = (await page.inPage(look, [selector, { expression, ...expected }, isOfMany])) as Found;
    if (found.many !== undefined) {
      const place = selectors.asLocator("javascript", selector ?? "");
      throw new Error(`${place} finds ${found.many.length} elements: ${found.many.slice(0, 3).join(" | ")}`);
    }
    const judged = found.missing ? ofNothing(expression, expected) : found;
    if (judged.matches !== expected.isNot) return judged;
    if (Date.now() > until) return { ...judged, timedOut: true, log: [] };
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/// Where there is no such element.
function ofNothing(expression: string, { isNot, expectedNumber, expectedText = [] }: Expectation): Judgement {
  if (expression === "to.have.count") return { matches: expectedNumber === 0, received: { value: 0 } };
  if (expression.endsWith(".array")) return { matches: expectedText.length === 0, received: { value: [] } };
  if (["to.be.hidden", "to.be.detached"].includes(expression)) return { matches: true };
  if (["to.be.visible", "to.be.attached", "to.be.in.viewport"].includes(expression)) return { matches: false };
  return { matches: isNot, errorMessage: "element(s) not found" };
}
