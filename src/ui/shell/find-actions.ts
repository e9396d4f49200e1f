// Finds names by a few letters of their words, as one remembers them: `step in`, `thm dark`, `bkp`.

/// How well a name fits what was typed: the more, the better; undefined if it does not. Every word that was typed must be found:
/// at the start of a word, within one, or by some of its letters. Of names that fit alike the first is meant.
export function fit(typed: string, name: string, also = ""): number | undefined {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const [inName, inBoth] = [name.toLowerCase(), `${name} ${also}`.toLowerCase()];
  let sum = 0;
  for (const word of words) {
    const found = fitOf(word, inName) ?? lessened(fitOf(word, inBoth));
    if (found === undefined) return undefined;
    sum += found;
  }
  return sum;
}

function fitOf(word: string, text: string): number | undefined {
  const at = text.indexOf(word);
  if (at === 0) return 8;
  if (text.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word))) return 6;
  if (at > 0) return 3;
  return isSpread(word, text) ? 1 : undefined;
}

function lessened(found: number | undefined): number | undefined {
  return found === undefined ? undefined : found / 2;
}

/// Whether the letters are among those of one word, in their order, the first of them at its start: `bkp` of `breakpoint`.
function isSpread(word: string, text: string): boolean {
  if (word.length < 3) return false;
  return text.split(/[^\p{L}\p{N}]+/u).some((one) => {
    if (one.charAt(0) !== word.charAt(0)) return false;
    let at = 0;
    for (const letter of word) {
      at = one.indexOf(letter, at) + 1;
      if (at === 0) return false;
    }
    return true;
  });
}
