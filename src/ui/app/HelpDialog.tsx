import type { RefObject } from "react";
import { Icon } from "./Icon.tsx";
import "./help.css";
import { type KeyWords, keys, views } from "./help-words.ts";

/// What there is and which keys do it.
export function HelpDialog({ dialog }: { readonly dialog: RefObject<HTMLDialogElement | null> }) {
  const close = () => dialog.current?.close();
  return (
    // A click on the backdrop arrives at the dialog itself.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog anyway
    <dialog
      ref={dialog}
      className="help"
      aria-labelledby="help-title"
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div className="help-body">
        <div className="help-head">
          <h2 id="help-title">Help</h2>
          <button type="button" className="button icon-only" aria-label="Close" onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        <p>
          Write a program in ePython, the imperative part of Python, and press Run. Every core of a simulated Epiphany
          chip runs the same program; <code>coreid()</code> tells them apart.
        </p>
        {Object.entries(keys).map(([where, group]) => (
          <section key={where} aria-label={`Keys: ${where}`}>
            <h3>{where === "Everywhere" ? "Keys" : where}</h3>
            <dl>
              {group.map(([key, does]: KeyWords) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <h3>Views</h3>
        <dl>
          {views.map(([name, what]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </div>
    </dialog>
  );
}
