import { Suspense, useState } from "react";
import { Dialog } from "../shared/Dialog.tsx";
import { lazyView } from "../shared/lazy-view.tsx";

const AssignmentForm = lazyView(() => import("./AssignmentForm.tsx"));

/// Opens the dialog in which a teacher makes an assignment of the open program.
export function MakeAssignment() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button small line" onClick={() => setOpen(true)}>
        Make an assignment
      </button>
      {open && (
        <Dialog title="Make an assignment" onClose={() => setOpen(false)}>
          <Suspense fallback={<p className="library-note">Opening…</p>}>
            <AssignmentForm />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}
