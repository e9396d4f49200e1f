import { type ReactNode, useEffect } from "react";
import { useStore } from "zustand";
import type { BottomTab } from "../../store/view.ts";
import { ConsoleTools } from "../console/ConsoleTools.tsx";
import { ScalingTools } from "../scaling/ScalingTools.tsx";
import { useApp } from "../shared/context.ts";
import { lazyPane } from "../shared/lazy-view.tsx";
import { SavePane } from "../shared/SavePane.tsx";
import { type Tab, Tabs } from "../shared/Tabs.tsx";
import { AskingBadge } from "../shell/tab-badges.tsx";
import { Output } from "./Output.tsx";
import { OutputTools } from "./OutputTools.tsx";
import { Problems } from "./Problems.tsx";
import "./results.css";

const BreakpointList = lazyPane(() => import("../debug/BreakpointList.tsx"));
const Scaling = lazyPane(() => import("../scaling/Scaling.tsx"));
const Timeline = lazyPane(() => import("../timeline/Timeline.tsx"));
const Cells = lazyPane(() => import("../cells/CellsView.tsx"));
const Console = lazyPane(() => import("../console/ConsoleView.tsx"));

/// What the cores say, and what is wrong with the program.
export function Results() {
  const { view } = useApp();
  const bottom = useStore(view, (state) => state.bottom);
  const hasConsole = useHasConsole() || bottom === "console";
  const hasCells = useHasCells() || bottom === "cells";
  const tabs: readonly Tab<BottomTab>[] = [
    { id: "output", label: <OutputLabel />, panel: <Output /> },
    { id: "problems", label: <ProblemsLabel />, panel: <Problems /> },
    {
      id: "breakpoints",
      label: <BreakpointsLabel />,
      hint: "Lines at which the cores pause",
      panel: <BreakpointList />,
    },
    { id: "timeline", label: "Timeline", hint: "What each core did, and when", panel: <TimelinePanel /> },
    { id: "scaling", label: "Scaling", hint: "How much faster it is on more cores", panel: <Scaling /> },
    ...(hasConsole ? [{ id: "console", label: "Console", panel: <Console /> } as const] : []),
    ...(hasCells ? [{ id: "cells", label: "Cells", panel: <Cells /> } as const] : []),
  ];
  return (
    <Tabs
      label="Results"
      className="results-tabs"
      tabs={tabs}
      chosen={bottom}
      onChoose={(next) => view.setState({ bottom: next })}
      tools={tools[bottom]}
    />
  );
}

/// Whether something can be entered at a console: in full Python after a run, or for cores that are paused.
function useHasConsole(): boolean {
  const { compiled, console, run } = useApp();
  const isPaused = useStore(run, ({ status }) => status === "paused");
  const isOfHost = useStore(compiled, ({ usesPython }) => usesPython);
  const isUsed = useStore(console.store, ({ phase, items }) => phase !== "none" || items.length > 0);
  return isOfHost || isUsed || isPaused;
}

/// Whether the open file has cells to run one by one.
function useHasCells(): boolean {
  const { cells, projects } = useApp();
  return useStore(projects.store, () => cells.list().length > 0);
}

/// Fetched when it is first opened. From then on runs are recorded, also while it is on its way.
function TimelinePanel() {
  const { timeline } = useApp();
  useEffect(() => timeline.watch(), [timeline]);
  return <Timeline />;
}

const tools: Partial<Record<BottomTab, ReactNode>> = {
  output: (
    <>
      <OutputTools />
      <SavePane what="the output" name="output" />
    </>
  ),
  problems: <SavePane what="the problems" name="problems" />,
  breakpoints: <SavePane what="the breakpoints" name="breakpoints" />,
  scaling: <ScalingTools />,
  console: <ConsoleTools />,
};

/// The name of the output, with the number of its lines, and whether a core waits for an answer.
export function OutputLabel() {
  const { output } = useApp();
  useStore(output.store, (state) => state.revision);
  const count = output.count();
  return (
    <>
      Output{" "}
      <span className="count-slot">
        {count > 0 && <span className="count">{count.toLocaleString("en")}</span>}
        <AskingBadge />
      </span>
    </>
  );
}

/// The name of the problems, with their number.
export function ProblemsLabel() {
  const { problems } = useApp();
  const { compiled, met } = useStore(problems.store);
  const all = [...compiled, ...met];
  const errors = all.some((problem) => problem.severity === "error");
  return <>Problems {all.length > 0 && <span className={errors ? "count error" : "count"}>{all.length}</span>}</>;
}

function BreakpointsLabel() {
  const { breakpoints } = useApp();
  const count = useStore(breakpoints.store, ({ marks, events }) => marks.length + events.length);
  return <>Breakpoints {count > 0 && <span className="count">{count}</span>}</>;
}
