import type { App } from "../../store/app.ts";

// Why an action cannot be done now, as a sentence; undefined if it can.

const withPython = "Full Python cannot be paused or stepped.";

export function isBusy({ run }: App): boolean {
  const { status } = run.getState();
  return status === "running" || status === "paused";
}

export function cannotStart({ run }: App): string | undefined {
  const { status } = run.getState();
  return status === "idle" || status === "paused" ? undefined : "A program is running.";
}

export function cannotStep(app: App): string | undefined {
  if (app.run.getState().status === "idle" && app.compiled.getState().usesPython) return withPython;
  return cannotStart(app);
}

export function cannotPause({ run }: App): string | undefined {
  const { status, usesPython } = run.getState();
  if (status !== "running") return "Nothing is running.";
  return usesPython ? withPython : undefined;
}

export function cannotGoBack({ runControl }: App): string | undefined {
  return runControl.debugger.store.getState().paused?.canGoBack === true ? undefined : "Only a paused run can go back.";
}

export function cannotCheck({ lessons, run }: App): string | undefined {
  const { lesson, checking } = lessons.store.getState();
  if (lesson === null) return "No lesson is open.";
  return checking !== null || run.getState().status !== "idle" ? "A program is running." : undefined;
}

export const noLesson = ({ lessons }: App) =>
  lessons.store.getState().lesson === null ? "No lesson is open." : undefined;
export const noOutput = ({ output }: App) => (output.log.length === 0 ? "There is no output." : undefined);

export function allBreakpoints({ breakpoints }: App): readonly { readonly id: number }[] {
  const { marks, events } = breakpoints.store.getState();
  return [...marks, ...events];
}
