import { expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type { Finding } from "../../runtime/findings.ts";
import type { Background, JobOptions } from "../background/background.ts";
import { createChip } from "../run/chip.ts";
import { createRunStore } from "../run/run-state.ts";
import { handFrames } from "../testing/hand-frames.ts";
import { findLater } from "./find-later.ts";
import type { Repeatable } from "./repeat-jobs.ts";

const finding: Finding = { kind: "late-sender", lost: 1, share: 0.5, cores: [0], lines: [1], at: 0 };
const repeatable: Repeatable = {
  image: new Uint8Array(),
  settings: { deviceCores: [0], hostCores: 0, seed: 1 },
  answers: [],
};

interface Over {
  readonly took: number;
  readonly cores?: number;
  readonly seconds?: number;
  readonly again?: Repeatable | null;
}

/// A run that is over, of which what cost time is looked for.
function after({ took, cores = 16, seconds = 0.01, again = repeatable }: Over) {
  const { frames, pass } = handFrames();
  const jobs: JobOptions[] = [];
  const background = {
    hasThreads: true,
    do: (_name: string, _input: unknown, options: JobOptions) => {
      jobs.push(options);
      return Promise.resolve([finding]);
    },
  } as unknown as Background;
  const run = createRunStore("workers");
  run.setState({ wallMilliseconds: took, outcome: "ended" });
  const chip = createChip(frames);
  const { frequency } = run.getState();
  const reports = Array.from({ length: cores }, (_, id) => ({ id, cycles: seconds * frequency }));
  chip.update(reports as unknown as Parameters<typeof chip.update>[0], [], true);
  const found = createStore<{ findings: readonly Finding[]; isLooking: boolean }>(() => ({
    findings: [],
    isLooking: false,
  }));
  const leave = findLater({
    background,
    frames,
    run,
    chip,
    repeatable: () => again,
    onFound: (findings) => found.setState({ findings }),
    onLook: (isLooking) => found.setState({ isLooking }),
  });
  return { pass, jobs, leave, found };
}

test("of a run it is looked for soon, and told", async () => {
  const { pass, jobs, found } = after({ took: 50 });
  expect(found.getState().isLooking).toBe(true);
  pass(300);
  expect(jobs).toHaveLength(0);
  pass(200);
  expect(jobs).toHaveLength(1);
  await vi.waitFor(() => expect(found.getState()).toEqual({ findings: [finding], isLooking: false }));
});

test("not of what takes long, has very many cores, is over in a moment of virtual time, or cannot be made again", () => {
  for (const over of [
    { took: 10_001 },
    { took: 50, cores: 1_024 },
    { took: 50, seconds: 0.0001 },
    { took: 50, again: null },
  ]) {
    const { pass, jobs } = after(over);
    pass(10_000);
    expect(jobs).toHaveLength(0);
  }
});

test("it is left when something else is run, before it has begun and after", () => {
  const waiting = after({ took: 50 });
  waiting.leave();
  waiting.pass(1_000);
  expect(waiting.jobs).toHaveLength(0);
  expect(waiting.found.getState().isLooking).toBe(false);
  const begun = after({ took: 50 });
  begun.pass(1_000);
  begun.leave();
  expect(begun.jobs[0]?.signal?.aborted).toBe(true);
});
