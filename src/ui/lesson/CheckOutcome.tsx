import { useStore } from "zustand";
import { diff } from "../../base/diff.ts";
import { type CheckResult, pointsWords } from "../../store/lessons/lessons.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { Words } from "../shared/Words.tsx";
import "./check-outcome.css";

interface CheckOutcomeProps {
  readonly result: CheckResult;
  /// How often the student has pressed Check.
  readonly tries: number;
}

/// What came of one check: whether it passed; if not, why, what was expected beside what was printed, and the way to the moment.
export function CheckOutcome({ result, tries }: CheckOutcomeProps) {
  const { ok, name, message, say, sayAfter = 1, points, evidence } = result;
  const left = sayAfter - tries;
  return (
    <>
      <Icon name={ok ? "check" : "close"} />
      <div>
        <p>
          <span className="visually-hidden">{ok ? "Passed: " : "Failed: "}</span>
          <Words text={name} />
          {points !== undefined && (
            <span className="quiet"> {pointsWords({ earned: ok ? points : 0, all: points })}</span>
          )}
        </p>
        {message !== "" && (
          <p className="check-message">
            <Words text={message} />
          </p>
        )}
        {say !== "" &&
          (left > 0 ? (
            <p className="quiet">There is a hint after {left === 1 ? "one more try" : `${left} more tries`}.</p>
          ) : (
            <p className="check-say">
              <Words text={say} />
            </p>
          ))}
        {evidence?.lines !== undefined && <LinesBeside {...evidence.lines} who={evidence.cores} />}
        {evidence !== undefined && <ShowButton result={result} />}
      </div>
    </>
  );
}

/// Leads to the run of the check, on the chip.
function ShowButton({ result }: { readonly result: CheckResult }) {
  const { showCheck, lessons, projects, run } = useApp();
  // What decides whether it can be shown.
  useStore(lessons.store);
  useStore(projects.store);
  useStore(run);
  if (!showCheck.canShow(result)) return null;
  return (
    <button type="button" className="button small line" onClick={() => void showCheck.show(result)}>
      <Icon name="play" />
      Show it on the chip
    </button>
  );
}

interface LinesBesideProps {
  readonly expected: readonly string[];
  readonly printed: readonly string[];
  readonly who: readonly number[];
}

/// Expected and printed lines, those that are the same in one row.
function LinesBeside({ expected, printed, who }: LinesBesideProps) {
  const rows = rowsOf(expected, printed);
  // One line beside none is what the message says.
  if (rows.length < 2) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
    <section className="lines-beside" tabIndex={0} aria-label="Expected and printed lines">
      <table>
        <thead>
          <tr>
            <th scope="col">Expected</th>
            <th scope="col">{who.length === 1 ? `Core ${who[0]} printed` : "Printed"}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ left, right }, k) => (
            <tr key={k} className={left === right ? "same" : "other"}>
              <td>
                {left !== undefined && left !== right && <span className="visually-hidden">missing: </span>}
                {left}
              </td>
              <td>
                {right !== undefined && left !== right && <span className="visually-hidden">not expected: </span>}
                {right}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface Row {
  readonly left: string | undefined;
  readonly right: string | undefined;
}

/// Where one line stands for another, both are in one row.
function rowsOf(expected: readonly string[], printed: readonly string[]): readonly Row[] {
  const rows: Row[] = [];
  let missing: string[] = [];
  let stray: string[] = [];
  const flush = (): void => {
    for (let k = 0; k < Math.max(missing.length, stray.length); k++) rows.push({ left: missing[k], right: stray[k] });
    [missing, stray] = [[], []];
  };
  for (const row of diff(expected, printed)) {
    if (row.kind === "left") missing.push(expected[row.left] ?? "");
    else if (row.kind === "right") stray.push(printed[row.right] ?? "");
    else {
      flush();
      rows.push({ left: expected[row.left], right: printed[row.right] });
    }
  }
  flush();
  return rows;
}
