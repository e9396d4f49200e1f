import { expect, type Locator as PlaywrightLocator } from "playwright/test";
import { elementOf, idOf } from "./driver.ts";
import { setFiles, type UploadedFiles } from "./files.ts";
import { type FilterOptions, Finder, filterSelector } from "./finder.ts";
import { selectors } from "./injected.ts";
import type { ClickOptions } from "./input.ts";
import type { Page, Script } from "./page.ts";
import { unsupported } from "./unsupported.ts";

/// An element of the page that a test holds on to.
export class Handle {
  readonly #id: string;
  readonly #page: Page;

  constructor(page: Page, id: string) {
    this.#page = page;
    this.#id = id;
  }

  evaluate(script: Script, value?: unknown): Promise<unknown> {
    return this.#page.call(script, [this, value]);
  }

  /// As it is sent to the driver.
  toJSON(): unknown {
    return elementOf(this.#id);
  }
}

/// What a piece of JavaScript gives to be called again, for the element is not ready.
interface Again {
  readonly again?: string;
}

/// As Playwright's: where an element is, and what one can do with it.
export class Locator extends Finder {
  /// By this, `expect` knows it.
  readonly _apiName = "Locator";
  readonly selector: string;
  readonly #page: Page;

  constructor(page: Page, selector: string) {
    super();
    this.#page = page;
    this.selector = selector;
  }

  override toString(): string {
    return selectors.asLocator("javascript", this.selector);
  }

  page(): Page {
    return this.#page;
  }

  override chain(selector: string): Locator {
    return new Locator(this.#page, `${this.selector} >> ${selector}`);
  }

  filter(options: FilterOptions): Locator {
    return new Locator(this.#page, this.selector + filterSelector(options));
  }

  first(): Locator {
    return this.nth(0);
  }

  last(): Locator {
    return this.nth(-1);
  }

  nth(index: number): Locator {
    return this.chain(`nth=${index}`);
  }

  or(other: Locator): Locator {
    return this.chain(`internal:or=${JSON.stringify(other.selector)}`);
  }

  and(other: Locator): Locator {
    return this.chain(`internal:and=${JSON.stringify(other.selector)}`);
  }

  async all(): Promise<Locator[]> {
    return Array.from({ length: await this.count() }, (_, index) => this.nth(index));
  }

  async count(): Promise<number> {
    return (await this.#withAll("return elements.length")) as number;
  }

  async isVisible(): Promise<boolean> {
    return (await this.#withAll("return elements.some((one) => injected.utils.isElementVisible(one))")) as boolean;
  }

  async textContent(): Promise<string | null> {
    return (await this.#withElement("return element.textContent")) as string | null;
  }

  async innerText(): Promise<string> {
    return (await this.#withElement("return element.innerText")) as string;
  }

  async inputValue(): Promise<string> {
    return (await this.#withElement("return element.value")) as string;
  }

  async isChecked(): Promise<boolean> {
    return (await this.#withElement("return element.checked")) as boolean;
  }

  async isEnabled(): Promise<boolean> {
    return (await this.#withElement("return !element.disabled")) as boolean;
  }

  async isDisabled(): Promise<boolean> {
    return !(await this.isEnabled());
  }

  async getAttribute(name: string): Promise<string | null> {
    return (await this.#withElement("return element.getAttribute(args[1])", [name])) as string | null;
  }

  async boundingBox(): Promise<{ x: number; y: number; width: number; height: number }> {
    const body = "const { x, y, width, height } = element.getBoundingClientRect(); return { x, y, width, height }";
    return (await this.#withElement(body)) as { x: number; y: number; width: number; height: number };
  }

  evaluate(script: Script, value?: unknown): Promise<unknown> {
    return this.#withElement(`return (${script})(element, args[1])`, [value]);
  }

  evaluateAll(script: Script, value?: unknown): Promise<unknown> {
    return this.#withAll(`return (${script})(elements, args[1])`, [value]);
  }

  async allTextContents(): Promise<string[]> {
    return (await this.#withAll('return elements.map((one) => one.textContent ?? "")')) as string[];
  }

  async allInnerTexts(): Promise<string[]> {
    return (await this.#withAll("return elements.map((one) => one.innerText)")) as string[];
  }

  async elementHandle(): Promise<Handle> {
    return new Handle(this.#page, idOf(await this.#withElement("return element")));
  }

  async waitFor({ state = "visible" }: { state?: "visible" | "hidden" | "attached" | "detached" } = {}): Promise<void> {
    const options = { timeout: this.#page.patience };
    // `expect` asks no more of a locator than what this one has.
    const expected = expect(this as unknown as PlaywrightLocator);
    if (state === "visible") await expected.toBeVisible(options);
    else if (state === "hidden") await expected.toBeHidden(options);
    else await expected.toBeAttached({ ...options, attached: state === "attached" });
  }

  async focus(): Promise<void> {
    await this.#withElement("injected.focusNode(element)");
  }

  async blur(): Promise<void> {
    await this.#withElement("element.blur()");
  }

  async scrollIntoViewIfNeeded(): Promise<void> {
    await this.#withElement('element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" })');
  }

  async click(options: ClickOptions = {}): Promise<void> {
    if (options.modifiers !== undefined) unsupported("clicks with a key held down");
    const { x, y } = await this.#ready(true, options.position);
    await this.#page.mouse.click(x, y, options);
  }

  async dblclick(options: ClickOptions = {}): Promise<void> {
    await this.click({ ...options, clickCount: 2 });
  }

  async hover({ position }: ClickOptions = {}): Promise<void> {
    const { x, y } = await this.#ready(false, position);
    await this.#page.mouse.move(x, y);
  }

  tap(): never {
    return unsupported("touch");
  }

  dragTo(): never {
    return unsupported("dragging");
  }

  async check(): Promise<void> {
    if (!(await this.isChecked())) await this.click();
  }

  async uncheck(): Promise<void> {
    if (await this.isChecked()) await this.click();
  }

  async fill(value: string): Promise<void> {
    await this.#withElement(
      `if (!injected.utils.isElementVisible(element)) return { again: "not visible" };
       if (element.disabled) return { again: "disabled" };
       element.focus();
       element.select?.();
       if (args[1] === "") document.execCommand("delete");
       else document.execCommand("insertText", false, args[1]);`,
      [value],
    );
  }

  async clear(): Promise<void> {
    await this.fill("");
  }

  async press(keys: string): Promise<void> {
    await this.focus();
    await this.#page.keyboard.press(keys);
  }

  async pressSequentially(value: string): Promise<void> {
    await this.focus();
    await this.#page.keyboard.type(value);
  }

  async selectOption(value: string | { label?: string; value?: string; index?: number }): Promise<void> {
    const wanted = typeof value === "string" ? { valueOrLabel: value } : value;
    await this.#withElement(
      `if (element.disabled) return { again: "disabled" };
       const result = injected.selectOptions(element, [args[1]]);
       if (typeof result === "string") return { again: result };`,
      [wanted],
    );
  }

  async setInputFiles(files: UploadedFiles): Promise<void> {
    await setFiles((body, args) => this.#withElement(body, args), files);
  }

  /// What `expect` calls.
  _expect(expression: string, options: Parameters<Page["judge"]>[2]): ReturnType<Page["judge"]> {
    return this.#page.judge(this.selector, expression, options);
  }

  #withAll(body: string, args: readonly unknown[] = []): Promise<unknown> {
    const find = "const elements = injected.querySelectorAll(injected.parseSelector(args[0]), document);";
    return this.#page.inPage(`${find} ${body}`, [this.selector, ...args]);
  }

  /// Runs `body` with `element` as soon as there is exactly one, and again while it gives `{ again: why }`.
  async #withElement(body: string, args: readonly unknown[] = []): Promise<unknown> {
    const until = Date.now() + this.#page.patience;
    for (;;) {
      const result = (await this.#withAll(
        `if (elements.length > 1) {
           throw new Error(elements.length + " elements: " + elements.slice(0, 4).map((e) => injected.previewNode(e)).join(" | "));
         }
         const [element] = elements;
         if (!element) return { again: "not found" };
         return { value: await (async () => { ${body} })() };`,
        args,
      )) as Again & { value?: unknown };
      const again = result.again ?? (result.value as Again | null | undefined)?.again;
      if (again === undefined) return result.value;
      if (Date.now() > until) throw new Error(`${this}: ${again}, after ${this.#page.patience} ms`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /// Where the mouse reaches it, once it stands still and nothing covers it.
  async #ready(enabled: boolean, position?: { x: number; y: number }): Promise<{ x: number; y: number }> {
    const body = `
      if (!injected.utils.isElementVisible(element)) return { again: "not visible" };
      if (args[1] && (element.disabled || element.closest("[aria-disabled=true]"))) return { again: "disabled" };
      const middle = () => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return { x: (left + right) / 2, y: (top + bottom) / 2, left, top, right, bottom };
      };
      let at = middle();
      if (at.x < 0 || at.y < 0 || at.x >= innerWidth || at.y >= innerHeight) {
        element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
        at = middle();
      }
      await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); setTimeout(done, 100); });
      const now = middle();
      if (Math.abs(now.x - at.x) + Math.abs(now.y - at.y) > 0.5) return { again: "moving" };
      // The middle of what is to be seen of it.
      const between = (low, high, most) => Math.floor((Math.max(0, low) + Math.min(most, high)) / 2);
      const x = args[2] ? now.left + args[2].x : between(now.left, now.right, innerWidth);
      const y = args[2] ? now.top + args[2].y : between(now.top, now.bottom, innerHeight);
      const hit = document.elementFromPoint(x, y);
      const isOwn = hit && (element.contains(hit) || hit.contains(element) && hit.closest("label, button, a"));
      const isLabel = [...(element.labels ?? [])].some((label) => label.contains(hit));
      if (!isOwn && !isLabel) {
        element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
        return { again: "covered by " + (hit ? injected.previewNode(hit) : "nothing") };
      }
      return { x, y };`;
    return (await this.#withElement(body, [enabled, position])) as { x: number; y: number };
  }
}
