import { expect, type Page, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

// Nothing on the chip moves because a run has something to say, and a short output is seen whole.

/// Notes the box of the mesh and the place of a cell at every frame, until the returned function is called. It gives the
/// boxes that differ.
async function watchMesh(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const boxes = new Set<string>();
    const look = () => {
      const parts = [".mesh, .core-map", "[data-core='device 15'], .core-map canvas"];
      const rects = parts.map((part) => document.querySelector(part)?.getBoundingClientRect());
      boxes.add(rects.map((box) => box && [box.x, box.y, box.width, box.height].map(Math.round).join(" ")).join(" | "));
      requestAnimationFrame(look);
    };
    look();
    Object.assign(window, { meshBoxes: boxes });
  });
  return () => page.evaluate(() => [...(window as unknown as { meshBoxes: Set<string> }).meshBoxes]);
}

const greeting = `from parallel import *
print "Hello from core " + str(coreid()) + " of " + str(numcores())
`;
const ring = `from parallel import *
right = (coreid() + 1) % numcores()
left = (coreid() + numcores() - 1) % numcores()
for i in range(20):
    if coreid() % 2 == 0:
        send([i] * 50, right)
        x = recv(left)
    else:
        x = recv(left)
        send([i] * 50, right)
`;
const stuck =
  "from parallel import *\nsend(1, (coreid() + 1) % numcores())\nsync()\nx = recv((coreid() + 2) % numcores())\n";
const failing = "from parallel import *\nif coreid() > 3:\n    print [1, 2][coreid()]\n";

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
] as const) {
  const tag = width === 1440 ? [] : "@long";
  test(`at ${width} × ${height} the mesh keeps its size, whatever a run does`, { tag }, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    const lab = await Lab.open(page);
    const boxes = await watchMesh(page);
    for (const [program, end] of [
      [greeting, /^16 cores ended/],
      [ring, /^16 cores ended/],
      [failing, /^Failed/],
      [stuck, /^Deadlock/],
      [greeting, /^16 cores ended/],
    ] as const) {
      await lab.run(program);
      await expect(lab.output.end).toHaveText(end);
    }
    expect(await boxes()).toHaveLength(1);
  });
}

test("on a phone the mesh keeps its size, whatever a run does", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lab = await Lab.open(page);
  await lab.editor.write(`${ring}x = recv(right)\n`);
  await lab.part("Chip").click();
  const boxes = await watchMesh(page);
  await lab.runButton.click();
  await expect(lab.chip.deadlock).toBeVisible();
  await expect(page.getByText(/^Messages so far: /)).toBeVisible();
  expect(await boxes()).toHaveLength(1);
});

test("at 1440 × 900 the greetings of sixteen cores and the end of the run are seen without scrolling", async ({
  page,
}) => {
  const lab = await Lab.open(page);
  await lab.runButton.click();
  await expect(lab.output.end).toBeInViewport({ ratio: 1 });
  const { log } = lab.output;
  await expect(log.locator(".log-line")).toHaveCount(16);
  expect(await log.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0);
  for (const core of [0, 15]) await expect(lab.output.line(`core ${core}`, "Hello")).toBeInViewport({ ratio: 1 });
});
