import { createStore, type StoreApi } from "zustand/vanilla";
import type { Lesson } from "../lessons/lesson.ts";
import type { Notices } from "./platform/notices.ts";
import type { Depth, Settings } from "./run/settings.ts";
import type { View, ViewState } from "./view.ts";

// The page has two depths. Essentials shows cores, lines, messages, variables and output; Everything adds what lies
// below: addresses, memory, postboxes, byte code, cycles, workers, energy. What is shown comes from
//
//   the reader's choice            kept in the browser, with the settings
//   a lesson with `depth`          Everything, as long as the lesson is open
//   a view that only it has        Everything, until the page is left; a notice says so
//
// Whoever uses the switch has chosen: that ends the other two.

export type { Depth };

export interface DepthState {
  /// What is shown.
  readonly depth: Depth;
  /// Why that is; if it is not the reader's choice.
  readonly because: "choice" | "lesson" | "view";
}

/// How much the page shows.
export interface Depths {
  readonly store: StoreApi<DepthState>;
  choose(depth: Depth): void;
}

interface DepthParts {
  readonly settings: Settings;
  readonly view: View;
  readonly notices: Notices;
  readonly lessons: StoreApi<{ readonly lesson: Lesson | null }>;
}

/// The view that only Everything has, if one is asked for, as the page calls it.
function deepView({ chip, details }: Pick<ViewState, "chip" | "details">): string | undefined {
  if (chip === "code") return "Byte code";
  if (details === "memory") return "Memory";
  return details === "postbox" ? "Postbox" : undefined;
}

const about = "depth";

export function createDepths({ settings, view, notices, lessons }: DepthParts): Depths {
  let because: DepthState["because"] = "choice";
  const current = (): DepthState => ({
    depth: because === "choice" ? settings.store.getState().depth : "everything",
    because,
  });
  const store = createStore<DepthState>(current);
  const update = (): void => {
    const next = current();
    if (next.depth === "essentials") {
      notices.dismiss(about);
      // The views that go leave their places to the first beside them.
      if (deepView(view.getState()) !== undefined) view.setState({ chip: "chip", details: "core", toMemory: false });
    }
    const { depth, because } = store.getState();
    if (next.depth !== depth || next.because !== because) store.setState(next);
  };
  const choose = (depth: Depth): void => {
    because = "choice";
    settings.set({ depth });
    notices.dismiss(about);
    update();
  };

  settings.store.subscribe(update);
  view.subscribe((state) => {
    const name = deepView(state);
    if (name === undefined || store.getState().depth === "everything") return;
    because = "view";
    update();
    notices.say({
      about,
      kind: "hint",
      text: `${name} is part of Everything. The page shows Everything until you leave it, or choose Essentials again.`,
      action: { label: "Back to Essentials", act: () => choose("essentials") },
    });
  });
  lessons.subscribe(({ lesson }, before) => {
    if (lesson?.id === before.lesson?.id) return;
    if (lesson?.text.head.depth === "everything") {
      if (settings.store.getState().depth === "essentials") because = "lesson";
    } else if (because === "lesson") because = "choice";
    update();
  });
  return { store, choose };
}
