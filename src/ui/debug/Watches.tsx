import { useId, useState } from "react";
import { useStore } from "zustand";
import { expressionProblem } from "../../store/run/breakpoints.ts";
import type { Watch } from "../../store/run/watches.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { SpreadButton } from "./SpreadPane.tsx";
import "./watches.css";

/// Expressions whose values on the chosen core are shown, and a field for another.
export function Watches() {
  const { watches, view } = useApp();
  const list = useStore(watches.store, (state) => state.watches);
  const core = Number(useStore(view, (state) => state.core).split(" ")[1]);
  return (
    <section className="watches" aria-label="Watches">
      {list.length > 0 && (
        <table className="core-table">
          <caption className="visually-hidden">Watches on core {core}</caption>
          <tbody>
            {list.map((watch) => (
              <Row key={watch.id} watch={watch} core={core} />
            ))}
          </tbody>
        </table>
      )}
      <AddWatch />
    </section>
  );
}

function Row({ watch, core }: { readonly watch: Watch; readonly core: number }) {
  const { watches } = useApp();
  const { id, text } = watch;
  const value = watches.valueOn(core, text);
  return (
    <tr>
      <th scope="row" className="mono watch-name" title={text}>
        {text}
      </th>
      {"problem" in value ? (
        <td className="watch-problem">{value.problem}</td>
      ) : (
        <td className="mono core-value" title={value.text}>
          {value.text}
        </td>
      )}
      <td className="watch-buttons">
        <SpreadButton text={text} />
        <button
          type="button"
          className="button small icon-only"
          aria-label={`Remove the watch ${text}`}
          title="Remove"
          onClick={() => watches.remove(id)}
        >
          <Icon name="close" />
        </button>
      </td>
    </tr>
  );
}

function AddWatch() {
  const { watches } = useApp();
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const id = useId();
  const problem = isTried ? expressionProblem(text) : undefined;
  return (
    <form
      className="watch-add"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (text.trim() === "" || expressionProblem(text) !== undefined) return;
        watches.add(text);
        setText("");
        setTried(false);
      }}
    >
      <input
        className="field small mono"
        aria-label="Watch an expression"
        placeholder="Watch: total or data[0]"
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : id}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button small">
        <Icon name="plus" /> Watch
      </button>
      {problem !== undefined && (
        <p className="breakpoint-problem" id={id} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
