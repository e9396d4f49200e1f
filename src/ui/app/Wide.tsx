import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { ChipPane } from "../chip/ChipPane.tsx";
import { Console } from "../console/Console.tsx";
import { InputPrompt } from "../console/InputPrompt.tsx";
import { CorePane } from "../core/CorePane.tsx";
import { EditorPane } from "../editor/EditorPane.tsx";
import { Library } from "../project/Library.tsx";

/// Everything side by side. What the learner makes of the sizes is remembered.
export function Wide() {
  const columns = useDefaultLayout({ id: "epython-lab.columns", storage });
  const middle = useDefaultLayout({ id: "epython-lab.middle", storage });
  const right = useDefaultLayout({ id: "epython-lab.right", storage });
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
          <Library />
        </Panel>
        <Separator className="divider" aria-label="Width of lessons and examples" />
        <Panel id="middle" minSize={280}>
          <Group orientation="vertical" defaultLayout={middle.defaultLayout} onLayoutChanged={middle.onLayoutChanged}>
            <Panel id="editor" minSize={120}>
              <EditorPane />
            </Panel>
            <Separator className="divider" aria-label="Height of the editor" />
            <Panel id="console" defaultSize="52" minSize={96}>
              <div className="asking">
                <Console />
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
              <ChipPane />
            </Panel>
            <Separator className="divider" aria-label="Height of the chip" />
            <Panel id="core" defaultSize={roomy ? "36" : "30"} minSize={72}>
              <CorePane />
            </Panel>
          </Group>
        </Panel>
      </Group>
    </main>
  );
}

// The browser may forbid storage altogether; then the sizes are those of the first time.
const storage = {
  getItem(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  setItem(key: string, text: string): void {
    try {
      localStorage.setItem(key, text);
    } catch {}
  },
};
