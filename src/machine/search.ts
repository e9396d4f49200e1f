// Where one text stands in another: Knuth, Morris and Pratt's way, which looks at each character of both once or twice,
// whatever they are, so that no search takes long.

/// How far a text that has matched so far still matches when the next character does not: of its first k + 1 characters,
/// how many at their end are its first ones again.
export function overlaps(part: ArrayLike<number>): Int32Array {
  const table = new Int32Array(part.length);
  for (let at = 1, same = 0; at < part.length; at++) {
    while (same > 0 && part[at] !== part[same]) same = table[same - 1] as number;
    if (part[at] === part[same]) same++;
    table[at] = same;
  }
  return table;
}

/// The first place from `from` on where `part`, whose overlaps these are, stands in `text` and ends before `to`; or -1.
export function placeOf(
  text: ArrayLike<number>,
  part: ArrayLike<number>,
  table: Int32Array,
  from: number,
  to: number,
): number {
  if (part.length === 0) return from <= to ? from : -1;
  let same = 0;
  for (let at = from; at < to; at++) {
    while (same > 0 && text[at] !== part[same]) same = table[same - 1] as number;
    if (text[at] === part[same]) same++;
    if (same === part.length) return at + 1 - same;
  }
  return -1;
}
