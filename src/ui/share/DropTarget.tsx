import { useEffect, useState } from "react";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { openFiles } from "./open-files.ts";
import "./drop-target.css";

/// Takes files that are dropped anywhere on the page, and shows that it will while they are held over it.
export function DropTarget() {
  const app = useApp();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setHeld(true);
    };
    const leave = (event: DragEvent) => {
      // Only when the pointer leaves the page itself, not one of its elements for another.
      if (event.relatedTarget === null) setHeld(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setHeld(false);
      void openFiles(app, event.dataTransfer?.files ?? []);
    };
    // Before the editor, which would take them for text.
    const listeners = { dragenter: over, dragover: over, dragleave: leave, drop } as const;
    const names = Object.keys(listeners) as (keyof typeof listeners)[];
    for (const name of names) window.addEventListener(name, listeners[name], { capture: true });
    return () => {
      for (const name of names) window.removeEventListener(name, listeners[name], { capture: true });
    };
  }, [app]);

  return held ? (
    <div className="drop-target">
      <p>
        <Icon name="upload" />
        Drop programs (.py) or a project (.zip) to open them
      </p>
    </div>
  ) : null;
}

/// Whether files are held over a part of the page that does not take them itself.
function holdsFiles(event: DragEvent): boolean {
  if (event.target instanceof Element && event.target.closest("[data-takes-files]") !== null) return false;
  return event.dataTransfer?.types.includes("Files") ?? false;
}
