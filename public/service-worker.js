// Stands between the page and a host that cannot send the two headers under which a page may share memory between its
// threads, and adds them to every answer: to the page's, and to those of its workers, which need the second one too.
// It keeps nothing; what the host has is what the page gets.

// A script is checked as a page's own, so the worker's own names come from here.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

// A new version takes over at once: it holds no state that an open page could miss.
worker.addEventListener("install", () => void worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  // Others' files are not ours to change.
  if (new URL(request.url).origin !== worker.location.origin) return;
  // Browsers' own tools ask this way; passing it on would throw.
  if (request.cache === "only-if-cached" && request.mode !== "same-origin") return;
  event.respondWith(isolated(request));
});

/** @param {Request} request */
async function isolated(request) {
  const response = await fetch(request);
  // A redirection, which the browser follows itself, can neither be read nor changed.
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Embedder-Policy", "require-corp");
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
