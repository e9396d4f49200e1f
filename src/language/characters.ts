// As in Python.
const UNICODE_START = /^[\p{XID_Start}_]$/u;
const UNICODE_PART = /^[\p{XID_Continue}]$/u;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/// Space, tab or form feed.
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 12;
}

export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/// How many UTF-16 units the first character of a name takes at this offset; 0 if no name starts there.
export function nameStartAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 ? 1 : 0;
  return unicodeAt(text, at, UNICODE_START);
}

/// The offset at which the name that goes on at this offset ends.
export function nameEnd(text: string, at: number): number {
  for (;;) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || isDigit(code))) return at;
      at++;
    } else {
      const size = unicodeAt(text, at, UNICODE_PART);
      if (size === 0) return at;
      at += size;
    }
  }
}

/// The offset of the end of the line that this offset is in, its line end excluded.
export function lineEndAt(text: string, at: number): number {
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

/// The offset just behind the line end at this offset.
export function pastLineEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) return at + 2;
  return Math.min(at + 1, text.length);
}

function unicodeAt(text: string, at: number, pattern: RegExp): number {
  const code = text.codePointAt(at);
  if (code === undefined) return 0;
  const character = String.fromCodePoint(code);
  return pattern.test(character) ? character.length : 0;
}
