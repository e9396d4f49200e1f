import { useEffect, useRef } from "react";
import type uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useSize } from "../shared/useSize.ts";
import { onThemeChange } from "../theme/theme.ts";
import { loadPlot } from "./load-plot.ts";

/// Values over numbers of cores.
export interface Line {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /// A colour of the palette, as the name of its variable: `--run`.
  readonly colour: string;
  /// What was measured has marks; what is only for comparison is dashed.
  readonly measured: boolean;
}

interface CoreChartProps {
  readonly title: string;
  readonly cores: readonly number[];
  readonly lines: readonly Line[];
  /// Powers of two on both axes. Without it the vertical axis goes from 0 to 1.
  readonly logarithmic: boolean;
  readonly format: (value: number) => string;
}

const height = 168;
const markWidth = 30;

/// A chart over numbers of cores, each twice as far as the last. The table beside it has the same numbers.
export function CoreChart(props: CoreChartProps) {
  const { title, cores, lines, logarithmic, format } = props;
  const [frame, { width }] = useSize<HTMLDivElement>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null || width === 0 || cores.length === 0) return;
    let plot: uPlot | null = null;
    let gone = false;
    const draw = async () => {
      const Plot = await loadPlot();
      if (gone) return;
      plot?.destroy();
      const style = getComputedStyle(document.documentElement);
      const colour = (name: string) => style.getPropertyValue(name).trim();
      const axis: uPlot.Axis = {
        stroke: colour("--soft"),
        grid: { stroke: colour("--rule"), width: 1 },
        ticks: { stroke: colour("--rule"), width: 1, size: 4 },
        font: `${style.getPropertyValue("--size-small")} ${style.getPropertyValue("--font")}`,
      };
      plot = new Plot(
        {
          width,
          height,
          legend: { show: false },
          cursor: { show: false },
          padding: [8, 12, 0, 0],
          scales: {
            x: { time: false, distr: 3, log: 2, range: () => [cores[0] as number, (cores.at(-1) as number) * 1.0001] },
            y: logarithmic ? { distr: 3, log: 2 } : { range: () => [0, 1.05] },
          },
          axes: [
            {
              ...axis,
              size: 28,
              splits: () => marksOf(cores, width),
              // Every mark has its number: by itself only some powers have.
              filter: (_, splits) => splits,
              values: (_, splits) => splits.map(String),
            },
            { ...axis, size: 58, values: (_, splits) => splits.map((value) => (value === null ? "" : format(value))) },
          ],
          series: [
            {},
            ...lines.map(
              (line): uPlot.Series => ({
                label: line.label,
                stroke: colour(line.colour),
                width: line.measured ? 2 : 1.25,
                ...(line.measured ? {} : { dash: [4, 4] }),
                points: { show: line.measured, size: 7, fill: colour(line.colour) },
                spanGaps: true,
              }),
            ),
          ],
        },
        [[...cores], ...lines.map((line) => [...line.values])],
        element,
      );
    };
    void draw();
    const unfollow = onThemeChange(() => void draw());
    return () => {
      gone = true;
      unfollow();
      plot?.destroy();
    };
  }, [cores, lines, width, logarithmic, format]);
  return (
    <figure className="core-chart">
      <figcaption>
        <span className="core-chart-title">{title}</span>
        {lines.map((line) => (
          <span key={line.label} className="core-chart-key">
            <i className={line.measured ? "" : "dashed"} style={{ borderColor: `var(${line.colour})` }} />
            <span>{line.label}</span>
          </span>
        ))}
      </figcaption>
      <div ref={frame} className="core-chart-frame" role="img" aria-label={`${title}: the table has the numbers`}>
        <div ref={place} />
      </div>
    </figure>
  );
}

/// The numbers of cores that have room for their marks; the last is always one of them.
function marksOf(cores: readonly number[], width: number): number[] {
  const every = Math.max(1, Math.ceil((cores.length * markWidth) / Math.max(1, width - 70)));
  return cores.filter((_, index) => (cores.length - 1 - index) % every === 0);
}
