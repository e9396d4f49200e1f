import type { App } from "../../store/app.ts";
import type { Theme } from "../../store/run/settings.ts";

export type ResolvedTheme = Exclude<Theme, "system">;

const dark = "(prefers-color-scheme: dark)";
const contrast = "(prefers-contrast: more)";

/// Puts the chosen theme, or the system's, on the document, now and whenever either changes.
export function followTheme({ settings }: App): void {
  const apply = () => {
    document.documentElement.dataset.theme = resolve(settings.store.getState().theme);
  };
  settings.store.subscribe(apply);
  for (const query of [dark, contrast]) window.matchMedia(query).addEventListener("change", apply);
  apply();
}

function resolve(theme: Theme): ResolvedTheme {
  if (theme !== "system") return theme;
  if (window.matchMedia(contrast).matches) return "contrast";
  return window.matchMedia(dark).matches ? "dark" : "light";
}

/// Calls back when the document's theme has changed. Returns a way to stop.
export function onThemeChange(callback: (theme: ResolvedTheme) => void): () => void {
  const observer = new MutationObserver(() => callback(currentTheme()));
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

export function currentTheme(): ResolvedTheme {
  return (document.documentElement.dataset.theme ?? "light") as ResolvedTheme;
}
