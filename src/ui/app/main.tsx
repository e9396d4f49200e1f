import { createRoot } from "react-dom/client";
import { createBrowserApp } from "../../store/browser.ts";
import { readEmbed } from "../../store/sharing.ts";
import { EmbedPage } from "../share/EmbedPage.tsx";
import { followAddress } from "../share/follow-address.ts";
import "../theme/tokens.css";
import "../theme/base.css";
import { followLessonAddress } from "../lesson/follow-address.ts";
import { PrintSheet } from "../print/PrintSheet.tsx";
import { followTheme } from "../theme/theme.ts";
import { AppProvider, EmbedProvider } from "./context.ts";
import { ensureIsolation } from "./isolation.ts";
import { keepOffline } from "./offline.ts";
import { Page } from "./Page.tsx";

const isolation = await ensureIsolation();
const root = document.getElementById("root");
// While it is "reloading", the page is about to be loaded again: nothing is shown that would flicker.
if (isolation !== "reloading" && root !== null) {
  const embed = readEmbed(location.search);
  const app = createBrowserApp({ workers: isolation === "isolated", kept: embed === null });
  followAddress(app, embed);
  followTheme(app);
  keepOffline(app);
  window.addEventListener("pagehide", () => void app.projects.keepNow());
  if (embed === null) void followLessonAddress(app);
  createRoot(root).render(
    <AppProvider value={app}>
      <EmbedProvider value={embed}>
        <PrintSheet />
        {embed === null ? <Page isolated={isolation === "isolated"} /> : <EmbedPage embed={embed} />}
      </EmbedProvider>
    </AppProvider>,
  );
}
