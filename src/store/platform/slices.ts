import type { SlicedWork } from "../../base/sliced-work.ts";
import type { Cancel, Frames } from "./frames.ts";

// A frame has 16 ms. Between two slices the page draws and answers clicks.
const sliceMilliseconds = 8;

/// Does long work in slices, the first of them at once. `onDone` is told the result and how many milliseconds all slices took
/// together. What the work throws comes from here, or from where `frames` calls back.
export function inSlices<T>(
  frames: Frames,
  work: SlicedWork<T>,
  onDone: (result: T, milliseconds: number) => void,
): Cancel {
  let cancel: Cancel = () => {};
  let spent = 0;
  const slice = () => {
    const began = frames.now();
    for (;;) {
      const step = work.next();
      const took = frames.now() - began;
      if (step.done) {
        onDone(step.value, spent + took);
        return;
      }
      if (took < sliceMilliseconds) continue;
      spent += took;
      cancel = frames.after(0, slice);
      return;
    }
  };
  slice();
  return () => cancel();
}
