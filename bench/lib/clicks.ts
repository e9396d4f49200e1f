import type { Locator, Page } from "@playwright/test";

/// A click, or a key that was pressed.
export interface Click {
  /// From then until the frame after it was shown, as the browser counts it.
  readonly milliseconds: number;
  /// What it was meant for, in words.
  readonly on: string;
}

/// Watches what people do in a page until the returned function is called. That gives each click and key, the slowest first. Those
/// that took less than a frame are left out.
export async function watchClicks(page: Page): Promise<() => Promise<readonly Click[]>> {
  const watched = await page.evaluateHandle(() => {
    const clicks: Click[] = [];
    const take = (list: PerformanceObserverEntryList | PerformanceObserver): void => {
      const entries = "takeRecords" in list ? list.takeRecords() : list.getEntries();
      for (const { name, duration, target } of entries as PerformanceEventTiming[]) {
        if (name !== "click" && name !== "keydown") continue;
        const element = target instanceof Element ? target : null;
        const on = element?.closest("[aria-label]")?.getAttribute("aria-label") ?? element?.textContent ?? name;
        clicks.push({ milliseconds: duration, on: on.slice(0, 40) });
      }
    };
    const observer = new PerformanceObserver(take);
    observer.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
    return {
      clicks,
      end() {
        take(observer);
        observer.disconnect();
      },
    };
  });
  return async () => {
    // What was done last has been drawn by then.
    await pause(page, 200);
    const clicks = await watched.evaluate((one) => {
      one.end();
      return one.clicks;
    });
    await watched.dispose();
    return clicks.sort((a, b) => b.milliseconds - a.milliseconds);
  };
}

/// Clicks into the middle of something, wherever it is just now, without waiting for what comes of it.
export async function clickOn(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${target} is not to be seen`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/// Presses Stop. Gives the milliseconds until no run is on.
export function stopRun(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const stop = [...document.querySelectorAll("button")].find((button) => button.textContent?.startsWith("Stop"));
        const status = document.querySelector("footer");
        const start = performance.now();
        const look = (): void => {
          if (status?.dataset.status !== "idle") setTimeout(look, 1);
          else resolve(performance.now() - start);
        };
        // As a person's click would, it waits for its turn behind what the page is doing.
        setTimeout(() => {
          stop?.click();
          look();
        });
      }),
  );
}

/// Waits in the page, by its own clock.
export function pause(page: Page, milliseconds: number): Promise<void> {
  return page.evaluate((time) => new Promise<void>((resolve) => setTimeout(resolve, time)), milliseconds);
}
