import fc from "fast-check";

// What someone else may have made: data and texts that are nearly as they should be.

const oddValues: readonly unknown[] = [
  ...[null, true, 0, -1, 0.5, 1e9, 1e308, "", "a", " ", "a.py", "device 3", "__proto__", "\u0000", "\ud800"],
  ...[
    [],
    [[]],
    [null],
    ["a.py", "x"],
    {},
    { a: 1 },
    { name: "a.py", text: "" },
    "x".repeat(300),
    Array(70).fill(["a.py", ""]),
  ],
];

/// Where to change something, and how: two numbers that say which place and which value.
const change = fc.record({ how: fc.constantFrom("put", "drop", "double", "rename"), place: fc.nat(), value: fc.nat() });

/// Data as JSON holds it, changed at some places: values that are odd, missing, twice there or of another name.
export function changedData(sound: unknown): fc.Arbitrary<unknown> {
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    let data: unknown = structuredClone(sound);
    for (const { how, place, value } of changes) {
      const places = placesIn(data);
      const at = places[place % (places.length + 1)];
      const odd = structuredClone(oddValues[value % oddValues.length]);
      if (at === undefined) data = odd;
      else apply(how, at.holder, at.key, odd);
    }
    return data;
  });
}

interface Place {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string;
}

function placesIn(data: unknown): Place[] {
  if (typeof data !== "object" || data === null) return [];
  const holder = data as Place["holder"];
  return Object.entries(data).flatMap(([key, value]) => [{ holder, key }, ...placesIn(value)]);
}

function apply(how: string, holder: Place["holder"], key: string, odd: unknown): void {
  if (Array.isArray(holder)) {
    const k = Number(key);
    if (how === "put") holder[k] = odd;
    else if (how === "drop") holder.splice(k, 1);
    else holder.splice(k, 0, how === "double" ? structuredClone(holder[k]) : odd);
    return;
  }
  const value = holder[key];
  if (how === "put") holder[key] = odd;
  else if (how !== "double") delete holder[key];
  if (how === "double" || how === "rename") holder[how === "rename" ? `${key}x` : `x${key}`] = value;
}

/// A text in which a few characters were changed, taken out or put in.
export function changedText(sound: string, letters: readonly string[]): fc.Arbitrary<string> {
  const one = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(9),
    put: fc.constantFrom("", ...letters),
  });
  return fc.array(one, { minLength: 1, maxLength: 6 }).map((changes) =>
    changes.reduce((text, { at, cut, put }) => {
      const from = Math.floor(at * text.length);
      return text.slice(0, from) + put + text.slice(from + cut);
    }, sound),
  );
}
