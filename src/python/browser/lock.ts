import { freezeLanguage, isLanguageFrozen, LANGUAGE } from "../freeze.ts";

// Full Python may run what strangers wrote, and whatever runs in a worker may do what a page of this origin may: read what
// the browser keeps for it, fetch with its cookies, open sockets. Python reaches all of JavaScript (through `js`, or from
// any of its objects), so nothing that leads outside may be left in the thread before a program runs. What is not in the
// list below goes, no text becomes code any more, and what stays of the language cannot be changed (freeze.ts). It can compute,
// wait, and use what the bridge gives it.

const BESIDES =
  // What Python is built on
  (
    "self WebAssembly TextEncoder TextDecoder console performance crypto setTimeout clearTimeout queueMicrotask DOMException " +
    "AbortController AbortSignal"
  ).split(" ");
const KEPT = new Set([...LANGUAGE, ...BESIDES]);

function refuse(): never {
  throw new TypeError("full Python in this page has no way to JavaScript");
}

/// Takes from this thread what a program could reach outside with. Throws if something of it stays.
export function lockThread(): void {
  noTextAsCode();
  for (const name of ["crypto", "performance", "console"] as const) hideOrigin(name);
  const left: string[] = [];
  for (let object: object | null = globalThis; object !== null; object = Object.getPrototypeOf(object)) {
    if (object === Object.prototype) break;
    for (const key of Reflect.ownKeys(object)) {
      if (key === "constructor" || (object === globalThis && typeof key === "string" && KEPT.has(key))) continue;
      if (!remove(object, key)) left.push(String(key));
    }
  }
  // The browser lets nobody remove numbers and `location`; they are harmless.
  const unexpected = left.filter(
    (key) => key !== "location" && Object((globalThis as never)[key]) === (globalThis as never)[key],
  );
  if (unexpected.length > 0) throw new Error(`this browser does not let go of ${unexpected.join(", ")}`);
  freezeLanguage(BESIDES);
  if (!isLanguageFrozen()) throw new Error("this browser does not let its language be frozen");
}

function remove(object: object, key: PropertyKey): boolean {
  if (Reflect.deleteProperty(object, key)) return true;
  return Reflect.defineProperty(object, key, { value: undefined, writable: false, configurable: false });
}

// `f.constructor("…")`, `eval` and timers that take text.
function noTextAsCode(): void {
  const functions = [
    Function,
    Object.getPrototypeOf(async () => {}).constructor,
    Object.getPrototypeOf(function* () {}).constructor,
    Object.getPrototypeOf(async function* () {}).constructor,
  ] as (FunctionConstructor & { prototype: object })[];
  const locked = { writable: false, configurable: false, enumerable: false };
  for (const { prototype } of functions) {
    Reflect.defineProperty(prototype, "constructor", { value: refuse, ...locked });
  }
  const NoFunction = function NoFunction(): never {
    return refuse();
  };
  Reflect.defineProperty(NoFunction, "prototype", { value: Function.prototype });
  Reflect.defineProperty(globalThis, "Function", { value: NoFunction, ...locked });
  Reflect.defineProperty(globalThis, "eval", { value: refuse, ...locked });
  // Nothing of a program may run when it is over: the thread may be kept for the console.
  const setTimeoutOf = (work: unknown): number => (typeof work === "function" ? 0 : refuse());
  Reflect.defineProperty(globalThis, "setTimeout", { value: setTimeoutOf, ...locked });
}

/// Keeps of a thing only its own methods: what it inherits may give events, or more.
function hideOrigin(name: "crypto" | "performance" | "console"): void {
  const kept = {
    crypto: ["getRandomValues", "randomUUID"],
    performance: ["now", "timeOrigin"],
    console: ["log", "warn", "error", "info", "debug", "trace"],
  }[name];
  const whole = globalThis[name] as unknown as Record<string, unknown>;
  const part: Record<string, unknown> = {};
  for (const key of kept) {
    const value = whole[key];
    part[key] = typeof value === "function" ? value.bind(whole) : value;
  }
  Reflect.defineProperty(globalThis, name, { value: part, writable: false, configurable: false });
}
