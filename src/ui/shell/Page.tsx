import { Suspense, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { Notice } from "../../store/platform/notices.ts";
import { DropTarget } from "../share/DropTarget.tsx";
import { useApp } from "../shared/context.ts";
import { lazyView } from "../shared/lazy-view.tsx";
import { useMedia, useNarrow } from "../shared/useMedia.ts";
import type { PageDialog } from "./actions.ts";
import { Header } from "./Header.tsx";
import { Narrow } from "./Narrow.tsx";
import { Notices } from "./Notices.tsx";
import { SkipLinks } from "./SkipLinks.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { usePresenting } from "./usePresenting.ts";
import { useShortcuts } from "./useShortcuts.ts";
import { useStorageWarning } from "./useStorageWarning.ts";
import { Wide } from "./Wide.tsx";
import "./page.css";
import "./present.css";

const HelpDialog = lazyView(() => import("./HelpDialog.tsx"));
const ShareDialog = lazyView(() => import("../share/ShareDialog.tsx"));
const Palette = lazyView(() => import("./Palette.tsx"));
const TeachView = lazyView(() => import("../teach/TeachView.tsx"));

/// Said where cores cannot run in workers.
function inTurns(): Notice {
  const why = globalThis.crossOriginIsolated
    ? "This browser does not let threads share memory"
    : "This page came without the headers that let threads share memory";
  return {
    about: "isolation",
    kind: "hint",
    text: `${why}, so all cores take turns in one thread. Programs give the same results and virtual times, but run slower.`,
  };
}

interface PageProps {
  /// Whether cores may run in workers.
  readonly isolated: boolean;
  /// Whether it was started without what is stored in the browser.
  readonly safe: boolean;
}

/// The whole page.
export function Page({ isolated, safe }: PageProps) {
  const app = useApp();
  const [dialog, setDialog] = useState<PageDialog | null>(null);
  const narrow = useNarrow();
  const teaching = useStore(app.view, (state) => state.teaching);
  useShortcuts(setDialog);
  // One that gives way to another says that it is closed only afterwards.
  const close = (closed: PageDialog) => () => setDialog((now) => (now === closed ? null : now));
  useStorageWarning(safe);
  const presenting = usePresenting() && !narrow;
  const still = useMedia("(prefers-reduced-motion: reduce)");
  useEffect(() => {
    app.player.setSteps(still);
    return app.autoplay.follow(() => still);
  }, [app, still]);
  useEffect(() => {
    if (!isolated) app.notices.say(inTurns());
  }, [app, isolated]);
  // Workers take a moment to start; the learner should not wait for them at the first Run.
  useEffect(() => {
    const idle = window.setTimeout(app.warm, 500);
    return () => window.clearTimeout(idle);
  }, [app]);

  return (
    <div className={presenting ? "page presenting" : "page"}>
      {!narrow && <SkipLinks />}
      <Header onShare={() => setDialog("share")} onHelp={() => setDialog("help")} />
      <Notices />
      {narrow ? <Narrow /> : <Wide />}
      <StatusBar />
      <Suspense>
        {dialog === "help" && <HelpDialog onClose={close("help")} onFind={() => setDialog("palette")} />}
        {dialog === "palette" && <Palette onClose={close("palette")} open={setDialog} />}
        {dialog === "share" && <ShareDialog onClose={close("share")} />}
      </Suspense>
      {teaching && (
        <Suspense fallback={<p className="visually-hidden">Opening…</p>}>
          <TeachView />
        </Suspense>
      )}
      <DropTarget />
    </div>
  );
}
