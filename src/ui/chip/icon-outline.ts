import { filled, type IconName, icons } from "../shared/icons.ts";

/// A sign for a canvas, in its box.
export function iconOutline(name: IconName): { readonly path: Path2D; readonly filled: boolean } {
  const path = new Path2D();
  for (const [tag, attributes] of icons[name]) {
    const of = (key: string) => Number(attributes[key] ?? 0);
    if (tag === "path") path.addPath(new Path2D(String(attributes.d)));
    else if (tag === "rect") path.roundRect(of("x"), of("y"), of("width"), of("height"), of("rx"));
    else if (tag === "circle") {
      path.moveTo(of("cx") + of("r"), of("cy"));
      path.arc(of("cx"), of("cy"), of("r"), 0, 2 * Math.PI);
    } else if (tag === "line") {
      path.moveTo(of("x1"), of("y1"));
      path.lineTo(of("x2"), of("y2"));
    }
  }
  return { path, filled: filled.has(name) };
}
