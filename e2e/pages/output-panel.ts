import type { Locator, Page } from "@playwright/test";

export class OutputPanel {
  readonly #page: Page;
  readonly log: Locator;
  /// The line that tells how the run came out.
  readonly end: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.log = page.getByRole("log", { name: "Output of the cores" });
    this.end = this.log.locator(".log-end");
  }

  /// A line that a core has printed, or was asked and answered.
  line(core: string, text: string): Locator {
    return this.log
      .locator(".log-line")
      .filter({ has: this.#page.getByText(core, { exact: true }) })
      .filter({ hasText: text });
  }

  async showOnly(core: string): Promise<void> {
    await this.#page.getByRole("combobox", { name: "Show the output of" }).selectOption({ label: core });
  }

  /// Where a core's question is answered.
  question(core: string): Locator {
    return this.#page.getByRole("textbox", { name: `Input for ${core}` });
  }

  /// The number of lines on the tab.
  get count(): Locator {
    return this.#page.getByRole("tab", { name: /^Output/ });
  }
}
