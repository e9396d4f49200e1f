import { type Browser, chromium, expect, type Page } from "@playwright/test";
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

// Of what a service worker fetches, Chromium keeps 200 MB for whoever watches its network, as Playwright does if it is let.
process.env.PLAYWRIGHT_DISABLE_SERVICE_WORKER_NETWORK = "1";

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
        const lab = await Lab.open(page);
        await lab.playNoRuns();
        return { page, lab, close: () => context.close() };
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

/// Presses Run and waits until the run is over; its wall time in seconds, as the page has it. Throws when it has not ended well.
export async function runToEnd({ page, runButton }: Lab, seconds = 120): Promise<number> {
  const status = page.locator("footer.status");
  const before = await status.getAttribute("data-over");
  await runButton.click();
  await expect(status).not.toHaveAttribute("data-over", before ?? "", { timeout: seconds * 1000 });
  const outcome = await status.getAttribute("data-outcome");
  if (outcome !== "ended") throw new Error(`the run ended with ${outcome ?? "an error"}`);
  await expect(runButton).toBeEnabled();
  return Number(await status.getAttribute("data-wall-milliseconds")) / 1000;
}
