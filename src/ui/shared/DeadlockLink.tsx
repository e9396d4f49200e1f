import { useApp } from "./context.ts";

/// Leads to the report of a deadlock under the chip.
export function DeadlockLink() {
  const { view } = useApp();
  const go = () => view.setState({ pane: "chip", chip: "chip", toDeadlock: true });
  return (
    <button type="button" className="link" onClick={go}>
      Who waits for whom
    </button>
  );
}
