// npm start: installs what is missing, builds what is stale, and serves the page.
import { createServer } from "node:net";
import { buildPage, isPageFresh } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { path, root } from "./lib/project.mjs";
import { Failure, script } from "./lib/run.mjs";

await script(async () => {
  const port = wantedPort();
  await ensureInstalled();
  if (isPageFresh()) console.log("The page is built already.");
  else {
    console.log("Building the page; this takes some seconds.");
    await buildPage();
  }
  if (!(await isFree(port))) {
    throw new Failure(
      `Port ${port} is taken: perhaps ePython Lab runs in another terminal.`,
      `Open http://localhost:${port} to see, stop what is there, or choose another port:\n${withPort(port + 1)}`,
    );
  }
  const { preview } = await import("vite");
  await preview({
    root,
    configFile: path("vite.config.ts"),
    logLevel: "warn",
    preview: { port, strictPort: true },
  });
  console.log(`\nePython Lab is at http://localhost:${port}\nPress Ctrl+C to stop.`);
});

function wantedPort() {
  const port = Number(process.env.PORT || 4173);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Failure(`PORT=${process.env.PORT} is no port.`, `Give a number from 1 to 65535:\n${withPort(4174)}`);
}

/**
 * How to start on another port, for this system's shell.
 * @param {number} port
 */
function withPort(port) {
  return process.platform === "win32" ? `set PORT=${port}&& npm start` : `PORT=${port} npm start`;
}

/**
 * Whether nothing listens on a port of this machine, on either kind of address.
 * @param {number} port
 */
async function isFree(port) {
  for (const host of ["127.0.0.1", "::1"]) {
    const code = await new Promise((resolve) => {
      const server = createServer();
      server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code));
      server.listen(port, host, () => server.close(() => resolve(undefined)));
    });
    if (code === "EADDRINUSE") return false;
    if (code === "EACCES") {
      throw new Failure(`Port ${port} needs rights that you do not have.`, `Choose another:\n${withPort(4173)}`);
    }
  }
  return true;
}
