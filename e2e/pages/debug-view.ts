import { expect, type Locator, type Page } from "@playwright/test";

/// Values of a run that stands still, and where it pauses next.
export class DebugView {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /// The values at the ends of lines. Only their class tells them from the program.
  get inlineValues(): Locator {
    return this.#page.locator(".inline-value");
  }

  get newWatch(): Locator {
    return this.#page.getByRole("textbox", { name: "Watch an expression" });
  }

  watch(expression: string): Locator {
    return this.#page.getByRole("region", { name: "Watches" }).getByRole("row", { name: expression });
  }

  showOnAllCores(expression: string): Locator {
    return this.#page.getByRole("button", { name: `Show ${expression} on all cores` }).first();
  }

  /// An expression on all cores.
  onAllCores(expression: string): Locator {
    return this.#page.getByRole("region", { name: `${expression} on all cores` });
  }

  addBreakpoint(kind: "a value changes" | "a message arrives" | "a core fails"): Locator {
    return this.#page.getByRole("button", { name: kind });
  }

  get changingValue(): Locator {
    return this.#page.getByRole("textbox", { name: "Value whose changes pause the run" });
  }

  logMessage(where: string): Locator {
    return this.#page.getByRole("textbox", { name: `Message of the logpoint at ${where}` });
  }

  /// Chooses from the editor's context menu. Just after it has opened it takes no clicks, so that the click which opened it
  /// chooses nothing: then it is clicked again.
  async chooseFromMenu(name: string): Promise<void> {
    const item = this.#page.getByRole("menuitem", { name });
    await item.waitFor();
    await expect(async () => {
      if (await item.isVisible()) await item.click({ timeout: 2000 });
      await expect(item).toBeHidden({ timeout: 1000 });
    }).toPass();
  }
}
