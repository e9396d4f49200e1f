import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";
import { Empty, RunNow } from "../shared/Empty.tsx";

/// Says why there is nothing to see of the chosen core's variables, calls or postbox.
export function NotInspected({ what }: { readonly what: "it" | "them" }) {
  const { player } = useApp();
  const isRecorded = useStore(player.store, ({ notes }) => notes.includes("recorded"));
  return (
    <Empty
      words={
        isRecorded
          ? "Not kept: full Python took part in this run, so it is played as it was recorded."
          : `Run the program, or step through it, to see ${what}.`
      }
    >
      {!isRecorded && <RunNow />}
    </Empty>
  );
}
