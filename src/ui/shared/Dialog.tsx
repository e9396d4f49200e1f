import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { Icon } from "./Icon.tsx";
import "./dialog.css";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /// Whether it takes the width of the page.
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/// A dialog over the page, open as long as it is there. Escape, its button and a click beside it close it.
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Gives the focus back to what had it.
    return () => element?.close();
  }, []);
  const close = () => dialog.current?.close();
  return (
    // A click on the backdrop arrives at the dialog itself.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog anyway
    <dialog
      ref={dialog}
      className={wide ? "dialog wide" : "dialog"}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div className="dialog-body">
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          <button type="button" className="button icon-only" aria-label="Close" onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
