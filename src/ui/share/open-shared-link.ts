import type { App } from "../../store/app.ts";
import { type Embed, fragmentOf } from "../../store/project/sharing.ts";

/// Opens the project in the address, now and whenever the address changes. Nothing runs by itself but an embed that is
/// asked to, and that only on the cores.
export function followAddress({ sharing, runControl }: App, embed: Embed | null): void {
  const follow = (): void => {
    // Some change `#` to `%23` on the way, and the rest of the link looks like a part of the path.
    const { fragment, rest } = fragmentOf(location);
    if (fragment !== location.hash) history.replaceState(history.state, "", rest + fragment);
    const opened = sharing.openLink(fragment);
    // What is typed from now on is the learner's own: a reload must not open the link again.
    if (opened && embed === null) history.replaceState(history.state, "", location.pathname + location.search);
  };
  window.addEventListener("hashchange", follow);
  follow();
  if (embed?.run) void runControl.autoStart();
}
