import { createStore, type StoreApi } from "zustand/vanilla";

/// Something the page has to say that belongs to none of its parts.
export interface Notice {
  /// What it is about; a later notice about the same takes its place.
  readonly about: string;
  readonly kind: "hint" | "error";
  readonly text: string;
  /// What may be done about it.
  readonly action?: NoticeAction;
  readonly otherAction?: NoticeAction;
}

export interface NoticeAction {
  readonly label: string;
  act(): void;
}

export interface Notices {
  readonly store: StoreApi<readonly Notice[]>;
  say(notice: Notice): void;
  dismiss(about: string): void;
}

export function createNotices(): Notices {
  const store = createStore<readonly Notice[]>(() => []);
  const without = (about: string): readonly Notice[] => store.getState().filter((notice) => notice.about !== about);
  return {
    store,
    say: (notice) => store.setState([...without(notice.about), notice], true),
    dismiss: (about) => store.setState(without(about), true),
  };
}
