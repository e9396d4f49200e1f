// How an embedded page is asked for: `?embed=1&view=split&readonly=1&run=1&depth=essentials`, and the project in the fragment.

export const embedViews = ["split", "code", "chip", "output"] as const;
export type EmbedView = (typeof embedViews)[number];

export interface Embed {
  readonly view: EmbedView;
  /// Whether the program can only be read and run.
  readonly readonly: boolean;
  /// Whether it runs as soon as it is there.
  readonly run: boolean;
  /// How much it shows. Embeds made before there was a choice show everything.
  readonly depth: "essentials" | "everything";
}

/// What the query of an address asks for; null when it is not for an embed.
export function readEmbed(query: string): Embed | null {
  // An address that was copied out of HTML still has its `&amp;`.
  const asked = new URLSearchParams(query.replaceAll("&amp;", "&"));
  if (asked.get("embed") !== "1") return null;
  const view = embedViews.find((name) => name === asked.get("view")) ?? "split";
  const depth = asked.get("depth") === "essentials" ? "essentials" : "everything";
  return { view, readonly: asked.get("readonly") === "1", run: asked.get("run") === "1", depth };
}

/// The query that asks for it.
function embedQuery({ view, readonly, run, depth }: Embed): string {
  return `?embed=1&view=${view}${readonly ? "&readonly=1" : ""}${run ? "&run=1" : ""}${depth === "essentials" ? "&depth=essentials" : ""}`;
}

/// HTML that puts an embed into another page.
export function embedCode(page: string, embed: Embed, link: string, title: string): string {
  const height = { split: 480, code: 400, chip: 600, output: 400 }[embed.view];
  const address = attribute(`${page}${embedQuery(embed)}${link}`);
  return (
    `<iframe src="${address}" title="${attribute(title)}" width="100%" height="${height}" ` +
    `style="border: 0" loading="lazy" allow="clipboard-write"></iframe>`
  );
}

/// A text as the value of an HTML attribute.
function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
