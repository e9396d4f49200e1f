import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { DebugBar } from "../debug/DebugBar.tsx";
import { useApp, useEmbed } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { type Tab, Tabs } from "../shared/Tabs.tsx";
import { Editor } from "./Editor.tsx";

/// The open project's files, one of them in the editor; above it the ways on from a pause, unless they stand elsewhere.
export function EditorPane({ stepping = true }: { readonly stepping?: boolean }) {
  const { projects } = useApp();
  const { files, active } = useStore(projects.store, (state) => state.current);
  const refused = useStore(projects.store, (state) => state.refused);
  const embed = useEmbed();
  const [tabLeaves, setTabLeaves] = useState(false);
  // One and the same panel for every tab: the editor stays and only shows another file.
  const panel = <Editor onTabLeaves={setTabLeaves} />;
  const tabs: readonly Tab<string>[] = files.map(({ name }) => ({
    id: name,
    label: <span className="mono">{name}</span>,
    panel,
  }));
  const tools = (
    <>
      <span className="tab-mode" role="status">
        {refused > 0 && <LockedSaid key={refused} />}
        {tabLeaves ? (
          "Tab leaves the editor (Ctrl+M)"
        ) : (
          <span className="wide-only">Ctrl+M: Tab leaves the editor</span>
        )}
      </span>
      {embed === null && (
        <button
          type="button"
          className="button small icon-only"
          aria-label="New file"
          title="New file"
          onClick={projects.addFile}
        >
          <Icon name="plus" />
        </button>
      )}
    </>
  );
  return (
    <div className="editor-pane">
      {stepping && <DebugBar />}
      <Tabs label="Files" tabs={tabs} chosen={active} onChoose={projects.openFile} tools={tools} />
    </div>
  );
}

/// Said for a while after a change of locked lines was refused.
function LockedSaid() {
  const [gone, setGone] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setGone(true), 6000);
    return () => window.clearTimeout(timer);
  }, []);
  return gone ? null : <span className="locked-said">These lines are locked. </span>;
}
