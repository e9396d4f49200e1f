/// Ascending ids in short: `0–3, 7`.
export function idRanges(ids: readonly number[]): string {
  const parts: string[] = [];
  for (let start = 0; start < ids.length; ) {
    let end = start;
    while (ids[end + 1] === (ids[end] ?? 0) + 1) end++;
    if (end - start >= 2) parts.push(`${ids[start]}–${ids[end]}`);
    else for (let index = start; index <= end; index++) parts.push(String(ids[index]));
    start = end + 1;
  }
  return parts.join(", ");
}
