import type { App } from "../../store/app.ts";
import type { Theme } from "../../store/run/settings.ts";
import type { BottomTab, CoreTab, LeftTab, ViewState } from "../../store/view.ts";
import {
  allBreakpoints,
  cannotCheck,
  cannotGoBack,
  cannotPause,
  cannotStart,
  cannotStep,
  isBusy,
  noLesson,
  noOutput,
} from "./action-conditions.ts";

// The table of what can be done in the page. The keys, the help's list of keys and the command palette all use it, so a new
// action is one row here. Where its keys work in the editor only, `editor` names the command of the editor that does it.

export interface ActionContext {
  readonly app: App;
  /// Opens one of the page's dialogs. An embed has none.
  readonly open: (dialog: PageDialog) => void;
}
export type PageDialog = "help" | "share" | "palette";

export interface Action {
  /// What it does, as a command: `Run the open file`.
  readonly name: string;
  readonly group: ActionGroup;
  /// As the help writes them: `Ctrl Shift Enter`. Of several, each does it.
  readonly keys?: readonly string[];
  /// What the help says of its keys, where the name is not enough.
  readonly help?: string;
  /// Its keys work only in the program.
  readonly inProgram?: true;
  /// The command of the editor that does it; the editor listens to its keys.
  readonly editor?: string;
  /// Other words by which it can be found.
  readonly also?: string;
  /// Why it cannot be done now, as a sentence; undefined if it can.
  readonly cannot?: (app: App) => string | undefined;
  readonly act?: (context: ActionContext) => void;
}
export type ActionGroup = "Run" | "Debug" | "Program" | "View" | "Page" | "Open" | "Settings";

const here = ({ projects, view }: App) => [projects.activeFile().name, view.getState().cursor.line] as const;

export const actions: readonly Action[] = [
  {
    name: "Run the open file, or continue after a pause",
    group: "Run",
    keys: ["Ctrl Enter"],
    also: "start go execute",
    cannot: cannotStart,
    act: ({ app }) => void app.runControl.start(),
  },
  {
    name: "Run slowly",
    group: "Run",
    keys: ["Ctrl Shift Enter"],
    help: "Run, and watch it happen on the chip, slowly",
    also: "watch messages",
    cannot: ({ run }) => (run.getState().status === "idle" ? undefined : "A program is running."),
    act: ({ app }) => app.player.runSlowly(),
  },
  {
    name: "Stop the run",
    group: "Run",
    also: "end cancel",
    cannot: (app) => (isBusy(app) ? undefined : "Nothing is running."),
    act: ({ app }) => app.runControl.stop(),
  },
  {
    name: "Check the program of the lesson",
    group: "Run",
    also: "test pass",
    cannot: cannotCheck,
    act: ({ app }) => void app.lessons.check(),
  },
  {
    name: "Watch the last run on the chip",
    group: "Run",
    also: "player play replay",
    cannot: ({ player }) => (player.canOpen() ? undefined : "There is no run to play."),
    act: ({ app }) => {
      app.view.setState({ pane: "chip", chip: "chip" });
      app.player.play();
    },
  },
  {
    name: "Leave the player",
    group: "Run",
    cannot: ({ player }) => (player.store.getState().phase === "none" ? "No run is played." : undefined),
    act: ({ app }) => app.player.close(),
  },

  {
    name: "Step to the next line",
    group: "Debug",
    keys: ["F10"],
    help: "Step to the next line; if nothing is running, start and pause before the first line",
    also: "over",
    cannot: cannotStep,
    act: ({ app }) => app.runControl.debugger.step("over"),
  },
  {
    name: "Step into a function",
    group: "Debug",
    keys: ["F11"],
    cannot: cannotStep,
    act: ({ app }) => app.runControl.debugger.step("into"),
  },
  {
    name: "Step out of a function",
    group: "Debug",
    keys: ["Shift F11"],
    cannot: cannotStep,
    act: ({ app }) => app.runControl.debugger.step("out"),
  },
  {
    name: "Step back",
    group: "Debug",
    keys: ["Shift F10"],
    cannot: cannotGoBack,
    act: ({ app }) => app.runControl.debugger.back(),
  },
  {
    name: "Run to the cursor’s line",
    group: "Debug",
    keys: ["Ctrl F10"],
    help: "Run until the first core gets to the cursor’s line",
    cannot: cannotStep,
    act: ({ app }) => app.runControl.debugger.runTo(...here(app)),
  },
  {
    name: "Pause",
    group: "Debug",
    keys: ["F6"],
    cannot: cannotPause,
    act: ({ app }) => app.runControl.debugger.pause(),
  },
  {
    name: "Set or remove a breakpoint on the cursor’s line",
    group: "Debug",
    keys: ["F9"],
    inProgram: true,
    act: ({ app }) => app.breakpoints.toggle(...here(app)),
  },
  {
    name: "Add a logpoint on the cursor’s line",
    group: "Debug",
    also: "print breakpoint",
    act: ({ app }) => {
      app.breakpoints.logAt(...here(app));
      app.view.setState({ pane: "output", bottom: "breakpoints" });
    },
  },
  {
    name: "Remove all breakpoints",
    group: "Debug",
    cannot: (app) => (allBreakpoints(app).length === 0 ? "There are no breakpoints." : undefined),
    act: ({ app }) => {
      for (const { id } of allBreakpoints(app)) app.breakpoints.remove(id);
    },
  },

  { name: "Make Tab leave the editor, or indent again", group: "Program", keys: ["Ctrl M"], editor: "tab-leaves" },
  {
    name: "Tidy up spaces and indentation",
    group: "Program",
    keys: ["Shift Alt F"],
    also: "format",
    editor: "editor.action.formatDocument",
  },
  {
    name: "Comment or uncomment the selected lines",
    group: "Program",
    keys: ["Ctrl /"],
    editor: "editor.action.commentLine",
  },
  { name: "Find in the program", group: "Program", keys: ["Ctrl F"], also: "search", editor: "actions.find" },
  {
    name: "Suggest what to write here",
    group: "Program",
    keys: ["Ctrl Space"],
    help: "Suggest what to write here; Tab accepts",
    also: "complete",
    editor: "editor.action.triggerSuggest",
  },
  {
    name: "Explain the word at the cursor",
    group: "Program",
    keys: ["Ctrl K, Ctrl I"],
    also: "help hover",
    editor: "editor.action.showHover",
  },
  {
    name: "Show a function’s parameters",
    group: "Program",
    keys: ["Ctrl Shift Space"],
    editor: "editor.action.triggerParameterHints",
  },
  {
    name: "Fix a problem in this line",
    group: "Program",
    keys: ["Ctrl ."],
    also: "quick",
    editor: "editor.action.quickFix",
  },
  { name: "Rename in all files of the program", group: "Program", keys: ["F2"], editor: "editor.action.rename" },
  {
    name: "Go to where a name is defined",
    group: "Program",
    keys: ["F12"],
    also: "definition",
    editor: "editor.action.revealDefinition",
  },
  {
    name: "Show where a name is used",
    group: "Program",
    keys: ["Shift F12"],
    also: "references",
    editor: "editor.action.goToReferences",
  },
  {
    name: "Go to a function or variable of the file",
    group: "Program",
    keys: ["Ctrl Shift O"],
    also: "outline symbol",
    editor: "editor.action.quickOutline",
  },
  { name: "Fold a block", group: "Program", keys: ["Ctrl Shift ["], editor: "editor.fold" },
  { name: "Unfold a block", group: "Program", keys: ["Ctrl Shift ]"], editor: "editor.unfold" },
  {
    name: "Go to the next problem in the program",
    group: "Program",
    keys: ["F8"],
    also: "error",
    editor: "editor.action.marker.nextInFiles",
  },

  bottom("output", "Output"),
  bottom("problems", "Problems"),
  bottom("timeline", "Timeline"),
  bottom("breakpoints", "Breakpoints"),
  bottom("scaling", "Scaling"),
  {
    ...bottom("console", "Console"),
    also: "python prompt expression",
    cannot: ({ compiled, console }) => {
      const { phase, items } = console.store.getState();
      const isThere = compiled.getState().usesPython || phase !== "none" || items.length > 0;
      return isThere ? undefined : "It is for full Python, and for cores that are paused.";
    },
  },
  {
    ...bottom("cells", "Cells"),
    also: "notebook jupyter",
    cannot: ({ compiled }) => (compiled.getState().usesPython ? undefined : "Cells are for full Python."),
  },
  show("Chip", { pane: "chip", chip: "chip" }),
  show("Byte code", { pane: "chip", chip: "code" }),
  core("core", "Chosen core"),
  core("variables", "Variables"),
  core("calls", "Calls"),
  core("postbox", "Postbox"),
  core("memory", "Memory"),
  left("lessons", "Lessons"),
  left("examples", "Examples"),
  left("files", "Files"),
  {
    name: "Show the program",
    group: "View",
    also: "editor code",
    act: ({ app }) => {
      const { view, projects } = app;
      view.setState({ pane: "code", reveal: { file: projects.activeFile().name, ...view.getState().cursor } });
    },
  },
  {
    name: "Show the output in a column for each core, or in one list",
    group: "View",
    act: ({ app }) => app.output.choose({ columns: !app.output.store.getState().columns }),
  },
  {
    name: "Wrap long lines of the output, or not",
    group: "View",
    act: ({ app }) => app.settings.set({ wrap: !app.settings.store.getState().wrap }),
  },
  { name: "Clear the output", group: "View", cannot: noOutput, act: ({ app }) => app.output.clear() },
  {
    name: "Present the code and the chip alone, in larger type, or all again (F)",
    group: "View",
    also: "lecture full screen beamer projector",
    act: ({ app }) => app.view.setState({ presenting: !app.view.getState().presenting }),
  },
  {
    name: "Show Essentials",
    group: "View",
    also: "depth simple less",
    cannot: ({ depths }) =>
      depths.store.getState().depth === "essentials" ? "The page shows the Essentials." : undefined,
    act: ({ app }) => app.depths.choose("essentials"),
  },
  {
    name: "Show Everything",
    group: "View",
    also: "depth more advanced",
    cannot: ({ depths }) => (depths.store.getState().depth === "everything" ? "The page shows Everything." : undefined),
    act: ({ app }) => app.depths.choose("everything"),
  },
  theme("system", "As the system"),
  theme("light", "Light"),
  theme("dark", "Dark"),
  theme("contrast", "High contrast"),

  {
    name: "Save now",
    group: "Page",
    keys: ["Ctrl S"],
    help: "Save now (your work is also saved as you type)",
    act: ({ app }) => app.projects.keepAsked(),
  },
  {
    name: "Share this program",
    group: "Page",
    also: "link embed qr code zip",
    act: ({ open }) => open("share"),
  },
  {
    name: "Find an action by its name",
    group: "Page",
    keys: ["F1", "Ctrl Shift P"],
    help: "Find any action of the page by its name, and do it",
    also: "palette commands",
    cannot: () => "This is it.",
    act: ({ open }) => open("palette"),
  },
  {
    name: "Show the help",
    group: "Page",
    keys: ["?"],
    help: "Show this help (only outside the editor)",
    also: "keys shortcuts views",
    act: ({ open }) => open("help"),
  },
  { name: "New file", group: "Page", also: "add create", act: ({ app }) => app.projects.addFile() },
  {
    name: "New program",
    group: "Page",
    also: "add create project",
    act: ({ app }) => {
      app.projects.addProject();
      app.view.setState({ pane: "code" });
    },
  },
  {
    name: "Teach: make assignments and lessons, mark hand-ins",
    group: "Page",
    also: "teacher pack checks",
    act: ({ app }) => app.view.setState({ teaching: true }),
  },
  { name: "Open one more hint of the lesson", group: "Page", cannot: noLesson, act: ({ app }) => app.lessons.hint() },
  {
    name: "Leave the lesson, for the list of lessons",
    group: "Page",
    cannot: noLesson,
    act: ({ app }) => app.lessons.leave(),
  },
];

function show(what: string, change: Partial<ViewState>): Action {
  return { name: `Show: ${what}`, group: "View", act: ({ app }) => app.view.setState(change) };
}

function bottom(tab: BottomTab, what: string): Action {
  return show(what, { pane: "output", bottom: tab });
}

function core(details: CoreTab, what: string): Action {
  return show(what, { pane: "chip", details });
}

function left(tab: LeftTab, what: string): Action {
  return show(what, { pane: tab === "lessons" ? "lesson" : "examples", left: tab });
}

function theme(name: Theme, words: string): Action {
  return {
    name: `Theme: ${words}`,
    group: "Settings",
    also: "colours colors mode",
    act: ({ app }) => app.settings.set({ theme: name }),
  };
}
