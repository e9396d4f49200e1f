import type { Page } from "@playwright/test";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /// Processor time, in microseconds.
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/// What the page's own thread does until the returned function is called: the processor time of each task, in milliseconds, the
/// longest first. Unlike frames and clicks, it hardly depends on what else the machine has to do: a click waits for one at most.
export async function watchTasks(page: Page): Promise<() => Promise<readonly number[]>> {
  const devtools = await page.context().browser()?.newBrowserCDPSession();
  if (devtools === undefined) throw new Error("there is no browser");
  const events: TraceEvent[] = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: ["toplevel", "disabled-by-default-devtools.timeline"],
      excludedCategories: ["*"],
    },
  });
  return async () => {
    const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
    await devtools.send("Tracing.end");
    await complete;
    await devtools.detach();
    const threads = new Set(
      events
        .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
        .map(({ pid, tid }) => `${pid} ${tid}`),
    );
    return events
      .filter(({ name, ph, pid, tid }) => ph === "X" && /RunTask$/.test(name) && threads.has(`${pid} ${tid}`))
      .map(({ tdur = Number.NaN }) => tdur / 1000)
      .sort((a, b) => b - a);
  };
}
