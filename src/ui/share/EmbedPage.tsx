import { useEffect } from "react";
import { useStore } from "zustand";
import type { Embed } from "../../store/project/sharing.ts";
import type { Turns } from "../../store/run/embed-turns.ts";
import { Chip } from "../chip/Chip.tsx";
import { DebugBar } from "../debug/DebugBar.tsx";
import { Editor } from "../editor/Editor.tsx";
import { EditorPane } from "../editor/EditorPane.tsx";
import { InputPrompt } from "../results/InputPrompt.tsx";
import { Output } from "../results/Output.tsx";
import { OutputTools } from "../results/OutputTools.tsx";
import { Problems } from "../results/Problems.tsx";
import { OutputLabel, ProblemsLabel } from "../results/Results.tsx";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { type Tab, Tabs } from "../shared/Tabs.tsx";
import { useMedia } from "../shared/useMedia.ts";
import { Notices } from "../shell/Notices.tsx";
import { RunButtons } from "../shell/RunButtons.tsx";
import { ChipLabel, CodeBadge, RunNews } from "../shell/tab-badges.tsx";
import { useShortcuts } from "../shell/useShortcuts.ts";
import { useLink } from "./useLink.ts";
import "../results/results.css";
import "../shell/page.css";
import "../shell/header.css";
import "./embed.css";

type Part = "code" | "chip" | "output" | "problems";

/// The page inside another one: a program, its cores, and a way to the whole page. It never takes the focus.
export default function EmbedPage({ embed, turns }: { readonly embed: Embed; readonly turns: Turns }) {
  const { projects, view, front, player } = useApp();
  const { name, files } = useStore(projects.store, (state) => state.current);
  const bottom = useStore(view, (state) => state.bottom);
  const pane = useStore(view, (state) => state.pane);
  const roomy = useMedia("(min-width: 640px)");
  const split = embed.view === "split" && roomy;
  useShortcuts(doNothing);
  const still = useMedia("(prefers-reduced-motion: reduce)");
  useEffect(() => player.setSteps(still), [player, still]);
  useEffect(() => {
    // Whoever opens a moment comes to see it.
    const isMoment = player.store.getState().phase !== "none";
    view.setState({ pane: isMoment ? "chip" : firstPart(embed, roomy) });
  }, [view, player, embed, roomy]);
  useEffect(() => (split ? undefined : front.follow()), [front, split]);

  const code: Tab<Part> = {
    id: "code",
    label: (
      <>
        Code <CodeBadge />
      </>
    ),
    // One file needs no tab of its own.
    panel: files.length > 1 ? <EditorPane stepping={false} /> : <Editor onTabLeaves={doNothing} />,
  };
  const rest: readonly Tab<Part>[] = [
    { id: "output", label: <OutputLabel />, panel: <Output /> },
    { id: "problems", label: <ProblemsLabel />, panel: <Problems /> },
    { id: "chip", label: <ChipLabel />, panel: <Chip /> },
  ];
  const shown = pane === "output" ? bottom : pane;
  const tabs = split ? rest : [code, ...rest];
  const chosen = tabs.find(({ id }) => id === shown)?.id ?? tabs[0]?.id ?? "output";
  const choose = (part: Part) =>
    view.setState(part === "output" || part === "problems" ? { pane: "output", bottom: part } : { pane: part });
  const parts = (
    <Tabs
      label="Parts of the page"
      tabs={tabs}
      chosen={chosen}
      onChoose={choose}
      tools={chosen === "output" ? <OutputTools /> : undefined}
    />
  );
  return (
    <div className="embedded">
      <header className="embed-header">
        <h1 className="project-name">{name}</h1>
        <Waiting turns={turns} />
        <RunButtons back={split} />
        <OpenInLab readonly={embed.readonly} />
      </header>
      <Notices />
      {split ? (
        <section className="embed-split" aria-label={`ePython Lab: ${name}`}>
          <EditorPane />
          {parts}
        </section>
      ) : (
        <section className="workbench narrow" aria-label={`ePython Lab: ${name}`}>
          <DebugBar back />
          {parts}
        </section>
      )}
      <InputPrompt />
      <RunNews />
    </div>
  );
}

function firstPart({ view }: Embed, roomy: boolean): "code" | "chip" | "output" {
  if (view === "split") return roomy ? "output" : "code";
  return view;
}

/// Says why a program is slow.
function Waiting({ turns }: { readonly turns: Turns }) {
  const { run } = useApp();
  const waits = useStore(turns.store, (state) => state.waits);
  const runs = useStore(run, ({ status }) => status === "running");
  return (
    <p className="embed-waits" role="status">
      {waits && runs && "Takes turns with other programs on this page"}
    </p>
  );
}

/// Leads to the whole page, with the program as it is now as the reader's own copy.
function OpenInLab({ readonly }: { readonly readonly: boolean }) {
  const { url, problem } = useLink();
  if (problem !== undefined) return <p className="open-in-lab">Too large to open in ePython Lab</p>;
  return (
    <a className="button small line open-in-lab" href={url} target="_blank" rel="noopener">
      <Icon name="leave" />
      <span>
        Open <span className="open-where">{readonly ? "as my own copy in ePython Lab" : "in ePython Lab"}</span>
      </span>
    </a>
  );
}

function doNothing(): void {}
