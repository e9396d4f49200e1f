import { type RefObject, Suspense } from "react";
import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { lazyView } from "../shared/lazy-view.tsx";
import { useCanWatch } from "../shared/MomentLink.tsx";

const PlayerPane = lazyView(() => import("./PlayerPane.tsx"));

/// Opens the player, once there is a run that it can play.
export function WatchButton() {
  const { player, run } = useApp();
  const isOn = useStore(run, ({ status }) => status !== "idle");
  const phase = useStore(player.store, (state) => state.phase);
  if (!useCanWatch() || phase !== "none") return null;
  return (
    // One of its own for either text: a button that grew would have moved.
    <button
      key={isOn ? "so far" : "all"}
      type="button"
      className="button small line watch-button"
      onClick={player.play}
    >
      <Icon name="play" />
      {isOn ? "Watch what has happened so far" : "Watch it happen"}
    </button>
  );
}

/// Under the chip: plays a run, forwards and back. Nothing while there is nothing to play or to say.
export function Player({ pane }: { readonly pane: RefObject<HTMLElement | null> }) {
  const { player } = useApp();
  const isThere = useStore(
    player.store,
    ({ phase, problem, findings }) => phase !== "none" || problem !== null || findings.length > 0,
  );
  if (!isThere) return null;
  return (
    <Suspense>
      <PlayerPane pane={pane} />
    </Suspense>
  );
}
