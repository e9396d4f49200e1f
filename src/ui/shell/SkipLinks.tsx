import { useApp } from "../shared/context.ts";

/// The first stops of Tab: past the header and the list of examples, to where one works. Seen only while they have the focus.
export function SkipLinks() {
  const { view, projects } = useApp();
  const toProgram = () => {
    const { name } = projects.activeFile();
    view.setState({ reveal: { file: name, ...view.getState().cursor } });
  };
  const toTabs = (row: string) => {
    document.querySelector<HTMLElement>(`[role="tablist"][aria-label="${row}"] [aria-selected="true"]`)?.focus();
  };
  return (
    <nav className="skip-links" aria-label="Skip to">
      <button type="button" className="button line" onClick={toProgram}>
        To the program
      </button>
      <button type="button" className="button line" onClick={() => toTabs("Results")}>
        To the results
      </button>
      <button type="button" className="button line" onClick={() => toTabs("The chip")}>
        To the chip
      </button>
    </nav>
  );
}
