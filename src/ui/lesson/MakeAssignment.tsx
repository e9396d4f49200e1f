import { lazy, Suspense, useRef, useState } from "react";

const AssignmentDialog = lazy(() => import("./AssignmentDialog.tsx"));

/// Opens the dialog in which a teacher makes an assignment of the open program.
export function MakeAssignment() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const show = () => {
    setOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" className="button small line" onClick={show}>
        Make an assignment
      </button>
      <dialog ref={dialog} className="assignment-dialog" aria-label="Make an assignment" onClose={() => setOpen(false)}>
        {open && (
          <Suspense fallback={<p className="library-note">Opening…</p>}>
            <AssignmentDialog onClose={() => dialog.current?.close()} />
          </Suspense>
        )}
      </dialog>
    </>
  );
}
