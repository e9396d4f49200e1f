import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ui = dirname(dirname(fileURLToPath(import.meta.url)));
const sheets = readdirSync(ui, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => file.endsWith(".css"));

/// Paper is measured in points and millimetres.
const exceptions = ["print/print.css"];

const space = String.raw`(0|auto|var\(--space-\w+\)|calc\((-?\d+ \* )?var\(--space-\w+\)( [+-] var\(--space-\w+\))*\))`;
const size = String.raw`(inherit|var\(--size-\w+\))`;

/// What may be said of sizes: tokens, and sums of them.
const allowed: readonly (readonly [property: RegExp, value: RegExp])[] = [
  [/^font-size$/, new RegExp(`^${size}$`)],
  [/^font$/, new RegExp(`^(inherit|(\\d+ )?${size}( / [\\d.]+(px)?)? var\\(--(font|mono)\\))$`)],
  [/^border(-\w+-\w+)?-radius$/, /^((0|50%|inherit|var\(--radius\))( |$))+$/],
  [/^(padding|margin|(row-|column-)?gap)(-\w+)*$|^border-spacing$/, new RegExp(`^(${space}( |$))+$`)],
];

/// The declarations of a style sheet that say a size of their own, as `property: value`.
function strangers(css: string): string[] {
  const plain = css.replace(/\/\*.*?\*\//gs, "");
  return [...plain.matchAll(/(?<=[{;]\s*)([\w-]+):\s*([^;{}]+?)\s*(?=[;}])/g)]
    .filter(([, property = "", value = ""]) => allowed.some(([of, good]) => of.test(property) && !good.test(value)))
    .map(([, property, value]) => `${property}: ${value}`);
}

describe("the sizes in style sheets", () => {
  it.each(sheets.filter((file) => !exceptions.includes(file)))("are tokens in %s", (file) => {
    expect(strangers(readFileSync(join(ui, file), "utf8"))).toEqual([]);
  });

  it("are found where they are not", () => {
    const css = `.a { font-size: 13px; padding: 0 var(--space-2); } /* margin: 3px; */
      .b { font: 700 11px var(--mono); margin-top: calc(2 * 3px); gap: 4px 0 } .c { border-radius: 3px; margin: 0 auto; }`;
    expect(strangers(css)).toEqual([
      "font-size: 13px",
      "font: 700 11px var(--mono)",
      "margin-top: calc(2 * 3px)",
      "gap: 4px 0",
      "border-radius: 3px",
    ]);
  });

  it("have few exceptions, each of which exists", () => {
    expect(sheets).toEqual(expect.arrayContaining(exceptions));
  });

  it("use tokens that exist", () => {
    const defined = new Set(readFileSync(join(ui, "theme/tokens.css"), "utf8").match(/--[\w-]+(?=:)/g));
    const used = sheets.flatMap((file) => [
      ...readFileSync(join(ui, file), "utf8").matchAll(/var\((--(?:size|space|radius|touch|icon)[\w-]*)\)/g),
    ]);
    expect(used.length).toBeGreaterThan(100);
    expect(used.map(([, name]) => name).filter((name) => !defined.has(name))).toEqual([]);
  });
});
