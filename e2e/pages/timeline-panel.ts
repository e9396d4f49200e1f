import type { Locator, Page } from "@playwright/test";
import { expect } from "./expect.ts";

/// The bottom panel's tab "Timeline".
export class TimelinePanel {
  readonly #page: Page;
  /// Takes the keys.
  readonly rows: Locator;
  /// What is chosen, in words.
  readonly told: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.rows = page.getByRole("application", { name: /^Timeline of/ });
    this.told = page.locator(".timeline-details").getByRole("status");
  }

  /// The picture is there and drawn.
  async settled(): Promise<void> {
    await expect(this.rows).toBeVisible();
    await expect.poll(() => this.#inked()).toBe(true);
  }

  #inked(): Promise<boolean> {
    return this.rows.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return pixels.some((value) => value > 0);
    });
  }

  async show(view: "Time" | "Messages" | "Summary" | "List"): Promise<void> {
    await this.#page
      .getByRole("group", { name: "How the run is shown" })
      .getByRole("button", { name: view, exact: true })
      .click();
  }

  /// A line to which the chosen thing leads.
  link(words: RegExp): Locator {
    return this.#page.locator(".timeline-details").getByRole("button", { name: words });
  }

  get export(): Locator {
    return this.#page.getByRole("button", { name: /^Export/ });
  }

  /// What the pointer is at.
  get pointed(): Locator {
    return this.#page.locator(".timeline-pointed");
  }

  /// What the ruler measures.
  get ruled(): Locator {
    return this.#page.locator(".timeline-details output");
  }

  get search(): Locator {
    return this.#page.getByRole("searchbox", { name: /^Find calls/ });
  }

  /// What the search says it has found.
  get searched(): Locator {
    return this.#page.locator(".timeline-search").getByRole("status");
  }

  /// How much is missing.
  get dropped(): Locator {
    return this.#page.getByText(/^There was more than is kept/);
  }
}
