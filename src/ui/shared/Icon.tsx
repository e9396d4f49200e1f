import { createElement } from "react";
import { filled, type IconName, iconBox, icons } from "./icons.ts";

export type { IconName } from "./icons.ts";

const shapes = (name: IconName) =>
  icons[name].map(([tag, attributes], key) => createElement(tag, { ...attributes, key }));

const classOf = (name: IconName) => (filled.has(name) ? "icon filled" : "icon");

/// A small sign. It is always beside a word or on something that has a label, so it is hidden from assistive technology.
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={classOf(name)} viewBox={`0 0 ${iconBox} ${iconBox}`} aria-hidden="true">
      {shapes(name)}
    </svg>
  );
}

/// The same sign inside another drawing, 12 pixels each way, its corner at (x, y).
export function IconMark({ name, x, y }: { readonly name: IconName; readonly x: number; readonly y: number }) {
  return (
    <g className={classOf(name)} transform={`translate(${x} ${y}) scale(${12 / iconBox})`}>
      {shapes(name)}
    </g>
  );
}
