import type { Locator, Page } from "@playwright/test";
import { expect } from "./expect.ts";

/// The place for teachers, as one uses it.
export class TeachDesk {
  readonly page: Page;
  readonly dialog: Locator;
  /// What trying the checks says of them.
  readonly verdict: Locator;
  readonly next: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole("dialog", { name: "Teach" });
    this.verdict = this.dialog.getByRole("region", { name: "Tried on both programs" }).getByRole("status");
    this.next = this.dialog.getByRole("button", { name: /^Next:/ });
  }

  /// Opens it from the list of lessons.
  static async open(page: Page): Promise<TeachDesk> {
    await page.getByRole("region", { name: "Progress and packs" }).getByRole("button", { name: "Teach" }).click();
    const desk = new TeachDesk(page);
    await expect(desk.dialog).toBeVisible();
    return desk;
  }

  async begin(name: "Make an assignment" | "Make lessons"): Promise<void> {
    await this.dialog.getByRole("button", { name }).click();
    await expect(this.step("Task")).toHaveAttribute("aria-current", "step");
  }

  step(name: string): Locator {
    return this.dialog.getByRole("navigation", { name: "Steps" }).getByRole("button", { name });
  }

  async show(step: "Task" | "Start" | "Solution" | "Checks" | "Share"): Promise<void> {
    await this.step(step).click();
  }

  field(label: string): Locator {
    return this.dialog.getByRole("textbox", { name: label, exact: true });
  }

  template(label: string): Locator {
    return this.dialog.getByRole("list", { name: "Add a check" }).getByRole("button", { name: label, exact: true });
  }

  async add(label: string): Promise<void> {
    await this.template(label).click();
  }

  /// A check in the list, by its name.
  check(name: string): Locator {
    return this.dialog.getByRole("region", { name: "Checks" }).locator("ol > li").filter({ hasText: name });
  }

  /// A row of what was tried, by the check's name.
  tried(name: string): Locator {
    return this.dialog.getByRole("row").filter({ hasText: name });
  }

  async writeJson(text: string): Promise<void> {
    await this.dialog.getByRole("button", { name: "JSON", exact: true }).click();
    await this.dialog.getByRole("textbox", { name: /^Checks, as JSON/ }).fill(text);
  }

  link(): Promise<string> {
    return this.dialog.getByRole("textbox", { name: "Link for your students" }).inputValue();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Close" }).click();
    await expect(this.dialog).toBeHidden();
  }
}
