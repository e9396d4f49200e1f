import type { Locator, Page } from "@playwright/test";
import { expect } from "./expect.ts";

export class CodeEditor {
  readonly #page: Page;
  readonly #monaco: Locator;

  constructor(page: Page) {
    this.#page = page;
    // The one part that is not ours and that only its class tells from the plain text that stands in for it.
    this.#monaco = page.locator(".monaco-editor").first();
  }

  async loaded(): Promise<void> {
    await expect(this.#monaco.locator(".view-line").first()).toBeVisible();
    await expect(this.#page.locator(".plain-editor")).toHaveCount(0);
  }

  /// Pastes a text over the one that is there. Typed line by line, the editor would add indentation of its own.
  async write(text: string): Promise<void> {
    // No click: where a line would be clicked there may be something that is said of it.
    await this.focus();
    await this.writeHere(text);
  }

  /// The same, where the editor has the focus.
  async writeHere(text: string): Promise<void> {
    await this.#page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.#page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.#page.keyboard.press("ControlOrMeta+A");
    // Nothing is no text that could be pasted.
    await this.#page.keyboard.press(text === "" ? "Delete" : "ControlOrMeta+V");
  }

  async press(keys: string): Promise<void> {
    await this.focus();
    await this.#page.keyboard.press(keys);
  }

  /// The wavy lines under what is wrong.
  get errorMarks(): Locator {
    return this.#monaco.locator(".squiggly-error");
  }

  /// Points at a word; what the editor then says appears as `hover`.
  async pointAt(word: string): Promise<void> {
    await this.#monaco.getByText(word, { exact: true }).hover();
  }

  get hover(): Locator {
    return this.#page.getByRole("tooltip");
  }

  async focus(): Promise<void> {
    await this.field.focus();
  }

  /// What has the focus while one writes.
  get field(): Locator {
    return this.#monaco.getByRole("textbox").first();
  }

  /// Puts the cursor into a word by searching for it, as one does without a mouse.
  async goTo(word: string): Promise<void> {
    const { keyboard } = this.#page;
    await keyboard.press("ControlOrMeta+F");
    const field = this.#page.getByRole("textbox", { name: "Find" });
    await expect(field).toBeFocused();
    await field.fill(word);
    await keyboard.press("Enter");
    await keyboard.press("Escape");
    await expect(field).toBeHidden();
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  async key(keys: string): Promise<void> {
    await this.#page.keyboard.press(keys);
  }

  /// What can be written here, as a list.
  get suggestions(): Locator {
    return this.#page.getByRole("listbox", { name: "Suggest" });
  }

  suggestion(name: string): Locator {
    return this.suggestions.getByRole("option", { name });
  }

  /// How a function is called. Only its class tells it from other parts of Monaco.
  get signatureHelp(): Locator {
    return this.#page.locator(".parameter-hints-widget.visible");
  }

  /// The mends on offer.
  quickFix(title: string): Locator {
    return this.#page.getByRole("option", { name: title });
  }

  /// Whether a text has an ellipsis for want of room.
  isCutOff(text: Locator): Promise<boolean> {
    return text.evaluate((element) => element.scrollWidth > element.clientWidth);
  }

  get newName(): Locator {
    return this.#page.getByRole("textbox", { name: /^Rename input/ });
  }

  /// The text, as the lines that can be seen.
  get lines(): Locator {
    return this.#monaco.locator(".view-line");
  }
}
