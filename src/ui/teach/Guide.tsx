import { Suspense, useState } from "react";
import { Dialog } from "../shared/Dialog.tsx";
import { lazyView } from "../shared/lazy-view.tsx";

const GuideText = lazyView(() => import("./GuideText.tsx"));

const titles = { teaching: "Teaching with ePython Lab", lessons: "How to write a lesson" } as const;

interface GuideProps {
  readonly about: keyof typeof titles;
  /// On the button that opens it.
  readonly words: string;
}

/// A button that opens one of the documents for teachers.
export function Guide({ about, words }: GuideProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words}
      </button>
      {open && (
        <Dialog title={titles[about]} onClose={() => setOpen(false)}>
          <Suspense fallback={<p className="library-note">Opening…</p>}>
            <GuideText about={about} />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}
