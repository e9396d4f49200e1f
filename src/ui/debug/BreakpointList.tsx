import { useStore } from "zustand";
import { conditionProblem, type LineMark } from "../../store/run/breakpoints.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { LineLink } from "../shared/LineLink.tsx";
import "./debug.css";

/// Where the cores are to pause, and on what conditions.
export function BreakpointList() {
  const { breakpoints } = useApp();
  const { marks, messagesTo } = useStore(breakpoints.store);
  return (
    <div className="breakpoint-list">
      {marks.length === 0 && (
        <p className="core-words">
          Click beside a line number, or press F9, to set a breakpoint: a core that comes to the line pauses them all.
        </p>
      )}
      {marks.length > 0 && (
        <table className="core-table">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Only when</th>
              <th scope="col">Only on</th>
              <th scope="col">
                <span className="visually-hidden">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {marks.map((mark) => (
              <Row key={mark.id} mark={mark} />
            ))}
          </tbody>
        </table>
      )}
      <p className="core-words breakpoint-messages">
        Pause when a message comes to{" "}
        <CoreSelect
          any="no core"
          label="Pause when a message comes to"
          value={messagesTo[0] ?? null}
          onChange={(core) => breakpoints.setMessagesTo(core === null ? [] : [core])}
        />
      </p>
    </div>
  );
}

function Row({ mark }: { readonly mark: LineMark }) {
  const { breakpoints } = useApp();
  const { id, file, line, condition, core } = mark;
  const problem = conditionProblem(condition);
  const where = `${file}, line ${line}`;
  return (
    <tr>
      <td>
        <LineLink file={file} line={line} text={where} />
      </td>
      <td>
        <input
          className="field small mono"
          placeholder="i == 3 and coreid() == 2"
          aria-label={`Condition of the breakpoint at ${where}`}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `breakpoint-problem-${id}`}
          value={condition}
          onChange={(event) => breakpoints.change(id, { condition: event.target.value })}
        />
        {problem !== undefined && (
          <p className="breakpoint-problem" id={`breakpoint-problem-${id}`}>
            {problem}
          </p>
        )}
      </td>
      <td>
        <CoreSelect
          any="any core"
          label={`Core of the breakpoint at ${where}`}
          value={core}
          onChange={(chosen) => breakpoints.change(id, { core: chosen })}
        />
      </td>
      <td>
        <button
          type="button"
          className="button small icon-only"
          aria-label={`Remove the breakpoint at ${where}`}
          onClick={() => breakpoints.remove(id)}
        >
          <Icon name="close" />
        </button>
      </td>
    </tr>
  );
}

interface CoreSelectProps {
  /// What choosing none means.
  readonly any: string;
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (core: number | null) => void;
}

function CoreSelect({ any, label, value, onChange }: CoreSelectProps) {
  const { settings } = useApp();
  const count = useStore(settings.store, ({ cores, hostCores }) => cores + hostCores);
  return (
    <select
      className="select small"
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value === "" ? null : Number(event.target.value))}
    >
      <option value="">{any}</option>
      {Array.from({ length: count }, (_, id) => (
        <option key={id} value={id}>
          core {id}
        </option>
      ))}
    </select>
  );
}
