// Drawn in a box of 12 by 12.
const paths = {
  play: "M3.5 2 10 6l-6.5 4z",
  slowly: "M2 2.5 5.5 6 2 9.5M6.5 2.5 10 6 6.5 9.5",
  previous: "M3 2.5v7M9.5 2.5 5 6l4.5 3.5z",
  next: "M9 2.5v7M2.5 2.5 7 6l-4.5 3.5z",
  stop: "M3 3h6v6H3z",
  pause: "M4 2.5v7M8 2.5v7",
  over: "M1.5 7.5a4.5 4.5 0 0 1 8.6-1.6M10.4 2.6v3.5H6.9M6 9.8v.1",
  into: "M6 1.5v6M3.4 5 6 7.6 8.6 5M6 10.4v.1",
  out: "M6 7.8v-6M3.4 4.2 6 1.6l2.6 2.6M6 10.4v.1",
  back: "M10.5 7.5a4.5 4.5 0 0 0-8.6-1.6M1.6 2.6v3.5h3.5M6 9.8v.1",
  here: "M2 6h7M6.5 3.5 9 6 6.5 8.5M10.8 2.5v7",
  origin: "M10.8 6H3M5.5 3.5 3 6l2.5 2.5M1.2 2.5v7",
  picture: "M1.5 2h9v8h-9zM1.5 8 4.5 5.5 6.5 7.3 8.3 6 10.5 8M8 4.2v.1",
  opened: "M2.5 4.2 6 7.8l3.5-3.6",
  closed: "M4.2 2.5 7.8 6 4.2 9.5",
  dot: "M6 3.2a2.8 2.8 0 1 0 .01 0",
  plus: "M6 2v8M2 6h8",
  columns: "M1.5 2h9v8h-9zM4.5 2v8M7.5 2v8",
  close: "M3 3l6 6M9 3 3 9",
  check: "M2 6.5 4.8 9.3 10 3.5",
  send: "M3 9l6-6M4.5 3H9v4.5",
  receive: "M9 3 3 9M3 4.5V9h4.5",
  swap: "M1.5 4.2h8.5L7.8 2M10.5 7.8H2L4.2 10",
  merge: "M2 2.5 6 6.5l4-4M6 6.5V11",
  bars: "M4 2v8M8 2v8",
  prompt: "M2 3l3 3-3 3M6.5 9.5H10",
  lines: "M2 3h8M2 6h8M2 9h5",
  lock: "M2.5 5.5h7V10h-7zM4 5.5V4a2 2 0 0 1 4 0v1.5",
  ring: "M6 3.5a2.5 2.5 0 1 0 .01 0",
  error: "M6 1.5a4.5 4.5 0 1 0 .01 0M6 3.8v2.7M6 8.3v.1",
  warning: "M6 2 11 10.3H1zM6 5v2.3M6 8.7v.1",
  hint: "M6 1.5a4.5 4.5 0 1 0 .01 0M6 5.6v2.8M6 3.7v.1",
  copy: "M4 4h6v6H4zM8 4V2H2v6h2",
  download: "M6 1.5v6M3.5 5 6 7.5 8.5 5M2 10.3h8",
  upload: "M6 10.3v-6M3.5 6.5 6 4l2.5 2.5M2 1.7h8",
  share: "M6 7.5V1.5M3.8 3.5 6 1.3l2.2 2.2M3.5 5.5H2v5h8v-5H8.5",
  leave: "M5 2.5H2.5v7h7V7M7 2h3v3M10 2 5.5 6.5",
  clear: "M2 3.5h8M4.5 3.5V2h3v1.5M3 3.5l.6 7h4.8l.6-7",
  sliders: "M1.5 4h9M1.5 8h9M4 2.5v3M8 6.5v3",
  help: "M4.2 4.3a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.7-.8 1.3M6 9.5v.1",
  theme: "M6 1.5a4.5 4.5 0 1 0 .01 0M6 1.5v9",
  rename: "M2 10l.5-2.2L8 2.3 9.7 4 4.2 9.5z",
  wrap: "M1.5 3h9M1.5 6.2h7a1.8 1.8 0 0 1 0 3.6H6M7.6 8 5.8 9.8l1.8 1.7M1.5 9.8h2",
  minus: "M2 6h8",
  chip: "M2 2h3v3H2zM7 2h3v3H7zM2 7h3v3H2zM7 7h3v3H7z",
  book: "M6 3C5 2.2 3.5 2 1.5 2v7.5c2 0 3.5.2 4.5 1 1-.8 2.5-1 4.5-1V2C8.5 2 7 2.2 6 3zM6 3v7.5",
  file: "M3 1.5h4L9.5 4v6.5H3zM7 1.5V4h2.5",
  down: "M6 2v8M2.5 6.5 6 10l3.5-3.5",
} as const;

export type IconName = keyof typeof paths;

const filled: ReadonlySet<IconName> = new Set(["play", "stop", "dot"]);

/// A small sign. It is always beside a word or on something that has a label, so it is hidden from assistive technology.
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={filled.has(name) ? "icon filled" : "icon"} viewBox="0 0 12 12" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

/// The same sign inside another drawing, its corner at (x, y).
export function IconMark({ name, x, y }: { readonly name: IconName; readonly x: number; readonly y: number }) {
  return (
    <g className={filled.has(name) ? "icon filled" : "icon"} transform={`translate(${x} ${y})`}>
      <path d={paths[name]} />
    </g>
  );
}

/// The same sign for a canvas, in its box of 12 by 12.
export function iconOutline(name: IconName): { readonly path: Path2D; readonly filled: boolean } {
  return { path: new Path2D(paths[name]), filled: filled.has(name) };
}
