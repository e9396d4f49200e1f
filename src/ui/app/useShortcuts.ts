import { useEffect } from "react";
import { useApp } from "./context.ts";

/// The keys that work everywhere in the page.
export function useShortcuts(openHelp: () => void): void {
  const { session, projects } = useApp();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey;
      if (command && event.key === "Enter") {
        event.preventDefault();
        event.stopPropagation();
        void session.start();
      } else if (command && event.key.toLowerCase() === "s" && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        projects.keepAsked();
      } else if (event.key === "?" && !command && !isTyping(event.target)) {
        event.preventDefault();
        openHelp();
      }
    };
    // Before the editor, which would make a new line of Ctrl+Enter.
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [session, projects, openHelp]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable], .code-editor") !== null
  );
}
