import MarkdownIt from "markdown-it";
import { cleanHtml, cleanPicture } from "./clean.ts";

interface Surroundings {
  readonly pictures: Readonly<Record<string, string>>;
}

const reader = new MarkdownIt({ html: false, linkify: false, typographer: false });
reader.validateLink = (link) => /^https:\/\//i.test(link.trim()) || /^[\w-]+\.svg$/.test(link);

reader.renderer.rules.image = (tokens, index, _options, env) => {
  const token = tokens[index];
  const surroundings = env as Surroundings | undefined;
  const words = token?.content ?? "";
  const name = String(token?.attrGet("src") ?? "");
  const svg = Object.hasOwn(surroundings?.pictures ?? {}, name) ? surroundings?.pictures[name] : undefined;
  const picture = svg === undefined ? "" : cleanPicture(svg, words);
  return picture === "" ? `<em>${reader.utils.escapeHtml(words)}</em>` : `<span class="picture">${picture}</span>`;
};

reader.renderer.rules.fence = (tokens, index) => {
  const token = tokens[index];
  const text = reader.utils.escapeHtml(token?.content ?? "");
  // A block that scrolls must be reached by keyboard.
  const code = `<pre tabindex="0"><code>${text}</code></pre>`;
  if (token?.info.trim().split(/\s/)[0] !== "python") return code;
  const button = (act: string, words: string): string =>
    `<button type="button" class="button small" data-act="${act}">${words}</button>`;
  return `<div class="code-block">${code}<div class="code-acts">${button("copy", "Copy")}${button("insert", "Insert")}</div></div>`;
};

// Steps have headings of their own above these.
reader.core.ruler.push("lower-headings", (state) => {
  for (const token of state.tokens) {
    if (token.type === "heading_open" || token.type === "heading_close") {
      token.tag = `h${Math.max(4, Number(token.tag.slice(1)))}`;
    }
  }
});

/// Markdown as HTML that may be put into the page, whoever wrote it.
export function htmlOf(markdown: string, pictures: Readonly<Record<string, string>>): string {
  return cleanHtml(reader.render(markdown, { pictures }));
}
