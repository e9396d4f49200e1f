// Characters that stand where Python wants another, mostly because a word processor, a web page, a keyboard of another
// language or a chat has put them there: what each is called, and what to type.

export interface Lookalike {
  /// What it is, with its article and number: "a minus sign (U+2212)".
  readonly what: string;
  /// What to type; nothing if it has no business in a program.
  readonly plain: string;
}

const TABLE: ReadonlyMap<string, readonly [name: string, plain: string]> = new Map([
  ["\u2212", ["a minus sign", "-"]],
  ["\u2010", ["a hyphen", "-"]],
  ["\u2011", ["a non-breaking hyphen", "-"]],
  ["\u2012", ["a figure dash", "-"]],
  ["\u2013", ["an en dash", "-"]],
  ["\u2014", ["an em dash", "-"]],
  ["\u2015", ["a horizontal bar", "-"]],
  ["\u02d7", ["a small minus sign", "-"]],
  ["\ufe63", ["a small hyphen", "-"]],
  ["\u2795", ["a heavy plus sign", "+"]],
  ["\u2796", ["a heavy minus sign", "-"]],
  ["\u00d7", ["a multiplication sign", "*"]],
  ["\u2715", ["a multiplication sign", "*"]],
  ["\u2716", ["a multiplication sign", "*"]],
  ["\u2217", ["an asterisk operator", "*"]],
  ["\u22c5", ["a dot operator", "*"]],
  ["\u00b7", ["a middle dot", "*"]],
  ["\u2022", ["a bullet", "*"]],
  ["\u00f7", ["a division sign", "/"]],
  ["\u2797", ["a division sign", "/"]],
  ["\u2215", ["a division slash", "/"]],
  ["\u2044", ["a fraction slash", "/"]],
  ["\u2236", ["a ratio sign", ":"]],
  ["\ua789", ["a modifier colon", ":"]],
  ["\u2264", ["a less-or-equal sign", "<="]],
  ["\u2a7d", ["a less-or-equal sign", "<="]],
  ["\u2265", ["a greater-or-equal sign", ">="]],
  ["\u2a7e", ["a greater-or-equal sign", ">="]],
  ["\u2260", ["a not-equal sign", "!="]],
  ["\u2261", ["an identity sign", "=="]],
  ["\u2039", ["a single angle quotation mark", "<"]],
  ["\u203a", ["a single angle quotation mark", ">"]],
  ["\u2227", ["a logical and", "and"]],
  ["\u2228", ["a logical or", "or"]],
  ["\u00ac", ["a not sign", "not"]],
  ["\u2208", ["an element-of sign", "in"]],
  ["\u2026", ["an ellipsis", "..."]],
  ["\u00b9", ["a superscript one", "**1"]],
  ["\u00b2", ["a superscript two", "**2"]],
  ["\u00b3", ["a superscript three", "**3"]],
  ["\u3001", ["an ideographic comma", ","]],
  ["\u3002", ["an ideographic full stop", "."]],
  ["\u060c", ["an Arabic comma", ","]],
  ["\u061b", ["an Arabic semicolon", ";"]],
  ["\u037e", ["a Greek question mark", ";"]],
  ["\u201a", ["a low quotation mark", ","]],
  ["\u3010", ["a wide bracket", "["]],
  ["\u3011", ["a wide bracket", "]"]],
  ["\u3014", ["a wide bracket", "["]],
  ["\u3015", ["a wide bracket", "]"]],
]);

/// What is to be typed in place of a character, if that is known. Spaces, quotation marks and letters are not here.
export function lookalike(character: string): Lookalike | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) {
    const plain = String.fromCharCode(code - 0xfee0);
    return { what: numbered(`a wide ${plain}`, character), plain };
  }
  const row = TABLE.get(character);
  if (row !== undefined) return { what: numbered(row[0], character), plain: row[1] };
  const digit = digitOf(character);
  return digit === undefined
    ? undefined
    : { what: numbered("a digit from another script", character), plain: String(digit) };
}

/// `a minus sign (U+2212)`.
export function numbered(name: string, character: string): string {
  return `${name} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;
}

/// The value of a digit of any script but ours.
export function digitOf(character: string): number | undefined {
  if (!/^\p{Nd}$/u.test(character) || character.charCodeAt(0) < 128) return undefined;
  // The digits of a script lie one after the other, and begin with zero.
  let code = character.codePointAt(0) as number;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - 1))) {
    code--;
    value++;
  }
  return value;
}

// ── What cannot be seen ────────────────────────────────────────────────────

const INVISIBLE: ReadonlyMap<string, string> = new Map([
  ["\u00a0", "a non-breaking space"],
  ["\u202f", "a narrow non-breaking space"],
  ["\u3000", "a wide space"],
  ["\u2007", "a figure space"],
  ["\u200b", "a zero-width space"],
  ["\u200c", "an invisible non-joiner"],
  ["\u200d", "an invisible joiner"],
  ["\u2060", "an invisible word joiner"],
  ["\ufeff", "a byte order mark"],
  ["\u00ad", "a soft hyphen"],
  ["\u180e", "an invisible separator"],
  ["\u000b", "a vertical tab"],
  ["\u0085", "a next-line character"],
  ["\u2028", "a line separator"],
  ["\u2029", "a paragraph separator"],
]);

/// What an invisible character is called, if this is one; the usual spaces, tabs and ends of lines are none.
export function invisible(character: string): string | undefined {
  const named = INVISIBLE.get(character);
  if (named !== undefined) return numbered(named, character);
  if (isBidi(character)) return numbered("an invisible character that changes the direction of text", character);
  if (/^[\u2061-\u2064\u206a-\u206f\u{e0000}-\u{e007f}]$/u.test(character))
    return numbered("an invisible character", character);
  if (/^\s$/.test(character) && !/^[ \t\f\n\r]$/.test(character)) return numbered("a special space", character);
  if (/^\p{Cc}$/u.test(character) && !/^[\t\f\n\r]$/.test(character)) return numbered("a control character", character);
  return undefined;
}

/// Whether an invisible character takes the room of a space, so that one belongs in its place.
export function isWideSpace(character: string): boolean {
  return /^[\s\u2028\u2029\u0085]$/.test(character) && character !== "\ufeff";
}

/// Whether a character turns the direction of the text behind it, so that a program may look otherwise than it is.
function isBidi(character: string): boolean {
  return /^[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]$/.test(character);
}

/// Those of them that can hide what a line does even in text and comments.
export const BIDI_IN_TEXT = /[\u202a-\u202e\u2066-\u2069]/;

// ── Letters ────────────────────────────────────────────────────────────────

// Cyrillic and Greek letters that look like Latin ones.
const OTHERS = "аеорсухіјѕԁһԛԝѵАВЕКМНОРСТУХІЈЅԚԜαοινρυκχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
const LATIN = "aeopcyxijsdhqwvABEKMHOPCTYXIJSQWaoivpukxABEZHIKMNOPTYX";
const TWINS: ReadonlyMap<string, string> = new Map(Array.from(OTHERS, (one, k) => [one, LATIN[k] as string]));

/// The name with Latin letters in place of those of other alphabets that look like them, if all of it is Latin then and it
/// was not before; with the first of them. Names that are wholly in another alphabet are left in peace.
export function latinTwin(
  name: string,
): { readonly plain: string; readonly letter: string; readonly latin: string } | undefined {
  let plain = "";
  let letter: string | undefined;
  for (const character of name) {
    const twin = TWINS.get(character);
    if (twin !== undefined) letter ??= character;
    plain += twin ?? character;
  }
  if (letter === undefined || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(plain)) return undefined;
  return { plain, letter, latin: TWINS.get(letter) as string };
}

/// Whether a name has Latin letters and ones of another alphabet that look like Latin ones.
export function isMixed(name: string): boolean {
  return /[A-Za-z]/.test(name) && latinTwin(name) !== undefined;
}

/// What a letter of another alphabet is called.
export function letterName(letter: string): string {
  return numbered(/\p{Script=Greek}/u.test(letter) ? "a Greek letter" : "a Cyrillic letter", letter);
}
