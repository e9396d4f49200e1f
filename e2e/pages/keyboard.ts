import { expect, type Locator, type Page } from "@playwright/test";

// More stops of Tab than the page has.
const mostStops = 160;

/// Uses the page as one does who has no mouse: things are reached with Tab and the arrow keys, never focused by a script.
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /// Presses Tab until the target has the focus, or Shift+Tab.
  async tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await expect(target).toBeAttached();
    const passed: string[] = [];
    for (let stops = 0; stops < mostStops; stops++) {
      if (await hasFocus(target)) return;
      await this.#page.keyboard.press(key);
      passed.push(await this.#focused());
    }
    throw new Error(`Tab does not come to ${target}; it comes to ${[...new Set(passed)].join(", ")}`);
  }

  /// Shows a tab of a row of tabs.
  async showTab(row: string, name: RegExp | string): Promise<void> {
    const list = this.#page.getByRole("tablist", { name: row, exact: true });
    const wanted = list.getByRole("tab", { name });
    await this.tabTo(list.getByRole("tab", { selected: true }));
    const count = await list.getByRole("tab").count();
    for (let left = count; left > 0 && !(await hasFocus(wanted)); left--) await this.press("ArrowRight");
    await expect(wanted).toBeFocused();
    await expect(wanted).toHaveAttribute("aria-selected", "true");
  }

  /// Chooses in a list that opens, by its text.
  async choose(list: Locator, text: string): Promise<void> {
    await this.tabTo(list);
    const shown = () => list.evaluate((element: HTMLSelectElement) => element.selectedOptions[0]?.text ?? "");
    await this.press("Home");
    for (let left = await list.getByRole("option").count(); left > 0 && (await shown()) !== text; left--) {
      await this.press("ArrowDown");
    }
    expect(await shown()).toBe(text);
  }

  #focused(): Promise<string> {
    return this.#page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent?.trim().slice(0, 24) ?? "";
    });
  }
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
