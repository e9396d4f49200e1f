import type { Locator, Page } from "@playwright/test";

/// The chosen core: its variables, calls, postbox and memory.
export class CoreView {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async show(part: "Variables" | "Calls" | "Postbox" | "Memory"): Promise<void> {
    await this.#page.getByRole("tablist", { name: "The chosen core" }).getByRole("tab", { name: part }).click();
  }

  /// A row of the variables, or of the elements of one.
  variable(name: string): Locator {
    return this.#page.getByRole("row", { name: new RegExp(`^${name.replace(/[[\]]/g, "\\$&")} `) });
  }

  /// What lies in the place of a sender.
  postbox(sender: number): Locator {
    return this.#page.getByRole("row", { name: new RegExp(`^core ${sender} `) });
  }

  /// How many messages wait.
  get postboxWords(): Locator {
    return this.#page.getByRole("tabpanel", { name: "Postbox" }).getByRole("status");
  }

  /// The bytes of the memory.
  get dump(): Locator {
    return this.#page.getByRole("application", { name: /^Bytes of the memory/ });
  }

  /// What the chosen byte belongs to.
  get told(): Locator {
    return this.#page.locator("#dump-told");
  }
}
