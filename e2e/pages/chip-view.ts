import type { Locator, Page } from "@playwright/test";

export class ChipView {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /// The cell of a core of the chip; its name says what the core does.
  core(id: number): Locator {
    return this.#page.getByRole("gridcell", { name: new RegExp(`^Core ${id} `) });
  }

  virtualCore(id: number): Locator {
    return this.#page.getByRole("gridcell", { name: new RegExp(`^Virtual core ${id} `) });
  }

  /// What all cores do, in words.
  get narration(): Locator {
    return this.#page.getByRole("status", { name: "What the cores do" });
  }

  /// The details of the chosen core.
  details(name: string): Locator {
    return this.#page.getByRole("tabpanel", { name, exact: true });
  }
}
