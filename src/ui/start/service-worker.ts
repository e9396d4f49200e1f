import { headerPolicy } from "./content-security-policy.ts";

// Stands between the page and its host, once it has been visited, and does two things:
//
//   keeps the page's files, so that it opens without a network
//   adds the headers under which a page may share memory between its threads, where the host cannot send them
//
// first visit   install ─ activate at once, for isolation waits for it ─ "fill" from the page ─ files, index.html last
// new version   install: fill ─ wait, the open pages still need the old files ─ "take over" from the page ─ drop the old
//                                                                       when no other page is open that may need them ┘
//
// The build puts the list of files in the place of `self.__WB_MANIFEST`: all that the page always needs. What else it uses
// (full Python, lesson packs) is kept when it comes by, and is asked for again whenever there is a network. Both caches are
// bounded, and what follows a `?` makes no difference to them.

// A script is checked as a page's own, so the worker's own names come from here.
declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
};

const page = new URL("index.html", self.registration.scope).href;
const filesCache = "epython-lab.files";
/// How many versions' files are kept at once.
const mostVersions = 3;
const usedCache = "epython-lab.used";
/// Under which address each file is kept: one whose own does not change with its content has its revision added.
const kept = new Map(
  self.__WB_MANIFEST.map(({ url, revision }) => {
    const address = new URL(url, self.registration.scope).href;
    return [address, revision === null ? address : `${address}?revision=${revision}`];
  }),
);

/// What else the page uses; the oldest goes when there are more than a pack has.
const isUsed = ({ pathname }: URL): boolean => /\/pyodide\/|\.(md|py|json|svg|zip)$/.test(pathname);
const mostUsed = 1100;

self.addEventListener("install", (event) => {
  if (self.registration.active !== null) event.waitUntil(fill());
});

self.addEventListener("activate", (event) => event.waitUntil(prune().then(() => self.clients.claim())));

self.addEventListener("message", (event) => {
  // Whoever sends a port hears when it is done.
  const done = () => event.ports[0]?.postMessage("done");
  if (event.data === "fill") event.waitUntil(fill().then(prune).then(done));
  if (event.data === "take over") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  // Others' files are not ours to change.
  if (new URL(request.url).origin !== self.location.origin) return;
  // Browsers' own tools ask this way; passing it on would throw.
  if (request.cache === "only-if-cached" && request.mode !== "same-origin") return;
  event.respondWith(answer(event).then(isolated));
});

async function answer(event: FetchEvent): Promise<Response> {
  const { request } = event;
  if (request.method !== "GET") return fetch(request);
  const { origin, pathname } = new URL(request.url);
  // A link whose `#` was escaped on its way asks for a file of that name; the page knows what to do with it.
  const plain = `${origin}${pathname.replace(/%(25)*23.*/, "")}`;
  const address = plain === self.registration.scope ? page : plain;
  const key = kept.get(address);
  // A page of the version before asks for its own parts, whose names have their content in them.
  const file = await (await caches.open(filesCache)).match(key ?? plain);
  if (file) return file;
  return key !== undefined || !isUsed(new URL(plain)) ? fetch(request) : used(event, plain);
}

/// From the network, or, when there is none, what came from it the last time.
async function used(event: FetchEvent, address: string): Promise<Response> {
  const { request } = event;
  const cache = await caches.open(usedCache);
  try {
    const response = await fetch(request);
    const before = await cache.match(address);
    const mark = (one: Response | undefined) => one?.headers.get("ETag") ?? one?.headers.get("Last-Modified") ?? null;
    const same = mark(response) !== null && mark(response) === mark(before);
    if (response.status === 200 && !same) {
      const copy = response.clone();
      event.waitUntil(keepUsed(cache, address, copy));
    }
    return response;
  } catch (error) {
    const before = await cache.match(address);
    if (before === undefined) throw error;
    return before;
  }
}

async function keepUsed(cache: Cache, address: string, response: Response): Promise<void> {
  await cache.put(address, response);
  const all = await cache.keys();
  for (const request of all.slice(0, Math.max(0, all.length - mostUsed))) await cache.delete(request);
}

/// Keeps every file that is not kept yet. The page itself comes last: from then on all of it is here.
async function fill(): Promise<void> {
  const cache = await caches.open(filesCache);
  const missing = [];
  for (const [address, key] of kept) {
    if ((await cache.match(key)) === undefined) missing.push(address);
  }
  const keep = async (address: string): Promise<void> => {
    const response = await fetch(address, { cache: "no-cache" });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    await cache.put(kept.get(address) ?? address, response);
  };
  await Promise.all(missing.filter((address) => address !== page).map(keep));
  if (missing.includes(page)) await keep(page);
}

/// Drops the files of other versions, unless another page is open that may be of one; then only when there are too many.
async function prune(): Promise<void> {
  const used = await caches.open(usedCache);
  for (const { url } of await used.keys()) {
    if (!isUsed(new URL(url)) || new URL(url).search !== "") await used.delete(url);
  }
  const cache = await caches.open(filesCache);
  const all = await cache.keys();
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.length > 1 && all.length <= mostVersions * kept.size) return;
  // What a newer version has put there is not ours to drop. One that begins to install after this adds to what is not in `all`.
  const { installing, waiting } = self.registration;
  if (installing !== null || waiting !== null) return;
  const ours = new Set(kept.values());
  for (const { url } of all) {
    if (!ours.has(url)) await cache.delete(url);
  }
}

function isolated(response: Response): Response {
  // A redirection, which the browser follows itself, can neither be read nor changed.
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Embedder-Policy", "require-corp");
  headers.set("Content-Security-Policy", headerPolicy);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
