import { useStore } from "zustand";
import { programs, type Which } from "../../store/teach/trial.ts";
import { Icon } from "../shared/Icon.tsx";
import { Words } from "../shared/Words.tsx";
import { useTeach } from "./context.ts";
import { useVerdict } from "./useVerdict.ts";
import "./tried.css";

const titles: Readonly<Record<Which, string>> = { solution: "Your solution", start: "The start" };

/// What came of the checks on the solution and on the start.
export function Tried() {
  const teach = useTeach();
  const { trial, chosen } = useStore(teach.store);
  const verdict = useVerdict();
  const { reports, running, took } = trial;
  const rows = Math.max(0, ...programs.map((which) => reports[which]?.results.length ?? 0));
  const names = reports.solution?.results.length === rows ? reports.solution.results : (reports.start?.results ?? []);
  const already = passedBefore(reports.start?.results ?? [], reports.solution?.results ?? []);
  return (
    <section className="teach-tried" aria-label="Tried on both programs">
      <div className="teach-form-head">
        <h3>
          Tried on both programs <span className="quiet">{took !== null && `in ${(took / 1000).toFixed(1)} s`}</span>
        </h3>
        {running === null ? (
          <button type="button" className="button line" onClick={teach.tryChecks}>
            Try again
          </button>
        ) : (
          <button type="button" className="button line" onClick={teach.cancelTrial}>
            <Icon name="stop" />
            Stop
          </button>
        )}
      </div>
      <div className={`teach-verdict ${verdict.tone}`} role="status">
        <strong>{verdict.head}</strong>
        <span>{running === null ? verdict.more : progress(running)}</span>
      </div>
      {rows > 0 && (
        <table className={took === null ? "stale" : undefined}>
          <thead>
            <tr>
              <th scope="col">Check</th>
              {programs.map((which) => (
                <th key={which} scope="col">
                  {titles[which]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map(({ name }, k) => (
              <tr key={k} className={k === chosen + 1 ? "chosen" : undefined}>
                <th scope="row">
                  {k > 0 && `${k}. `}
                  <Words text={name} />
                </th>
                {programs.map((which) => (
                  <td key={which}>
                    <Outcome ok={reports[which]?.results[k]?.ok} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {took !== null && already !== "" && (
        <p className="teach-note">
          <Icon name="warning" />
          {already}
        </p>
      )}
      {programs.map((which) => {
        const results = reports[which]?.results ?? [];
        const result = results.length === 1 ? results[0] : (results[chosen + 1] ?? results.find(({ ok }) => !ok));
        return (
          result?.ok === false && (
            <p key={which} className="teach-why">
              <strong>{titles[which]}:</strong> <Words text={result.message} />
            </p>
          )
        );
      })}
    </section>
  );
}

function Outcome({ ok }: { readonly ok: boolean | undefined }) {
  if (ok === undefined) return <span className="quiet">not tried</span>;
  return (
    <span className={ok ? "teach-mark good" : "teach-mark bad"}>
      <Icon name={ok ? "check" : "close"} />
      {ok ? "passes" : "fails"}
    </span>
  );
}

function progress({
  which,
  done,
  all,
}: {
  readonly which: Which;
  readonly done: number;
  readonly all: number;
}): string {
  if (done === all) return `${titles[which]}: comparing what came out with what was asked`;
  return all > 1 ? `${titles[which]}: run ${done + 1} of ${all}` : `${titles[which]} runs`;
}

/// Which checks the start passes already, of those that the solution passes; the first of all is no reason to wonder.
function passedBefore(
  start: readonly { readonly ok: boolean }[],
  solution: readonly { readonly ok: boolean }[],
): string {
  const both = start.flatMap(({ ok }, k) => (k > 0 && ok && solution[k]?.ok === true ? [k] : []));
  if (both.length === 0 || both.length === start.length - 1) return "";
  const list = both.length === 1 ? String(both[0]) : `${both.slice(0, -1).join(", ")} and ${both.at(-1)}`;
  return `The start passes ${list} already. ${both.length === 1 ? "It guards" : "They guard"} against a wrong turn.`;
}
