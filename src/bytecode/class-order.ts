/// Classes of ePython itself, such as its exceptions, have numbers from here on.
export const BUILT_IN_CLASS = 0x8000;

/// The classes in which an attribute of a class is looked for, itself first, as Python orders them (C3); undefined if its bases
/// contradict each other. `orderOf` has the order of a base.
export function classOrder(
  number: number,
  bases: readonly number[],
  orderOf: (base: number) => readonly number[] | undefined,
): number[] | undefined {
  const sequences = [...bases.map((base) => [...(orderOf(base) ?? [base])]), [...bases]];
  const order = [number];
  for (;;) {
    const left = sequences.filter((one) => one.length > 0);
    if (left.length === 0) return order;
    // The next is the first that stands behind no other.
    const next = left
      .map(([first]) => first as number)
      .find((one) => left.every((other) => other.lastIndexOf(one) <= 0));
    if (next === undefined) return undefined;
    order.push(next);
    for (const one of left) if (one[0] === next) one.shift();
  }
}
