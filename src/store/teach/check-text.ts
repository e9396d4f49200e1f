import { parseJson } from "../../lessons/json.ts";

// The checks of a draft are a text of JSON, as it lies in check.json. The form changes single places of it and leaves the others as they
// are, also those that it does not show; what it writes is set out anew.

/// A check as it was written, whatever is in it.
export type RawCheck = Readonly<Record<string, unknown>>;

/// What a form can be made of: the checks in order, and what stands beside them.
interface RawFile {
  readonly checks: readonly RawCheck[];
  readonly whole: Readonly<Record<string, unknown>>;
}

/// The checks in a text; undefined where it is not JSON, or there is no list of checks in it.
export function rawChecks(text: string): RawFile | undefined {
  let whole: unknown;
  try {
    whole = parseJson(text);
  } catch {
    return undefined;
  }
  if (!isRecord(whole)) return undefined;
  const { checks } = whole;
  return Array.isArray(checks) && checks.every(isRecord) ? { checks, whole } : undefined;
}

/// The text with other checks in it. It must be one that `rawChecks` can read.
export function withChecks(text: string, checks: readonly RawCheck[]): string {
  return `${JSON.stringify({ ...rawChecks(text)?.whole, checks }, null, 2)}\n`;
}

/// The value at a path of keys, undefined where there is none.
export function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (here, key) => (isRecord(here) && Object.hasOwn(here, key) ? here[key] : undefined),
    value,
  );
}

/// The same with another value at that path, in its place if it is there; undefined takes it away.
export function put(check: RawCheck, [key, ...rest]: readonly string[], value: unknown): RawCheck {
  if (key === undefined) return check;
  const inner = check[key];
  // Nothing is taken out of what is not there.
  if (value === undefined && rest.length > 0 && !isRecord(inner)) return check;
  const next = rest.length === 0 ? value : put(isRecord(inner) ? inner : {}, rest, value);
  if (next !== undefined) return { ...check, [key]: next };
  const { [key]: _, ...others } = check;
  return others;
}

/// The same with a key called otherwise, in the same place.
export function renamed(record: RawCheck, from: string, to: string): RawCheck {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
