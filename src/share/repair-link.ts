// Addresses on their way through mail, chats and documents. What these do to a link, and how it is undone:
//
//   lab/#V1.abc            the letter was made a capital one
//   lab/#v1%2Eabc          its dot was escaped
//   lab/%23v1.abc          its # was escaped, so that all of it became part of the path or of the query
//   lab/#v1.abc).          the sentence around it was taken for a part of it
//   lab/#v1.abc?utm_id=7   something that counts visitors was put behind it
//   lab/#v1.ab=\n c        it was wrapped, with blanks, line ends, soft hyphens or characters without a width
//   lab/#v1.ab\_c          its _ was escaped, as in Markdown
//   lab/#v1.ab—c           its -- became a dash

import { mostPackedCharacters } from "../base/limits.ts";

/// Where an address holds what was handed on, and the address without it.
export interface Travelled {
  /// With its `#`; "" when the address has none.
  readonly fragment: string;
  /// Path and query, as they were before something was put into them.
  readonly rest: string;
}

/// As `location` has it.
interface Address {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

const escapedHash = /%(?:25)*23(?=(?:v|assignment(?:\.|%(?:25)*2e)v)\d)/i;

/// The fragment of an address, also where its `#` was escaped.
export function fragmentOf({ pathname, search, hash }: Address): Travelled {
  const rest = pathname + search;
  const found = escapedHash.exec(rest);
  if (hash.length > 1 || found === null) return { fragment: hash.length > 1 ? hash : "", rest };
  return { fragment: `#${rest.slice(found.index + found[0].length)}`, rest: rest.slice(0, found.index) };
}

/// A link's version and what it packs; null for a fragment that is no link to anything of `kind`: `#v1.…` for a project,
/// `#assignment.v1.…` for an assignment.
export function linkParts(
  fragment: string,
  kind: "" | "assignment." = "",
): { readonly version: string; readonly packed: string } | null {
  // Beyond that it is too long whatever it says.
  const text = fragment.length > 2 * mostPackedCharacters ? fragment : unescaped(fragment);
  const start = text.startsWith("#") ? 1 : 0;
  if (text.slice(start, start + kind.length).toLowerCase() !== kind) return null;
  const [, version, packed = ""] = /^v(\d{1,4})\.(.*)$/is.exec(text.slice(start + kind.length)) ?? [];
  return version === undefined ? null : { version, packed };
}

/// Possible originals of a link that mail or chat has changed, the likeliest first; a handful at most.
export function repairs(packed: string): readonly string[] {
  if (packed.length > mostPackedCharacters) return [packed];
  const bare = packed.replace(/[\s\p{Cf}\\]|=(?=\r?\n)/gu, "");
  const asTheyAre = cut(bare);
  return [
    ...new Set([
      packed,
      asTheyAre,
      // Markdown's emphasis around it.
      asTheyAre.replace(/[-_]+$/, ""),
      cut(bare.replaceAll("=", "")),
      cut(bare.replaceAll("—", "--").replaceAll("–", "-")),
      cut(bare.replaceAll("—", "--").replaceAll("–", "--")),
    ]),
  ];
}

/// Up to the first character that packed text cannot have.
function cut(text: string): string {
  return /^[\w-]*/.exec(text)?.[0] ?? "";
}

/// Undoes escapes, also of escapes; as it is when they are broken.
function unescaped(text: string): string {
  let before = text;
  for (let times = 0; times < 3; times++) {
    try {
      const after = decodeURIComponent(before);
      if (after === before) break;
      before = after;
    } catch {
      break;
    }
  }
  return before;
}
