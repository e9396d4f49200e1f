import fc from "fast-check";
import { crc32 } from "../../base/bytes.ts";
import type { Breakpoint } from "../../runtime/protocol/breakpoints.ts";
import type { RunSettings, StepKind } from "../../runtime/protocol/run.ts";
import { type Debugged, debug } from "./debugging.ts";

// Walks of a debugger through programs: steps, ways back, pauses, breakpoints and answers, in any order. Wherever a walk leads, it
// never hangs, a way back leads to the very bytes that were there, and the run comes to the end that it comes to without it.

const HEAD = "from parallel import *\nfrom random import randint\nme = coreid()\n";

interface Subject {
  readonly what: string;
  readonly text: string;
  readonly settings?: Partial<RunSettings>;
  /// Whether the order of the cores' turns decides what comes out: where they look whether a message is there, or who is asked
  /// first.
  readonly byTurns?: boolean;
  readonly outcome?: "failed" | "deadlock";
}

const HOST = { deviceCores: [0], hostCores: 1 };
const LARGE = { chip: "Epiphany-V", deviceCores: [0, 1] };
const SHARED = { placement: { code: "shared", data: "shared" } } as const;

/// Programs of two cores, 0 and 1.
export const subjects: readonly Subject[] = [
  {
    what: "calls and a reduction",
    text: "def f(x):\n    y = x * 2\n    return y + 1\ntotal = 0\nfor i in range(6):\n    total += f(i)\n    print me, i, total\nprint reduce(total, 'max')\n",
  },
  {
    what: "lists that are sent, with all in shared memory",
    text: "if me == 0:\n    for i in range(6):\n        send([i, str(i)], 1)\nelse:\n    a = []\n    for i in range(6):\n        a = a + recv(0)\n        print a\nsync()\nprint 'end'\n",
    settings: SHARED,
  },
  {
    what: "questions",
    text: "a = input('? ')\nfor i in range(3):\n    a += randint(0, 9)\n    print a\nb = sendrecv(a, 1 - me)\nif b > a: print input('more? ')\nprint b\n",
    byTurns: true,
  },
  {
    what: "questions in conditions and calls",
    text: "def ask(n):\n    if n == 0: return input(str(me) + '? ')\n    return ask(n - 1) + input()\nwhile input('go on? ') < 4: pass\nif ask(1) > 3 and input('sure? ') > 2: print 'sure'\nprint sum([input() for k in range(2)])\n",
    byTurns: true,
  },
  {
    what: "a question that the other core waits for",
    text: "for k in range(3):\n    if me == k % 2: send(input('? '), 1 - me)\n    else: print recv(1 - me)\nsync()\nprint input('last? ')\n",
    byTurns: true,
  },
  {
    what: "questions of a virtual core, recorded",
    text: "a = [input('? ')]\nfor i in range(2):\n    a = a + sendrecv(a[-2:], 1 - me) + [input()]\n    print a\n",
    settings: { ...HOST, record: true },
    byTurns: true,
  },
  {
    what: "probes",
    text: "if me == 0:\n    while not probe(1): pass\n    print recv(1)\nelse:\n    x = 0\n    for i in range(30): x += i\n    nonblocking_send(x, 0)\n    print 'sent'\n",
    byTurns: true,
  },
  {
    what: "messages that nobody waits for, on a chip whose postboxes lie in a table",
    text: "for i in range(4):\n    nonblocking_send([i, 'x' * i], 1 - me)\n    x = i * me\n    y = recv(1 - me)\n    print y\nwait_sent(1 - me)\nsync()\nprint bcast(y, 1)\n",
    settings: LARGE,
  },
  {
    what: "a virtual core",
    text: "a = [me]\nfor i in range(4):\n    a = a + sendrecv(a[-2:], 1 - me)\n    print a\n",
    settings: HOST,
  },
  {
    what: "a task farm",
    text: "from taskfarm import *\ndef work(k):\n    t = 0\n    for i in range(k): t += i\n    return [k, t]\ninitTaskFarm(0)\nworker()\nif me == 0:\n    for k in range(4):\n        execFunction(1, work, k)\n        print waitFunctionFinish(1)\n    shutdownTaskFarm()\nprint 'end'\n",
  },
  {
    what: "a task farm whose worker asks",
    text: "from taskfarm import *\ndef work(k):\n    return [k, input('? ')]\ninitTaskFarm(0)\nworker()\nif me == 0:\n    for k in range(2):\n        execFunction(1, work, k)\n        print waitFunctionFinish(1)\n    shutdownTaskFarm()\nprint 'end'\n",
    byTurns: true,
  },
  {
    what: "exposures",
    text: "from concurrency import *\na = [me] * 3\nfor i in range(3):\n    expose(a, 1 - me)\n    b = access(1 - me)\n    a[i] += b[0] + 1\n    sync()\nprint a, b\n",
  },
  {
    what: "more output than there is room for, and instructions that take long",
    text: "a = [k * 7 % 50 for k in range(300)]\na.sort()\nprint 'x' * 5000, a[3]\nprint str(a) * 5\nsync()\nprint 'a', 'b',\nprint 'c'\n",
    settings: { record: true },
  },
  {
    what: "a fault beside a question",
    text: "if me == 0:\n    x = 3\n    print 'soon'\n    print 1 / (x - 3)\nprint input('? ')\n",
    byTurns: true,
    outcome: "failed",
  },
  {
    what: "a deadlock after questions",
    text: "a = input('? ')\nprint a\nif me == 0: send(1, 1)\nelse: print recv(0)\nrecv(1 - me)\n",
    byTurns: true,
    outcome: "deadlock",
  },
];

// More than are ever asked for, however often a run goes back to before a question. Three of nine end the loop that asks.
const answers = Array.from({ length: 2000 }, (_, k) => String((k * 5) % 9));

type Move =
  | { readonly kind: "step"; readonly core: number | "all"; readonly how: StepKind }
  | { readonly kind: "back"; readonly core: number | null }
  | { readonly kind: "to"; readonly line: number; readonly core: number | null }
  | { readonly kind: "run"; readonly rounds: number }
  | { readonly kind: "answer" }
  | { readonly kind: "break"; readonly at: readonly Breakpoint[] };

const core = fc.constantFrom(0, 1);
const line = fc.integer({ min: 3, max: 16 });

const breakpoint: fc.Arbitrary<Breakpoint> = fc.oneof(
  fc.record({
    kind: fc.constant("line" as const),
    id: fc.nat(9),
    file: fc.constant("test.py"),
    line,
    cores: fc.constantFrom(null, [0], [1]),
    condition: fc.constantFrom(
      null,
      { kind: "call", name: "coreid", of: [] } as const,
      { kind: "name", name: "a" } as const,
    ),
  }),
  fc.record({
    kind: fc.constant("message" as const),
    id: fc.nat(9),
    cores: fc.constantFrom(null, [1]),
    from: fc.constantFrom(null, [0]),
  }),
  fc.record({
    kind: fc.constant("data" as const),
    id: fc.nat(9),
    text: fc.constant("a"),
    value: fc.constantFrom({ kind: "name", name: "a" } as const, { kind: "name", name: "i" } as const),
    cores: fc.constantFrom(null, [0]),
  }),
  fc.record({
    kind: fc.constant("line" as const),
    id: fc.nat(9),
    file: fc.constant("test.py"),
    line,
    cores: fc.constant(null),
    condition: fc.constant(null),
    log: fc.constant(["a is ", { text: "a", value: { kind: "name", name: "a" } }] as const),
  }),
);

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("step" as const),
      core: fc.constantFrom(0, 1, "all" as const),
      how: fc.constantFrom("into" as const, "over" as const, "out" as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("back" as const), core: fc.constantFrom(0, 1, null) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("to" as const), line, core: fc.option(core) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("run" as const), rounds: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.constant({ kind: "answer" } as const) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("break" as const), at: fc.array(breakpoint, { maxLength: 2 }) }),
  },
);

/// A walk, and how its questions are answered.
export interface Walk {
  readonly moves: readonly Move[];
  readonly prompt: boolean;
  readonly stops: boolean;
}

export const walks: fc.Arbitrary<Walk> = fc.record({
  moves: fc.array(move, { maxLength: 12 }),
  prompt: fc.boolean(),
  stops: fc.integer({ min: 0, max: 7 }).map((k) => k === 7),
});

const SHARED_BYTES = 80_000;

/// What a chip's cores hold: their local memories, and the first of what they have in shared memory.
function bytesOf({ run }: Debugged): string {
  return [0, 1]
    .flatMap((id) =>
      run
        .memoryParts(id)
        .map((part) => crc32(run.memory(id, part.from, Math.min(part.bytes, SHARED_BYTES))?.bytes ?? new Uint8Array())),
    )
    .join(" ");
}

function stateOf(one: Debugged) {
  return { bytes: bytesOf(one), lines: [...one.lines()], cores: one.run.cores() };
}

type State = ReturnType<typeof stateOf>;

function difference(now: State, before: State): string | undefined {
  for (const part of ["lines", "cores", "bytes"] as const) {
    const [is, was] = [JSON.stringify(now[part]), JSON.stringify(before[part])];
    if (is !== was) return `${part}: ${is} instead of ${was}`;
  }
  return undefined;
}

type End = Awaited<ReturnType<Debugged["settle"]>>;

/// Makes a move; where the run stands then, or undefined if nothing came of it.
async function perform(one: Debugged, made: Move): Promise<End | undefined> {
  const { run } = one;
  if (made.kind === "answer") one.answer();
  if (made.kind === "break") run.setBreakpoints(made.at);
  if (made.kind === "step") run.step(made.core, made.how);
  if (made.kind === "back") run.back(made.core);
  if (made.kind === "to") run.runTo("test.py", made.line, made.core);
  if (made.kind === "run") {
    run.resume();
    const end = await one.rounds(made.rounds);
    if (end !== undefined) return end;
    run.pause();
  }
  return run.phase === "paused" ? undefined : one.settle();
}

async function toEnd(one: Debugged, event: End): Promise<End> {
  one.run.setBreakpoints([]);
  let end = event;
  while (end.kind === "paused") {
    one.run.resume();
    end = await one.settle();
  }
  return end;
}

/// Goes a walk. Throws when it hangs, or leads to where it should not.
export async function go(subject: Subject, { moves, prompt, stops }: Walk): Promise<void> {
  const text = HEAD + subject.text;
  const { settings = {}, outcome = "ended", byTurns = false } = subject;
  const one = await debug(text, 2, { ...settings, paused: true }, "cooperative", answers);
  try {
    one.prompt = prompt;
    let event = await one.settle();
    for (const made of moves) {
      const before = stateOf(one);
      const end = await perform(one, made);
      if (end === undefined) continue;
      event = end;
      if (event.kind === "finished") break;
      if (made.kind === "back" || bytesOf(one) === before.bytes) continue;
      one.run.back(null);
      event = await one.settle();
      const wrong = difference(stateOf(one), before);
      if (wrong !== undefined) throw new Error(`after ${JSON.stringify(made)} and back there are other ${wrong}`);
      event = (await perform(one, made)) ?? event;
      if (event.kind === "finished") break;
    }
    if (stops && event.kind !== "finished") {
      one.run.resume();
      one.run.stop();
      if ((await one.settle()).kind !== "finished") throw new Error("it was stopped and is not over");
      return;
    }
    event = await toEnd(one, event);
    if (event.kind !== "finished" || event.outcome !== outcome)
      throw new Error(`it ended with ${JSON.stringify(event)}`);
    if (byTurns) return;
    const straight = await debug(text, 2, settings, "cooperative", answers);
    try {
      await straight.settle();
      const ended = (from: Debugged) =>
        JSON.stringify({ lines: [...from.lines()].sort(), clocks: from.run.cores().map(({ cycles }) => cycles) });
      if (ended(one) !== ended(straight)) throw new Error(`it came to ${ended(one)} instead of ${ended(straight)}`);
    } finally {
      straight.dispose();
    }
  } finally {
    one.dispose();
  }
}
