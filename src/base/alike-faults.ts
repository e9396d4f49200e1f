import { type Folded, foldRepeats, foldWords } from "./fold.ts";

// Cores that run one program fail alike. What is alike is told once, with what differs from core to core.

interface Place {
  readonly file: string;
  readonly line: number;
  readonly from: number;
}

export interface FaultCall {
  readonly name: string;
  readonly place: Place;
}

/// What a core did wrong, as far as others may have done the same.
export interface CoreFault {
  readonly core: number;
  readonly code: string;
  readonly message: string;
  /// Innermost first.
  readonly calls: readonly FaultCall[];
}

/// Equal for faults that are alike: of one kind, at one place of the program. They may differ in values and in the calls that
/// led there. Where no place is known, the words must be the same.
export function alikeKey(code: string, place: Place | undefined, message: string): string {
  return place === undefined ? `${code} ${message}` : `${code} ${place.from} ${place.file}`;
}

export function faultKey({ code, calls, message }: CoreFault): string {
  return alikeKey(code, calls[0]?.place, message);
}

const mostCalls = 16;

/// The calls that led to a fault, innermost first, with repeats folded and the middle of very many left out.
export function foldedCalls<C extends FaultCall>(calls: readonly C[]): readonly Folded<C>[] {
  return foldRepeats(calls, callKey, mostCalls);
}

/// Equal for calls that a trace shows in the same words.
export function callKey({ name, place }: FaultCall): string {
  return `${place.line} ${name} ${place.file}`;
}

/// Faults that are told in the same words.
export interface FaultVariant<F extends CoreFault> {
  readonly faults: readonly F[];
  /// The first of them.
  readonly fault: F;
}

/// Sorts faults that are alike by what is told of them: message and calls.
export function variantsOf<F extends CoreFault>(faults: readonly F[]): readonly FaultVariant<F>[] {
  const variants = new Map<string, F[]>();
  for (const fault of faults) {
    const key = `${fault.message}\n${traceKey(fault)}`;
    const same = variants.get(key);
    if (same === undefined) variants.set(key, [fault]);
    else same.push(fault);
  }
  return [...variants.values()].map((same) => ({ faults: same, fault: same[0] as F }));
}

// Thousands of cores may each have failed hundreds of calls deep, and are looked at again and again.
const traceKeys = new WeakMap<CoreFault, string>();

/// Equal for faults whose calls are told in the same words.
export function traceKey(fault: CoreFault): string {
  let key = traceKeys.get(fault);
  if (key === undefined) {
    key = foldedCalls(fault.calls)
      .map((part) => (part.kind === "item" ? callKey(part.item) : foldWords(part)))
      .join("\n");
    traceKeys.set(fault, key);
  }
  return key;
}
