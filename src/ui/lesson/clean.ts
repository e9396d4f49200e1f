import DOMPurify, { type Config } from "dompurify";
import { cleaned } from "../start/trusted-types.ts";

// What lessons show may come from anyone. Markdown is turned into HTML without letting HTML through, and what comes of it
// is cleaned all the same: only what is named here stays.

const htmlTags =
  "h3 h4 h5 h6 p br hr ul ol li strong em s del code pre kbd blockquote a table thead tbody tr th td div span button".split(
    " ",
  );
const svgTags =
  "svg g path rect circle ellipse line polyline polygon text tspan defs marker linearGradient stop title desc".split(
    " ",
  );
const svgAttributes = (
  "viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform fill stroke stroke-width stroke-dasharray stroke-linecap " +
  "stroke-linejoin fill-opacity stroke-opacity opacity font-size font-weight font-family text-anchor dominant-baseline " +
  "marker-end marker-start marker-mid refX refY markerWidth markerHeight markerUnits orient offset stop-color id class dx dy"
).split(" ");
const htmlAttributes = "href target rel type tabindex data-act role aria-label start class".split(" ");

/// The classes that a picture may use; docs/lessons.md says what for.
const pictureClasses: ReadonlySet<string> = new Set(
  (
    "line line-soft line-accent fill-soft fill-surface fill-accent fill-text text text-soft text-accent " +
    "run wait comm fail"
  ).split(" "),
);

const common: Config = { ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false, ALLOW_UNKNOWN_PROTOCOLS: false };
const page = DOMPurify();
const pictures = DOMPurify();
let prefix = "";

// Names within a picture must not meet those of the page or of another picture; and nothing may be fetched.
pictures.addHook("uponSanitizeAttribute", (_, data) => {
  const { attrName, attrValue } = data;
  if (attrName === "id") data.attrValue = prefix + attrValue;
  else if (attrName === "class") {
    data.attrValue = attrValue
      .split(/\s+/)
      .filter((name) => pictureClasses.has(name))
      .join(" ");
  } else if (/url\s*\(|\\/i.test(attrValue)) {
    const local = /^url\(#([\w-]+)\)$/.exec(attrValue.trim());
    if (local === null) data.keepAttr = false;
    else data.attrValue = `url(#${prefix}${local[1]})`;
  }
});

// A link leads out of the page into a tab of its own, or nowhere.
page.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName !== "A") return;
  if (!/^https:\/\//i.test(node.getAttribute("href") ?? "")) node.removeAttribute("href");
  node.setAttribute("target", "_blank");
  node.setAttribute("rel", "noopener noreferrer");
});

let made = 0;

/// A picture as SVG that may be put into the page, read out as `words`; empty when it is none.
export function cleanPicture(svg: string, words: string): string {
  prefix = `picture-${++made}-`;
  const clean = pictures.sanitize(svg, { ...common, ALLOWED_TAGS: svgTags, ALLOWED_ATTR: svgAttributes });
  const holder = new DOMParser().parseFromString(cleaned(clean), "text/html").querySelector("svg");
  if (holder === null) return "";
  holder.setAttribute("role", "img");
  holder.setAttribute("aria-label", words);
  return holder.outerHTML;
}

/// HTML that may be put into the page.
export function cleanHtml(html: string): string {
  return page.sanitize(html, {
    ...common,
    ALLOWED_TAGS: [...htmlTags, ...svgTags],
    ALLOWED_ATTR: [...htmlAttributes, ...svgAttributes],
    // Words with a colon in them are not addresses.
    ADD_URI_SAFE_ATTR: ["aria-label"],
  });
}
