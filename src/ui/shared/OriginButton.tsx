import { useStore } from "zustand";
import { useApp } from "./context.ts";
import { Icon } from "./Icon.tsx";
import { useCanWatch } from "./MomentLink.tsx";

interface OriginButtonProps {
  /// What is asked about: `x`, `this line`.
  readonly what: string;
  /// Whether the Tab key comes here although the player is not open; there may be very many of these.
  readonly inTabOrder?: boolean;
  readonly onAsk: () => void;
}

/// Beside a value of a run: asks where it comes from. Nothing where there is no run that could tell.
export function OriginButton({ what, inTabOrder = true, onAsk }: OriginButtonProps) {
  const { player, run } = useApp();
  const isShown = useStore(player.store, ({ phase }) => phase === "shown");
  // It is found by making the run again.
  const usesPython = useStore(run, (state) => state.usesPython);
  if (!useCanWatch() || usesPython) return null;
  const label = `Where does ${what} come from?`;
  return (
    <button
      type="button"
      className="origin-ask"
      aria-label={label}
      title={label}
      tabIndex={inTabOrder || isShown ? 0 : -1}
      onClick={onAsk}
    >
      <Icon name="origin" />
    </button>
  );
}
