import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from "react";

/// A part of the page that is fetched when it is first shown. Where it can no longer be loaded, it says so in its place;
/// `other-version.ts` offers what to do.
export function lazyView<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => load().catch(() => ({ default: Missing })));
}

/// A part of the page in a tab, fetched when it is first shown, with words meanwhile.
export function lazyPane(load: () => Promise<{ readonly default: ComponentType }>): ComponentType {
  const View = lazyView(load);
  return () => (
    <Suspense fallback={<p className="pane-empty">Opening…</p>}>
      <View />
    </Suspense>
  );
}

function Missing() {
  return <p className="library-note">This part of the page could not be fetched. Reload the page and try again.</p>;
}
