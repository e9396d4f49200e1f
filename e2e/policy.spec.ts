import { expect, type Page, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

// The Content-Security-Policy, served and in the page.

test.use({ serviceWorkers: "allow" });

/// What the policy has refused since the page began to load.
async function watch(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener("securitypolicyviolation", (event) => {
      refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ""}`);
    });
  });
  return () => page.evaluate(() => (window as unknown as { refused: string[] }).refused);
}

test("nothing that the page does is against it", { tag: "@everywhere" }, async ({ page }) => {
  const refused = await watch(page);
  const lab = await Lab.open(page);
  await lab.run("from parallel import *\nprint coreid() +\n");
  await lab.showProblems();
  await lab.run('print "ended"\n');
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("dialog", { name: /^Share/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await lab.editor.press("ControlOrMeta+F");
  await expect(page.getByRole("textbox", { name: "Find" })).toBeFocused();
  await page.keyboard.press("Escape");
  // What Monaco draws from Markdown, and in boxes of its own.
  await lab.editor.write("from parallel import *\nsend(20, 1)\n");
  await lab.editor.goTo("send");
  await lab.editor.key("ControlOrMeta+K");
  await lab.editor.key("ControlOrMeta+I");
  await expect(lab.editor.hover).toContainText("MPI_Ssend");
  await lab.editor.write("from parallel import *\nprint ");
  await lab.editor.type("core");
  await expect(lab.editor.suggestion("coreid")).toBeVisible();
  expect(await refused()).toEqual([]);
});

test("a script that gets into the page does not run", { tag: "@everywhere" }, async ({ page }) => {
  const refused = await watch(page);
  await Lab.open(page);
  const ran = await page.evaluate(async () => {
    const link = document.createElement("a");
    link.href = "javascript:window.ran = 'link'";
    const image = document.createElement("img");
    image.src = "data:,";
    const failed = new Promise((resolve) => image.addEventListener("error", resolve));
    const script = document.createElement("script");
    const attempts: readonly (() => void)[] = [
      () => {
        script.textContent = "window.ran = 'inline'";
        document.body.append(script);
      },
      () => {
        script.append("window.ran = 'inline text'");
        document.body.append(script);
      },
      () => {
        document.body.appendChild(document.createElement("div")).innerHTML =
          `<img src="data:," onerror="window.ran = 'html'">`;
      },
      () => image.setAttribute("onerror", "window.ran = 'handler'"),
      () => document.body.append(image),
      () => link.click(),
    ];
    for (const attempt of attempts) {
      try {
        attempt();
      } catch {
        // Refused as it was said, by Trusted Types.
      }
    }
    await failed;
    return (window as unknown as { ran?: string }).ran ?? null;
  });
  expect(ran).toBeNull();
  const kinds = /^(script-src|require-trusted-types-for)/;
  expect((await refused()).filter((line) => kinds.test(line)).length).toBeGreaterThanOrEqual(2);
});

test("no file is taken for what it is not", async ({ request }) => {
  for (const file of ["", "service-worker.js", "icon.svg"]) {
    expect((await request.get(`./${file}`)).headers()["x-content-type-options"]).toBe("nosniff");
  }
});

test("nothing is sent elsewhere", { tag: "@everywhere" }, async ({ page }) => {
  await Lab.open(page);
  const answer = await page.evaluate(() => fetch("https://example.org/").then(String, (error: Error) => error.name));
  expect(answer).toBe("TypeError");
  const others: string[] = [];
  const { origin } = new URL(page.url());
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && /^https?:/.test(request.url())) others.push(request.url());
  });
  await page.reload();
  const lab = new Lab(page);
  await lab.editor.loaded();
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  expect(others).toEqual([]);
});
