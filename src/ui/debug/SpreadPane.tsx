import { Suspense } from "react";
import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { lazyView } from "../shared/lazy-view.tsx";

const SpreadView = lazyView(() => import("./SpreadView.tsx"));

/// One expression on all cores, if one is asked for.
export function SpreadPane() {
  const { watches } = useApp();
  const spread = useStore(watches.store, (state) => state.spread);
  if (spread === null) return null;
  return (
    <Suspense fallback={null}>
      <SpreadView key={spread.text} spread={spread} />
    </Suspense>
  );
}

/// Shows an expression on all cores, or no longer.
export function SpreadButton({ text }: { readonly text: string }) {
  const { watches } = useApp();
  const isShown = useStore(watches.store, ({ spread }) => spread?.text === text);
  const label = `Show ${text} on all cores`;
  return (
    <button
      type="button"
      className="spread-ask"
      aria-label={label}
      aria-pressed={isShown}
      title={label}
      onClick={() => watches.setSpread(isShown ? null : { text, index: null })}
    >
      <Icon name="chip" />
    </button>
  );
}
