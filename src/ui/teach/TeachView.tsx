import { type DragEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { createTeach } from "../../store/teach/teach.ts";
import { Boundary } from "../shared/Boundary.tsx";
import { useApp } from "../shared/context.ts";
import { TeachProvider } from "./context.ts";
import { editPack } from "./edit-pack.ts";
import { Maker } from "./Maker.tsx";
import { TeachHome } from "./TeachHome.tsx";
import "./teach.css";
import "./panes.css";
import "./forms.css";

/// The place where teachers make assignments and lessons: over the whole page, until Escape or its button leads back.
export default function TeachView() {
  const app = useApp();
  const [teach] = useState(() => createTeach(app));
  const draft = useStore(teach.store, (state) => state.draft?.id);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => teach.close, [teach]);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Gives the focus back to what had it.
    return () => element?.close();
  }, []);
  const close = () => app.view.setState({ teaching: false });
  // What is dropped here is meant for here: a pack to be edited. The page below takes nothing.
  const take = (event: DragEvent) => {
    const isFile = event.dataTransfer.types.includes("Files");
    if (isFile) event.preventDefault();
    const [file] = event.type === "drop" && isFile && draft === undefined ? event.dataTransfer.files : [];
    if (file !== undefined) void editPack(teach, file);
  };
  return (
    <dialog
      ref={dialog}
      className="teach"
      aria-label="Teach"
      data-takes-files=""
      onDragOver={take}
      onDrop={take}
      onClose={(event) => event.target === event.currentTarget && close()}
    >
      <TeachProvider value={teach}>
        <Boundary part="Teach">
          {draft === undefined ? <TeachHome onClose={close} /> : <Maker key={draft} onClose={close} />}
        </Boundary>
      </TeachProvider>
    </dialog>
  );
}
