import { createContext, useContext } from "react";
import type { App } from "../../store/app.ts";

const AppContext = createContext<App | null>(null);
export const AppProvider = AppContext.Provider;

/// The app that the component is part of.
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error("internal error: no app around the component");
  return app;
}
