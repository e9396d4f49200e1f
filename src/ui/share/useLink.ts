import { useMemo } from "react";
import { useStore } from "zustand";
import { mostLinkCharacters } from "../../store/project/sharing.ts";
import { useApp } from "../shared/context.ts";

/// This page's address, without query and fragment.
export function pageAddress(): string {
  return location.origin + location.pathname;
}

/// The open project as a link, always as it is now. `problem` is why it would not open again, as the end of a sentence;
/// `fits` says that it does, and is short enough to be handed on.
export function useLink(): { readonly url: string; readonly problem: string | undefined; readonly fits: boolean } {
  const { projects, settings, view, sharing, player } = useApp();
  const project = useStore(projects.store, (state) => state.current);
  const chosen = useStore(settings.store);
  const core = useStore(view, (state) => state.core);
  const bottom = useStore(view, (state) => state.bottom);
  // Of a run that is played the link holds the moment.
  const at = useStore(player.store, ({ phase, at }) => (phase === "shown" ? at : null));
  return useMemo(() => {
    const link = sharing.link();
    const url = pageAddress() + link;
    const problem = sharing.linkProblem(link);
    return { url, problem, fits: problem === undefined && url.length <= mostLinkCharacters };
  }, [sharing, project, chosen, core, bottom, at]);
}
