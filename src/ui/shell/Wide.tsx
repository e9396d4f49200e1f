import { useMemo } from "react";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import type { PageStorage } from "../../store/storage/storage.ts";
import { ChipPane } from "../chip/ChipPane.tsx";
import { CorePane } from "../core/CorePane.tsx";
import { EditorPane } from "../editor/EditorPane.tsx";
import { Library } from "../project/Library.tsx";
import { InputPrompt } from "../results/InputPrompt.tsx";
import { Results } from "../results/Results.tsx";
import { Boundary } from "../shared/Boundary.tsx";
import { useApp } from "../shared/context.ts";

/// Everything side by side. What the learner makes of the sizes is remembered.
export function Wide() {
  const { pageStorage } = useApp();
  const storage = useMemo(() => layoutsIn(pageStorage), [pageStorage]);
  const columns = useDefaultLayout({ id: "columns", storage, onlySaveAfterUserInteractions: true });
  const middle = useDefaultLayout({ id: "middle", storage, onlySaveAfterUserInteractions: true });
  const right = useDefaultLayout({ id: "right", storage, onlySaveAfterUserInteractions: true });
  const roomy = window.innerWidth >= 1200;
  return (
    <main className="workbench">
      <Group orientation="horizontal" defaultLayout={columns.defaultLayout} onLayoutChanged={columns.onLayoutChanged}>
        <Panel
          id="left"
          defaultSize={roomy ? 304 : 208}
          minSize={176}
          maxSize="40"
          collapsible
          groupResizeBehavior="preserve-pixel-size"
        >
          <Boundary part="The list of programs">
            <Library />
          </Boundary>
        </Panel>
        <Separator className="divider" aria-label="Width of lessons and examples" />
        <Panel id="middle" minSize={280}>
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
          defaultSize={roomy ? 504 : 368}
          minSize={300}
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
