/// The index of the first of a list's elements for which something does not hold that holds for those before it, from `from` on; the
/// list's length if there is none.
export function firstNot<T>(list: readonly T[], holds: (one: T) => boolean, from = 0): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
