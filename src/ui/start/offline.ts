import type { App } from "../../store/app.ts";

// The page's side of its service worker (service-worker.ts): it registers it, has it keep the page's files, and tells when a
// new version is there.

/// Whether the page may have a service worker. An embed never registers anything, and within a frame it is the outer page
/// that decides.
export function mayRegister(): boolean {
  const embedded = new URLSearchParams(location.search).get("embed") === "1" || window.parent !== window;
  return !embedded && window.isSecureContext && "serviceWorker" in navigator;
}

/// Undefined when it is refused: there is no such file, storage is blocked, the browser's settings.
export async function register(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    const url = new URL("service-worker.js", document.baseURI);
    return await navigator.serviceWorker.register(url, { scope: "./" });
  } catch {
    return undefined;
  }
}

/// Stores the page's files while the page is idle, so that it works without a network, and tells of new versions. The editor
/// is loaded first: storing all files takes as long as that, from the network and from the processor. In development,
/// where files change all the time, nothing is stored.
export function keepOffline(app: App): void {
  if (!import.meta.env.PROD || !mayRegister()) return;
  // Safari has no `requestIdleCallback`.
  const whenIdle = window.requestIdleCallback ?? ((callback: () => void) => window.setTimeout(callback, 1000));
  // If the editor cannot be had, the page shows that itself.
  const editor = import("../editor/code-editor.ts").catch(() => undefined);
  void editor.then(() => whenIdle(() => void keep(app)));
}

async function keep(app: App): Promise<void> {
  const registration = await register();
  if (registration === undefined) return;
  (await navigator.serviceWorker.ready).active?.postMessage("fill");
  const offer = () => {
    if (registration.waiting !== null) offerUpdate(app, registration.waiting);
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  registration.installing?.addEventListener("statechange", offer);
  offer();
}

/// The page is loaded anew only when the learner says so, and only once all that was typed is kept.
function offerUpdate({ notices, projects }: App, waiting: ServiceWorker): void {
  const act = async () => {
    if (!(await projects.keepNow())) {
      notices.say({
        about: "update",
        kind: "error",
        text: "The browser could not save your program, so the page was not reloaded. Download it first: Share, Files.",
      });
      return;
    }
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("take over");
  };
  notices.say({
    about: "update",
    kind: "hint",
    text: "A new version of ePython Lab is ready. Your programs are saved.",
    action: { label: "Reload", act: () => void act() },
  });
}
