import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

// Playwright finds elements and judges expectations by a script that it puts into the page. Its package contains that script
// as a text, and the functions that write selectors, but exports neither.

const playwright = createRequire(createRequire(import.meta.url).resolve("playwright/package.json"));
const bundle = join(dirname(playwright.resolve("playwright-core/package.json")), "lib/coreBundle.js");

/// How Playwright writes what is searched for.
export interface SelectorWriter {
  escapeForAttributeSelector(value: string | RegExp, exact: boolean): string;
  escapeForTextSelector(value: string | RegExp, exact: boolean): string;
  asLocator(language: "javascript", selector: string): string;
}
export const { iso: selectors } = playwright(bundle) as { iso: SelectorWriter };

function injectedScript(): string {
  const text = readFileSync(bundle, "utf8");
  const marker = text.indexOf("// packages/playwright-core/src/generated/injectedScriptSource.ts");
  const begin = text.indexOf(" = '", marker);
  const literal = text
    .slice(begin + 3, text.indexOf("\n", begin))
    .trim()
    .replace(/;$/, "");
  if (marker < 0 || begin < 0 || !literal.endsWith("'")) {
    throw new Error(`${bundle} has no script for pages where e2e/browsers/webkit/injected.ts expects it.`);
  }
  return new Function(`return ${literal}`)() as string;
}

/// Puts the script into the page, as `__injected`. A test may read what the page has copied since, which WebKit lets it do only
/// after a press of a key.
export const installInjected = `
if (!window.__injected) {
  const module = {};
  ${injectedScript()}
  window.__injected = new (module.exports.InjectedScript())(globalThis, {
    isUnderTest: true, sdkLanguage: "javascript", frameSeq: 0, testIdAttributeName: "data-testid", stableRafCount: 1,
    browserName: "webkit", shouldPrependErrorPrefix: false, isUtilityWorld: false, customEngines: [],
  });
  const { clipboard } = navigator;
  if (clipboard) {
    const write = clipboard.writeText.bind(clipboard);
    let copied = "";
    clipboard.writeText = async (text) => { await write(text); copied = text; };
    clipboard.readText = async () => copied;
  }
}`;
