import { useStore } from "zustand";
import type { LeftTab } from "../../store/view.ts";
import { Lessons } from "../lesson/Lessons.tsx";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { lazyPane } from "../shared/lazy-view.tsx";
import { type Tab, Tabs } from "../shared/Tabs.tsx";
import { Examples } from "./Examples.tsx";
import "./library.css";

const Files = lazyPane(() => import("./Files.tsx"));

const foldWords = "Fold this list to icons";

interface LibraryProps {
  readonly lessons?: boolean;
  /// Folds the list to the rail, where there is one.
  readonly onFold?: (() => void) | undefined;
}

/// What can be opened: lessons, unless they stand elsewhere, examples, and the learner's own programs.
export function Library({ lessons = true, onFold }: LibraryProps) {
  const { view } = useApp();
  const left = useStore(view, (state) => state.left);
  const tabs: readonly Tab<LeftTab>[] = [
    ...(lessons ? [{ id: "lessons" as const, label: "Lessons", panel: <Lessons /> }] : []),
    { id: "examples", label: "Examples", panel: <Examples /> },
    { id: "files", label: "Files", panel: <Files /> },
  ];
  return (
    <Tabs
      label="Programs"
      tabs={tabs}
      chosen={!lessons && left === "lessons" ? "examples" : left}
      onChoose={(next) => view.setState({ left: next })}
      tools={
        onFold && (
          <button
            type="button"
            className="button small icon-only"
            aria-label={foldWords}
            title={foldWords}
            onClick={onFold}
          >
            <Icon name="fold" />
          </button>
        )
      }
    />
  );
}
