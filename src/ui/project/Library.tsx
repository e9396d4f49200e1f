import { useStore } from "zustand";
import type { LeftTab } from "../../store/view.ts";
import { useApp } from "../app/context.ts";
import { type Tab, Tabs } from "../app/Tabs.tsx";
import { Examples } from "./Examples.tsx";
import { Files } from "./Files.tsx";
import "./library.css";

/// What can be opened: examples, and the learner's own programs.
export function Library() {
  const { view } = useApp();
  const left = useStore(view, (state) => state.left);
  const tabs: readonly Tab<LeftTab>[] = [
    { id: "examples", label: "Examples", panel: <Examples /> },
    { id: "files", label: "Files", panel: <Files /> },
  ];
  return <Tabs label="Programs" tabs={tabs} chosen={left} onChoose={(next) => view.setState({ left: next })} />;
}
