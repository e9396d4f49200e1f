import type { ReactNode } from "react";
import { useStore } from "zustand";
import {
  type DataMark,
  type EventMark,
  expressionProblem,
  type LineMark,
  type MessageMark,
  messageProblem,
} from "../../store/run/breakpoints.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { LineLink } from "../shared/LineLink.tsx";
import { CoreSelect } from "./CoreSelect.tsx";
import { ExpressionField } from "./ExpressionField.tsx";
import "./debug.css";
import "./breakpoints.css";

/// Where the cores are to pause, and on what conditions; and what they are to log.
export default function BreakpointList() {
  const { breakpoints } = useApp();
  const { marks, events } = useStore(breakpoints.store);
  const hasFault = events.some(({ kind }) => kind === "fault");
  return (
    <div className="breakpoint-list">
      {marks.length === 0 && (
        <p className="core-words">
          Click beside a line number, or press F9, to set a breakpoint: a core that comes to the line pauses them all.
        </p>
      )}
      {marks.length + events.length > 0 && (
        <ul className="breakpoint-rows">
          {marks.map((mark) => (
            <LineRow key={mark.id} mark={mark} />
          ))}
          {events.map((mark) => (
            <EventRow key={mark.id} mark={mark} />
          ))}
        </ul>
      )}
      <p className="breakpoint-add">
        <span>Pause also when</span>
        <button
          type="button"
          className="button small"
          onClick={() => breakpoints.add({ kind: "data", expression: "", core: null })}
        >
          <Icon name="plus" /> a value changes
        </button>
        <button
          type="button"
          className="button small"
          onClick={() => breakpoints.add({ kind: "message", from: null, to: null })}
        >
          <Icon name="plus" /> a message arrives
        </button>
        {!hasFault && (
          <button type="button" className="button small" onClick={() => breakpoints.add({ kind: "fault" })}>
            <Icon name="plus" /> a core fails
          </button>
        )}
      </p>
    </div>
  );
}

interface RowProps {
  readonly id: number;
  /// What it is, for the labels of its controls.
  readonly what: string;
  readonly off: boolean;
  readonly onOff: (off: boolean) => void;
  readonly children: ReactNode;
}

function Row({ id, what, off, onOff, children }: RowProps) {
  const { breakpoints } = useApp();
  return (
    <li className={off ? "breakpoint-row off" : "breakpoint-row"}>
      <input
        type="checkbox"
        aria-label={`Use the breakpoint ${what}`}
        title={off ? "Switched off" : "Switched on"}
        checked={!off}
        onChange={(event) => onOff(!event.target.checked)}
      />
      <div className="breakpoint-parts">{children}</div>
      <button
        type="button"
        className="button small icon-only"
        aria-label={`Remove the breakpoint ${what}`}
        title="Remove"
        onClick={() => breakpoints.remove(id)}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

/// A control with the words before it; they stay together.
function Part({ word, children }: { readonly word: string; readonly children: ReactNode }) {
  return (
    <span className="breakpoint-part">
      <span className="breakpoint-word">{word}</span>
      {children}
    </span>
  );
}

function LineRow({ mark }: { readonly mark: LineMark }) {
  const { breakpoints } = useApp();
  const { id, file, line, condition, core, log, off = false } = mark;
  const where = `${file}, line ${line}`;
  return (
    <Row id={id} what={`at ${where}`} off={off} onOff={(next) => breakpoints.change(id, { off: next })}>
      <LineLink file={file} line={line} text={where} />
      <select
        className="select small"
        aria-label={`What happens at ${where}`}
        value={log === undefined ? "pause" : "log"}
        onChange={(event) => {
          if (event.target.value === "log") breakpoints.logAt(file, line);
          else breakpoints.change(id, { log: undefined });
        }}
      >
        <option value="pause">pauses</option>
        <option value="log">logs</option>
      </select>
      {log !== undefined && (
        <ExpressionField
          label={`Message of the logpoint at ${where}`}
          placeholder="i is {i}"
          value={log}
          problem={log === "" ? "Write what to log, such as i is {i}" : messageProblem(log)}
          autoFocus={log === ""}
          onChange={(text) => breakpoints.change(id, { log: text })}
        />
      )}
      <Part word="when">
        <ExpressionField
          label={`Condition of the breakpoint at ${where}`}
          placeholder="i == 3 and coreid() == 2"
          value={condition}
          problem={expressionProblem(condition)}
          onChange={(text) => breakpoints.change(id, { condition: text })}
        />
      </Part>
      <Part word="on">
        <CoreSelect
          any="any core"
          label={`Core of the breakpoint at ${where}`}
          value={core}
          onChange={(chosen) => breakpoints.change(id, { core: chosen })}
        />
      </Part>
    </Row>
  );
}

function EventRow({ mark }: { readonly mark: EventMark }) {
  const { breakpoints } = useApp();
  const { id, off = false } = mark;
  const onOff = (next: boolean) => breakpoints.changeEvent(id, { off: next });
  switch (mark.kind) {
    case "data":
      return (
        <Row id={id} what={`for changes of ${mark.expression || "a value"}`} off={off} onOff={onOff}>
          <DataParts mark={mark} />
        </Row>
      );
    case "message":
      return (
        <Row id={id} what="for messages" off={off} onOff={onOff}>
          <MessageParts mark={mark} />
        </Row>
      );
    case "fault":
      return (
        <Row id={id} what="for failures" off={off} onOff={onOff}>
          <span>a core fails</span>
        </Row>
      );
  }
}

function DataParts({ mark }: { readonly mark: DataMark }) {
  const { breakpoints } = useApp();
  const { id, expression, core } = mark;
  return (
    <>
      <ExpressionField
        label="Value whose changes pause the run"
        placeholder="total or data[0]"
        value={expression}
        problem={expression === "" ? "Write a variable, such as total" : expressionProblem(expression)}
        autoFocus={expression === ""}
        onChange={(text) => breakpoints.changeEvent(id, { expression: text })}
      />
      <Part word="changes on">
        <CoreSelect
          any="any core"
          label="Core on which the value changes"
          value={core}
          onChange={(chosen) => breakpoints.changeEvent(id, { core: chosen })}
        />
      </Part>
    </>
  );
}

function MessageParts({ mark }: { readonly mark: MessageMark }) {
  const { breakpoints } = useApp();
  const { id, from, to } = mark;
  return (
    <>
      <Part word="a message from">
        <CoreSelect
          any="any core"
          label="Pause when a message comes from"
          value={from}
          onChange={(core) => breakpoints.changeEvent(id, { from: core })}
        />
      </Part>
      <Part word="arrives at">
        <CoreSelect
          any="any core"
          label="Pause when a message comes to"
          value={to}
          onChange={(core) => breakpoints.changeEvent(id, { to: core })}
        />
      </Part>
    </>
  );
}
