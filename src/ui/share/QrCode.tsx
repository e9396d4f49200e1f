import { encode } from "uqr";

/// Longer texts make a pattern that few cameras can read from a screen, in characters.
export const mostQrCharacters = 1200;

const quiet = 4;

/// A QR code of an address. Always dark on light: many readers know it no other way round.
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: "L", border: 0 });
  const dark = data.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  const side = size + 2 * quiet;
  return (
    <svg className="qr-code" viewBox={`${-quiet} ${-quiet} ${side} ${side}`} role="img" aria-label={label}>
      <path fill="#fff" d={`M${-quiet} ${-quiet}h${side}v${side}h${-side}z`} />
      <path fill="#000" shapeRendering="crispEdges" d={dark.join("")} />
    </svg>
  );
}

/// Where dark modules stand in a row: the first, and how many.
function runs(row: readonly boolean[]): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let x = 0; x < row.length; x++) {
    let length = 0;
    while (row[x + length]) length++;
    if (length > 0) found.push([x, length]);
    x += length;
  }
  return found;
}
