import type { Locator, Page } from "@playwright/test";

/// Where any action of the page is found by its name.
export class Palette {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get dialog(): Locator {
    return this.#page.getByRole("dialog", { name: "Find an action" });
  }

  get field(): Locator {
    return this.dialog.getByRole("combobox");
  }

  /// The action that Enter does.
  get chosen(): Locator {
    return this.dialog.getByRole("option", { selected: true });
  }

  action(name: string | RegExp): Locator {
    return this.dialog.getByRole("option", { name });
  }

  /// Opens it by its key, types, and does what is found first.
  async do(typed: string): Promise<void> {
    await this.#page.keyboard.press("F1");
    await this.field.fill(typed);
    await this.field.press("Enter");
  }
}
