import { useApp } from "../shared/context.ts";
import { Dialog } from "../shared/Dialog.tsx";
import "./help.css";
import { type KeyWords, keys, views } from "./help-words.ts";

interface HelpDialogProps {
  readonly onClose: () => void;
  /// Another dialog is wanted, to find an action by its name.
  readonly onFind: () => void;
}

/// What there is and which keys do it.
export default function HelpDialog({ onClose, onFind }: HelpDialogProps) {
  const { view } = useApp();
  const teach = () => {
    onClose();
    view.setState({ teaching: true });
  };
  return (
    <Dialog title="Help" onClose={onClose}>
      <div className="help">
        <p>
          Write a program in ePython, the Python of a first course, and press Run. Every core of a simulated Epiphany
          chip runs the same program; <code>coreid()</code> tells them apart.
        </p>
        <p>
          <button type="button" className="button line" onClick={onFind}>
            Find an action by its name <kbd>F1</kbd>
          </button>
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
              <dt>
                {name === "Teach" ? (
                  <button type="button" className="link" onClick={teach}>
                    {name}
                  </button>
                ) : (
                  name
                )}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
