import { Suspense, useEffect, useState } from "react";
import type { Notice } from "../../store/platform/notices.ts";
import { DropTarget } from "../share/DropTarget.tsx";
import { ShareDialog } from "../share/ShareDialog.tsx";
import { useApp } from "../shared/context.ts";
import { lazyView } from "../shared/lazy-view.tsx";
import { useMedia, useNarrow } from "../shared/useMedia.ts";
import { Header } from "./Header.tsx";
import { Narrow } from "./Narrow.tsx";
import { Notices } from "./Notices.tsx";
import { SkipLinks } from "./SkipLinks.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { useShortcuts } from "./useShortcuts.ts";
import { useStorageWarning } from "./useStorageWarning.ts";
import { Wide } from "./Wide.tsx";
import "./page.css";

const HelpDialog = lazyView(() => import("./HelpDialog.tsx"));

const inTurns: Notice = {
  about: "isolation",
  kind: "hint",
  text:
    "This page came without the headers that let threads share memory, so all cores take turns in one thread. " +
    "Programs give the same results and virtual times, but run slower.",
};

interface PageProps {
  /// Whether cores may run in workers.
  readonly isolated: boolean;
  /// Whether it was started without what is stored in the browser.
  readonly safe: boolean;
}

/// The whole page.
export function Page({ isolated, safe }: PageProps) {
  const app = useApp();
  const [helping, setHelping] = useState(false);
  const [sharing, setSharing] = useState(false);
  const narrow = useNarrow();
  const openHelp = () => setHelping(true);
  useShortcuts(openHelp);
  useStorageWarning(safe);
  const still = useMedia("(prefers-reduced-motion: reduce)");
  useEffect(() => {
    app.player.setSteps(still);
    return app.autoplay.follow(() => still);
  }, [app, still]);
  useEffect(() => {
    if (!isolated) app.notices.say(inTurns);
  }, [app, isolated]);
  // Workers take a moment to start; the learner should not wait for them at the first Run.
  useEffect(() => {
    const idle = window.setTimeout(app.warm, 500);
    return () => window.clearTimeout(idle);
  }, [app]);

  return (
    <div className="page">
      {!narrow && <SkipLinks />}
      <Header onShare={() => setSharing(true)} onHelp={openHelp} />
      <Notices />
      {narrow ? <Narrow /> : <Wide />}
      <StatusBar />
      <Suspense>{helping && <HelpDialog onClose={() => setHelping(false)} />}</Suspense>
      {sharing && <ShareDialog onClose={() => setSharing(false)} />}
      <DropTarget />
    </div>
  );
}
