import type uPlot from "uplot";

/// The library that draws charts, loaded when the first one is drawn.
export async function loadPlot(): Promise<typeof uPlot> {
  // As it loads it asks for a number format of the browser's language, and fails where that is no valid tag (`C`, say).
  const valid = isLanguage(navigator.language);
  if (!valid) Object.defineProperty(navigator, "language", { value: "en", configurable: true });
  try {
    return (await import("uplot")).default;
  } finally {
    if (!valid) Reflect.deleteProperty(navigator, "language");
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
