import { useCallback, useMemo } from "react";
import { useStore } from "zustand";
import { amdahl, type Speedup, serialPart, speedups } from "../../store/amdahl.ts";
import type { ScalingPoint } from "../../store/scaling.ts";
import { formatCycles } from "../../store/time.ts";
import { useApp } from "../app/context.ts";
import { Icon } from "../app/Icon.tsx";
import { CoreChart, type Line } from "./CoreChart.tsx";
import "./scaling.css";

/// How the program's virtual time changes with the number of cores.
export function Scaling() {
  const { scaling, projects } = useApp();
  const { points, trouble, file, revision, measuring, frequency } = useStore(scaling.store);
  const changed = useStore(projects.store, (state) => state.revision !== revision);
  const timings = useMemo(
    () => points.filter(({ state }) => state === "done").map(({ cores, cycles }) => ({ cores, time: cycles })),
    [points],
  );
  const found = useMemo(() => speedups(timings), [timings]);
  const serial = useMemo(() => serialPart(timings), [timings]);
  if (trouble !== null) return <p className="scaling-empty">{trouble}</p>;
  if (points.length === 0) {
    return (
      <p className="scaling-empty">
        Measure runs the open program on 1, 2, 4, … cores, up to the number chosen above, and shows how much faster more
        cores make it.
      </p>
    );
  }
  const best = timings.reduce((least, timing) => (timing.time < least.time ? timing : least), timings[0] ?? noTiming);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keys must reach it
    <section className="scaling" aria-label="Measurements" tabIndex={0}>
      <p className="scaling-words" role="status">
        {measuring ? progress(points) : verdict(best.cores, found, serial)}
        {!measuring && changed && ` ${file} has changed since: measure again.`}
      </p>
      <ScalingTable points={points} found={found} best={measuring ? 0 : best.cores} frequency={frequency} />
      {timings.length > 1 && <Charts found={found} timings={timings} serial={serial} frequency={frequency} />}
    </section>
  );
}

const noTiming = { cores: 0, time: Number.POSITIVE_INFINITY };

function progress(points: readonly ScalingPoint[]): string {
  const now = points.find(({ state }) => state === "running");
  const done = points.filter(({ state }) => state === "done" || state === "failed").length;
  const where = now === undefined ? "" : `, on ${plural(now.cores)} now`;
  return `Measuring: ${done} of ${points.length} done${where}.`;
}

function verdict(best: number, found: readonly Speedup[], serial: number | undefined): string {
  const one = found.find(({ cores }) => cores === best);
  if (one === undefined) return "No run came to its end.";
  const fit =
    serial === undefined
      ? ""
      : ` As Amdahl’s law fits it, ${Math.round(serial * 1000) / 10} % of the work does not divide.`;
  const fastest = `Fastest on ${plural(best)}`;
  return best === found[0]?.cores
    ? `${fastest}: more cores do not make it faster.${fit}`
    : `${fastest}: ${one.speedup.toFixed(1)} times as fast as on one, ${percent(one.efficiency)} of each core used.${fit}`;
}

function plural(cores: number): string {
  return cores === 1 ? "1 core" : `${cores.toLocaleString("en")} cores`;
}

function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}

interface ScalingTableProps {
  readonly points: readonly ScalingPoint[];
  readonly found: readonly Speedup[];
  readonly best: number;
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
  readonly found: readonly Speedup[];
  readonly timings: readonly { readonly cores: number; readonly time: number }[];
  readonly serial: number | undefined;
  readonly frequency: number;
}

function Charts({ found, timings, serial, frequency }: ChartsProps) {
  const inTime = useCallback((cycles: number) => formatCycles(cycles, frequency), [frequency]);
  const { cores, time, speedup, efficiency } = useMemo(() => {
    const cores = timings.map((timing) => timing.cores);
    const first = timings[0]?.time ?? 0;
    const law = (of: (count: number) => number, label: string): Line[] =>
      serial === undefined ? [] : [{ label, values: cores.map(of), colour: "--send", measured: false }];
    const time: Line[] = [
      { label: "measured", values: timings.map((timing) => timing.time), colour: "--run", measured: true },
      ...law((count) => first / amdahl(serial ?? 0, count), "Amdahl"),
    ];
    const speedup: Line[] = [
      { label: "measured", values: found.map((one) => one.speedup), colour: "--run", measured: true },
      { label: "ideal", values: cores, colour: "--faint", measured: false },
      ...law((count) => amdahl(serial ?? 0, count), "Amdahl"),
    ];
    const efficiency: Line[] = [
      { label: "measured", values: found.map((one) => one.efficiency), colour: "--recv", measured: true },
      ...law((count) => amdahl(serial ?? 0, count) / count, "Amdahl"),
    ];
    return { cores, time, speedup, efficiency };
  }, [found, timings, serial]);
  return (
    <div className="scaling-charts">
      <CoreChart title="Virtual time" cores={cores} lines={time} logarithmic format={inTime} />
      <CoreChart title="Speedup" cores={cores} lines={speedup} logarithmic format={plain} />
      <CoreChart title="Efficiency" cores={cores} lines={efficiency} logarithmic={false} format={percent} />
    </div>
  );
}

function plain(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/// Measure, and Cancel while that is under way.
export function ScalingTools() {
  const { scaling, run } = useApp();
  const measuring = useStore(scaling.store, (state) => state.measuring);
  const busy = useStore(run, (state) => state.status !== "idle");
  if (measuring) {
    return (
      <button type="button" className="button small line" onClick={scaling.cancel}>
        <Icon name="stop" />
        Cancel
      </button>
    );
  }
  return (
    <button type="button" className="button small line" disabled={busy} onClick={() => void scaling.measure()}>
      <Icon name="play" />
      Measure
    </button>
  );
}
