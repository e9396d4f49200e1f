import { mayRegister, register } from "./offline.ts";

// A page may share memory between its threads only when it is cross-origin isolated, which takes two headers. Where the
// host does not send them, our service worker (service-worker.ts) adds them, from the second load on:
//
//   first load ─ not isolated ─ register, wait until it is active ─ reload ─ isolated
//                                └ refused, or too slow ─ unavailable     └ still not ─ unavailable

/// `reloading`: the page is about to be loaded anew, so render nothing. `unavailable`: run the cores cooperatively.
export type Isolation = "isolated" | "reloading" | "unavailable";

/// Whether this page may share memory between threads. Some browsers are isolated and lack the memory all the same.
function isolated(): boolean {
  return globalThis.crossOriginIsolated === true && typeof SharedArrayBuffer === "function";
}

/// Call it once, before anything is rendered, and await it: a reload happens only here, so it can lose no work.
/// Answers at once but on the first visit to a host that does not send the headers. Never rejects.
export async function ensureIsolation(): Promise<Isolation> {
  if (isolated()) {
    reloads.forget();
    return "isolated";
  }
  if (!mayRegister() || !reloads.allowed()) return "unavailable";
  const active = await Promise.race([activate(), after(patience)]);
  if (!active || !reloads.note()) return "unavailable";
  location.reload();
  return "reloading";
}

/// How long the first paint may wait for the service worker, in milliseconds. One that comes later serves the next visit.
const patience = 3000;

/// Whether the service worker is active.
async function activate(): Promise<boolean> {
  const registration = await register();
  const worker = registration?.active ?? registration?.waiting ?? registration?.installing ?? null;
  return worker !== null && (await becomesActive(worker));
}

function becomesActive(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === "activated") resolve(true);
      if (worker.state === "redundant") resolve(false);
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

function after(milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));
}

/// The tab's memory of having reloaded once, so that it never does so twice for nothing. Without it there is no reload.
const reloads = {
  key: "reloaded-for-isolation",
  allowed(): boolean {
    try {
      return sessionStorage.getItem(reloads.key) === null;
    } catch {
      return false;
    }
  },
  /// Whether it could be noted.
  note(): boolean {
    try {
      sessionStorage.setItem(reloads.key, "1");
      return true;
    } catch {
      return false;
    }
  },
  /// A forced reload passes the service worker by; it may then be tried again.
  forget(): void {
    try {
      sessionStorage.removeItem(reloads.key);
    } catch {
      // then nothing was noted either
    }
  },
};
