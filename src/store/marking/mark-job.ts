import type { SourceFile } from "../../base/source.ts";
import { type BesideRow, beside, type Fingerprints, fingerprintsOf } from "../../lessons/alike.ts";
import type { Assignment, HandIn } from "../../lessons/assignment.ts";
import type { CheckFile } from "../../lessons/check-format.ts";
import { checkProgram, type ProgramReport } from "../../lessons/check-program.ts";
import { FormatError } from "../../lessons/format-error.ts";
import { filesOf, type Mark, markHanded, readHanded } from "../../lessons/marking.ts";
import type { Clock } from "../../lessons/observe.ts";
import type { Settings } from "../../lessons/plan.ts";
import { isForHost } from "../../lessons/program.ts";
import { WarmEngine } from "../../runtime/engine.ts";

// Marking in the background: what students hand in is read, run and judged in a thread beside the page's own.

export interface HandInJob {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface MarkJob extends HandInJob {
  /// The teacher's own copy, if there is one.
  readonly given: Assignment | undefined;
}

/// What came of a file: its mark; or that it is no hand-in; or one for full Python, which only the page itself can run.
export type Marked =
  | { readonly kind: "marked"; readonly mark: Mark; readonly prints: Fingerprints }
  | { readonly kind: "other" }
  | { readonly kind: "python"; readonly handIn: HandIn; readonly prints: Fingerprints };

const clock: Clock = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

let engine: WarmEngine | undefined;

/// Runs cores in this thread, one after the other: so a result never depends on the computer.
function createEngine(): WarmEngine {
  const due: (() => void)[] = [];
  const channel = new MessageChannel();
  channel.port1.onmessage = () => due.shift()?.();
  return new WarmEngine("cooperative", {
    now: clock.now,
    // Timers are slowed down, messages are not.
    later(work) {
      due.push(work);
      channel.port2.postMessage(null);
    },
    after: clock.after,
    memory: (bytes) => new ArrayBuffer(bytes),
    threads: 1,
    startThread() {
      throw new Error("internal error: cores that take turns need no threads");
    },
  });
}

/// Marks one file.
export async function mark({ file, bytes, given }: MarkJob): Promise<Marked> {
  const handed = readHanded(file, bytes);
  if (handed === undefined) return { kind: "other" };
  const isRead = !(handed instanceof FormatError);
  const assignment = isRead ? (given ?? handed.assignment) : undefined;
  const files = isRead && assignment !== undefined ? filesOf(assignment, handed) : [];
  const prints = fingerprintsOf(files, assignment?.files ?? []);
  if (isRead && isForHost(files)) return { kind: "python", handIn: handed, prints };
  engine ??= createEngine();
  const running = { engine, clock };
  const made = await markHanded(file, handed, {
    given,
    clock,
    check: (assignment, files, signal) => checkProgram(assignment.check, assignment, files, { ...running, signal }),
  });
  return { kind: "marked", mark: made, prints };
}

export interface TryJob {
  readonly check: CheckFile;
  readonly settings: Settings;
  /// The first is run.
  readonly files: readonly SourceFile[];
}

/// Runs and judges a program.
export function tryProgram({ check, settings, files }: TryJob): Promise<ProgramReport> {
  engine ??= createEngine();
  return checkProgram(check, settings, files, { engine, clock });
}

/// What was handed in with a file; throws an error in words for people.
export function handInOf({ file, bytes }: HandInJob): HandIn {
  const handed = readHanded(file, bytes);
  if (handed === undefined) throw new Error(`${file} is no hand-in.`);
  if (handed instanceof FormatError) throw handed;
  return handed;
}

export interface BesideJob {
  readonly left: HandInJob;
  readonly right: HandInJob;
}

/// Files of two hand-ins, side by side.
export interface BesideFile {
  readonly name: string;
  readonly rows: readonly BesideRow[];
}

export function besideOf({ left, right }: BesideJob): readonly BesideFile[] {
  const [one, other] = [handInOf(left), handInOf(right)];
  const [lefts, rights] = [filesOf(one.assignment, one), filesOf(other.assignment, other)];
  const names = [...new Set([...lefts, ...rights].map(({ name }) => name))];
  const textIn = (files: HandIn["files"], name: string): string => files.find((file) => file.name === name)?.text ?? "";
  return names.map((name) => ({ name, rows: beside(textIn(lefts, name), textIn(rights, name)) }));
}
