/// Whether one insertion, deletion, exchange or swap of neighbours makes one word the other, or only capitals differ.
export function withinOneEdit(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.toLowerCase() === b.toLowerCase()) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/// The first of the candidates that is one edit away. Words of one or two letters are too short to guess from, unless
/// only their capitals differ.
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let found: string | undefined;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    if (candidate.toLowerCase() === word.toLowerCase()) return candidate;
    if (found === undefined && word.length > 2 && candidate.length > 1 && withinOneEdit(word, candidate)) {
      found = candidate;
    }
  }
  return found;
}
