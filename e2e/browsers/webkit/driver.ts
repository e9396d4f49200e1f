import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

// A client for W3C WebDriver. It starts WebKitWebDriver, which starts a browser. Both need a display.

export interface BrowserSettings {
  /// As Debian installs it, in the locale C: the language of the browser is "C", and isolated pages have no SharedArrayBuffer.
  /// Otherwise the locale is English and, as in Safari, isolated pages can share memory.
  readonly asInstalled: boolean;
  readonly reducedMotion: boolean;
}

/// A command that the driver refused.
export class WebDriverError extends Error {
  /// Such as "no such window": the error codes of WebDriver.
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

const driverPath = process.env.WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver";
const browserPath = process.env.WEBKIT_BROWSER ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
/// The key of an element in answers, fixed by the standard.
const elementKey = "element-6066-11e4-a52e-4f735466cecf";
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/// One driver and the browser it started, whose profile is new and is not kept.
export class Driver {
  readonly #process: ChildProcess;
  readonly #base: string;
  /// Where its settings are.
  readonly #home: string;
  #session = "";
  #current = "";
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(process: ChildProcess, base: string, home: string) {
    this.#process = process;
    this.#base = base;
    this.#home = home;
  }

  /// Starts a browser with one empty window.
  static async start(settings: BrowserSettings): Promise<Driver> {
    const port = await freePort();
    const home = mkdtempSync(join(tmpdir(), "epython-lab-webkit-"));
    const child = spawn(driverPath, ["-p", String(port)], {
      stdio: "ignore",
      // A process group of its own, to end it together with the browser that it starts.
      detached: true,
      env: { ...process.env, ...environment(settings, home) },
    });
    const driver = new Driver(child, `http://127.0.0.1:${port}`, home);
    process.once("exit", driver.#endAtOnce);
    try {
      await driver.#isReady();
      await driver.#open();
    } catch (error) {
      await driver.quit();
      throw error;
    }
    return driver;
  }

  /// The window that commands go to.
  get handle(): string {
    return this.#current;
  }

  /// Sends a command to a window (or to the one before). Commands are carried out one after the other.
  command(method: "GET" | "POST" | "DELETE", path: string, body?: unknown, handle?: string): Promise<unknown> {
    const work = async () => {
      if (handle !== undefined && handle !== this.#current) {
        await this.#send("POST", `/session/${this.#session}/window`, { handle });
        this.#current = handle;
      }
      return this.#send(method, `/session/${this.#session}/${path}`, body);
    };
    const result = this.#queue.then(work, work);
    this.#queue = result.catch(() => {});
    return result;
  }

  /// Opens another window, and gives its handle.
  async newWindow(): Promise<string> {
    const { handle } = (await this.command("POST", "window/new", { type: "window" })) as { handle: string };
    return handle;
  }

  /// Ends the browser and the driver.
  async quit(): Promise<void> {
    if (this.#session !== "") {
      await Promise.race([this.#send("DELETE", `/session/${this.#session}`).catch(() => {}), pause(3000)]);
    }
    process.off("exit", this.#endAtOnce);
    this.#endAtOnce();
  }

  readonly #endAtOnce = () => {
    try {
      if (this.#process.pid !== undefined) process.kill(-this.#process.pid, "SIGTERM");
    } catch {
      // It has ended already.
    }
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 10 });
  };

  async #isReady(): Promise<void> {
    let failed: Error | undefined;
    this.#process.once("error", (error) => {
      failed = error;
    });
    const until = Date.now() + 60_000;
    for (;;) {
      try {
        await fetch(`${this.#base}/status`);
        return;
      } catch (error) {
        if (failed !== undefined) throw new Error(`${driverPath} does not start: ${failed.message}`);
        if (Date.now() > until) throw error;
        await pause(50);
      }
    }
  }

  async #open(): Promise<void> {
    const capabilities = {
      "webkitgtk:browserOptions": { binary: browserPath, args: ["--automation"] },
      timeouts: { script: 300_000, pageLoad: 300_000, implicit: 0 },
    };
    const answer = await this.#send("POST", "/session", { capabilities: { alwaysMatch: capabilities } });
    this.#session = (answer as { sessionId: string }).sessionId;
    this.#current = (await this.command("GET", "window")) as string;
  }

  async #send(method: string, path: string, body: unknown = {}): Promise<unknown> {
    const response = await fetch(this.#base + path, {
      method,
      ...(method === "POST" ? { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } } : {}),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
    if (!response.ok) throw new WebDriverError(value?.error ?? String(response.status), value?.message ?? "");
    return value;
  }
}

/// An element as it is sent with a command.
export function elementOf(id: string): Record<string, string> {
  return { [elementKey]: id };
}

/// The element that an answer is.
export function idOf(value: unknown): string {
  const id = (value as Record<string, string> | null)?.[elementKey];
  if (id === undefined) throw new Error("The page gave something other than an element.");
  return id;
}

function environment({ asInstalled, reducedMotion }: BrowserSettings, home: string): Record<string, string> {
  const gtk = join(home, "gtk-3.0");
  mkdirSync(gtk);
  const animations = `gtk-enable-animations=${reducedMotion ? 0 : 1}`;
  writeFileSync(join(gtk, "settings.ini"), ["[Settings]", animations, ""].join("\n"));
  const locale = asInstalled ? "C.UTF-8" : "en_US.UTF-8";
  return {
    // No graphics card, and no bus for accessibility.
    WEBKIT_DISABLE_DMABUF_RENDERER: "1",
    LIBGL_ALWAYS_SOFTWARE: "1",
    NO_AT_BRIDGE: "1",
    XDG_CONFIG_HOME: home,
    LANG: locale,
    LC_ALL: locale,
    ...(asInstalled ? {} : { JSC_useSharedArrayBuffer: "1" }),
  };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
