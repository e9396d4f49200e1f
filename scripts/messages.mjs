// npm run messages: writes docs/messages.md from the catalogue of messages. A unit test sees to it that it is current.
import { writeFileSync } from "node:fs";
import { ensureInstalled } from "./lib/install.mjs";
import { path, root } from "./lib/project.mjs";
import { script } from "./lib/run.mjs";

await script(async () => {
  await ensureInstalled();
  const { runnerImport } = await import("vite");
  const file = path("src/testing/messages-page.ts");
  const { module } = await runnerImport(file, { root, configFile: false, logLevel: "warn" });
  writeFileSync(path("docs/messages.md"), module.messagesPage());
});
