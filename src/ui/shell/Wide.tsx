import { type MouseEvent, useEffect, useMemo, useRef } from "react";
import { flushSync } from "react-dom";
import {
  Group,
  type GroupImperativeHandle,
  Panel,
  Separator,
  useDefaultLayout,
  useGroupRef,
} from "react-resizable-panels";
import { useStore } from "zustand";
import type { PageStorage } from "../../store/storage/storage.ts";
import type { LeftTab } from "../../store/view.ts";
import { ChipPane } from "../chip/ChipPane.tsx";
import { CorePane } from "../core/CorePane.tsx";
import { EditorPane } from "../editor/EditorPane.tsx";
import { Library } from "../project/Library.tsx";
import { Rail } from "../project/Rail.tsx";
import { InputPrompt } from "../results/InputPrompt.tsx";
import { Results } from "../results/Results.tsx";
import { Boundary } from "../shared/Boundary.tsx";
import { useApp } from "../shared/context.ts";
import {
  columnsFor,
  isFor,
  isRoomy,
  layoutFor,
  leastLeft,
  leastMiddle,
  leastRight,
  type Purpose,
  railWidth,
  resetSide,
  type Sizes,
} from "./columns.ts";

const layoutIds: Readonly<Record<Purpose, string>> = {
  folded: "columns-folded",
  program: "columns",
  lesson: "columns-lesson",
};
const consoleShare = 52;

/// Everything side by side. What the learner makes of the sizes is remembered.
export function Wide() {
  const { pageStorage, settings, view } = useApp();
  const storage = useMemo(() => layoutsIn(pageStorage), [pageStorage]);
  const purpose = usePurpose();
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
  const middleGroup = useGroupRef();
  const rightGroup = useGroupRef();
  const width = window.innerWidth;
  const coreShare = isRoomy(width) ? 36 : 30;
  const folded = purpose === "folded";
  const { left, right: rightWidth } = columnsFor(width, purpose);

  const lay = (handle: GroupImperativeHandle | null, id: string, next: Record<string, number>) => {
    handle?.setLayout(next);
    storage.setItem(id, JSON.stringify(next));
  };
  const resetColumn = (side: "left" | "right") => {
    const now = group.current?.getLayout() as Sizes | undefined;
    if (now !== undefined) lay(group.current, layoutIds[purpose], resetSide(window.innerWidth, purpose, now, side));
  };
  // The focus goes to the same tab, there and back.
  const fold = () => {
    flushSync(() => settings.set({ folded: true }));
    document.querySelector<HTMLElement>('.rail [tabindex="0"]')?.focus();
  };
  const unfold = (tab: LeftTab) => {
    flushSync(() => {
      view.setState({ left: tab });
      settings.set({ folded: false });
    });
    document.querySelector<HTMLElement>('[role="tablist"][aria-label="Programs"] [aria-selected="true"]')?.focus();
  };

  return (
    <main className="workbench">
      <Group
        groupRef={group}
        orientation="horizontal"
        defaultLayout={columns.defaultLayout}
        onLayoutChanged={(layout, meta) => {
          if (isFor(window.innerWidth, purpose, layout as Sizes)) columns.onLayoutChanged(layout, meta);
          // Made so narrow that it folds.
          else if (meta.isUserInteraction && purpose === "program") fold();
        }}
      >
        <Panel
          id="left"
          defaultSize={left}
          minSize={leastLeft}
          maxSize="50"
          collapsible={purpose !== "lesson"}
          collapsedSize={railWidth}
          groupResizeBehavior="preserve-pixel-size"
        >
          <Boundary part="The list of programs">
            {folded ? <Rail onOpen={unfold} /> : <Library onFold={purpose === "program" ? fold : undefined} />}
          </Boundary>
        </Panel>
        <Divider name="Width of lessons and examples" disabled={folded} onReset={() => resetColumn("left")} />
        <Panel id="middle" minSize={leastMiddle}>
          <Group
            groupRef={middleGroup}
            orientation="vertical"
            defaultLayout={middle.defaultLayout}
            onLayoutChanged={middle.onLayoutChanged}
          >
            <Panel id="editor" minSize={120}>
              <Boundary part="The editor">
                <EditorPane />
              </Boundary>
            </Panel>
            <Divider
              name="Height of the editor"
              onReset={() => lay(middleGroup.current, "middle", { editor: 100 - consoleShare, console: consoleShare })}
            />
            <Panel id="console" defaultSize={`${consoleShare}`} minSize={96}>
              <div className="asking">
                <Boundary part="The output">
                  <Results />
                </Boundary>
                <InputPrompt />
              </div>
            </Panel>
          </Group>
        </Panel>
        <Divider name="Width of the editor" onReset={() => resetColumn("right")} />
        <Panel
          id="right"
          defaultSize={rightWidth}
          minSize={leastRight}
          maxSize="60"
          groupResizeBehavior="preserve-pixel-size"
        >
          <Group
            groupRef={rightGroup}
            orientation="vertical"
            defaultLayout={right.defaultLayout}
            onLayoutChanged={right.onLayoutChanged}
          >
            <Panel id="chip" minSize={240}>
              <Boundary part="The chip">
                <ChipPane />
              </Boundary>
            </Panel>
            <Divider
              name="Height of the chip"
              onReset={() => lay(rightGroup.current, "right", { chip: 100 - coreShare, core: coreShare })}
            />
            <Panel id="core" defaultSize={`${coreShare}`} minSize={72}>
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

/// What one does now. What is opened from elsewhere, such as by a link, unfolds the list that shows it.
function usePurpose(): Purpose {
  const { lessons, settings } = useApp();
  const hasLesson = useStore(lessons.store, ({ lesson }) => lesson !== null);
  const isAsked = useStore(lessons.store, ({ loading, problem }) => loading || problem !== "");
  const folded = useStore(settings.store, (state) => state.folded);
  const unfolds = folded && (hasLesson || isAsked);
  useEffect(() => {
    if (unfolds) settings.set({ folded: false });
  }, [unfolds, settings]);
  if (hasLesson) return "lesson";
  return folded && !isAsked ? "folded" : "program";
}

interface DividerProps {
  readonly name: string;
  readonly disabled?: boolean;
  readonly onReset: () => void;
}

/// In milliseconds, for a double click.
const mostBetweenClicks = 500;

/// Between two panes. A double click, or Backspace, gives them the sizes that they have when nobody has chosen.
function Divider({ name, disabled = false, onReset }: DividerProps) {
  // The library takes the mouse from the page as it goes down, and Firefox then counts no second click.
  const last = useRef({ at: Number.NEGATIVE_INFINITY, x: 0, y: 0 });
  const click = ({ timeStamp: at, clientX: x, clientY: y }: MouseEvent) => {
    const { current } = last;
    const isSecond = at - current.at < mostBetweenClicks && Math.abs(x - current.x) < 4 && Math.abs(y - current.y) < 4;
    last.current = isSecond ? { ...current, at: Number.NEGATIVE_INFINITY } : { at, x, y };
    if (isSecond) onReset();
  };
  return (
    <Separator
      className="divider"
      aria-label={name}
      title={disabled ? undefined : "Drag to resize. Double-click to reset."}
      disabled={disabled}
      disableDoubleClick
      onClick={disabled ? undefined : click}
      onKeyDown={(event) => {
        if (event.key === "Backspace" && !disabled) onReset();
      }}
    />
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
