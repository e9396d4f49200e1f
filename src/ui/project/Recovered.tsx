import { useStore } from "zustand";
import { counted } from "../../base/counted.ts";
import { formatDate } from "../../store/project/format-date.ts";
import type { Dated } from "../../store/project/project.ts";
import { textsAsZip } from "../../store/storage/export-all.ts";
import { asideOf, asidePrefix, whatIs } from "../../store/storage/forms.ts";
import { useApp } from "../shared/context.ts";
import { saveFile } from "../shared/save-file.ts";

/// What can be brought back: earlier versions of the open program, programs that were deleted, and what was damaged.
export function Recovered() {
  const { projects, view, pageStorage } = useApp();
  const { current, deleted } = useStore(projects.store);
  // They change with the text.
  useStore(projects.store, ({ revision }) => revision);
  const versions = projects.versions();
  useStore(pageStorage.store, ({ aside }) => aside);
  const damaged = pageStorage.keys(asidePrefix);
  if (versions.length === 0 && deleted.length === 0 && damaged.length === 0) return null;
  const bringBack = (back: () => void) => {
    back();
    view.setState({ pane: "code" });
  };
  return (
    <>
      {versions.length > 0 && (
        <details className="recovered">
          <summary>Earlier versions of {current.name}</summary>
          <ul className="file-list">
            {versions.map((version) => (
              <li key={version.at}>
                <span className="recovered-what">
                  {formatDate(version.at)}
                  <small>{size(version)}</small>
                </span>
                <button
                  type="button"
                  className="button small line"
                  aria-label={`Bring back the version of ${formatDate(version.at)}`}
                  onClick={() => bringBack(() => projects.restoreVersion(version))}
                >
                  Bring back
                </button>
              </li>
            ))}
          </ul>
          <p className="library-note">The open program becomes an earlier version.</p>
        </details>
      )}
      {deleted.length > 0 && (
        <details className="recovered">
          <summary>Deleted programs</summary>
          <ul className="file-list">
            {deleted.map(({ at, project }) => (
              <li key={project.id}>
                <span className="recovered-what">
                  {project.name}
                  <small>deleted {formatDate(at)}</small>
                </span>
                <button
                  type="button"
                  className="button small line"
                  aria-label={`Bring back ${project.name}`}
                  onClick={() => bringBack(() => projects.restoreProject(project.id))}
                >
                  Bring back
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {damaged.length > 0 && (
        <details className="recovered">
          <summary>Damaged texts</summary>
          <ul className="file-list">
            {damaged.map((key) => (
              <li key={key}>
                <span className="recovered-what">{whatIs(asideOf(key))}</span>
                <button
                  type="button"
                  className="button small line"
                  aria-label={`Save as file: ${whatIs(asideOf(key))}`}
                  onClick={() => saveFile("epython-lab-damaged.zip", textsAsZip(pageStorage, [key]), "application/zip")}
                >
                  Save as file
                </button>
              </li>
            ))}
          </ul>
          <p className="library-note">These texts were damaged. What could be read of them is in use.</p>
        </details>
      )}
    </>
  );
}

function size({ project: { files } }: Dated): string {
  const lines = files.reduce((sum, { text }) => sum + text.replace(/\n$/, "").split("\n").length, 0);
  const what = counted(lines, "line");
  return files.length === 1 ? what : `${what} in ${files.length} files`;
}
