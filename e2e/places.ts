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

export const places: readonly Place[] = [
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
