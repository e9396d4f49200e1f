import type { Page } from "@playwright/test";
import type { Executor } from "../../src/runtime/protocol/run.ts";
import type { Corpus, Verdict } from "../../src/testing/harness/browser/page.ts";

/// The page that runs annotated programs, `src/testing/harness/browser`.
export class CorpusPage {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(page: Page): Promise<CorpusPage> {
    await page.goto("./");
    await page.waitForFunction(() => "corpus" in window);
    return new CorpusPage(page);
  }

  judge(executor: Executor, path: string, text: string): Promise<Verdict> {
    return this.#page.evaluate(
      ([how, name, source]) => (window as unknown as { corpus: Corpus }).corpus.judge(how, name, source),
      [executor, path, text] as const,
    );
  }
}
