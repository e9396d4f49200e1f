import { useEffect, useState } from "react";
import { narrate } from "../../store/narration.ts";
import { useApp } from "../app/context.ts";

const interval = 1200;

/// What happens on the chip, in words; read out too, but not more often than one can listen.
export function Narration() {
  const { chip, run } = useApp();
  const [text, setText] = useState("");
  useEffect(() => {
    let timer = 0;
    let last = Number.NEGATIVE_INFINITY;
    const say = () => {
      timer = 0;
      last = performance.now();
      setText(narrate(chip.store.getState().cores));
    };
    const sayIn = (milliseconds: number) => {
      timer ||= window.setTimeout(say, Math.max(0, milliseconds));
    };
    setText(narrate(chip.store.getState().cores));
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
    <p className="narration" role="status" aria-label="What the cores do">
      {text === "" ? "The cores are idle. Press Run to set them to work." : text}
    </p>
  );
}
