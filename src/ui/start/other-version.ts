import type { App } from "../../store/app.ts";

// A page that has been open for long may be of an older version than its host, or than the tab in which an update was taken.
// It works on; but a part that it has not needed before (Monaco, a lesson) may be gone. Then it says so, and nothing is lost.

/// Says when this page is no longer of the newest version, and when a part of it can no longer be loaded.
export function followVersions(app: App, isEmbed: boolean): void {
  let isOld = false;
  const workers = "serviceWorker" in navigator && !isEmbed ? navigator.serviceWorker : undefined;
  // The first one makes no page old.
  if (workers !== undefined && workers.controller !== null) {
    workers.addEventListener("controllerchange", () => {
      isOld = true;
      offer(
        app,
        "hint",
        "Another tab has loaded a new version of ePython Lab. This tab still has the old one, and works.",
      );
    });
  }
  // From Vite, for each part that is fetched when it is first needed.
  window.addEventListener("vite:preloadError", () => {
    const why = isOld || navigator.onLine ? "this tab is out of date" : "there is no network";
    const text = `Part of this page can no longer be loaded: ${why}.`;
    if (isEmbed) app.notices.say({ about: "update", kind: "error", text: `${text} Reload the page.` });
    else offer(app, "error", text);
  });
}

function offer(app: App, kind: "hint" | "error", text: string): void {
  const { projects, notices } = app;
  const act = async () => {
    if (await projects.keepNow()) location.reload();
    else {
      const failed =
        "The browser could not save your program, so the page was not reloaded. Download it first: Share, Files.";
      notices.say({ about: "update", kind: "error", text: failed });
    }
  };
  notices.say({
    about: "update",
    kind,
    text: `${text} Your programs are saved.`,
    action: { label: "Reload for the new version", act: () => void act() },
  });
}
