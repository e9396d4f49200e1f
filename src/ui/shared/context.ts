import { createContext, useContext } from "react";
import type { App } from "../../store/app.ts";
import type { Embed } from "../../store/project/sharing.ts";

export const AppContext = createContext<App | null>(null);
export const AppProvider = AppContext.Provider;

const EmbedContext = createContext<Embed | null>(null);
export const EmbedProvider = EmbedContext.Provider;

/// How the page is embedded in another; null when it is a page of its own.
export function useEmbed(): Embed | null {
  return useContext(EmbedContext);
}

/// The app that the component is part of.
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error("internal error: no app around the component");
  return app;
}
