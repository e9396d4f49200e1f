import { createStore, type StoreApi } from "zustand/vanilla";
import type { CoreKind } from "../runtime/protocol/cores.ts";

/// By its kind and id: `device 3`, `host 16`. A chip's core that takes no part may have the number of a virtual core that does.
export type CoreName = `${CoreKind} ${number}`;

export type LeftTab = "lessons" | "examples" | "files";
export const bottomTabs = ["output", "problems", "timeline", "breakpoints", "scaling", "console", "cells"] as const;
export type BottomTab = (typeof bottomTabs)[number];
export type ChipTab = "chip" | "code";
export type CoreTab = "core" | "variables" | "calls" | "postbox" | "memory";
/// On a narrow screen, where only one stands at a time.
export type Pane = "code" | "chip" | "output" | "lesson" | "examples";

/// A place the editor is asked to show. A new object each time, so asking twice works twice.
export interface Reveal {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/// A part of a file, as offsets.
export interface SourceRange {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

export interface ViewState {
  readonly left: LeftTab;
  readonly bottom: BottomTab;
  readonly chip: ChipTab;
  readonly pane: Pane;
  /// The core whose details are shown.
  readonly core: CoreName;
  readonly details: CoreTab;
  /// The call of the chosen core whose variables are shown: 0 is the innermost.
  readonly call: number;
  /// The byte that the memory view shows, as an address of the machine.
  readonly address: number | null;
  /// The memory view is to take the focus, as soon as it is there.
  readonly toMemory: boolean;
  /// The report of a deadlock under the chip, in the same way.
  readonly toDeadlock: boolean;
  readonly reveal: Reveal | null;
  /// What an instruction of the byte code that is pointed at stands for: shown in the editor.
  readonly range: SourceRange | null;
  readonly cursor: { readonly line: number; readonly column: number };
  /// The place where teachers make assignments and lessons is open, over the page.
  readonly teaching: boolean;
  /// For a lecture: the code and the chip alone, in larger type.
  readonly presenting: boolean;
}

/// What the page shows, as far as something other than the part itself changes it.
export type View = StoreApi<ViewState>;

export function createView(): View {
  return createStore<ViewState>(() => ({
    left: "examples",
    bottom: "output",
    chip: "chip",
    pane: "code",
    core: "device 0",
    details: "core",
    call: 0,
    address: null,
    toMemory: false,
    toDeadlock: false,
    reveal: null,
    range: null,
    cursor: { line: 1, column: 1 },
    teaching: false,
    presenting: false,
  }));
}
