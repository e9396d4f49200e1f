import { Suspense, useState } from "react";
import { Dialog } from "../shared/Dialog.tsx";
import { lazyView } from "../shared/lazy-view.tsx";

const MarkingView = lazyView(() => import("./MarkingView.tsx"));

interface MarkHandInsProps {
  readonly className?: string;
  /// Called when a hand-in is opened in the page.
  readonly onLeave?: () => void;
}

/// Opens the dialog in which a teacher marks what students have handed in.
export function MarkHandIns({ className = "button small line", onLeave = () => {} }: MarkHandInsProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)}>
        Mark hand-ins
      </button>
      {open && (
        <Dialog title="Mark hand-ins" wide onClose={() => setOpen(false)}>
          <Suspense fallback={<p className="library-note">Opening…</p>}>
            <MarkingView
              onLeave={() => {
                setOpen(false);
                onLeave();
              }}
            />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}
