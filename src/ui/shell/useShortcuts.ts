import { useEffect } from "react";
import { useApp } from "../shared/context.ts";
import type { PageDialog } from "./actions.ts";
import { actionOf } from "./keys.ts";

/// The keys that work everywhere in the page: those of the table of actions.
export function useShortcuts(open: (dialog: PageDialog) => void): void {
  const app = useApp();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { player, view } = app;
      // It lies over the page, whose program is not to run from there.
      if (view.getState().teaching) return;
      if (event.key === "Escape") {
        if (player.store.getState().once) player.close();
        return;
      }
      const action = actionOf(event, placeOf(event.target));
      if (action === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      action.act?.({ app, open });
    };
    // Firefox opens its menu on Shift+F10 whatever becomes of the key, and the menu would swallow the keys that follow.
    let steppedBack = false;
    const noteBack = (event: KeyboardEvent) => {
      steppedBack = event.type === "keydown" && event.key === "F10" && event.shiftKey && !event.altKey;
    };
    const keepMenuClosed = (event: MouseEvent) => {
      if (!steppedBack) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", noteBack, { capture: true });
    window.addEventListener("keyup", noteBack, { capture: true });
    window.addEventListener("contextmenu", keepMenuClosed, { capture: true });
    // Before the editor, which would make a new line of Ctrl+Enter.
    window.addEventListener("keydown", press, { capture: true });
    return () => {
      window.removeEventListener("keydown", press, { capture: true });
      window.removeEventListener("keydown", noteBack, { capture: true });
      window.removeEventListener("keyup", noteBack, { capture: true });
      window.removeEventListener("contextmenu", keepMenuClosed, { capture: true });
    };
  }, [app, open]);
}

function placeOf(target: EventTarget | null): { readonly typing: boolean; readonly program: boolean } {
  const isIn = (places: string) => target instanceof HTMLElement && target.closest(places) !== null;
  return {
    typing: isIn("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], .code-editor"),
    program: isIn(".code-editor"),
  };
}
