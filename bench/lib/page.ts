import { type Browser, chromium, type Page } from "@playwright/test";
import { preview } from "vite";
import { Lab } from "../../e2e/pages/lab.ts";
import { chromiumFlags } from "../../scripts/lib/chromium.mjs";

/// The built page in a real browser, served as `npm start` serves it.
export interface OpenPage {
  readonly page: Page;
  readonly lab: Lab;
  close(): Promise<void>;
}

/// A browser and a server for any number of pages, each as if its visitor had never been here.
export interface OpenBrowser {
  open(viewport?: { readonly width: number; readonly height: number }): Promise<OpenPage>;
  close(): Promise<void>;
}

const wide = { width: 1440, height: 900 };

export async function openBrowser(root: string, executablePath: string | undefined): Promise<OpenBrowser> {
  const server = await preview({ root, logLevel: "error", preview: { port: 4390, strictPort: false } });
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await server.close();
  };
  try {
    const executable = executablePath === undefined ? {} : { executablePath };
    const launched = await chromium.launch({ ...executable, args: chromiumFlags });
    browser = launched;
    const baseURL = server.resolvedUrls?.local[0] ?? "";
    return {
      async open(viewport = wide) {
        const context = await launched.newContext({ viewport, baseURL });
        const page = await context.newPage();
        return { page, lab: await Lab.open(page), close: () => context.close() };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

export async function openPage(root: string, executablePath: string | undefined): Promise<OpenPage> {
  const browser = await openBrowser(root, executablePath);
  try {
    return { ...(await browser.open()), close: browser.close };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/// The wall time, in seconds, that the page gives for the run that has just ended.
export async function wallSeconds(lab: Lab): Promise<number> {
  const text = (await lab.output.end.textContent()) ?? "";
  const match = /([\d.,]+)\s*(µs|ms|s) wall/.exec(text);
  if (match === null) throw new Error(`no wall time in "${text}"`);
  const unit = { µs: 1e-6, ms: 1e-3, s: 1 }[match[2] as "µs" | "ms" | "s"];
  return Number(match[1]?.replace(",", "")) * unit;
}
