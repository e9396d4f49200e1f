/// The page's sense of time, passed in so that tests can have their own.
export interface Frames {
  /// Calls back once, at the page's next frame. While the page is hidden it has none: then after about 250 ms.
  next(callback: () => void): Cancel;
  /// Calls back once, after some milliseconds.
  after(milliseconds: number, callback: () => void): Cancel;
  /// Milliseconds since some moment.
  now(): number;
}

export type Cancel = () => void;

const hiddenInterval = 250;

export function browserFrames(): Frames {
  return {
    next(callback) {
      const both = () => {
        cancelAnimationFrame(frame);
        clearTimeout(timer);
      };
      const once = () => {
        both();
        callback();
      };
      const frame = requestAnimationFrame(once);
      const timer = setTimeout(once, hiddenInterval);
      return both;
    },
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    now: () => performance.now(),
  };
}
