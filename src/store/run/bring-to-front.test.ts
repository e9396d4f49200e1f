import { describe, expect, test } from "vitest";
import type { MonitorEvent } from "../../runtime/protocol/events.ts";
import { type FakeRun, setUp } from "../testing/set-up.ts";
import type { BottomTab, Pane } from "../view.ts";

const fault: MonitorEvent = {
  kind: "fault",
  core: 0,
  coreKind: "device",
  cycles: 5,
  code: "no-such-core",
  message: "There is no core 1",
  calls: [],
};
const question: MonitorEvent = { kind: "input", core: 0, coreKind: "device", prompt: "?" };

/// A run that has begun while `pane` was shown.
async function begin(pane: Pane = "code", bottom: BottomTab = "output") {
  const { app, runs, pass } = setUp();
  app.front.follow();
  pass(300);
  app.view.setState({ pane, bottom });
  await app.runControl.start();
  const run = runs.at(-1) as FakeRun;
  const look = () => {
    // A frame, and what the page rests after it.
    for (let k = 0; k < 4; k++) pass(40);
  };
  return { app, run, runs, look, pass, shown: () => app.view.getState().pane };
}

describe("a run brings to the front", () => {
  test.each(["code", "lesson", "examples"] as const)("the output from %s, at its first line", async (pane) => {
    const { run, look, shown } = await begin(pane);
    look();
    expect(shown()).toBe(pane);
    run.print(0, "hello");
    look();
    expect(shown()).toBe("output");
  });

  test("the output at a question, whichever of the results was shown", async () => {
    const { app, run, look, shown } = await begin("output", "scaling");
    run.events.push(question);
    look();
    expect(shown()).toBe("output");
    expect(app.view.getState().bottom).toBe("output");
  });

  test("the output at a question, and leaves it there however long the answer takes", async () => {
    const { run, look, pass, shown } = await begin();
    run.events.push(question);
    look();
    pass(600);
    look();
    expect(shown()).toBe("output");
  });

  test("the output also where problems were shown before", async () => {
    for (const pane of ["code", "output"] as const) {
      const { app, run, look, shown } = await begin(pane, "problems");
      run.print(0, "hello");
      look();
      expect([shown(), app.view.getState().bottom]).toEqual(["output", "output"]);
      run.standStill("breakpoint");
      look();
      expect(shown()).toBe("code");
    }
  });

  test("the chip at the end of a run that has sent messages, also if it has printed", async () => {
    const { run, look, shown } = await begin();
    run.carried = [{ from: 0, to: 1, bytes: 4 }];
    run.print(0, "hello");
    look();
    expect(shown()).toBe("code");
    run.finish("ended");
    look();
    expect(shown()).toBe("chip");
  });

  test("the output at a fault, also from the chip", async () => {
    const { run, look, shown } = await begin("chip");
    run.events.push(fault);
    look();
    expect(shown()).toBe("output");
  });

  test("the chip after a while without a line, and the output when one comes", async () => {
    const { run, look, pass, shown } = await begin();
    pass(600);
    expect(shown()).toBe("chip");
    run.print(0, "at last");
    look();
    expect(shown()).toBe("output");
  });

  test("the chip at the end of a run that sent messages and printed nothing", async () => {
    const { run, look, shown } = await begin();
    run.carried = [{ from: 0, to: 1, bytes: 8 }];
    run.finish("ended");
    look();
    expect(shown()).toBe("chip");
  });

  test("the output at the end of a run that did neither", async () => {
    const { run, look, shown } = await begin();
    run.finish("ended");
    look();
    expect(shown()).toBe("output");
  });

  test("the program at a pause, and the output once all is over", async () => {
    const { run, look, shown } = await begin("output");
    run.standStill("breakpoint");
    look();
    expect(shown()).toBe("code");
    run.print(0, "a line of a step");
    look();
    expect(shown()).toBe("code");
    run.finish("ended");
    look();
    expect(shown()).toBe("output");
  });
});

describe("a run takes nothing away from one who", () => {
  test("has chosen another part since it began", async () => {
    const { app, run, look, pass, shown } = await begin("output");
    app.view.setState({ pane: "code" });
    run.print(0, "hello");
    run.events.push(fault, question);
    look();
    pass(600);
    run.finish("failed");
    look();
    expect(shown()).toBe("code");
  });

  test("has gone on writing", async () => {
    const { app, run, look, shown } = await begin();
    app.projects.edit("print 2");
    run.print(0, "hello");
    look();
    expect(shown()).toBe("code");
  });

  test("watches the chip", async () => {
    const { run, look, shown } = await begin("chip");
    run.print(0, "hello");
    run.events.push(question, {
      kind: "deadlock",
      waits: [],
      lines: [],
      cycle: [],
      unread: [],
      suggestion: "",
      message: "Deadlock",
    });
    look();
    run.finish("deadlock");
    look();
    expect(shown()).toBe("chip");
  });

  test("looks at the timeline", async () => {
    const { app, pass, runs } = setUp();
    app.front.follow();
    app.view.setState({ pane: "output", bottom: "timeline" });
    await app.runControl.start();
    runs[0]?.print(0, "hello");
    pass();
    expect(app.view.getState().bottom).toBe("timeline");
  });

  test("has a page on which everything has room", async () => {
    const { app, pass, runs } = setUp();
    await app.runControl.start();
    runs[0]?.print(0, "hello");
    pass();
    expect(app.view.getState().pane).toBe("code");
  });
});

test("the next run brings its output to the front again", async () => {
  const { app, run, look, runs, shown } = await begin("output");
  app.view.setState({ pane: "code" });
  run.finish("ended");
  look();
  expect(shown()).toBe("code");
  await app.runControl.start();
  runs.at(-1)?.print(0, "hello");
  look();
  expect(shown()).toBe("output");
});
