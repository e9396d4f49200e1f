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

  /// A line that a core has printed, or was asked and answered: `core 3`, `host 16`.
  line(core: string, text: string): Locator {
    return this.log
      .locator(".log-line")
      .filter({ has: this.#page.getByText(core, { exact: true }) })
      .filter({ hasText: text });
  }

  async showOnly(core: string): Promise<void> {
    await this.#page.getByRole("combobox", { name: "Show the output of" }).selectOption({ label: core });
  }

  async clear(): Promise<void> {
    await this.#page.getByRole("button", { name: "Clear the output" }).click();
  }

  /// The texts of the lines that are on the page, from above.
  texts(): Promise<string[]> {
    return this.log.locator(".log-line .log-text").allTextContents();
  }

  get search(): Locator {
    return this.#page.getByRole("searchbox", { name: "Show only lines with" });
  }

  /// Sorts the lines by time on the chip, or leaves that.
  async sort(): Promise<void> {
    await this.#page.getByRole("button", { name: "Sort by time on the chip" }).click();
  }

  get columns(): Locator {
    return this.#page.getByRole("button", { name: "A column for each core" });
  }

  /// What one core has said, while each has a column.
  column(core: number): Locator {
    return this.#page.getByRole("list", { name: `Output of core ${core}`, exact: true });
  }

  /// Where a core's question is answered. Of several that ask the first to be heard is shown, which may be any.
  question(core: string | RegExp): Locator {
    return this.#page.getByRole("textbox", {
      name: new RegExp(`^Input for ${typeof core === "string" ? core : core.source}: `),
    });
  }

  /// Whether long lines wrap.
  get wrap(): Locator {
    return this.#page.getByRole("button", { name: "Wrap long lines" });
  }

  /// How many pixels the lines are wider than the output.
  overflow(): Promise<number> {
    return this.log.evaluate((log) => log.scrollWidth - log.clientWidth);
  }

  /// The text of the line at the top edge.
  topLine(): Promise<string> {
    return this.log.evaluate((log) => {
      const { left, top } = log.getBoundingClientRect();
      const slot = document.elementFromPoint(left + 40, top + 2)?.closest(".log-slot");
      return slot?.querySelector(".log-text")?.textContent ?? "";
    });
  }

  /// Goes to the end of the output, and follows it.
  get newest(): Locator {
    return this.#page.getByRole("button", { name: "Newest" });
  }

  /// What says how many lines were dropped.
  get dropped(): Locator {
    return this.#page.getByText("earlier ones were dropped");
  }

  /// The number of lines on the tab.
  get count(): Locator {
    return this.#page.getByRole("tab", { name: /^Output/ });
  }
}
