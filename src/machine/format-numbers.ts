// Digits of numbers, as `%`, `format` and f-strings show them: rounded to even from their exact value.

const MOST_DIGITS = 90;
const BASES: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16 };

/// The base that a form's letter stands for; undefined if it is ten.
export function baseOf(type: string): number | undefined {
  return BASES[type];
}

/// The digits of a whole number, without its sign.
export function wholeDigits(value: number, type: string): string {
  const size = Math.abs(value);
  const base = BASES[type] ?? 10;
  const text = Number.isSafeInteger(size) ? size.toString(base) : BigInt(size).toString(base);
  return type === "X" ? text.toUpperCase() : text;
}

/// The digits of a real that is not below 0, in the form that a letter says; no letter is the general form that keeps a point.
export function realDigits(value: number, type: string, precision: number | undefined, alternate: boolean): string {
  const places = Math.min(MOST_DIGITS, precision ?? 6);
  switch (type) {
    case "e":
      return exponential(value, places, alternate);
    case "E":
      return exponential(value, places, alternate).toUpperCase();
    case "f":
    case "F":
      return fixed(value, places, alternate);
    case "%":
      return `${fixed(value * 100, places, alternate)}%`;
    case "G":
      return general(value, places, alternate, 0).toUpperCase();
    case "g":
    case "n":
      return general(value, places, alternate, 0);
    default: {
      const text = general(value, places, alternate, 1);
      return /[.e]/.test(text) ? text : `${text}.0`;
    }
  }
}

/// The first `count` digits of a number, rounded to even from its exact value, and the power of ten of the first of them.
function rounded(value: number, count: number): { readonly text: string; readonly power: number } {
  const [mantissa = "", exponent = "0"] = value.toExponential(100).split("e");
  const all = mantissa.replace(".", "");
  const power = Number(exponent);
  if (count < 0) return { text: "0", power };
  const kept = all.slice(0, count);
  const rest = all.slice(count);
  const half = "5".padEnd(rest.length, "0");
  const up = rest > half || (rest === half && rest !== "" && "13579".includes(kept.at(-1) ?? "0"));
  const whole = (BigInt(kept === "" ? "0" : kept) + (up ? 1n : 0n)).toString().padStart(count, "0");
  return whole.length > count ? { text: whole, power: power + 1 } : { text: whole, power };
}

// With `alternate` there is a point even if no digit follows it.
function fixed(value: number, places: number, alternate: boolean): string {
  const power = Number(value.toExponential(100).split("e")[1]);
  const { text } = rounded(value, power + 1 + places);
  const all = (text === "" ? "0" : text).padStart(places + 1, "0");
  return places === 0 ? `${all}${alternate ? "." : ""}` : `${all.slice(0, -places)}.${all.slice(-places)}`;
}

function exponential(value: number, places: number, alternate: boolean): string {
  const { text, power } = rounded(value, places + 1);
  const shown = text.slice(0, places + 1);
  const mantissa = places === 0 ? `${shown}${alternate ? "." : ""}` : `${shown[0]}.${shown.slice(1)}`;
  return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

function general(value: number, places: number, alternate: boolean, spare: number): string {
  const count = Math.max(1, places);
  const { power } = rounded(value, count);
  const isFixed = power >= -4 && power < count - spare;
  const text = isFixed ? fixed(value, count - 1 - power, alternate) : exponential(value, count - 1, alternate);
  if (alternate) return text;
  const [mantissa = "", exponent] = text.split("e");
  const short = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  return exponent === undefined ? short : `${short}e${exponent}`;
}
