import { createRoot } from "react-dom/client";
import { createBrowserApp } from "../../store/browser.ts";
import "../theme/tokens.css";
import "../theme/base.css";
import { followLessonAddress } from "../lesson/follow-address.ts";
import { followTheme } from "../theme/theme.ts";
import { AppProvider } from "./context.ts";
import { ensureIsolation } from "./isolation.ts";
import { Page } from "./Page.tsx";

const isolation = await ensureIsolation();
const root = document.getElementById("root");
// While it is "reloading", the page is about to be loaded again: nothing is shown that would flicker.
if (isolation !== "reloading" && root !== null) {
  const app = createBrowserApp(isolation === "isolated");
  followTheme(app);
  window.addEventListener("pagehide", () => void app.projects.keepNow());
  void followLessonAddress(app);
  createRoot(root).render(
    <AppProvider value={app}>
      <Page isolated={isolation === "isolated"} />
    </AppProvider>,
  );
}
