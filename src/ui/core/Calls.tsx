import { useStore } from "zustand";
import { useApp } from "../app/context.ts";
import { LineLink } from "../app/LineLink.tsx";
import { useInspection } from "./useInspection.ts";

/// The chosen core's calls, innermost first.
export function Calls() {
  const { view } = useApp();
  const { inspection } = useInspection();
  const chosen = useStore(view, (state) => state.call);
  if (inspection === null) return <p className="core-empty">Run the program, or step through it, to see them.</p>;
  if (inspection.calls.length === 0) return <p className="core-empty">The core has come to its end.</p>;
  return (
    <div className="core-scroll">
      <ol className="calls">
        {inspection.calls.map(({ name, place, variables }, index) => (
          <li key={index} className={index === chosen ? "chosen" : ""}>
            <button
              type="button"
              className="call-name mono"
              title="Show its variables"
              onClick={() => view.setState({ call: index, details: "variables" })}
            >
              {name === "<program>" ? "the program" : `${name}(${parameters(variables)})`}
            </button>
            <LineLink file={place.file} line={place.line} text={`${place.file}, line ${place.line}`} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function parameters(
  variables: readonly { readonly name: string; readonly text: string; readonly type: string }[],
): string {
  return variables
    .filter(({ type }) => type !== "unset")
    .slice(0, 4)
    .map(({ name, text }) => `${name}=${text.length > 24 ? `${text.slice(0, 23)}…` : text}`)
    .join(", ");
}
