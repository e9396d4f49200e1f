import { useState } from "react";
import { useStore } from "zustand";
import { cellOf, columnsOf, type Mark, type Marking } from "../../store/marking/marking.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { Words } from "../shared/Words.tsx";

interface MarkTableProps {
  readonly marking: Marking;
  /// The page is to be seen.
  readonly onLeave: () => void;
}

/// A line for each hand-in, which can be opened; under it what is wrong with it.
export function MarkTable({ marking, onLeave }: MarkTableProps) {
  const { lessons, showCheck, view } = useApp();
  const { marks, given } = useStore(marking.store);
  const columns = columnsOf(marks);
  const [problem, setProblem] = useState("");
  const open = async (mark: Mark) => {
    try {
      const handIn = await marking.handIn(mark.file);
      await lessons.openHandIn(handIn, given?.assignment ?? handIn.assignment, mark.results);
      view.setState({ left: "lessons", pane: "lesson" });
      onLeave();
      const failing = mark.results.find((result) => !result.ok && showCheck.canShow(result));
      if (failing !== undefined) await showCheck.show(failing);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      {problem !== "" && (
        <p className="lesson-problem" role="alert">
          {problem}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
      <section className="marking-scroll" tabIndex={0} aria-label="Marks">
        <table className="marking-marks">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {marks.map((mark, k) => (
              <Row
                key={`${k} ${mark.file}`}
                mark={mark}
                hasPoints={columns.includes("Points")}
                onOpen={() => void open(mark)}
              />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface RowProps {
  readonly mark: Mark;
  readonly hasPoints: boolean;
  readonly onOpen: () => void;
}

function Row({ mark, hasPoints, onOpen }: RowProps) {
  const student = cellOf("Student", mark);
  const { results, notes, passed } = mark;
  const failed = results.filter(({ ok }) => !ok);
  return (
    <tr className={passed ? "passed" : "failed"}>
      <th scope="row">{student}</th>
      <td>{cellOf("Assignment", mark)}</td>
      <td className="marking-result">
        <Icon name={passed ? "check" : "close"} />
        {cellOf("Result", mark)}
      </td>
      <td>
        <span className="marking-checks">
          <span className="marking-score">{cellOf("Checks", mark)}</span>
          {results.map(({ ok, name }, k) => (
            // Two checks may have the same name.
            <span key={k} className={ok ? "holds" : "fails"} title={name}>
              <Icon name={ok ? "check" : "close"} />
              <span className="visually-hidden">{`${name}: ${ok ? "passed" : "failed"}. `}</span>
            </span>
          ))}
        </span>
        {failed.length + notes.length > 0 && (
          <details>
            <summary>{failed.length > 0 ? "Why" : "Notes"}</summary>
            <ul>
              {failed.map(({ name, message }, k) => (
                <li key={k}>
                  <strong>
                    <Words text={name} />
                  </strong>{" "}
                  <Words text={message} />
                </li>
              ))}
              {notes.map((note) => (
                <li key={note}>Note: {note}.</li>
              ))}
            </ul>
          </details>
        )}
      </td>
      {hasPoints && <td className="number">{cellOf("Points", mark)}</td>}
      <td className="number">{cellOf("Seed", mark)}</td>
      <td className="number">{cellOf("Virtual time", mark)}</td>
      <td className="number">{cellOf("Tries", mark)}</td>
      <td>
        {mark.student !== "" && (
          <button type="button" className="button small line" onClick={onOpen} aria-label={`Open ${student}`}>
            Open
          </button>
        )}
      </td>
    </tr>
  );
}
