import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { BottomTab } from "../../store/view.ts";
import { BreakpointList } from "../debug/BreakpointList.tsx";
import { Scaling, ScalingTools } from "../scaling/Scaling.tsx";
import { useApp } from "../shared/context.ts";
import { SavePane } from "../shared/SavePane.tsx";
import { type Tab, Tabs } from "../shared/Tabs.tsx";
import { AskingBadge } from "../shell/tab-badges.tsx";
import { Timeline } from "../timeline/Timeline.tsx";
import { Output } from "./Output.tsx";
import { OutputTools } from "./OutputTools.tsx";
import { Problems } from "./Problems.tsx";
import "./results.css";

/// What the cores say, and what is wrong with the program.
export function Results() {
  const { view } = useApp();
  const bottom = useStore(view, (state) => state.bottom);
  const tabs: readonly Tab<BottomTab>[] = [
    { id: "output", label: <OutputLabel />, panel: <Output /> },
    { id: "problems", label: <ProblemsLabel />, panel: <Problems /> },
    { id: "breakpoints", label: <BreakpointsLabel />, panel: <BreakpointList /> },
    { id: "timeline", label: "Timeline", panel: <Timeline /> },
    { id: "scaling", label: "Scaling", panel: <Scaling /> },
  ];
  return (
    <Tabs
      label="Results"
      tabs={tabs}
      chosen={bottom}
      onChoose={(next) => view.setState({ bottom: next })}
      tools={tools[bottom]}
    />
  );
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
};

/// The name of the output, with the number of its lines, and whether a core waits for an answer.
export function OutputLabel() {
  const { output } = useApp();
  useStore(output.store, (state) => state.revision);
  const count = output.count();
  return (
    <>
      Output {count > 0 && <span className="count">{count.toLocaleString("en")}</span>}
      <AskingBadge />
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
  const count = useStore(breakpoints.store, ({ marks, messagesTo }) => marks.length + messagesTo.length);
  return <>Breakpoints {count > 0 && <span className="count">{count}</span>}</>;
}
