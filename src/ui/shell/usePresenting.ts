import { useEffect } from "react";
import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";

/// For a lecture: the code and the chip alone, in larger type, on all of the screen if the browser allows that. F begins and ends
/// it, and so does Escape end it. Gives whether it is on.
export function usePresenting(): boolean {
  const { view } = useApp();
  const presenting = useStore(view, (state) => state.presenting);
  useEffect(() => {
    const set = (on: boolean) => view.setState({ presenting: on });
    const press = (event: KeyboardEvent) => {
      const { key, target, defaultPrevented, ctrlKey, metaKey, altKey, shiftKey } = event;
      // A part of the page may have another use for the key.
      if (defaultPrevented || ctrlKey || metaKey || altKey || shiftKey) return;
      const isClear = document.querySelector("dialog[open], [popover]:popover-open") === null;
      if (key === "Escape" && view.getState().presenting && isClear && !isTyping(target)) set(false);
      if (key.toLowerCase() === "f" && isClear && !isTyping(target)) set(!view.getState().presenting);
    };
    // The browser ends it by Escape, whatever has the focus.
    const change = () => document.fullscreenElement === null && set(false);
    window.addEventListener("keydown", press);
    document.addEventListener("fullscreenchange", change);
    return () => {
      window.removeEventListener("keydown", press);
      document.removeEventListener("fullscreenchange", change);
    };
  }, [view]);
  useEffect(() => {
    if (presenting) {
      // It takes a moment, in which it may have been left again.
      document.documentElement
        .requestFullscreen?.()
        .then(() => (view.getState().presenting ? undefined : document.exitFullscreen()))
        .catch(() => {});
      // What had the focus may be out of sight now.
      const focused = document.activeElement;
      if (focused instanceof HTMLElement && !focused.checkVisibility()) {
        document.querySelector<SVGElement>('[role="gridcell"][tabindex="0"]')?.focus();
      }
    } else if (document.fullscreenElement !== null) void document.exitFullscreen();
  }, [view, presenting]);
  return presenting;
}

/// Whether a key that is pressed there writes something.
function isTyping(target: EventTarget | null): boolean {
  const fields = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], .code-editor";
  return target instanceof HTMLElement && target.closest(fields) !== null;
}
