import type { StoreApi } from "zustand/vanilla";
import type { SourceFile } from "../base/source.ts";
import type { CompileResult } from "../compiler/compile.ts";
import type { Engine, Run } from "../runtime/protocol.ts";
import { chipNamed } from "./address.ts";
import type { Chip } from "./chip.ts";
import type { Cancel, Frames } from "./frames.ts";
import type { InputRequest, Output } from "./output.ts";
import type { Problems } from "./problems.ts";
import type { Projects } from "./project.ts";
import { type Glimpse, pump } from "./pump.ts";
import type { RunState } from "./run.ts";
import { runSettings, type Settings } from "./settings.ts";
import type { View } from "./view.ts";

export type Compile = (main: SourceFile, options: { readonly files: readonly SourceFile[] }) => CompileResult;

export interface SessionParts {
  readonly compile: Compile;
  readonly engine: () => Engine;
  readonly frames: Frames;
  readonly projects: Projects;
  readonly settings: Settings;
  readonly run: StoreApi<RunState>;
  readonly output: Output;
  readonly chip: Chip;
  readonly problems: Problems;
  readonly view: View;
  readonly compiled: StoreApi<Compiled>;
}

/// The open file as it was compiled last.
export interface Compiled {
  /// Null if it has errors.
  readonly image: Uint8Array | null;
  readonly files: readonly SourceFile[];
  readonly revision: number;
}

/// What the learner can do with a program.
export interface Session {
  /// Compiles the open file and runs it. Does nothing while a run is on.
  start(): Promise<void>;
  stop(): void;
  answer(request: InputRequest, text: string): void;
  /// Compiles the open file, and says what is wrong with it. The image is undefined when that is too much.
  compile(): Uint8Array | undefined;
}

export function createSession(parts: SessionParts): Session {
  const { frames, projects, settings, run, output, chip, problems, view, compiled } = parts;
  let present: Run | null = null;
  let stopAsked = false;
  let endWatch: Cancel = () => {};

  const compileOpenFile = (): CompileResult => {
    const main = projects.activeFile();
    const { current, revision } = projects.store.getState();
    const result = parts.compile(main, { files: current.files.filter((file) => file !== main) });
    problems.setCompiled(result.diagnostics, current.files);
    compiled.setState({ image: result.image ?? null, files: current.files, revision });
    return result;
  };

  const finish = (change: Partial<RunState>) => {
    present = null;
    endWatch();
    output.dropRequests();
    run.setState({ status: "idle", ...change });
  };

  const see = (files: readonly SourceFile[]) => {
    return ({ events, cores }: Glimpse) => {
      chip.see(cores, events);
      output.take(events);
      problems.take(events, files);
      const last = events.at(-1);
      if (last?.kind === "finished") finish({ outcome: last.outcome });
    };
  };

  const trouble = (error: unknown) => {
    output.add({ kind: "trouble", text: error instanceof Error ? error.message : String(error) });
    finish({ outcome: null });
  };

  return {
    async start() {
      if (run.getState().status !== "idle") return;
      stopAsked = false;
      projects.keepNow();
      const { current, revision } = projects.store.getState();
      run.setState({ status: "compiling", outcome: null, file: current.active, revision });
      output.clear();
      const model = chipNamed(settings.store.getState().chip);
      run.setState({ frequency: model.frequency });
      chip.clear(model);
      problems.forgetRun();
      try {
        const { image } = compileOpenFile();
        if (image === undefined) {
          view.setState({ bottom: "problems", pane: "output" });
          finish({ outcome: null });
          return;
        }
        view.setState({ bottom: "output" });
        present = await parts.engine().start(image, runSettings(settings.store.getState()));
        run.setState({
          status: "running",
          executor: present.executor,
          threads: present.threads,
          cores: present.cores().length,
        });
        endWatch = pump(present, frames, see(current.files), trouble);
        if (stopAsked) this.stop();
      } catch (error) {
        trouble(error);
      }
    },
    stop() {
      stopAsked = true;
      if (present === null || run.getState().status !== "running") return;
      run.setState({ status: "stopping" });
      present.stop();
    },
    answer(request, text) {
      if (!output.store.getState().requests.includes(request)) return;
      present?.answer(request.core, text);
      output.answered(request, text);
    },
    compile() {
      return compileOpenFile().image;
    },
  };
}
