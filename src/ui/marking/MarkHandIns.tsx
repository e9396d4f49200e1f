import { Suspense, useState } from "react";
import { Dialog } from "../shared/Dialog.tsx";
import { lazyView } from "../shared/lazy-view.tsx";

const MarkingView = lazyView(() => import("./MarkingView.tsx"));

/// Opens the dialog in which a teacher marks what students have handed in.
export function MarkHandIns() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button small line" onClick={() => setOpen(true)}>
        Mark hand-ins
      </button>
      {open && (
        <Dialog title="Mark hand-ins" wide onClose={() => setOpen(false)}>
          <Suspense fallback={<p className="library-note">Opening…</p>}>
            <MarkingView onLeave={() => setOpen(false)} />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}
