import { useEffect, useState } from "react";
import { narrate } from "../../store/narration.ts";
import { useApp } from "../app/context.ts";

const interval = 1200;

/// What happens on the chip, in words; read out too, but not more often than one can listen.
export function Narration() {
  const { chip } = useApp();
  const [text, setText] = useState("");
  useEffect(() => {
    let timer = 0;
    let last = Number.NEGATIVE_INFINITY;
    const say = () => {
      timer = 0;
      last = performance.now();
      setText(narrate(chip.store.getState().cores));
    };
    setText(narrate(chip.store.getState().cores));
    const end = chip.store.subscribe(() => {
      timer ||= window.setTimeout(say, Math.max(0, last + interval - performance.now()));
    });
    return () => {
      end();
      window.clearTimeout(timer);
    };
  }, [chip]);
  return (
    <p className="narration" role="status" aria-label="What the cores do">
      {text === "" ? "The cores are idle. Press Run to set them to work." : text}
    </p>
  );
}
