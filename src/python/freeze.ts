// A program can replace a built-in, such as `slice` of typed arrays, and our next call would hand it the chip memory. So before any
// program runs, every built-in of the language is frozen: all that can be reached from its globals and its syntax, whether we use it
// today or not.
//
// What is frozen on a prototype cannot be assigned to in an object that inherits it either, as in `error.name = "…"`. Python's own
// JavaScript does so; for the prototypes where that is common the properties become pairs of functions that let it.

/// The names of what the language brings.
export const LANGUAGE: readonly string[] = (
  "globalThis undefined NaN Infinity Object Function Array Number String Boolean Symbol BigInt Math JSON Date RegExp " +
  "Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError Promise Proxy " +
  "Reflect Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator Intl ArrayBuffer SharedArrayBuffer Atomics " +
  "DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array " +
  "Float64Array BigInt64Array BigUint64Array DisposableStack AsyncDisposableStack parseInt parseFloat isNaN isFinite " +
  "encodeURI encodeURIComponent decodeURI decodeURIComponent escape unescape eval"
).split(" ");

/// Makes the language unchangeable in this thread, and with it what these other global names stand for.
export function freezeLanguage(others: readonly string[] = []): void {
  const globals = [...LANGUAGE, ...others];
  const scope = globalThis as unknown as Record<string, unknown>;
  const roots = [...globals].map((name) => scope[name]).filter((one) => one !== globalThis);
  const found = reach([...roots, ...hidden()], globalThis);
  for (const object of [Object.prototype, Function.prototype, iterators()]) letInherit(object);
  for (const object of found) if (isErrorPrototype(object)) letInherit(object);
  // V8 asks this property of it how long a stack is to be; Python sets it. Another that V8 asks would be called with our frames.
  Reflect.defineProperty(Error, "prepareStackTrace", { value: undefined, writable: false, configurable: false });
  const depth = Reflect.getOwnPropertyDescriptor(Error, "stackTraceLimit");
  for (const object of found) {
    if (object !== Error || depth?.writable !== true) Object.freeze(object);
    else freezeBut(object, "stackTraceLimit");
  }
  for (const name of globals) {
    const own = Reflect.getOwnPropertyDescriptor(globalThis, name);
    if (own?.configurable !== true) continue;
    Reflect.defineProperty(globalThis, name, {
      value: scope[name],
      writable: false,
      enumerable: false,
      configurable: false,
    });
  }
}

/// Whether that has been done, as far as can be seen from a few things.
export function isLanguageFrozen(): boolean {
  const typed = Object.getPrototypeOf(Uint8Array) as { readonly prototype: object };
  return [Object.prototype, Array.prototype, typed.prototype, Atomics, Map.prototype].every(Object.isFrozen);
}

function prototypeOf(one: object): object {
  return Object.getPrototypeOf(one) as object;
}

/// What all iterators inherit from.
function iterators(): object {
  return prototypeOf(prototypeOf([].values()));
}

/// What no name leads to, only syntax or a call.
function hidden(): object[] {
  const things: object[] = [
    async () => {},
    function* () {},
    async function* () {},
    (function* () {})(),
    (async function* () {})(),
    [].values(),
    new Map().values(),
    new Set().values(),
    ""[Symbol.iterator](),
    "".matchAll(/x/g),
    new Uint8Array(),
  ];
  // Newer than some browsers.
  const { Iterator: helpers } = globalThis as {
    Iterator?: { from(one: object): { map(as: (one: object) => object): object } };
  };
  if (helpers !== undefined) {
    const wrapped = helpers.from({ next: () => ({ done: true }) });
    things.push(wrapped, wrapped.map(prototypeOf));
  }
  return things.map(prototypeOf);
}

/// All objects that these lead to.
function reach(roots: readonly unknown[], but: unknown): Set<object> {
  const found = new Set<object>();
  const pending = [...roots];
  while (pending.length > 0) {
    const one = pending.pop();
    if ((typeof one !== "object" || one === null) && typeof one !== "function") continue;
    const object = one as object;
    if (object === but || found.has(object)) continue;
    found.add(object);
    pending.push(Object.getPrototypeOf(object));
    for (const key of Reflect.ownKeys(object)) {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(object, key) ?? {};
      pending.push(value, get, set);
    }
  }
  return found;
}

function isErrorPrototype(object: object): boolean {
  return object === Error.prototype || Object.getPrototypeOf(object) === Error.prototype;
}

/// Lets objects that inherit from this one have properties of their own in place of its, once it is frozen.
function letInherit(prototype: object): void {
  for (const key of Reflect.ownKeys(prototype)) {
    const own = Reflect.getOwnPropertyDescriptor(prototype, key);
    if (own === undefined || !own.configurable || !("value" in own)) continue;
    const { value, enumerable } = own;
    const pair = {
      get(): unknown {
        return value;
      },
      set(this: object, other: unknown): void {
        if (this === prototype) throw new TypeError("this cannot be changed");
        const mine = { value: other, writable: true, enumerable: true, configurable: true };
        if (!Reflect.defineProperty(this, key, mine)) throw new TypeError("this cannot be changed");
      },
    };
    Object.freeze(pair.get);
    Object.freeze(pair.set);
    Reflect.defineProperty(prototype, key, { ...pair, enumerable: enumerable === true, configurable: false });
  }
}

/// Freezes an object but for one property, which stays writable.
function freezeBut(object: object, name: string): void {
  for (const key of Reflect.ownKeys(object)) {
    const own = Reflect.getOwnPropertyDescriptor(object, key);
    if (own === undefined || !own.configurable) continue;
    const fixed = "value" in own && key !== name ? { writable: false } : {};
    Reflect.defineProperty(object, key, { ...fixed, configurable: false });
  }
  Object.preventExtensions(object);
}
