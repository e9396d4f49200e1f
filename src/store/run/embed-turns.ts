import { createStore, type StoreApi } from "zustand/vanilla";
import type { Cancel, Frames } from "../platform/frames.ts";

// Many embeds can stand in one page, with a program that never ends in each. Browsers run all of them in one thread, so one
// at a time has the turn, for a tenth of a second; and one that nobody sees takes none.
//
//   work ─ seen? ─ no: rests until it is
//             └ yes: asks for the turn ─ has it: works ─ a tenth of a second later, or with nothing to do: gives it up

export interface TurnsParts {
  /// Calls `hold` when no other page of this origin has the turn, and keeps it until what that returns settles. Undefined, or
  /// rejecting, where the browser cannot.
  readonly exclusive: ((hold: () => Promise<void>) => Promise<unknown>) | undefined;
  /// Runs work soon, after what else is due.
  readonly soon: (work: () => void) => void;
  readonly frames: Frames;
}

/// The time in which the programs of an embed run.
export interface Turns {
  /// Whether the program has had to wait for others lately.
  readonly store: StoreApi<{ readonly waits: boolean }>;
  /// Runs work in the next turn.
  take(work: () => void): void;
  /// Whether anybody can see this page; nobody, at first.
  setSeen(isSeen: boolean): void;
}

const turnMilliseconds = 100;
/// A wait of this length is told.
const longWait = 400;

export function createTurns({ exclusive, soon, frames }: TurnsParts): Turns {
  const store = createStore(() => ({ waits: false }));
  const due: (() => void)[] = [];
  let isSeen = false;
  let shared = exclusive;
  let asking = false;
  let began = 0;
  /// Gives up the turn; null when another has it.
  let giveUp: (() => void) | null = null;

  const end = (): void => {
    giveUp?.();
    giveUp = null;
  };

  /// Works through one turn, which `mine` ends.
  const work = (mine: () => void): void => {
    if (giveUp !== mine) return;
    try {
      due.shift()?.();
    } finally {
      if (due.length > 0 && frames.now() - began < turnMilliseconds) soon(() => work(mine));
      else {
        end();
        ask();
      }
    }
  };

  const begin = (): Promise<void> =>
    new Promise((resolve) => {
      asking = false;
      began = frames.now();
      giveUp = resolve;
      if (isSeen) soon(() => work(resolve));
      else end();
    });

  const ask = (): void => {
    if (asking || giveUp !== null || !isSeen || due.length === 0) return;
    asking = true;
    if (shared === undefined) {
      void begin();
      return;
    }
    let isLong = false;
    const tell: Cancel = frames.after(longWait, () => {
      isLong = true;
      store.setState({ waits: true });
    });
    const hold = (): Promise<void> => {
      tell();
      if (!isLong) store.setState({ waits: false });
      return begin();
    };
    shared(hold).catch(() => {
      // A frame without an origin of its own has no turns to share.
      shared = undefined;
      tell();
      if (!asking) return;
      asking = false;
      ask();
    });
  };

  return {
    store,
    take(one) {
      due.push(one);
      ask();
    },
    setSeen(now) {
      isSeen = now;
      // Whoever cannot be seen may be put to sleep at any moment.
      if (!isSeen) end();
      ask();
    },
  };
}
