import { useCallback, useMemo, useRef } from "react";
import { useStore } from "zustand";
import { amdahl, type Speedup } from "../../store/scaling/amdahl.ts";
import { type Findings, findingsOf, percent, plural, verdict } from "../../store/scaling/findings.ts";
import type { ScalingPoint } from "../../store/scaling/scaling.ts";
import { formatCycles } from "../../store/timeline/time.ts";
import { useApp } from "../shared/context.ts";
import { Empty } from "../shared/Empty.tsx";
import { Icon } from "../shared/Icon.tsx";
import { SaveView } from "../shared/SaveView.tsx";
import { CoreChart, type Line } from "./CoreChart.tsx";
import "./scaling.css";
import "../shared/figures.css";

/// How the program's virtual time changes with the number of cores.
export default function Scaling() {
  const { scaling, projects, run } = useApp();
  const isIdle = useStore(run, ({ status }) => status === "idle");
  const { points, trouble, file, revision, measuring, frequency } = useStore(scaling.store);
  const changed = useStore(projects.store, (state) => state.revision !== revision);
  const findings = useMemo(() => findingsOf(points), [points]);
  if (trouble !== null) return <p className="scaling-empty">{trouble}</p>;
  if (points.length === 0) {
    return (
      <Empty words="This runs the open program on 1, 2, 4, … cores, up to the number chosen above, and shows how much faster more cores make it.">
        {isIdle && (
          <button type="button" className="button small line" onClick={() => void scaling.measure()}>
            <Icon name="play" />
            Start measuring
          </button>
        )}
      </Empty>
    );
  }
  const { timings, speedups, best } = findings;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keys must reach it
    <section className="scaling" aria-label="Measurements" tabIndex={0}>
      <p className="scaling-words" role="status">
        {measuring ? progress(points) : verdict(points, findings)}
        {!measuring && changed && ` ${file} has changed since: measure again.`}
      </p>
      <ScalingTable points={points} found={speedups} best={measuring ? null : best} frequency={frequency} />
      {timings.length > 1 && <Charts findings={findings} frequency={frequency} file={file ?? ""} />}
    </section>
  );
}

function progress(points: readonly ScalingPoint[]): string {
  const now = points.find(({ state }) => state === "running");
  const done = points.filter(({ state }) => state === "done" || state === "failed").length;
  const where = now === undefined ? "" : `, on ${plural(now.cores)} now`;
  return `Measuring: ${done} of ${points.length} done${where}.`;
}

interface ScalingTableProps {
  readonly points: readonly ScalingPoint[];
  readonly found: readonly Speedup[];
  readonly best: number | null;
  readonly frequency: number;
}

function ScalingTable({ points, found, best, frequency }: ScalingTableProps) {
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">Cores</th>
          <th scope="col">Virtual time</th>
          <th scope="col">Speedup</th>
          <th scope="col">Efficiency</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => {
          const speedup = found.find(({ cores }) => cores === point.cores);
          return (
            <tr key={point.cores} className={point.cores === best ? "best" : ""}>
              <th scope="row">
                {point.cores}
                {point.cores === best && <span className="best-mark">fastest</span>}
              </th>
              {point.state === "failed" ? (
                <td colSpan={3} className="figures-reason">
                  {point.reason}
                </td>
              ) : (
                <>
                  <td className={point.state === "running" ? "under-way" : ""}>
                    {point.state === "waiting" ? "–" : formatCycles(point.cycles, frequency)}
                  </td>
                  <td>{speedup === undefined ? "–" : speedup.speedup.toFixed(2)}</td>
                  <td>{speedup === undefined ? "–" : percent(speedup.efficiency)}</td>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface ChartsProps {
  /// That was measured.
  readonly file: string;
  readonly findings: Findings;
  readonly frequency: number;
}

function Charts({ findings, frequency, file }: ChartsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const inTime = useCallback((cycles: number) => formatCycles(cycles, frequency), [frequency]);
  const { cores, time, sped, speedup, efficiency } = useMemo(() => {
    const { timings, speedups, serial } = findings;
    const first = timings[0]?.time ?? 0;
    const law = (cores: readonly number[], of: (count: number) => number, label: string): Line[] =>
      serial === undefined ? [] : [{ label, values: cores.map(of), colour: "--send", measured: false }];
    const cores = timings.map((timing) => timing.cores);
    const time: Line[] = [
      { label: "measured", values: timings.map((timing) => timing.time), colour: "--run", measured: true },
      ...law(cores, (count) => first / amdahl(serial ?? 0, count), "Amdahl"),
    ];
    const sped = speedups.map((one) => one.cores);
    const speedup: Line[] = [
      { label: "measured", values: speedups.map((one) => one.speedup), colour: "--run", measured: true },
      { label: "ideal", values: sped, colour: "--faint", measured: false },
      ...law(sped, (count) => amdahl(serial ?? 0, count), "Amdahl"),
    ];
    const efficiency: Line[] = [
      { label: "measured", values: speedups.map((one) => one.efficiency), colour: "--recv", measured: true },
      ...law(sped, (count) => amdahl(serial ?? 0, count) / count, "Amdahl"),
    ];
    return { cores, time, sped, speedup, efficiency };
  }, [findings]);
  return (
    <>
      <div className="scaling-charts" ref={frame}>
        <CoreChart title="Virtual time" cores={cores} lines={time} logarithmic format={inTime} />
        {sped.length > 1 && (
          <>
            <CoreChart title="Speedup" cores={sped} lines={speedup} logarithmic format={plain} />
            <CoreChart title="Efficiency" cores={sped} lines={efficiency} logarithmic={false} format={percent} />
          </>
        )}
      </div>
      <div className="scaling-save">
        <SaveView
          what="the charts"
          isPlayed={false}
          name={`${file.replace(/\.py$/, "")}-scaling`}
          frame={() => frame.current}
          caption={() => `${file}, by number of cores`}
        />
      </div>
    </>
  );
}

function plain(value: number): string {
  return String(Math.round(value * 100) / 100);
}
