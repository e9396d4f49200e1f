import { test as base } from "playwright/test";
import { Context, type ContextOptions } from "./context.ts";

// Stands in for @playwright/test (tsconfig.json here): the same runner and the same `expect`, with WebKitGTK as the browser.

export { expect } from "playwright/test";

interface Fixtures {
  /// Whether the browser runs in the locale C and without shared memory, as Debian has it.
  asInstalled: boolean;
  /// Makes contexts, which end with the test.
  contexts: (options?: ContextOptions) => Context;
}

interface Browser {
  newContext(options?: ContextOptions): Promise<Context>;
}

// The fixtures of the same names have other types than Playwright's. Journeys are checked against Playwright's.
const fixtures = {
  asInstalled: [false, { option: true }],
  contexts: [
    async ({ baseURL, viewport, contextOptions, hasTouch, asInstalled }: ContextOptions, use: Use) => {
      const made: Context[] = [];
      makeContext = (options = {}) => {
        const context = new Context({ baseURL, viewport, contextOptions, hasTouch, asInstalled, ...options });
        made.push(context);
        return context;
      };
      await use(makeContext);
      await Promise.all(made.map((context) => context.close()));
    },
    { auto: true },
  ],
  // One for all tests of a worker, so it asks the test that runs.
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed
    async ({}, use: Use) => use({ newContext: async (options) => makeContext(options) } satisfies Browser),
    { scope: "worker" },
  ],
  context: async ({ contexts }: Fixtures, use: Use) => use(contexts()),
  page: async (
    { context }: { context: Context },
    use: Use,
    info: { outputPath(name: string): string; status?: string; expectedStatus: string },
  ) => {
    const page = await context.newPage();
    await use(page);
    if (info.status !== info.expectedStatus && info.status !== "skipped") {
      await page.screenshot({ path: info.outputPath("failed.png") }).catch(() => {});
    }
  },
};

type Use = (value: unknown) => Promise<void>;
let makeContext: Fixtures["contexts"] = () => {
  throw new Error("There is no test that could open a browser.");
};

export const test = base.extend(fixtures as never);
