import { useStore } from "zustand";
import { useApp } from "./context.ts";

interface MomentLinkProps {
  /// A moment in cycles, or the end of the run.
  readonly at: number | "end";
  /// `Watch this moment` if not said otherwise.
  readonly text?: string;
}

/// Shows a moment of the run that is over, from where it can be played on and back, and shared. Nothing where no run can be played.
export function MomentLink({ at, text = "Watch this moment" }: MomentLinkProps) {
  const { player } = useApp();
  if (!useCanWatch()) return null;
  return (
    <button type="button" className="link" onClick={() => player.open(at)}>
      {text}
    </button>
  );
}

/// Whether there is a run that is shown in the player, or could be.
export function useCanWatch(): boolean {
  const { player, run } = useApp();
  useStore(player.store, ({ phase, isGone, hasPast }) => `${phase} ${isGone} ${hasPast}`);
  useStore(run, ({ status, outcome }) => status === "idle" && outcome !== null);
  return player.canOpen();
}
