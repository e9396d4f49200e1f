import { useEffect, useRef, useState } from "react";
import type { App } from "../../store/app.ts";
import { lockedPlaces } from "../../store/project/locked-places.ts";
import { useApp, useEmbed } from "../shared/context.ts";
import type { CodeEditor } from "./code-editor.ts";
import { coreMarks } from "./core-marks.ts";
import { noteEditor } from "./open-editor.ts";
import { PlainEditor } from "./PlainEditor.tsx";
import "./editor.css";

const marksInterval = 150;

/// The program. Plain text at once; as soon as the large editor has been loaded, that.
export function Editor({ onTabLeaves }: { readonly onTabLeaves: (leaves: boolean) => void }) {
  const app = useApp();
  const readOnly = useEmbed()?.readonly ?? false;
  const holder = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const [loaded, setLoaded] = useState(false);

  useEffect(() => {
    let editor: CodeEditor | undefined;
    let disconnect = () => {};
    let gone = false;
    import("./code-editor.ts").then(({ createCodeEditor }) => {
      const element = holder.current;
      if (gone || element === null) return;
      const typing = plain.current;
      const wasFocused = typing !== null && document.activeElement === typing;
      const offset = typing?.selectionStart ?? 0;
      editor = createCodeEditor(element, app.projects, readOnly, {
        onText: app.projects.editFile,
        onOpen: (file, line, column) => app.view.setState({ reveal: { file, line, column } }),
        onCursor: (line, column) => app.view.setState({ cursor: { line, column } }),
        onTabLeaves,
        onBreakpoint: (line) => app.breakpoints.toggle(app.projects.activeFile().name, line),
        onBreakpointsMoved: (lines) => app.breakpoints.move(app.projects.activeFile().name, lines),
      });
      const [unlink, forget] = [connect(app, editor), noteEditor(app, editor)];
      disconnect = () => {
        unlink();
        forget();
      };
      if (wasFocused) editor.focusAt(offset);
      setLoaded(true);
    });
    return () => {
      gone = true;
      onTabLeaves(false);
      disconnect();
      editor?.dispose();
    };
  }, [app, readOnly, onTabLeaves]);

  return (
    <div className="code-editor">
      <div className="code-holder" ref={holder} />
      {!loaded && <PlainEditor field={plain} />}
    </div>
  );
}

/// Keeps the editor and the stores in step.
function connect(app: App, editor: CodeEditor): () => void {
  const { projects, problems, view, chip, run, breakpoints, player } = app;

  const showFile = () => {
    const { current } = projects.store.getState();
    const file = projects.activeFile();
    editor.show(current.id, file);
    const blocks = current.locked?.file === file.name ? current.locked.blocks : [];
    editor.setLocked(lockedPlaces(file.text, blocks));
    showProblems();
    showMarks();
    showBreakpoints();
  };
  const showProblems = () => {
    const { compiled, met, waits } = problems.store.getState();
    const file = projects.activeFile().name;
    const atLines = [...compiled, ...met.filter(({ code }) => code !== "deadlock"), ...waits];
    editor.setProblems(atLines.filter((problem) => problem.file === file));
  };
  const showBreakpoints = () => {
    const file = projects.activeFile().name;
    editor.setBreakpoints(breakpoints.store.getState().marks.filter((mark) => mark.file === file));
  };
  const showMarks = () => {
    const { current, revision } = projects.store.getState();
    const state = run.getState();
    // Lines of a program that has been changed since are not those that the cores mean.
    const same = state.file === current.active && state.revision === revision && !player.showsOther();
    editor.setMarks(same ? coreMarks(chip.store.getState().cores) : []);
  };
  const reveal = () => {
    const place = view.getState().reveal;
    if (place === null) return;
    if (place.file !== projects.activeFile().name) projects.openFile(place.file);
    editor.reveal(place.line, place.column);
    view.setState({ reveal: null });
  };

  const showRange = () => {
    const { range } = view.getState();
    editor.setRange(range?.file === projects.activeFile().name ? range : null);
  };

  let timer = 0;
  const showMarksSoon = () => {
    timer ||= window.setTimeout(() => {
      timer = 0;
      showMarks();
    }, marksInterval);
  };

  showFile();
  reveal();
  const ends = [
    projects.store.subscribe((state, before) => {
      if (state.revision !== before.revision) showFile();
    }),
    problems.store.subscribe(showProblems),
    breakpoints.store.subscribe(showBreakpoints),
    chip.store.subscribe(showMarksSoon),
    view.subscribe((state, before) => {
      if (state.reveal !== null) reveal();
      if (state.range !== before.range) showRange();
    }),
    () => window.clearTimeout(timer),
  ];
  return () => {
    for (const end of ends) end();
  };
}
