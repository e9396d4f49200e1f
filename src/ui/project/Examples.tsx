import { useStore } from "zustand";
import { type Example, examples } from "../../store/examples.ts";
import { useApp } from "../app/context.ts";

/// Small programs, in the order in which they are best read.
export function Examples() {
  const { projects, view } = useApp();
  const open = useStore(projects.store, (state) => state.current.example);
  const choose = (example: Example) => {
    projects.openExample(example);
    view.setState({ pane: "code" });
  };
  return (
    <div className="library">
      <p className="library-note">Each opens as a copy of your own. Change it, run it, break it.</p>
      <ul className="example-list">
        {examples.map((example) => (
          <li key={example.id}>
            <button
              type="button"
              className="example"
              aria-current={example.id === open ? "true" : undefined}
              onClick={() => choose(example)}
            >
              <strong>{example.title}</strong>
              <span>{example.about}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
