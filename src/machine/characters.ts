// What Python takes characters for, by their codes: letters, digits, white space and the rest.

const test = (pattern: RegExp) => (code: number) => pattern.test(String.fromCodePoint(code));

/// What `split` and `strip` go by.
export function isSpace(code: number): boolean {
  if (code === 0xfeff) return false;
  return /\s/.test(String.fromCodePoint(code)) || (code >= 0x1c && code <= 0x1f) || code === 0x85;
}

export const isLetter = test(/\p{L}/u);
export const isDecimal = test(/\p{Nd}/u);

/// Decimals, and digits that no number is written with, such as those of an exponent.
export const isDigit = test(
  /[\p{Nd}²³¹\u1369-\u1371\u19da⁰⁴-⁹₀-₉①-⑨⑴-⑼⒈-⒐⓪⓵-⓽⓿❶-❾➀-➈➊-➒\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]/u,
);

// The ideographs that stand for numbers.
const IDEOGRAPHS =
  "㐅㒃㠪㭍一七万三九二五亖亿什仟仨伍佰億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拾捌柒漆玖百肆萬貮貳贰阡陆陌陸零\\uf96b\\uf973\\uf978\\uf9b2\\uf9d1\\uf9d3\\uf9fd𠀁𠁤𠃢𠄡𠤪𠦃𠦌𠦜𠫪𠫽𠬙𢎐𢦘𣬛𦉭\\u{2f890}";

/// Everything that stands for a number.
export const isNumeric = test(new RegExp(`[\\p{N}${IDEOGRAPHS}]`, "u"));

export const isLower = test(/\p{Lowercase}/u);
export const isUpper = test(/\p{Uppercase}/u);
const isTitle = test(/\p{Lt}/u);

/// Whether a letter begins a word as titles have it.
export function beginsTitle(code: number): boolean {
  return isUpper(code) || isTitle(code);
}

/// Whether a character has a large and a small form.
export function isCased(code: number): boolean {
  return isLower(code) || beginsTitle(code);
}

/// Whether `repr` shows a character as it is.
export function isPrintable(code: number): boolean {
  return code === 0x20 || !/[\p{C}\p{Z}]/u.test(String.fromCodePoint(code));
}

/// Whether a text may be a name in a program.
export function isIdentifier(text: string): boolean {
  return /^[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(text);
}

/// Where `splitlines` ends a line.
export function isLineEnd(code: number): boolean {
  return (
    (code >= 0x0a && code <= 0x0d) ||
    (code >= 0x1c && code <= 0x1e) ||
    code === 0x85 ||
    code === 0x2028 ||
    code === 0x2029
  );
}

// ── Large and small ────────────────────────────────────────────────────────

// Of these the form that begins a title is neither large nor small.
const TITLES: Readonly<Record<string, string>> = {
  Ǆ: "ǅ",
  ǅ: "ǅ",
  ǆ: "ǅ",
  Ǉ: "ǈ",
  ǈ: "ǈ",
  ǉ: "ǈ",
  Ǌ: "ǋ",
  ǋ: "ǋ",
  ǌ: "ǋ",
  Ǳ: "ǲ",
  ǲ: "ǲ",
  ǳ: "ǲ",
};

/// A character as it begins a title.
function titled(character: string): string {
  const own = TITLES[character];
  if (own !== undefined) return own;
  // The iota below a Greek letter stays there.
  const code = character.codePointAt(0) as number;
  if (code >= 0x1f80 && code < 0x1fb0) return String.fromCodePoint(code | 8);
  // Georgian has large letters, but not at the beginning of titles.
  if (/\p{Script=Georgian}/u.test(character)) return character;
  const [first = "", ...rest] = Array.from(character.toUpperCase());
  if (rest.length === 0) return first;
  return isCased(first.codePointAt(0) as number) ? first + rest.join("").toLowerCase() : first + rest.join("");
}

/// A text with each word as titles have it.
export function titleCase(text: string): string {
  let out = "";
  let inWord = false;
  const lower = lowered(text);
  Array.from(text).forEach((character, k) => {
    out += inWord ? lower[k] : titled(character);
    inWord = isCased(character.codePointAt(0) as number);
  });
  return out;
}

/// A text with large letters small and small ones large.
export function swappedCase(text: string): string {
  const lower = lowered(text);
  return Array.from(text, (character, k) => {
    const code = character.codePointAt(0) as number;
    return isUpper(code) ? lower[k] : isLower(code) ? character.toUpperCase() : character;
  }).join("");
}

/// A text with its first character as titles have it, and the rest small.
export function capitalized(text: string): string {
  const [first = ""] = Array.from(text);
  return titled(first) + lowered(text).slice(1).join("");
}

/// The small form of each character: that of a sigma goes by where it stands in a word.
function lowered(text: string): string[] {
  const characters = Array.from(text);
  if (!text.includes("Σ")) return characters.map((character) => character.toLowerCase());
  return characters.map((character, k) => {
    if (character !== "Σ") return character.toLowerCase();
    const before = characters.slice(0, k).join("");
    const after = characters.slice(k + 1).join("");
    // Only whether letters are next to it counts.
    return Array.from(`${before}Σ${after}`.toLowerCase()).includes("ς") && isLastOfWord(before, after) ? "ς" : "σ";
  });
}

function isLastOfWord(before: string, after: string): boolean {
  return /\p{Cased}\p{Case_Ignorable}*$/u.test(before) && !/^\p{Case_Ignorable}*\p{Cased}/u.test(after);
}

/// A text for comparing without regard to large and small letters.
export function folded(text: string): string {
  return Array.from(text, foldedCharacter).join("");
}

function foldedCharacter(character: string): string {
  if (/\p{Script=Cherokee}/u.test(character)) return character.toUpperCase();
  // What differs in its large form only, as ß and ς do, is one when folded.
  return /[ıİ]/.test(character)
    ? character.replace("İ", "i̇")
    : character.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
}

/// A character as it is written by its code.
export function escaped(code: number): string {
  const digits = code.toString(16);
  if (code < 0x100) return `\\x${digits.padStart(2, "0")}`;
  return code < 0x10000 ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}
