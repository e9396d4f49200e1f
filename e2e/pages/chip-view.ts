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

  /// A chip of more than 16 cores, as a map.
  get map(): Locator {
    return this.#page.getByRole("application", { name: /^Map of/ });
  }

  /// What the chosen core of the map does.
  get mapWords(): Locator {
    return this.#page.locator("#core-map-words");
  }

  /// Beside the map, the same in words.
  get list(): Locator {
    return this.#page.getByRole("grid", { name: "List of cores" });
  }

  /// The details of the chosen core.
  details(name: string): Locator {
    return this.#page.getByRole("tabpanel", { name, exact: true });
  }

  /// Who can never continue, in words.
  get deadlock(): Locator {
    return this.#page.getByRole("region", { name: "Deadlock" });
  }

  /// For whom a core waits in the deadlock, and where.
  deadlocked(core: number): Locator {
    return this.deadlock.getByRole("listitem").filter({ hasText: new RegExp(`^Core ${core} waits`) });
  }

  /// Who waits for whom, as arrows on the mesh.
  get waitArrows(): Locator {
    return this.#page.locator(".wait-arrows polyline");
  }
}
