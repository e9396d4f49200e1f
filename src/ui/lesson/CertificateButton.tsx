import { Suspense, useState } from "react";
import { Dialog } from "../shared/Dialog.tsx";
import { lazyView } from "../shared/lazy-view.tsx";

const CertificateView = lazyView(() => import("./CertificateView.tsx"));

/// Opens the dialog in which a student saves a certificate, and anyone verifies one.
export function CertificateButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button small line" onClick={() => setOpen(true)}>
        Certificate
      </button>
      {open && (
        <Dialog title="Certificate" onClose={() => setOpen(false)}>
          <Suspense fallback={<p className="library-note">Opening…</p>}>
            <CertificateView />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}
