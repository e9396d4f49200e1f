import { createRequire } from "node:module";
import type { Page } from "./page.ts";

const ofPackage = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const { source } = ofPackage("axe-core") as { source: string };

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly target: unknown; readonly failureSummary?: string }[];
}

/// Stands in for the class of @axe-core/playwright. The page has no frames of another origin.
export class AxeBuilder {
  readonly #page: Page;
  readonly #included: string[] = [];
  readonly #options: { runOnly?: object; rules?: object } = {};

  constructor({ page }: { page: Page }) {
    this.#page = page;
  }

  include(selector: string): this {
    this.#included.push(selector);
    return this;
  }

  setLegacyMode(): this {
    return this;
  }

  withRules(values: string | string[]): this {
    this.#options.runOnly = { type: "rule", values };
    return this;
  }

  withTags(values: string | string[]): this {
    this.#options.runOnly = { type: "tag", values };
    return this;
  }

  disableRules(rules: string | string[]): this {
    this.#options.rules = Object.fromEntries([rules].flat().map((rule) => [rule, { enabled: false }]));
    return this;
  }

  async analyze(): Promise<{ violations: readonly Violation[] }> {
    await this.#page.command("POST", "execute/sync", { script: `if (!window.axe) { ${source}; }`, args: [] });
    const violations = await this.#page.inPage(
      `const { violations } = await window.axe.run(args[0].length > 0 ? { include: args[0] } : document, args[1]);
       return violations.map(({ id, nodes }) => ({
         id,
         nodes: nodes.map(({ html, target, failureSummary }) => ({ html, target, failureSummary })),
       }));`,
      [this.#included, this.#options],
    );
    return { violations: violations as Violation[] };
  }
}
