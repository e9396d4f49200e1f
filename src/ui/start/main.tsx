import { Suspense } from "react";
import { createRoot } from "react-dom/client";
import { browserTurns, createBrowserApp, openBrowserStorage } from "../../store/platform/browser.ts";
import { readEmbed } from "../../store/project/sharing.ts";
import { followAddress } from "../share/open-shared-link.ts";
import { followSight } from "../share/sight.ts";
import "../theme/tokens.css";
import "../theme/base.css";
import { followLessonAddress } from "../lesson/open-lesson-link.ts";
import { PrintSheet } from "../print/PrintSheet.tsx";
import { Boundary } from "../shared/Boundary.tsx";
import { AppProvider, EmbedProvider } from "../shared/context.ts";
import { lazyView } from "../shared/lazy-view.tsx";
import { Page } from "../shell/Page.tsx";
import { followTheme } from "../theme/theme.ts";
import { Broken } from "./Broken.tsx";
import { ensureIsolation } from "./isolation.ts";
import { keepOffline } from "./offline.ts";
import { followVersions } from "./other-version.ts";
import { trustOwnScripts } from "./trusted-types.ts";

const EmbedPage = lazyView(() => import("../share/EmbedPage.tsx"));

trustOwnScripts();
const embed = readEmbed(location.search);
// ?safe=1: without what is stored, should that be what keeps the page from starting.
const safe = embed === null && new URLSearchParams(location.search).has("safe");
const opening = openBrowserStorage(embed !== null ? "embed" : safe ? "safe" : "page");
const isolation = await ensureIsolation();
const root = document.getElementById("root");
// While it is "reloading", the page is about to be loaded again: nothing is shown that would flicker.
if (isolation !== "reloading" && root !== null) {
  const page = createRoot(root);
  try {
    const turns = embed === null ? undefined : browserTurns();
    if (turns !== undefined) {
      page.render(<p className="embed-unseen">This program opens when you scroll to it.</p>);
      await new Promise<void>((resolve) =>
        followSight((isSeen) => {
          turns.setSeen(isSeen);
          if (isSeen) resolve();
        }),
      );
    }
    const app = createBrowserApp({ workers: isolation === "isolated", pageStorage: await opening, turns });
    if (embed !== null) app.depths.choose(embed.depth);
    followAddress(app, embed);
    followTheme(app);
    keepOffline(app);
    followVersions(app, embed !== null);
    if (embed === null) void followLessonAddress(app);
    page.render(
      <AppProvider value={app}>
        <EmbedProvider value={embed}>
          <Boundary>
            <PrintSheet />
            {embed === null || turns === undefined ? (
              <Page isolated={isolation === "isolated"} safe={safe} />
            ) : (
              <Suspense>
                <EmbedPage embed={embed} turns={turns} />
              </Suspense>
            )}
          </Boundary>
        </EmbedProvider>
      </AppProvider>,
    );
  } catch (error) {
    page.render(<Broken error={error} />);
    console.error(error);
  }
}
