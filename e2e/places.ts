import { fileURLToPath } from "node:url";
import type { PlaywrightTestConfig } from "@playwright/test";

// Where the page can lie, each with a server of its own while the end-to-end tests run.

export interface Place {
  /// Also the name of the Playwright project, and behind an `@` the tag of the journeys that are only for it.
  readonly name: "built" | "dev" | "sub-path" | "plain" | "corpus";
  /// Ends with a slash: journeys go to `page.goto("./")`.
  readonly url: string;
  readonly command: string;
}

// Two runs on one machine need ports of their own (scripts/lib/ports.mjs).
const first = Number(process.env.E2E_PORT || 4300);
// Apart, since other runs begin four ports further on.
const corpusPort = first + 100;
const vite = "node node_modules/vite/bin/vite.js";
const host = "node scripts/static-server.mjs";

const places: readonly Place[] = [
  // The built page with the headers, as `npm start` serves it.
  {
    name: "built",
    url: `http://localhost:${first}/`,
    command: `${vite} preview --port ${first} --strictPort`,
  },
  // The sources, as `npm run dev` serves them.
  {
    name: "dev",
    url: `http://localhost:${first + 1}/`,
    command: `${vite} --port ${first + 1} --strictPort`,
  },
  // A static host without the headers, where the service worker adds them.
  {
    name: "sub-path",
    url: `http://localhost:${first + 2}/some/dir/`,
    command: `${host} --port ${first + 2} --mount /some/dir/`,
  },
  // The same where the service worker is refused too: no shared memory, the cores run cooperatively.
  {
    name: "plain",
    url: `http://localhost:${first + 3}/some/dir/`,
    command: `${host} --port ${first + 3} --mount /some/dir/ --no-service-worker`,
  },
  // The page that runs the programs of the corpus, with the headers.
  {
    name: "corpus",
    url: `http://localhost:${corpusPort}/`,
    command: `${vite} preview --outDir dist/corpus --port ${corpusPort} --strictPort`,
  },
];

/// Which journeys belong to a place. Those without a tag are for the built page; the corpus has a page of its own.
function journeysOf(name: string): { grep?: RegExp; grepInvert?: RegExp } {
  if (name === "built") return { grepInvert: /@(dev|sub-path|plain|corpus)\b/ };
  return { grep: name === "corpus" ? /@corpus\b/ : new RegExp(`@(everywhere|${name})\\b`) };
}

/// With the headers there, the service worker only keeps files: at each opening of the page in a new browser, two fifths of
/// all work. Journeys that need it there allow it.
function useOf(name: string): { serviceWorkers?: "block" } {
  return name === "built" || name === "corpus" ? { serviceWorkers: "block" } : {};
}

/// The places that `--project` names, or all: only they are served. A project may be one of several for a place:
/// `built-as-installed`; `built*` names them all.
function wantedPlaces(): readonly Place[] {
  const named = process.argv.flatMap((word, k) => {
    if (word === "--project") return [process.argv[k + 1]];
    return word.startsWith("--project=") ? [word.slice("--project=".length)] : [];
  });
  return named.length === 0
    ? places
    : places.filter(({ name }) => named.some((one) => `${one.replace(/\*$/, "")}-`.startsWith(`${name}-`)));
}

/// For settings of Playwright: a project for each place, and the servers of those that are wanted.
export const inPlaces = {
  projects: places.map(({ name, url }) => ({ name, use: { baseURL: url, ...useOf(name) }, ...journeysOf(name) })),
  webServer: wantedPlaces().map(({ name, url, command }) => ({
    name,
    url,
    command,
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    reuseExistingServer: false,
    timeout: 180_000,
  })),
} satisfies PlaywrightTestConfig;
