import { useEffect, useMemo, useRef } from "react";
import { Group, Panel, Separator, useDefaultLayout, useGroupRef } from "react-resizable-panels";
import { useStore } from "zustand";
import type { PageStorage } from "../../store/storage/storage.ts";
import { ChipPane } from "../chip/ChipPane.tsx";
import { CorePane } from "../core/CorePane.tsx";
import { EditorPane } from "../editor/EditorPane.tsx";
import { Library } from "../project/Library.tsx";
import { InputPrompt } from "../results/InputPrompt.tsx";
import { Results } from "../results/Results.tsx";
import { Boundary } from "../shared/Boundary.tsx";
import { useApp } from "../shared/context.ts";
import { columnsFor, isRoomy, layoutFor, leastMiddle, leastRight, type Purpose } from "./columns.ts";

const layoutIds: Readonly<Record<Purpose, string>> = { program: "columns", lesson: "columns-lesson" };

/// Everything side by side. What the learner makes of the sizes is remembered.
export function Wide() {
  const { pageStorage, lessons } = useApp();
  const storage = useMemo(() => layoutsIn(pageStorage), [pageStorage]);
  const purpose: Purpose = useStore(lessons.store, ({ lesson }) => lesson !== null) ? "lesson" : "program";
  const columns = useDefaultLayout({ id: layoutIds[purpose], storage, onlySaveAfterUserInteractions: true });
  const group = useGroupRef();
  // Each purpose has the widths that were chosen for it.
  const before = useRef(purpose);
  useEffect(() => {
    if (before.current === purpose) return;
    before.current = purpose;
    group.current?.setLayout(columns.defaultLayout ?? layoutFor(window.innerWidth, purpose));
  });
  const middle = useDefaultLayout({ id: "middle", storage, onlySaveAfterUserInteractions: true });
  const right = useDefaultLayout({ id: "right", storage, onlySaveAfterUserInteractions: true });
  const width = window.innerWidth;
  const roomy = isRoomy(width);
  const { left, right: rightWidth } = columnsFor(width, purpose);
  return (
    <main className="workbench">
      <Group
        groupRef={group}
        orientation="horizontal"
        defaultLayout={columns.defaultLayout}
        onLayoutChanged={columns.onLayoutChanged}
      >
        <Panel
          id="left"
          defaultSize={left}
          minSize={176}
          maxSize="50"
          collapsible
          groupResizeBehavior="preserve-pixel-size"
        >
          <Boundary part="The list of programs">
            <Library />
          </Boundary>
        </Panel>
        <Separator className="divider" aria-label="Width of lessons and examples" />
        <Panel id="middle" minSize={leastMiddle}>
          <Group orientation="vertical" defaultLayout={middle.defaultLayout} onLayoutChanged={middle.onLayoutChanged}>
            <Panel id="editor" minSize={120}>
              <Boundary part="The editor">
                <EditorPane />
              </Boundary>
            </Panel>
            <Separator className="divider" aria-label="Height of the editor" />
            <Panel id="console" defaultSize="52" minSize={96}>
              <div className="asking">
                <Boundary part="The output">
                  <Results />
                </Boundary>
                <InputPrompt />
              </div>
            </Panel>
          </Group>
        </Panel>
        <Separator className="divider" aria-label="Width of the editor" />
        <Panel
          id="right"
          defaultSize={rightWidth}
          minSize={leastRight}
          maxSize="60"
          groupResizeBehavior="preserve-pixel-size"
        >
          <Group orientation="vertical" defaultLayout={right.defaultLayout} onLayoutChanged={right.onLayoutChanged}>
            <Panel id="chip" minSize={240}>
              <Boundary part="The chip">
                <ChipPane />
              </Boundary>
            </Panel>
            <Separator className="divider" aria-label="Height of the chip" />
            <Panel id="core" defaultSize={roomy ? "36" : "30"} minSize={72}>
              <Boundary part="The view of a core">
                <CorePane />
              </Boundary>
            </Panel>
          </Group>
        </Panel>
      </Group>
    </main>
  );
}

/// The sizes of the panes, among what is kept. The library that asks for them puts a prefix of its own before their names.
function layoutsIn(pageStorage: PageStorage) {
  const keyOf = (name: string) => `epython-lab.layout.${name.replace(/^.*:/, "")}`;
  return {
    getItem: (name: string): string | null => pageStorage.read(keyOf(name)) ?? null,
    setItem: (name: string, text: string): void => pageStorage.write(keyOf(name), text),
  };
}
