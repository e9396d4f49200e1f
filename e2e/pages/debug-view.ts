import type { Locator, Page } from "@playwright/test";

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

  menuItem(name: string): Locator {
    return this.#page.getByRole("menuitem", { name });
  }
}
