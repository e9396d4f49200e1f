import { useStore } from "zustand";
import type { Comparison, CoreEvent, RunFigures } from "../../store/player/comparing.ts";
import { formatCycles } from "../../store/timeline/time.ts";
import { useApp } from "../shared/context.ts";

/// In the player: keeps a run, and compares the ones after it with that.
export function Compare() {
  const { comparing, player } = useApp();
  const { kept, comparing: isComparing, comparison, problem } = useStore(comparing.store);
  // Another run is shown when this changes.
  useStore(player.store, ({ phase, end }) => `${phase} ${end}`);
  const shown = player.shownRun();
  if (shown === null) return null;
  const isKept = kept !== null && shown.number === kept.number;
  return (
    <div className="compare">
      {kept === null && (
        <button type="button" className="link" onClick={comparing.keep}>
          Keep this run, to compare
        </button>
      )}
      {isKept && comparison === null && (
        <p>This run is kept. Change something, run again, and open the player to compare the two.</p>
      )}
      {kept !== null && !isKept && comparison === null && !isComparing && (
        <button type="button" className="link" onClick={comparing.compare}>
          Compare with the kept run
        </button>
      )}
      {isComparing && <p role="status">Comparing…</p>}
      {problem !== null && <p role="alert">{problem}</p>}
      {comparison !== null && <Sides comparison={comparison} />}
      {kept !== null && (
        <button type="button" className="link" onClick={comparing.forget}>
          {comparison === null ? "Do not keep it" : "Close"}
        </button>
      )}
    </div>
  );
}

function Sides({ comparison }: { readonly comparison: Comparison }) {
  const { first, second, sameOutput, parting } = comparison;
  return (
    <>
      <table>
        <caption className="visually-hidden">The kept run and this run</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">kept</th>
            <th scope="col">this run</th>
            <th scope="col">change</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of, text }) => {
            const [a, b] = [of(first), of(second)];
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="mono">{text(a, first)}</td>
                <td className="mono">{text(b, second)}</td>
                <td className="mono">{changeText(a, b)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>{sameOutput ? "Every core prints the same." : "The cores do not print the same."}</p>
      {parting === null ? (
        <p>The cores send, receive and print the same, as far as long values are shown.</p>
      ) : (
        <>
          <p>The first difference, on core {parting.core}:</p>
          <ul aria-label={`The first difference, on core ${parting.core}`}>
            <li>
              Kept: <Side core={parting.core} event={parting.first} isKept />
            </li>
            <li>
              This run: <Side core={parting.core} event={parting.second} />
            </li>
          </ul>
        </>
      )}
      <Waiting first={first} second={second} />
    </>
  );
}

interface RowOfFigures {
  readonly name: string;
  readonly of: (figures: RunFigures) => number;
  readonly text: (value: number, figures: RunFigures) => string;
}

const inTime = (cycles: number, { frequency }: RunFigures): string => formatCycles(cycles, frequency);
const inNumbers = (value: number): string => value.toLocaleString("en");
const rows: readonly RowOfFigures[] = [
  { name: "Virtual time", of: ({ end }) => end, text: inTime },
  { name: "Messages", of: ({ summary }) => summary.messages, text: inNumbers },
  { name: "Bytes in messages", of: ({ summary }) => summary.bytes, text: inNumbers },
  {
    name: "Waiting, all cores",
    of: ({ summary }) => summary.cores.reduce((sum, { waiting }) => sum + waiting, 0),
    text: inTime,
  },
];

function changeText(a: number, b: number): string {
  if (a === b) return "same";
  if (a === 0) return "from 0";
  const percent = Math.round((b / a - 1) * 100);
  return percent === 0 ? "<1 %" : `${percent > 0 ? "+" : "−"}${Math.abs(percent).toLocaleString("en")} %`;
}

interface SideProps {
  readonly core: number;
  readonly event: CoreEvent | null;
  readonly isKept?: boolean;
}

function Side({ core, event, isKept = false }: SideProps) {
  const { comparing, player } = useApp();
  // Another chip is drawn in another way.
  const isElsewhere = isKept && !comparing.canShowKept();
  if (event === null) return <>core {core} does nothing more.</>;
  const showEvent = () => (isKept ? comparing.showKept(event.time) : player.open(event.time));
  return (
    <>
      core {core} {event.words}.{" "}
      {!isElsewhere && (
        <button type="button" className="link" onClick={showEvent}>
          See it
        </button>
      )}
    </>
  );
}

function Waiting({ first, second }: { readonly first: RunFigures; readonly second: RunFigures }) {
  const before = new Map(first.summary.cores.map(({ core, waiting }) => [core, waiting]));
  return (
    <details>
      <summary>Waiting, by core</summary>
      <ul className="mono">
        {second.summary.cores.map(({ core, waiting }) => (
          <li key={core}>
            {core}: {before.has(core) ? inTime(before.get(core) ?? 0, first) : "–"} → {inTime(waiting, second)}
          </li>
        ))}
      </ul>
    </details>
  );
}
