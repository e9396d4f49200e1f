/// Tells whether anyone can see this page, now and whenever that changes: whether its tab is in front, and whether the frame
/// that it is in has been scrolled into view.
export function followSight(callback: (isSeen: boolean) => void): void {
  let isInView = !("IntersectionObserver" in window);
  let before: boolean | null = null;
  const tell = (): void => {
    const isSeen = isInView && document.visibilityState === "visible";
    if (isSeen === before) return;
    before = isSeen;
    callback(isSeen);
  };
  if (!isInView) {
    const observer = new IntersectionObserver((entries) => {
      isInView = entries.at(-1)?.isIntersecting === true;
      tell();
    });
    observer.observe(document.documentElement);
  }
  document.addEventListener("visibilitychange", tell);
  tell();
}
