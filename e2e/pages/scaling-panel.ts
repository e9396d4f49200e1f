import type { Locator, Page } from "@playwright/test";

/// The bottom panel's tab "Scaling".
export class ScalingPanel {
  readonly #panel: Locator;
  /// On how many cores the program is fastest, in words.
  readonly verdict: Locator;

  constructor(page: Page) {
    this.#panel = page.getByRole("tabpanel", { name: "Scaling" });
    this.verdict = this.#panel.getByRole("status");
  }

  /// What stands in the table: for each number of cores the speedup.
  async speedups(): Promise<ReadonlyMap<number, number>> {
    const rows = await this.#panel.locator("tbody tr").all();
    const read = rows.map(async (row): Promise<[number, number]> => {
      const [cores, , speedup] = await row.locator("th, td").allInnerTexts();
      return [Number.parseInt(cores ?? "", 10), Number(speedup)];
    });
    return new Map(await Promise.all(read));
  }

  /// The row that is marked.
  get marked(): Locator {
    return this.#panel.getByRole("row").filter({ hasText: "fastest" });
  }
}
