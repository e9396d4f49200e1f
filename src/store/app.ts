import { createStore, type StoreApi } from "zustand/vanilla";
import type { RunPython } from "../python/python-run.ts";
import type { Engine } from "../runtime/protocol/run.ts";
import { type Background, createBackground } from "./background/background.ts";
import { createDepths, type Depths } from "./depth.ts";
import type { Certificates } from "./lessons/certificates.ts";
import { createLessons, type Lessons } from "./lessons/lessons.ts";
import { ownLibrary } from "./lessons/library.ts";
import { createShowCheck, type ShowCheck } from "./lessons/show-check.ts";
import type { Marking } from "./marking/marking.ts";
import { createOutput, type Output } from "./output/output.ts";
import type { Cancel, Frames } from "./platform/frames.ts";
import { createNotices, type Notices } from "./platform/notices.ts";
import { type Autoplay, createAutoplay } from "./player/autoplay.ts";
import { type Comparing, createComparing } from "./player/comparing.ts";
import { createLastRun } from "./player/last-run.ts";
import { createTimelineMaker, type TimelineMaker } from "./player/make-timeline.ts";
import { createOrigins, type Origins } from "./player/origins.ts";
import { createPlayer, type Player } from "./player/player.ts";
import { createProjects, type Projects } from "./project/project.ts";
import { createSharing, type Sharing } from "./project/sharing.ts";
import { type Breakpoints, createBreakpoints } from "./run/breakpoints.ts";
import { createFront, type Front } from "./run/bring-to-front.ts";
import { type Cells, createCells } from "./run/cells.ts";
import type { Compile } from "./run/check-file.ts";
import { type Chip, createChip } from "./run/chip.ts";
import { chipNamed } from "./run/chip-choice.ts";
import { type Console, createConsole } from "./run/console.ts";
import { createInspector, type Inspector } from "./run/inspector.ts";
import { createProblems, type Problems } from "./run/problems.ts";
import { type Compiled, createRunControl, type RunControl } from "./run/run-control.ts";
import { createRunStore, type RunState } from "./run/run-state.ts";
import { createSettings, isSameForRuns, type Settings } from "./run/settings.ts";
import { createWatches, type Watches } from "./run/watches.ts";
import { createScaling, type Scaling } from "./scaling/scaling.ts";
import type { PageStorage } from "./storage/storage.ts";
import { createTimeline, type Timeline } from "./timeline/timeline.ts";
import { createView, type View, type ViewState } from "./view.ts";

/// What an app is made of. Nothing in it is global: two apps can live side by side.
export interface AppParts {
  readonly compile: Compile;
  /// Where what may take long is done; absent: in the page.
  readonly background?: Background;
  /// The catalogue's explanation for a diagnostic's or a fault's code.
  readonly explain: (code: string) => string | undefined;
  readonly createEngine: (options: { readonly workers: boolean }) => Engine;
  /// Absent where threads cannot share memory.
  readonly runPython?: RunPython;
  /// Whether cores may run in workers; else they run cooperatively in the page.
  readonly workers: boolean;
  readonly pageStorage: PageStorage;
  readonly frames: Frames;
}

export interface App {
  readonly pageStorage: PageStorage;
  readonly projects: Projects;
  readonly settings: Settings;
  readonly run: StoreApi<RunState>;
  readonly output: Output;
  readonly chip: Chip;
  readonly problems: Problems;
  readonly view: View;
  readonly depths: Depths;
  readonly runControl: RunControl;
  readonly console: Console;
  readonly cells: Cells;
  readonly compiled: StoreApi<Compiled>;
  readonly scaling: Scaling;
  readonly lessons: Lessons;
  readonly showCheck: ShowCheck;
  /// For teachers; fetched when it is first asked for.
  marking(): Promise<Marking>;
  /// In the same way.
  certificates(): Promise<Certificates>;
  readonly breakpoints: Breakpoints;
  readonly inspector: Inspector;
  readonly watches: Watches;
  readonly notices: Notices;
  readonly sharing: Sharing;
  readonly timeline: Timeline;
  readonly timelineMaker: TimelineMaker;
  readonly front: Front;
  readonly player: Player;
  readonly origins: Origins;
  readonly comparing: Comparing;
  readonly autoplay: Autoplay;
  /// What runs programs for checks, in views that are loaded when they are asked for.
  readonly checkTools: CheckTools;
  /// Starts the engine's workers ahead of the first run.
  warm(): void;
}

/// What it takes to run a program and judge what came of it.
export interface CheckTools {
  /// The engine, once nothing of the last run is left in its memory.
  readonly engine: () => Promise<Engine>;
  readonly runPython: RunPython | undefined;
  readonly frames: Frames;
  readonly background: Background;
}

const checkAfterMilliseconds = 250;

export function createApp(parts: AppParts): App {
  const { pageStorage, frames, background = createBackground({ frames }) } = parts;
  const projects = createProjects(pageStorage);
  const settings = createSettings(pageStorage);
  const run = createRunStore(parts.workers ? "workers" : "cooperative");
  const output = createOutput(frames);
  const chip = createChip(frames);
  chip.clear(chipNamed(settings.store.getState().chip));
  const problems = createProblems(parts.explain);
  const view = createView();
  const compiled = createStore<Compiled>(() => ({ image: null, files: [], revision: -1, usesPython: false }));

  const breakpoints = createBreakpoints(pageStorage, projects);
  const inspector = createInspector(view, frames);
  const watches = createWatches(pageStorage, projects, inspector);
  const notices = createNotices();
  const sharing = createSharing({
    projects,
    settings,
    view,
    notices,
    background,
    frames,
    moment: () => player.moment(),
    showMoment: (moment) => player.openMoment(moment),
  });
  const timeline = createTimeline(frames);
  const console = createConsole({
    frames,
    chip,
    inspector,
    timeline,
    valueOn: (core, expression) => watches.valueOn(core, expression),
  });
  const front = createFront({ view, run, output, chip, projects, frames });

  let made: Engine | null = null;
  const engine = () => {
    made ??= parts.createEngine({ workers: parts.workers });
    return made;
  };

  const runControl = createRunControl({
    compile: parts.compile,
    background,
    engine,
    frames,
    projects,
    settings,
    run,
    output,
    chip,
    problems,
    view,
    compiled,
    breakpoints,
    inspector,
    runPython: parts.runPython,
    timeline,
    console,
  });

  const cells = createCells({ projects, console, startPython: runControl.startPython });

  const player = createPlayer({
    start() {
      if (run.getState().status !== "idle") return false;
      void runControl.start(true);
      return true;
    },
    played: () => runControl.last,
    prepare: runControl.prepare,
    isChanged: () => {
      const { revision, settings: then } = run.getState();
      return revision !== projects.store.getState().revision || !isSameForRuns(then, settings.store.getState());
    },
    run,
    output,
    chip,
    inspector,
    timeline,
    pace: () => settings.store.getState().pace,
    frames,
    background,
  });

  const lastRun = createLastRun({ played: () => runControl.last, run, output, chip, timeline });
  const timelineMaker = createTimelineMaker({
    timeline,
    chip,
    frames,
    // What the chip shows, and so when the run was stopped, is no longer known of one that is gone.
    repeatable: () => (player.store.getState().isGone ? null : lastRun.repeatable()),
  });

  // Measurements and checks use the memory in which the last run has left its trace. A Python that can write there may have been
  // given its program by strangers.
  const freeEngine = async () => {
    console.close(
      "Python has ended, because the cores were needed for something else. Run the program to start it again.",
    );
    await timeline.readAll();
    return engine();
  };
  const scaling = createScaling({ compile: runControl.compile, engine: freeEngine, frames, projects, settings, run });
  // A run and a measurement need the same engine; what the learner asked for last goes first.
  const lessons = createLessons({
    library: ownLibrary(),
    projects,
    settings,
    run,
    view,
    engine: freeEngine,
    runPython: parts.runPython,
    frames,
    pageStorage,
    background,
  });
  const depths = createDepths({ settings, view, notices, lessons: lessons.store });
  const forChecks = { engine: freeEngine, runPython: parts.runPython };
  let certificates: Promise<Certificates> | undefined;
  const fetchCertificates = async (): Promise<Certificates> => {
    const { createCertificates } = await import("./lessons/certificates.ts");
    return createCertificates({ ...{ lessons, pageStorage, background, frames }, ...forChecks });
  };
  let marking: Promise<Marking> | undefined;
  const fetchMarking = async (): Promise<Marking> => {
    const { createMarking } = await import("./marking/marking.ts");
    return createMarking({ background, frames, ...forChecks });
  };
  run.subscribe((state, before) => {
    if (state.status !== "compiling" || before.status !== "idle") return;
    scaling.cancel();
    lessons.cancelCheck();
  });
  lessons.store.subscribe((state, before) => {
    if (state.checking !== null && before.checking === null) scaling.cancel();
  });
  scaling.store.subscribe((state, before) => {
    if (state.measuring && !before.measuring) lessons.cancelCheck();
  });

  let cancelCheck: Cancel = () => {};
  projects.store.subscribe((state, before) => {
    if (state.revision === before.revision) return;
    problems.forgetRun();
    cancelCheck();
    cancelCheck = frames.after(checkAfterMilliseconds, runControl.compile);
  });
  frames.after(0, runControl.compile);

  // What the chip shows belongs to the last run; with other cores, or another program, it would mislead.
  settings.store.subscribe((state, before) => {
    const same = state.chip === before.chip && state.cores === before.cores && state.hostCores === before.hostCores;
    if (same || run.getState().status !== "idle") return;
    player.forget();
    chip.clear(chipNamed(state.chip));
  });
  projects.store.subscribe((state, before) => {
    if (state.current.id === before.current.id || run.getState().status !== "idle") return;
    console.close();
    console.clear();
    player.forget();
    chip.clear(chipNamed(settings.store.getState().chip));
    output.clear();
    scaling.clear();
    inspector.setRun(null);
    timeline.setRun(null, false);
    run.setState({ outcome: null, file: null, settings: null });
  });

  const nameOf = (core: number): ViewState["core"] => {
    const kind = chip.store.getState().cores.find(({ id }) => id === core)?.kind ?? "device";
    return `${kind} ${core}`;
  };

  return {
    pageStorage,
    projects,
    settings,
    run,
    output,
    chip,
    problems,
    view,
    depths,
    runControl,
    console,
    cells,
    compiled,
    scaling,
    lessons,
    showCheck: createShowCheck({ lessons, projects, settings, player, view, run }),
    certificates() {
      certificates ??= fetchCertificates();
      certificates.catch(() => {
        certificates = undefined;
      });
      return certificates;
    },
    marking() {
      marking ??= fetchMarking();
      // Without the network it can be tried again.
      marking.catch(() => {
        marking = undefined;
      });
      return marking;
    },
    breakpoints,
    inspector,
    watches,
    notices,
    sharing,
    timeline,
    timelineMaker,
    front,
    player,
    autoplay: createAutoplay({ player, run, chip, settings, lesson: () => lessons.store.getState().lesson }),
    comparing: createComparing({ background, player, file: () => run.getState().file }),
    origins: createOrigins({ background, player, view, nameOf }),
    checkTools: { engine: freeEngine, runPython: parts.runPython, frames, background },
    warm: () => void engine(),
  };
}
