import { useId } from "react";
import { useStore } from "zustand";
import { type Example, type ExampleGroup, exampleGroups } from "../../store/project/examples.ts";
import { useApp } from "../shared/context.ts";

/// Small programs by what they are about, in the order in which they are best read.
export function Examples() {
  const { projects, view } = useApp();
  const open = useStore(projects.store, (state) => state.current.example);
  const choose = (example: Example) => {
    projects.openExample(example);
    view.setState({ pane: "code" });
  };
  return (
    <div className="library">
      <p className="library-note">Each opens as your own copy. Change it, run it, break it.</p>
      {exampleGroups.map((group) => (
        <Group key={group.title} group={group} open={open} onChoose={choose} />
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: ExampleGroup;
  /// The id of the example that is open, if one is.
  readonly open: string | undefined;
  readonly onChoose: (example: Example) => void;
}

function Group({ group, open, onChoose }: GroupProps) {
  const id = useId();
  return (
    <section className="example-group" aria-labelledby={id}>
      <h2 id={id}>{group.title}</h2>
      <ul className="example-list">
        {group.examples.map((example) => (
          <li key={example.id}>
            <button
              type="button"
              className="example"
              aria-current={example.id === open ? "true" : undefined}
              onClick={() => onChoose(example)}
            >
              <strong>{example.title}</strong>
              <span>{example.about}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
