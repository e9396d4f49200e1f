import { useEffect } from "react";
import { useApp } from "../shared/context.ts";

/// The keys that work everywhere in the page.
export function useShortcuts(openHelp: () => void): void {
  const { runControl, projects, view, player } = useApp();
  useEffect(() => {
    const debug = runControl.debugger;
    const takeStep = ({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent) => {
      if (key === "F6") debug.pause();
      else if (key === "F11") debug.step(shiftKey ? "out" : "into");
      else if (shiftKey) debug.back();
      else if (ctrlKey || metaKey) debug.runTo(projects.activeFile().name, view.getState().cursor.line);
      else debug.step("over");
    };
    const press = (event: KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey;
      if (command && event.key === "Enter") {
        event.preventDefault();
        event.stopPropagation();
        if (event.shiftKey) player.runSlowly();
        else void runControl.start();
      } else if (event.key === "Escape" && player.store.getState().once) {
        player.close();
      } else if (command && event.key.toLowerCase() === "s" && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        projects.keepAsked();
      } else if (isStep(event)) {
        event.preventDefault();
        event.stopPropagation();
        takeStep(event);
      } else if (event.key === "F1" || (event.key === "?" && !command && !isTyping(event.target))) {
        event.preventDefault();
        event.stopPropagation();
        openHelp();
      }
    };
    // Firefox opens its menu on Shift+F10 whatever becomes of the key, and the menu would swallow the keys that follow.
    let steppedBack = false;
    const noteBack = (event: KeyboardEvent) => {
      steppedBack = event.type === "keydown" && isStep(event) && event.key === "F10" && event.shiftKey;
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
  }, [runControl, projects, view, player, openHelp]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable], .code-editor") !== null
  );
}

function isStep({ key, altKey }: KeyboardEvent): boolean {
  return !altKey && (key === "F6" || key === "F10" || key === "F11");
}
