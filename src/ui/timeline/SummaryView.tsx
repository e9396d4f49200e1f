import { counted } from "../../base/counted.ts";
import { longestSteps, type Picture, type Row } from "../../store/timeline/picture.ts";
import { nameIn } from "../../store/timeline/selection.ts";
import { formatBytes } from "../shared/format-bytes.ts";
import { LineLink } from "../shared/LineLink.tsx";
import { useCycles } from "../shared/useCycles.ts";
import { percent } from "./percent.ts";
import "../shared/figures.css";

interface SummaryViewProps {
  readonly picture: Picture;
  readonly rows: readonly Row[];
}

// Of the critical path, what is told in words; the timeline marks all of it.
const stepsTold = 12;
// Of the cores, what is in the table; others can be chosen above it.
const mostRows = 256;

/// What the run comes to: where the time went, and what decided how long it took.
export function SummaryView({ picture, rows }: SummaryViewProps) {
  const { summary, path, end } = picture;
  const inTime = useCycles();
  const shown = new Set(rows.map(({ core }) => core));
  const cores = summary.cores.filter(({ core }) => shown.has(core));
  const most = [...summary.cores].sort((a, b) => b.waiting / b.cycles - a.waiting / a.cycles)[0];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keys must reach it
    <section className="timeline-summary" tabIndex={0} aria-label="Summary of the run">
      <div>
        <p>
          In {inTime(end)} of virtual time the cores computed for {percent(summary.computing)} of it, communicated for{" "}
          {percent(summary.communicating)} and waited for {percent(summary.waiting)}.{" "}
          {counted(summary.messages, "message")} carried {formatBytes(summary.bytes)}.
          {most !== undefined && most.waiting > 0 && (
            <>
              {" "}
              {capital(nameIn(picture, most.core))} waited longest: {percent(most.waiting / Math.max(1, most.cycles))}{" "}
              of its time.
            </>
          )}
        </p>
        <h2>Critical path</h2>
        <p>{pathWords(picture)}</p>
        <ol>
          {longestSteps(path, stepsTold).map((step, index) => (
            <li key={index}>
              {inTime(step.to - step.from)} on {nameIn(picture, step.core)}, from {inTime(step.from)}
              {step.by !== null && (
                <>
                  , after{" "}
                  {"fromPlace" in step.by ? (
                    <>
                      a message from {nameIn(picture, step.by.from)}:{" "}
                      <LineLink file={step.by.fromPlace.file} line={step.by.fromPlace.line} />
                    </>
                  ) : (
                    <>
                      {step.by.kind.replace("_", " ")}: <LineLink file={step.by.place.file} line={step.by.place.line} />
                    </>
                  )}
                </>
              )}
            </li>
          ))}
        </ol>
      </div>
      <table className="figures">
        {cores.length > mostRows && (
          <caption>
            The first {mostRows} of {cores.length.toLocaleString("en")} cores. Write above which others you want to see.
          </caption>
        )}
        <thead>
          <tr>
            <th scope="col">Core</th>
            <th scope="col">Clock</th>
            <th scope="col">Computing</th>
            <th scope="col">Communicating</th>
            <th scope="col">Waiting</th>
          </tr>
        </thead>
        <tbody>
          {cores.slice(0, mostRows).map(({ core, cycles, computing, communicating, waiting }) => {
            const all = Math.max(1, computing + communicating + waiting);
            return (
              <tr key={core}>
                <th scope="row">{core}</th>
                <td>{inTime(cycles)}</td>
                <td>{percent(computing / all)}</td>
                <td>{percent(communicating / all)}</td>
                <td>{percent(waiting / all)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function pathWords(picture: Picture): string {
  const { path } = picture;
  const last = path.at(-1);
  if (last === undefined) return "Nothing is known about it.";
  const cores = new Set(path.map(({ core }) => core)).size;
  if (path.length === 1)
    return `${capital(nameIn(picture, last.core))} took longest, and it waited for no other core that mattered.`;
  return `The run ends with ${nameIn(picture, last.core)}. Its length was decided by ${path.length.toLocaleString("en")} steps, one after the other, on ${counted(cores, "core")}; only if one of these takes less time does the run. The longest:`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
