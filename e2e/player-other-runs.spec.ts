import { expect, test } from "@playwright/test";
import { expectNoViolations } from "./pages/axe.ts";
import { Lab } from "./pages/lab.ts";
import { PlayerBar } from "./pages/player-bar.ts";

// Runs that cannot simply be made again: those with full Python, and those that are not over.

const kernels = `from epython import offload

@offload(target=[0, 1])
def both(n):
    from parallel import coreid, send, recv
    if coreid() == 0:
        return recv(1)
    send(n + 4, 0)
    return n

print(both(3))
`;

test("a run with full Python, run slowly, is played as it was recorded", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.editor.write(kernels);
  await page.getByRole("button", { name: "Run slowly" }).click();
  const player = new PlayerBar(page);
  await expect(player.button("Pause")).toBeVisible({ timeout: 90_000 });
  await player.button("Pause").click();
  await expect(player.bar).toContainText("variables and memory are not kept");
  await player.scrubber.focus();
  await page.keyboard.press("Home");
  const told: string[] = [];
  for (let k = 0; k < 40; k++) {
    const before = await player.scrubber.getAttribute("aria-valuetext");
    await page.keyboard.press("ArrowRight");
    await expect(player.scrubber).not.toHaveAttribute("aria-valuetext", before ?? "");
    told.push((await player.words.textContent()) ?? "");
    if (told.at(-1)?.startsWith("Core 1 sends 4 bytes to core 0")) break;
  }
  expect(told.some((words) => words.startsWith("The host launches a kernel on core 0"))).toBe(true);
  expect(told.at(-1)).toMatch(/^Core 1 sends 4 bytes to core 0/);
  await expect(lab.chip.core(0)).toHaveAccessibleName(/waiting to receive from 1/);
  await expect(lab.output.line("host 16", "[7, 3]")).toHaveClass(/later/);
  await page.getByRole("tab", { name: "Variables" }).click();
  await expect(page.getByRole("tabpanel", { name: "Variables" })).toContainText("Not kept: full Python took part");
  // What needs the run to be made again is not offered.
  await expect(page.getByRole("button", { name: /^Where does/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Keep this run, to compare" })).toHaveCount(0);
  await expectNoViolations(page, ".player");
  await player.button("Leave the player").click();
  await expect(lab.chip.core(0)).toHaveAccessibleName(/ended|idle/);
  // One that was only run was not recorded.
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^17 cores ended/);
  await expect(player.watchButton).toHaveCount(0);
});

test("the past of a run that is on can be played, and the run goes on", async ({ page }) => {
  const lab = await Lab.open(page);
  const program =
    'from parallel import *\nme = coreid()\nif me == 0:\n    send(14, 1)\nelif me == 1:\n    print recv(0)\nx = input("go on? ")\nprint "on"\n';
  await lab.editor.write(program);
  await lab.runButton.click();
  const player = new PlayerBar(page);
  await player.watchButton.click();
  await expect(player.button("Pause")).toBeVisible();
  await player.button("Pause").click();
  await expect(player.bar).toContainText("The run was still on: it is shown up to its latest core’s clock");
  await player.scrubber.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect(player.words).toHaveText(/^Core 0 sends 14 to core 1/);
  await expectNoViolations(page, ".player");
  await player.button("Leave the player").click();
  await lab.stop();
  await expect(player.watchButton).toHaveText("Watch it happen");
});
