import type { Locator, Page } from "@playwright/test";

/// The player under the chip.
export class PlayerBar {
  readonly watchButton: Locator;
  readonly bar: Locator;
  /// What happened last.
  readonly words: Locator;
  readonly scrubber: Locator;
  /// Says how many messages are drawn.
  readonly flights: Locator;
  /// On a large chip: how busy the cores have been, and which messages are drawn.
  readonly heat: Locator;

  constructor(page: Page) {
    this.watchButton = page.getByRole("button", { name: /^Watch (it happen|what has happened)/ });
    this.bar = page.getByRole("region", { name: "Player" });
    this.words = this.bar.getByRole("status");
    this.scrubber = this.bar.getByRole("slider", { name: "Moment of the run" });
    this.flights = page.locator("canvas[data-flights]");
    this.heat = this.bar.getByRole("group").filter({ hasText: "busy lately" });
  }

  button(name: string): Locator {
    return this.bar.getByRole("button", { name, exact: true });
  }
}
