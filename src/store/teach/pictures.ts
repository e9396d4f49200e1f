import { encodeUtf8 } from "../../base/bytes.ts";
import { megabytes, mostPackFileBytes } from "../../base/limits.ts";
import type { Exercise } from "./draft.ts";

type Pictures = Exercise["pictures"];

/// A lesson's pictures with one more, and the name that it has there. Throws an error in words for people.
export function withPicture(
  pictures: Pictures,
  file: string,
  text: string,
): { readonly pictures: Pictures; readonly name: string } {
  if (!/<svg[\s>]/i.test(text))
    throw new Error(`${file} is no SVG. Lessons show drawings in SVG, in the page’s colours.`);
  if (encodeUtf8(text).length > mostPackFileBytes)
    throw new Error(`${file} is larger than ${megabytes(mostPackFileBytes)}, too large for a lesson.`);
  const same = pictures.find((one) => one.text === text);
  if (same !== undefined) return { pictures, name: same.name };
  const name = freeName(file, pictures);
  return { pictures: [...pictures, { name, text }], name };
}

/// A name that Markdown can link to, and no other file has.
function freeName(file: string, pictures: Pictures): string {
  const base =
    file
      .replace(/\.svg$/i, "")
      .normalize("NFKD")
      .replace(/[^A-Za-z0-9_-]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 40) || "picture";
  const taken = new Set(pictures.map(({ name }) => name));
  let name = `${base}.svg`;
  for (let k = 2; taken.has(name); k++) name = `${base}-${k}.svg`;
  return name;
}

/// The pictures that can be shown in its text; what else lies beside a lesson is none of them.
export function picturesIn({ pictures }: Pick<Exercise, "pictures">): readonly string[] {
  return pictures.map(({ name }) => name).filter((name) => name.endsWith(".svg"));
}

/// What shows a picture in the text of a lesson, and how far from its end stand the words for those who do not see it, which are still
/// to be written.
export function pictureText(name: string): { readonly part: string; readonly back: number } {
  const end = `](${name})\n`;
  return { part: `\n![${end}`, back: end.length };
}
