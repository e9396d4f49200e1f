// What a picture of a lesson costs the page that shows it. It must be cleaned there, as no thread can do that, an element and an
// attribute at a time.

/// Elements and attributes of a picture; of malformed XML, an upper bound.
export function marksOf(svg: string): number {
  let marks = 0;
  for (let at = 0; at < svg.length; ) {
    piece.lastIndex = at;
    const found = piece.exec(svg);
    if (found === null) return svg.match(/[<=\s/"']/g)?.length ?? 0;
    const [all, attributes] = found;
    if (attributes !== undefined) marks += 1 + (attributes.replace(values, "=").match(/=/g)?.length ?? 0);
    at += all.length;
  }
  return marks;
}

const values = /=\s*(?:"[^"]*"|'[^']*')/g;

// An element's beginning, with its attributes; its end; a comment, an instruction or a declaration; or text. What may
// be read in another way by a browser, as a comment with `<` in it, is none of these.
const piece =
  /<[A-Za-z][\w:.-]*((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>|<\/[A-Za-z][\w:.-]*\s*>|<!--[^<]*?-->|<\?[^>]*>|<!\[CDATA\[[^<]*?\]\]>|<![^>]*>|[^<]+/y;
