import { useEffect, useRef, useState } from "react";
import { useApp } from "./context.ts";
import { Header } from "./Header.tsx";
import { HelpDialog } from "./HelpDialog.tsx";
import { Narrow } from "./Narrow.tsx";
import { Notice } from "./Notice.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { useMedia } from "./useMedia.ts";
import { useShortcuts } from "./useShortcuts.ts";
import { Wide } from "./Wide.tsx";
import "./page.css";

/// The whole page. `isolated` says whether cores may run in workers.
export function Page({ isolated }: { readonly isolated: boolean }) {
  const app = useApp();
  const help = useRef<HTMLDialogElement>(null);
  const narrow = useMedia("(max-width: 799px)");
  const [noticed, setNoticed] = useState(isolated);
  const openHelp = () => help.current?.showModal();
  useShortcuts(openHelp);
  // Workers take a moment to start; the learner should not wait for them at the first Run.
  useEffect(() => {
    const idle = window.setTimeout(app.warm, 500);
    return () => window.clearTimeout(idle);
  }, [app]);

  return (
    <div className="page">
      <Header onHelp={openHelp} />
      {noticed ? <div /> : <Notice onDismiss={() => setNoticed(true)} />}
      {narrow ? <Narrow /> : <Wide />}
      <StatusBar />
      <HelpDialog dialog={help} />
    </div>
  );
}
