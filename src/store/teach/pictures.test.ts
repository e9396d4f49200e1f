import { expect, it } from "vitest";
import { picturesIn, pictureText, withPicture } from "./pictures.ts";

const svg = '<svg viewBox="0 0 1 1"/>';

it("a picture gets a name that the text can use, and that no other has", () => {
  const one = withPicture([], "Ring – überall.SVG", svg);
  expect(one.name).toBe("Ring-u-berall.svg");
  const two = withPicture(one.pictures, "Ring-u-berall.svg", '<svg viewBox="0 0 2 2"/>');
  expect(two.name).toBe("Ring-u-berall-2.svg");
  expect(withPicture(two.pictures, "again.svg", svg)).toEqual({ pictures: two.pictures, name: one.name });
  expect(withPicture([], "図.svg", svg).name).toBe("picture.svg");
  const { part, back } = pictureText(two.name);
  expect([part.slice(0, -back), part.slice(-back)]).toEqual(["\n![", "](Ring-u-berall-2.svg)\n"]);
  expect(picturesIn({ pictures: [...two.pictures, { name: "notes.md", text: "" }] })).toEqual([one.name, two.name]);
});

it("what is none, or too large, is refused in words", () => {
  expect(() => withPicture([], "a.png", "\u0089PNG")).toThrow("a.png is no SVG.");
  expect(() => withPicture([], "a.svg", `<svg>${" ".repeat(1_100_000)}</svg>`)).toThrow("a.svg is larger than 1 MB");
});
