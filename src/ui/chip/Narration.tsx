import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { narrate } from "../../store/run/narration.ts";
import { useApp } from "../shared/context.ts";

const interval = 1200;
const beforeRuns = "Cores are small computers on one chip. Press Run: each runs the whole program.";

/// What happens on the chip, in words: shown as it is, and read out no more often than one can listen.
export function Narration() {
  const { chip, run } = useApp();
  const shown = useStore(chip.store, ({ cores }) => narrate(cores));
  const [said, setSaid] = useState("");
  useEffect(() => {
    let timer = 0;
    let last = Number.NEGATIVE_INFINITY;
    const say = () => {
      timer = 0;
      last = performance.now();
      setSaid(narrate(chip.store.getState().cores));
    };
    const sayIn = (milliseconds: number) => {
      timer ||= window.setTimeout(say, Math.max(0, milliseconds));
    };
    setSaid(narrate(chip.store.getState().cores));
    const ends = [
      chip.store.subscribe(() => sayIn(last + interval - performance.now())),
      // What was said before a run began, stopped or ended no longer holds.
      run.subscribe(({ status }, before) => {
        if (status === before.status) return;
        window.clearTimeout(timer);
        timer = 0;
        last = Number.NEGATIVE_INFINITY;
        sayIn(0);
      }),
    ];
    return () => {
      for (const end of ends) end();
      window.clearTimeout(timer);
    };
  }, [chip, run]);
  return (
    <>
      <p className="narration" aria-hidden="true">
        {shown || beforeRuns}
      </p>
      <p className="visually-hidden" role="status" aria-label="What the cores do">
        {said || beforeRuns}
      </p>
    </>
  );
}
