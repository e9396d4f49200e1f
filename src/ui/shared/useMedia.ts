import { useSyncExternalStore } from "react";

/// Whether the media query holds now.
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/// Whether only one part of the page has room at a time.
export function useNarrow(): boolean {
  return useMedia("(max-width: 799px)");
}
