// SHA-256, as FIPS 180-4 has it: for fingerprints that people and other programs can compare.

/// The first 32 bits behind the point of f(p), for the first `count` primes p.
function fractions(count: number, f: (prime: number) => number): Uint32Array {
  const found = new Uint32Array(count);
  let at = 0;
  for (let n = 2; at < count; n++) {
    let isPrime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) isPrime = false;
    if (isPrime) found[at++] = (f(n) % 1) * 2 ** 32;
  }
  return found;
}

const starts = fractions(8, Math.sqrt);
const rounds = fractions(64, Math.cbrt);

/// The hash of bytes, in 64 digits of base 16.
export function sha256(bytes: Uint8Array): string {
  const blocks = Math.floor((bytes.length + 8) / 64) + 1;
  const padded = new Uint8Array(blocks * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, bytes.length << 3);
  const hash = Uint32Array.from(starts);
  const words = new Uint32Array(64);
  for (let block = 0; block < padded.length; block += 64) mix(hash, words, view, block);
  return [...hash].map((word) => word.toString(16).padStart(8, "0")).join("");
}

function mix(hash: Uint32Array, words: Uint32Array, view: DataView, block: number): void {
  const word = (k: number): number => words[k] as number;
  const turned = (x: number, by: number): number => (x >>> by) | (x << (32 - by));
  for (let k = 0; k < 16; k++) words[k] = view.getUint32(block + 4 * k);
  for (let k = 16; k < 64; k++) {
    const [x, y] = [word(k - 15), word(k - 2)];
    const s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
    const s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
    words[k] = word(k - 16) + s0 + word(k - 7) + s1;
  }
  let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number];
  for (let k = 0; k < 64; k++) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + (rounds[k] as number) + word(k)) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((part, k) => {
    hash[k] = (hash[k] as number) + part;
  });
}
