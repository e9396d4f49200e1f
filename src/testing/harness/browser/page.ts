import { createEngine } from "../../../runtime/browser/engine.ts";
import type { Executor } from "../../../runtime/protocol/run.ts";
import { errorsOf, got, programOf, runProgram, wanted } from "../corpus.ts";
import { type Driver, driverOf } from "../driver.ts";

// A page with the engine and nothing else, built for the tests alone: it runs annotated programs in a real browser.

/// How a program came out, in a form that can leave the page.
export interface Verdict {
  /// What it did other than its annotations say; undefined if nothing.
  readonly problem: string | undefined;
  /// Each core's clock at the end, of a program whose virtual times depend on nothing else; else empty.
  readonly clocks: readonly (readonly [core: number, cycles: number])[];
}

/// What the page can be asked for, as `window.corpus`.
export interface Corpus {
  /// Compiles a program and, if it is sound, runs it. `path` is `area/case.py`.
  judge(executor: Executor, path: string, text: string): Promise<Verdict>;
}

const drivers = new Map<Executor, Driver>();

function driverFor(executor: Executor): Driver {
  const known = drivers.get(executor);
  if (known !== undefined) return known;
  const start = () => createEngine({ workers: executor === "workers" });
  let engine = start();
  const made = driverOf(
    executor,
    async (image, settings) => {
      const session = await engine.start(image, settings);
      if (session.executor !== executor) throw new Error(`it ran by ${session.executor}, not by ${executor}`);
      return session;
    },
    () => {
      // A thread that does not stop would spoil every run after it.
      engine.dispose();
      engine = start();
    },
    () => engine.dispose(),
  );
  drivers.set(executor, made);
  return made;
}

/// How two values of the same form differ; undefined if they do not.
function difference(found: unknown, right: unknown): string | undefined {
  const [a, b] = [JSON.stringify(found), JSON.stringify(right)];
  return a === b ? undefined : `got ${a}, wanted ${b}`;
}

async function judge(executor: Executor, path: string, text: string): Promise<Verdict> {
  try {
    const program = programOf(path, text);
    const { expectations } = program;
    if (expectations.errors.length > 0) {
      return { problem: difference(errorsOf(program), expectations.errors), clocks: [] };
    }
    const result = await runProgram(program, driverFor(executor));
    const problem = difference(got(result), wanted(expectations));
    return { problem, clocks: program.steady ? [...result.cycles] : [] };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error), clocks: [] };
  }
}

Object.assign(window, { corpus: { judge } satisfies Corpus });
