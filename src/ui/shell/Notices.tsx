import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";

/// What the page has to say, above everything else, until the learner has seen it.
export function Notices() {
  const { notices } = useApp();
  const all = useStore(notices.store);
  return (
    <div className="notices">
      {all.map(({ about, kind, text, action, otherAction }) => (
        <div key={about} className={`notice ${kind}`} role={kind === "error" ? "alert" : "status"}>
          <Icon name={kind} />
          <p>{text}</p>
          {action !== undefined && (
            <button type="button" className="button small line" onClick={action.act}>
              {action.label}
            </button>
          )}
          {otherAction !== undefined && (
            <button type="button" className="button small line" onClick={otherAction.act}>
              {otherAction.label}
            </button>
          )}
          <button type="button" className="button small line" onClick={() => notices.dismiss(about)}>
            {action === undefined ? "Understood" : "Later"}
          </button>
        </div>
      ))}
    </div>
  );
}
