import { counted } from "../../base/counted.ts";
import type { App } from "../../store/app.ts";
import { exampleGroups } from "../../store/project/examples.ts";
import { chipModels, coresOf } from "../../store/run/chip-choice.ts";
import { openEditorOf } from "../editor/open-editor.ts";
import { openFiles } from "../share/open-files.ts";
import { saveFile } from "../shared/save-file.ts";
import { type Action, type ActionGroup, actions } from "./actions.ts";

// Actions that depend on what is there now: lessons, examples, files, pictures, commands of the editor. They have no keys, so
// only the command palette needs them.

/// All that can be asked for now, by what it is about.
export function allActions(app: App): readonly Action[] {
  return [
    ...actions.map((action) => (action.editor === undefined ? action : ofEditor(app, action, action.editor))),
    ...files(app),
    ...lessons(app),
    ...examples(),
    ...settings(app),
    ...pictures(),
    ...editorCommands(app),
  ];
}

function files({ projects }: App): readonly Action[] {
  const { current, all } = projects.store.getState();
  const toCode = (app: App) => app.view.setState({ pane: "code" });
  return [
    {
      name: "Open .zip or .py files",
      group: "Open",
      also: "upload project",
      act: ({ app }) => chooseFiles((chosen) => void openFiles(app, chosen)),
    },
    {
      name: "Save the project as .zip",
      group: "Page",
      also: "download",
      act: ({ app }) => saveFile(`${current.name}.zip`, app.sharing.zip(), "application/zip"),
    },
    {
      name: `Save ${current.active} as a file`,
      group: "Page",
      also: "download",
      act: ({ app }) => saveFile(current.active, app.projects.activeFile().text, "text/x-python"),
    },
    {
      name: "Save the output as text",
      group: "Page",
      also: "download",
      cannot: ({ output }) => (output.log.length === 0 ? "There is no output." : undefined),
      act: async ({ app }) =>
        saveFile(`${current.active.replace(/\.py$/, "")}-output.txt`, await app.output.file(), "text/plain"),
    },
    ...current.files.map(({ name }) =>
      open("File", name, (app) => {
        app.projects.openFile(name);
        toCode(app);
      }),
    ),
    ...all.map(({ id, name }) =>
      open("Program", name, (app) => {
        app.projects.openProject(id);
        toCode(app);
      }),
    ),
  ];
}

function lessons({ lessons }: App): readonly Action[] {
  const { chapters } = lessons.store.getState().library;
  return chapters.flatMap((chapter) =>
    chapter.lessons.map(({ id, title }) =>
      open(
        "Lesson",
        title,
        (app) => {
          app.view.setState({ left: "lessons", pane: "lesson" });
          void app.lessons.open(id);
        },
        chapter.title,
      ),
    ),
  );
}

function examples(): readonly Action[] {
  return exampleGroups.flatMap((group) =>
    group.examples.map((example) =>
      open(
        "Example",
        example.title,
        (app) => {
          app.projects.openExample(example);
          app.view.setState({ pane: "code" });
        },
        group.title,
      ),
    ),
  );
}

function settings({ settings }: App): readonly Action[] {
  const { chip } = settings.store.getState();
  const most = coresOf(chipModels.find(({ name }) => name === chip) ?? chipModels[0]);
  const counts = [...new Set([1, 2, 4, 8, 16, 64, 1024, most])].filter((count) => count <= most).sort((a, b) => a - b);
  return [
    {
      name: "Run settings",
      group: "Settings",
      also: "chip seed virtual cores",
      act: () => document.querySelector<HTMLElement>(".run-settings > button")?.click(),
    },
    ...counts.map(
      (count): Action => ({
        name: `Use ${counted(count, "core")}`,
        group: "Settings",
        act: ({ app }) => app.settings.set({ cores: count }),
      }),
    ),
    ...chipModels.map(
      (model): Action => ({
        name: `Chip: ${model.name}, ${counted(coresOf(model), "core")}`,
        group: "Settings",
        act: ({ app }) => app.settings.set({ chip: model.name }),
      }),
    ),
  ];
}

/// Each view that can be saved has a button for it while it is shown.
function pictures(): readonly Action[] {
  const buttons = [...document.querySelectorAll<HTMLElement>("button[aria-label^='Save a picture of']")];
  return buttons
    .filter((button) => button.checkVisibility())
    .map((button) => ({
      name: button.getAttribute("aria-label") ?? "",
      group: "Page",
      also: "png svg image download",
      act: () => {
        button.focus();
        if (button.getAttribute("aria-expanded") !== "true") button.click();
      },
    }));
}

/// Of the page's own commands in the editor's menu those that have a row in the table.
const inTable = /epython\.(?:toggle-breakpoint|add-logpoint|run-to-cursor)$/;

function editorCommands(app: App): readonly Action[] {
  const named = new Set(actions.map(({ editor }) => editor));
  return (openEditorOf(app)?.commands() ?? [])
    .filter(({ id }) => !named.has(id) && !inTable.test(id))
    .map(({ id, name }) => ofEditor(app, { name, group: "Program" }, id));
}

function ofEditor(app: App, action: Action, command: string): Action {
  return {
    ...action,
    cannot: () => (openEditorOf(app) === undefined ? "Open the program first." : undefined),
    act: () => openEditorOf(app)?.do(command),
  };
}

function open(what: string, title: string, act: (app: App) => void, also?: string): Action {
  const group: ActionGroup = "Open";
  return { name: `${what}: ${title}`, group, also: `open ${also ?? ""}`, act: ({ app }) => act(app) };
}

function chooseFiles(onChosen: (files: Iterable<File>) => void): void {
  const chooser = document.createElement("input");
  chooser.type = "file";
  chooser.accept = ".py,.zip";
  chooser.multiple = true;
  chooser.addEventListener("change", () => onChosen(chooser.files ?? []));
  chooser.click();
}
