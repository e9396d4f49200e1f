import { useId, useRef } from "react";
import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { saveFile } from "../shared/save-file.ts";
import { openFiles } from "./open-files.ts";

/// The project as a file, and files as a project. `onOpened` hears when files have been chosen.
export function FileButtons({ onOpened }: { readonly onOpened: () => void }) {
  const app = useApp();
  const { name, active } = useStore(app.projects.store, (state) => state.current);
  const chooser = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>Files</h3>
      <div className="file-buttons">
        <button
          type="button"
          className="button line"
          onClick={() => saveFile(`${name}.zip`, app.sharing.zip(), "application/zip")}
        >
          <Icon name="download" />
          Project as .zip
        </button>
        <button
          type="button"
          className="button line"
          onClick={() => saveFile(active, app.projects.activeFile().text, "text/x-python")}
        >
          <Icon name="download" />
          {active}
        </button>
        <button type="button" className="button line" onClick={() => chooser.current?.click()}>
          <Icon name="upload" />
          Open .zip, .py or .ipynb
        </button>
        <input
          ref={chooser}
          className="visually-hidden"
          type="file"
          accept=".py,.zip,.ipynb"
          multiple
          tabIndex={-1}
          aria-label="Programs or a project to open"
          onChange={(event) => {
            void openFiles(app, event.target.files ?? []);
            onOpened();
          }}
        />
      </div>
      <p className="share-note">Or drop files anywhere on the page. They open as your own project.</p>
    </section>
  );
}
