import { writeFileSync } from "node:fs";
import type { Context } from "./context.ts";
import { type Driver, WebDriverError } from "./driver.ts";
import { type Expectation, type Judgement, judge } from "./expectation.ts";
import { type Download, nextDownload } from "./files.ts";
import { Finder } from "./finder.ts";
import { installInjected } from "./injected.ts";
import { Keyboard, Mouse } from "./input.ts";
import { Locator } from "./locator.ts";
import { unsupported } from "./unsupported.ts";

/// JavaScript for the page: a function without anything from outside, or an expression.
export type Script = string | ((...values: never[]) => unknown);

export interface Size {
  readonly width: number;
  readonly height: number;
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/// As Playwright's, over WebDriver, with as much as the journeys need.
export class Page extends Finder {
  /// By this, `expect` knows it.
  readonly _apiName = "Page";
  readonly keyboard = new Keyboard(this);
  readonly mouse = new Mouse(this);
  /// How many milliseconds it waits for what never comes.
  readonly patience = 120_000;
  readonly #context: Context;
  readonly #driver: Driver;
  readonly #handle: string;
  #size: Size | null = null;

  constructor(context: Context, driver: Driver, handle: string) {
    super();
    this.#context = context;
    this.#driver = driver;
    this.#handle = handle;
  }

  context(): Context {
    return this.#context;
  }

  override chain(selector: string): Locator {
    return new Locator(this, selector);
  }

  /// A command of WebDriver for this page's window.
  command(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<unknown> {
    return this.#driver.command(method, path, body, this.#handle);
  }

  /// Does with keyboard, mouse or wheel what the source says.
  async act(source: object): Promise<void> {
    await this.command("POST", "actions", { actions: [source] });
  }

  /// Runs the body of an async function in the page, with `injected` (Playwright's script) and `args`.
  async inPage(body: string, args: readonly unknown[] = []): Promise<unknown> {
    const script = `const done = arguments[arguments.length - 1];
      const args = arguments[0];
      const injected = window.__injected;
      if (!injected) done({ install: true });
      else (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error?.message ?? error) }));`;
    for (let tries = 0; ; tries++) {
      try {
        const answer = (await this.command("POST", "execute/async", {
          script,
          args: [args.map((one) => one ?? null)],
        })) as { value?: unknown; error?: string; install?: boolean };
        if (answer.error !== undefined) throw new Error(answer.error);
        if (!answer.install) return answer.value;
        await this.command("POST", "execute/sync", { script: installInjected, args: [] });
      } catch (error) {
        // The page may have been loaded anew meanwhile.
        const reloaded = /javascript error|no such (window|frame)|unknown error|stale/;
        if (!(error instanceof WebDriverError) || !reloaded.test(error.code) || tries > 5) throw error;
        await pause(200);
      }
    }
  }

  /// Calls a function in the page.
  call(script: Script, args: readonly unknown[]): Promise<unknown> {
    return this.inPage(`return (${script})${typeof script === "string" ? "" : "(...args)"}`, args);
  }

  async evaluate(script: Script, value?: unknown): Promise<unknown> {
    // WebKit writes to the clipboard only after a key or a button was pressed, which a test has not done.
    if (typeof value === "string" && String(script).includes("navigator.clipboard.writeText")) {
      this.#context.copied = value;
      return undefined;
    }
    return this.call(script, [value]);
  }

  async waitForFunction(script: Script, value?: unknown): Promise<void> {
    const until = Date.now() + this.patience;
    for (;;) {
      try {
        if (await this.call(script, [value])) return;
      } catch (error) {
        // What the function asks about has left the page.
        if (error instanceof WebDriverError && error.code.includes("stale")) return;
        throw error;
      }
      if (Date.now() > until) throw new Error(`waitForFunction: not after ${this.patience} ms`);
      await pause(50);
    }
  }

  async goto(url: string): Promise<void> {
    await this.command("POST", "url", { url: new URL(url, this.#context.baseURL).href });
  }

  async reload(): Promise<void> {
    await this.command("POST", "refresh");
  }

  async waitForLoadState(): Promise<void> {
    await this.waitForFunction("document.readyState === 'complete'");
  }

  async title(): Promise<string> {
    return (await this.command("GET", "title")) as string;
  }

  async content(): Promise<string> {
    return (await this.command("GET", "source")) as string;
  }

  async bringToFront(): Promise<void> {
    await this.title();
  }

  viewportSize(): Size | null {
    return this.#size;
  }

  /// Makes the window so large that the page has this size.
  async setViewportSize(size: Size): Promise<void> {
    this.#size = size;
    for (let tries = 0; tries < 8; tries++) {
      const script = "return { width: innerWidth, height: innerHeight }";
      const inner = (await this.command("POST", "execute/sync", { script, args: [] })) as Size;
      if (inner.width === size.width && inner.height === size.height) return;
      const window = (await this.command("GET", "window/rect")) as Size;
      const width = window.width + size.width - inner.width;
      const height = window.height + size.height - inner.height;
      await this.command("POST", "window/rect", { x: 0, y: 0, width, height });
      await pause(150);
    }
  }

  async screenshot({ path }: { path?: string } = {}): Promise<Buffer> {
    const bytes = Buffer.from((await this.command("GET", "screenshot")) as string, "base64");
    if (path !== undefined) writeFileSync(path, bytes);
    return bytes;
  }

  /// Only files that the page hands over.
  waitForEvent(event: string): Promise<Download> {
    if (event !== "download") unsupported(`event "${event}"`);
    return nextDownload(this);
  }

  async close(): Promise<void> {
    await this.command("DELETE", "window");
  }

  /// Judges what `expect` asks of the element (or of the page) until it is so, or time is up.
  judge(selector: string | undefined, expression: string, expectation: Expectation): Promise<Judgement> {
    return judge(this, selector, expression, expectation);
  }

  mainFrame(): { _expect(expression: string, expectation: Expectation): Promise<Judgement> } {
    return { _expect: (expression, expectation) => this.judge(undefined, expression, expectation) };
  }

  get request(): never {
    return unsupported("requests of the page's own");
  }

  // What WebDriver cannot do.

  addInitScript(): never {
    return unsupported("scripts before those of the page");
  }

  emulateMedia(): never {
    return unsupported("media to emulate");
  }

  evaluateHandle(): never {
    return unsupported("handles of objects");
  }

  frameLocator(): never {
    return unsupported("locators in frames");
  }

  frames(): never {
    return unsupported("list of frames");
  }

  on(event: string): never {
    return unsupported(`event "${event}"`);
  }

  pdf(): never {
    return unsupported("printing to a file of a chosen size");
  }

  route(): never {
    return unsupported("routes");
  }

  url(): never {
    return unsupported("address without waiting for it");
  }

  workers(): never {
    return unsupported("list of workers");
  }
}
