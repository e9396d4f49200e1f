import type { Locator, Page } from "@playwright/test";
import { expect } from "./expect.ts";

/// Lessons and assignments, as a student uses them.
export class LessonPanel {
  readonly page: Page;
  readonly checkButton: Locator;
  /// How the last check came out.
  readonly outcome: Locator;

  constructor(page: Page) {
    this.page = page;
    this.checkButton = page.getByRole("button", { name: "Check", exact: true });
    this.outcome = page.getByRole("region", { name: "Check", exact: true }).getByRole("status");
  }

  async showList(): Promise<void> {
    await this.page.getByRole("tab", { name: "Lessons" }).click();
  }

  async open(title: string): Promise<void> {
    await this.showList();
    await this.page.getByRole("button", { name: title }).click();
    await expect(this.title(title)).toBeVisible();
  }

  title(title: string): Locator {
    return this.page.getByRole("heading", { name: title, level: 2 });
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /// A check in the list of results, by what it says.
  result(name: string): Locator {
    return this.page
      .getByRole("region", { name: "Check", exact: true })
      .getByRole("listitem")
      .filter({ hasText: name });
  }
}
