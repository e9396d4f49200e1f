import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { CorpusPage } from "./pages/corpus-page.ts";

// Every annotated program in a real browser, as src/testing/corpus.test.ts runs them in Node.

const folder = new URL("../src/testing/corpus/programs/", import.meta.url);
const programs = readdirSync(fileURLToPath(folder), { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".py") && !path.endsWith("listing-5.py"))
  .sort()
  .map((path) => ({ path, text: readFileSync(new URL(path, folder), "utf8") }));

test("the programs of the corpus do in a browser what they say, in workers and in one thread @corpus", async ({
  page,
}) => {
  expect(programs.length).toBeGreaterThanOrEqual(300);
  const corpus = await CorpusPage.open(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const problems: string[] = [];
  for (const { path, text } of programs) {
    const alone = await corpus.judge("cooperative", path, text);
    if (alone.problem !== undefined) problems.push(`${path}, in one thread: ${alone.problem}`);
    const crews = await corpus.judge("workers", path, text);
    if (crews.problem !== undefined) problems.push(`${path}, in workers: ${crews.problem}`);
    else if (JSON.stringify(crews.clocks) !== JSON.stringify(alone.clocks)) {
      problems.push(
        `${path}: clocks ${JSON.stringify(crews.clocks)} in workers, ${JSON.stringify(alone.clocks)} alone`,
      );
    }
  }
  expect(problems.join("\n")).toBe("");
});
