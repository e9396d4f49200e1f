import { Driver } from "./driver.ts";
import { Page, type Size } from "./page.ts";
import { unsupported } from "./unsupported.ts";

export interface ContextOptions {
  readonly baseURL?: string | undefined;
  readonly viewport?: Size | null | undefined;
  readonly contextOptions?: { readonly reducedMotion?: "reduce" | "no-preference" | null } | undefined;
  readonly hasTouch?: boolean | undefined;
  readonly asInstalled?: boolean | undefined;
}

/// As Playwright's: a browser of its own, with nothing stored in it. It starts with the first page.
export class Context {
  readonly baseURL: string | undefined;
  /// Playwright's `expect` reads this.
  readonly _options: { readonly baseURL: string | undefined };
  /// What a test has put into the clipboard.
  copied: string | undefined;
  readonly #options: ContextOptions;
  #driver: Driver | undefined;
  #pages = 0;

  constructor(options: ContextOptions) {
    this.baseURL = options.baseURL;
    this._options = { baseURL: options.baseURL };
    this.#options = options;
  }

  async newPage(): Promise<Page> {
    const { viewport, contextOptions, hasTouch = false, asInstalled = false } = this.#options;
    if (hasTouch) unsupported("touch");
    this.#driver ??= await Driver.start({ asInstalled, reducedMotion: contextOptions?.reducedMotion === "reduce" });
    const handle = this.#pages++ === 0 ? this.#driver.handle : await this.#driver.newWindow();
    const page = new Page(this, this.#driver, handle);
    if (viewport) await page.setViewportSize(viewport);
    return page;
  }

  /// Pastes what a test has put into the clipboard, as the browser would; false if that is nothing.
  async paste(page: Page): Promise<boolean> {
    if (this.copied === undefined) return false;
    await page.inPage(
      `const clipboardData = new DataTransfer();
       clipboardData.setData("text/plain", args[0]);
       const options = { clipboardData, bubbles: true, cancelable: true, composed: true };
       document.activeElement.dispatchEvent(new ClipboardEvent("paste", options));`,
      [this.copied],
    );
    return true;
  }

  async grantPermissions(): Promise<void> {}

  setOffline(): never {
    return unsupported("network to switch off");
  }

  route(): never {
    return unsupported("routes");
  }

  on(event: string): never {
    return unsupported(`event "${event}"`);
  }

  async close(): Promise<void> {
    await this.#driver?.quit();
    this.#driver = undefined;
  }
}
