import { useId, useState } from "react";
import { useStore } from "zustand";
import { type AlikePair, alikeLines, alikeWords, type BesideFile, type Marking } from "../../store/marking/marking.ts";

const usualPercent = 80;

/// Programs that look alike, and two of them side by side.
export function AlikePrograms({ marking }: { readonly marking: Marking }) {
  const { alike, marks } = useStore(marking.store);
  const [percent, setPercent] = useState(usualPercent);
  const [shown, setShown] = useState<{ readonly pair: AlikePair; readonly files: readonly BesideFile[] } | null>(null);
  const [problem, setProblem] = useState("");
  const id = useId();
  const find = (wanted: number) => {
    setPercent(wanted);
    setShown(null);
    void marking.findAlike(wanted / 100);
  };
  const nameOf = (at: number): string => marks[at]?.student || (marks[at]?.file ?? "");
  const show = async (pair: AlikePair) => {
    try {
      setShown({ pair, files: await marking.beside(pair.first, pair.second) });
      setProblem("");
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section className="marking-alike" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Programs that look alike</h3>
      <p>
        What is compared is the order of words and signs, whatever names, numbers, texts and comments are. The
        assignment’s own lines do not count. <strong>Alike is not proof:</strong> a short task has few solutions, and
        students may have worked together as you allowed.
      </p>
      <div className="button-row">
        <label htmlFor={`${id}-least`}>At least {percent} % alike</label>
        <input
          id={`${id}-least`}
          type="range"
          min={40}
          max={100}
          step={5}
          value={percent}
          onChange={(event) =>
            alike === null ? setPercent(Number(event.target.value)) : find(Number(event.target.value))
          }
        />
        {alike === null && (
          <button type="button" className="button small line" onClick={() => find(percent)}>
            Compare the programs
          </button>
        )}
      </div>
      {problem !== "" && (
        <p className="lesson-problem" role="alert">
          {problem}
        </p>
      )}
      <p role="status">
        {alike !== null && alikeLines(alike.pairs, Math.round(alike.least * 100), nameOf)[0]}
        {alike !== null &&
          alike.short > 0 &&
          ` ${alike.short} ${alike.short === 1 ? "is" : "are"} too short to compare, or could not be read.`}
      </p>
      {alike !== null && alike.pairs.length > 0 && (
        <ul className="marking-pairs">
          {alike.pairs.slice(0, mostShown).map((pair) => (
            <li key={`${pair.first} ${pair.second}`}>
              <span>{alikeWords(pair, nameOf)}</span>
              <button
                type="button"
                className="button small line"
                aria-label={`${nameOf(pair.first)} and ${nameOf(pair.second)}, side by side`}
                aria-pressed={shown?.pair === pair}
                onClick={() => void show(pair)}
              >
                Side by side
              </button>
            </li>
          ))}
          {alike.pairs.length > mostShown && <li>The rest is not shown. Ask for programs that are more alike.</li>}
        </ul>
      )}
      {shown !== null && (
        <Beside files={shown.files} left={nameOf(shown.pair.first)} right={nameOf(shown.pair.second)} />
      )}
    </section>
  );
}

const mostShown = 100;
const mostRows = 2000;

const kindWords = { same: "", renamed: "the same but for names: ", left: "only here: ", right: "only here: " } as const;

function Beside({
  files,
  left,
  right,
}: {
  readonly files: readonly BesideFile[];
  readonly left: string;
  readonly right: string;
}) {
  return (
    <div className="marking-beside">
      <p className="quiet">
        <span className="key same">Word for word the same</span>{" "}
        <span className="key renamed">The same but for names</span>{" "}
        <span className="key only">In one of them only</span>
      </p>
      {files.map(({ name, rows }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
        <section key={name} className="marking-scroll" tabIndex={0} aria-label={`${name}, side by side`}>
          <table>
            <caption>{name}</caption>
            <thead>
              <tr>
                <td />
                <th scope="col">{left}</th>
                <td />
                <th scope="col">{right}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, mostRows).map(({ kind, left, right }, k) => (
                <tr key={k} className={kind}>
                  <td className="number">{left?.line}</td>
                  <td>{left !== undefined && <Line kind={kind} text={left.text} />}</td>
                  <td className="number">{right?.line}</td>
                  <td>{right !== undefined && <Line kind={kind} text={right.text} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length > mostRows && (
            <p className="quiet">The first {mostRows.toLocaleString("en")} lines are shown.</p>
          )}
        </section>
      ))}
    </div>
  );
}

function Line({ kind, text }: { readonly kind: keyof typeof kindWords; readonly text: string }) {
  return (
    <code>
      {kindWords[kind] !== "" && <span className="visually-hidden">{kindWords[kind]}</span>}
      {text}
    </code>
  );
}
