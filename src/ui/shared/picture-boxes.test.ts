import { describe, expect, it } from "vitest";
import { paint } from "./picture-boxes.ts";

describe("the colours of a picture", () => {
  it.each([
    ["rgb(1, 2, 3)", 'fill="rgb(1, 2, 3)"'],
    ["rgba(1, 2, 3, 0.5)", 'fill="rgb(1, 2, 3)" fill-opacity="0.5"'],
    ["color(srgb 0 0.5 1)", 'fill="rgb(0, 128, 255)"'],
    ["color(srgb 0 0.5 1 / 0.25)", 'fill="rgb(0, 128, 255)" fill-opacity="0.25"'],
  ])("are written as SVG has them: %s", (colour, written) => {
    expect(paint("fill", colour)).toBe(written);
  });
});
