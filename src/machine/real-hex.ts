// Reals in base 16, as `float.hex` writes them: 0x1.8000000000000p+1.

const DIGITS = 13;

export function hexOfFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const size = Math.abs(value);
  if (size === 0) return `${sign}0x0.0p+0`;
  let exponent = Math.floor(Math.log2(size));
  if (size / 2 ** exponent >= 2) exponent++;
  const fraction = (size / 2 ** exponent - 1) * 16 ** DIGITS;
  return `${sign}0x1.${fraction.toString(16).padStart(DIGITS, "0")}p${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`;
}

/// The real that a text says in base 16; undefined if it says none.
export function floatOfHex(text: string): number | undefined {
  const plain = text.trim().toLowerCase();
  const special = /^([-+]?)(inf(?:inity)?|nan)$/.exec(plain);
  if (special !== null) return special[2] === "nan" ? Number.NaN : special[1] === "-" ? -Infinity : Infinity;
  const match = /^([-+]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([-+]?\d+))?$/.exec(plain);
  const [, sign, whole = "", fraction = "", exponent = "0"] = match ?? [];
  if (whole + fraction === "") return undefined;
  const size = Number.parseInt(whole + fraction, 16) * 2 ** (Number(exponent) - 4 * fraction.length);
  return sign === "-" ? -size : size;
}
