import { expect, test } from "@playwright/test";
import { Lab } from "./pages/lab.ts";

// The timeline is there when somebody asks, and tells what its bars are.

test("a run that was not recorded is on the timeline as soon as one looks", async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.runButton.click();
  await expect(lab.output.end).toHaveText(/^16 cores ended/);
  await lab.showBottom(/^Timeline/);
  await lab.timeline.settled();
  await lab.timeline.show("List");
  await expect(page.getByRole("region", { name: "Calls of core 0" })).toContainText("print");
  // It was not run again for this.
  await lab.showBottom(/^Output/);
  await expect(lab.output.end).toHaveCount(1);
});
