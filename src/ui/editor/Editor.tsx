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
        onLogpoint: (line) => {
          app.breakpoints.logAt(app.projects.activeFile().name, line);
          app.view.setState({ bottom: "breakpoints", pane: "output" });
        },
        onRunTo: (line) => app.runControl.debugger.runTo(app.projects.activeFile().name, line),
        onWatch: (expression, where) => {
          if (where === "here") app.watches.add(expression);
          else app.watches.setSpread({ text: expression, index: null });
          app.view.setState({ details: "variables", pane: "chip" });
        },
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
  const { projects, problems, view, chip, run, breakpoints, player, inspector } = app;

  const showFile = () => {
    const { current } = projects.store.getState();
    const file = projects.activeFile();
    editor.show(current.id, file);
    const blocks = current.locked?.file === file.name ? current.locked.blocks : [];
    editor.setLocked(lockedPlaces(file.text, blocks));
    showProblems();
    showMarks();
    showValues();
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
  /// Whether the program is that which was run. Lines of one that has been changed since are not those that the cores mean.
  const isSame = () => {
    const { revision } = projects.store.getState();
    return run.getState().revision === revision && !player.showsOther();
  };
  const showMarks = () => {
    const isMain = run.getState().file === projects.store.getState().current.active;
    editor.setMarks(isMain && isSame() ? coreMarks(chip.store.getState().cores) : []);
  };
  let watches = false;
  let unwatch = () => {};
  let clearing = 0;
  const clearValues = () => {
    unwatch();
    watches = false;
    editor.setValues(null);
  };
  /// The values of a run that stands still, or of a moment that is played. A step is short: they stay until it is known to be none.
  const showValues = () => {
    window.clearTimeout(clearing);
    const stands = run.getState().status === "paused" || player.store.getState().phase === "shown";
    if (!stands) {
      if (watches) clearing = window.setTimeout(clearValues, marksInterval);
      return;
    }
    if (!watches) {
      watches = true;
      unwatch = inspector.watch();
    }
    const { inspection } = inspector.store.getState();
    const shown = inspection !== null && isSame();
    editor.setValues(shown ? { inspection, call: Math.min(view.getState().call, inspection.calls.length - 1) } : null);
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
  if (view.getState().presenting) editor.setLarge(true);
  const ends = [
    projects.store.subscribe((state, before) => {
      if (state.revision !== before.revision) showFile();
    }),
    problems.store.subscribe(showProblems),
    breakpoints.store.subscribe(showBreakpoints),
    chip.store.subscribe(showMarksSoon),
    inspector.store.subscribe(showValues),
    run.subscribe((state, before) => {
      if (state.status !== before.status) showValues();
    }),
    player.store.subscribe((state, before) => {
      if (state.phase !== before.phase) showValues();
    }),
    view.subscribe((state, before) => {
      if (state.reveal !== null) reveal();
      if (state.range !== before.range) showRange();
      if (state.call !== before.call) showValues();
      if (state.presenting !== before.presenting) editor.setLarge(state.presenting);
    }),
    () => window.clearTimeout(clearing),
    () => unwatch(),
    () => window.clearTimeout(timer),
  ];
  return () => {
    for (const end of ends) end();
  };
}
