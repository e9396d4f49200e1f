import { useState } from "react";
import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { NameForm } from "./NameForm.tsx";
import { Recovered } from "./Recovered.tsx";

/// The files of the open project, and the other projects that are kept in this browser.
export default function Files() {
  const { projects, view, pageStorage } = useApp();
  const isSafeMode = useStore(pageStorage.store, ({ trouble }) => trouble === "safe");
  const { current, all } = useStore(projects.store);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [renamed, setRenamed] = useState<Renamed | null>(null);
  const [renamingProject, setRenamingProject] = useState<string | null>(null);
  const showCode = () => view.setState({ pane: "code" });
  const undo = async ({ from, to }: Renamed) => {
    const { renameFile } = await import("../../store/project/rename-file.ts");
    renameFile(projects, to, from);
    setRenamed(null);
  };
  return (
    <div className="library">
      <section aria-labelledby="files-title">
        <div className="library-head">
          <h2 id="files-title">Files of {current.name}</h2>
          <button type="button" className="button small" onClick={projects.addFile}>
            <Icon name="plus" />
            New file
          </button>
        </div>
        <ul className="file-list">
          {current.files.map(({ name }) => (
            <li key={name}>
              {renaming === name ? (
                <Rename
                  name={name}
                  onDone={(result) => {
                    setRenaming(null);
                    setRenamed(result ?? null);
                  }}
                />
              ) : (
                <>
                  <button
                    type="button"
                    className="file mono"
                    aria-current={name === current.active ? "true" : undefined}
                    onClick={() => {
                      projects.openFile(name);
                      showCode();
                    }}
                  >
                    {name}
                  </button>
                  <button
                    type="button"
                    className="button small icon-only"
                    aria-label={`Rename ${name}`}
                    onClick={() => setRenaming(name)}
                  >
                    <Icon name="rename" />
                  </button>
                  {current.files.length > 1 && <Delete what={name} onDelete={() => projects.deleteFile(name)} />}
                </>
              )}
            </li>
          ))}
        </ul>
        <output className="library-note">
          {renamed !== null && renamed.project === current.id && renamed.changed.length > 0 && (
            <>
              {renamed.to} is imported under its new name in {renamed.changed.join(", ")}.{" "}
              <button type="button" className="button small line" onClick={() => undo(renamed)}>
                Undo
              </button>
            </>
          )}
        </output>
      </section>
      <section aria-labelledby="projects-title">
        <div className="library-head">
          <h2 id="projects-title">Your programs</h2>
          <button
            type="button"
            className="button small"
            onClick={() => {
              projects.addProject();
              showCode();
            }}
          >
            <Icon name="plus" />
            New program
          </button>
        </div>
        <ul className="file-list">
          {all.map((project) => (
            <li key={project.id}>
              {renamingProject === project.id ? (
                <NameForm
                  name={project.name}
                  onCancel={() => setRenamingProject(null)}
                  onName={async (name) => {
                    const refused = projects.renameProject(project.id, name);
                    if (refused === undefined) setRenamingProject(null);
                    return refused;
                  }}
                />
              ) : (
                <>
                  <button
                    type="button"
                    className="file"
                    aria-current={project.id === current.id ? "true" : undefined}
                    onClick={() => {
                      projects.openProject(project.id);
                      showCode();
                    }}
                  >
                    {project.name}
                  </button>
                  <button
                    type="button"
                    className="button small icon-only"
                    aria-label={`Rename program ${project.name}`}
                    onClick={() => setRenamingProject(project.id)}
                  >
                    <Icon name="rename" />
                  </button>
                  <Delete what={project.name} onDelete={() => projects.deleteProject(project.id)} />
                </>
              )}
            </li>
          ))}
        </ul>
        <p className="library-note">
          {isSafeMode
            ? "In safe mode nothing you type is saved."
            : "Saved in this browser as you type, and nowhere else."}
        </p>
      </section>
      <Recovered />
    </div>
  );
}

/// A file that has been given another name, and the other files that import it under the new one.
interface Renamed {
  readonly project: string;
  readonly from: string;
  readonly to: string;
  readonly changed: readonly string[];
}

function Rename({ name, onDone }: { readonly name: string; readonly onDone: (renamed?: Renamed) => void }) {
  const { projects } = useApp();
  const rename = async (text: string) => {
    const { renameFile } = await import("../../store/project/rename-file.ts");
    const result = renameFile(projects, name, text);
    if ("refused" in result) return result.refused;
    onDone({ project: projects.store.getState().current.id, from: name, to: result.name, changed: result.changed });
    return undefined;
  };
  return <NameForm name={name} mono onName={rename} onCancel={onDone} />;
}

// Asks on the spot.
function Delete({ what, onDelete }: { readonly what: string; readonly onDelete: () => void }) {
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <button
        type="button"
        className="button small icon-only"
        aria-label={`Delete ${what}`}
        onClick={() => setSure(true)}
      >
        <Icon name="clear" />
      </button>
    );
  }
  return (
    <button
      type="button"
      className="button small line danger"
      // biome-ignore lint/a11y/noAutofocus: it stands where the learner has just pressed
      autoFocus
      aria-label={`Delete ${what} now`}
      onClick={onDelete}
      onBlur={() => setSure(false)}
    >
      Delete?
    </button>
  );
}
