import { Icon } from "./Icon.tsx";

/// Said once when the page may not share memory between threads.
export function Notice({ onDismiss }: { readonly onDismiss: () => void }) {
  return (
    <div className="notice" role="status">
      <Icon name="hint" />
      <p>
        This page is served without the headers that let threads share memory, so all cores take turns in one thread.
        Programs give the same results and the same virtual times; they only run slower.
      </p>
      <button type="button" className="button small line" onClick={onDismiss}>
        Understood
      </button>
    </div>
  );
}
