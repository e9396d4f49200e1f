import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { crc32 } from "../base/bytes.ts";
import type { RunSettings, StepKind } from "../runtime/protocol.ts";
import { type Debugged, debug } from "./debugging.ts";

const opened: Debugged[] = [];

afterAll(() => {
  for (const one of opened) one.dispose();
});

const HEAD = "from parallel import *\nfrom random import randint\nme = coreid()\n";

interface Subject {
  readonly what: string;
  readonly text: string;
  readonly settings?: Partial<RunSettings>;
  /// Whether the order of the cores' turns decides what comes out: where they look whether a message is there, or who is asked
  /// first.
  readonly byTurns?: boolean;
}

const HOST = { deviceCores: [0], hostCores: 1 };
const LARGE = { chip: "Epiphany-V", deviceCores: [0, 1] };
const SHARED = { placement: { code: "shared", data: "shared" } } as const;

// Of two cores, 0 and 1.
const subjects: readonly Subject[] = [
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
    what: "exposures",
    text: "from concurrency import *\na = [me] * 3\nfor i in range(3):\n    expose(a, 1 - me)\n    b = access(1 - me)\n    a[i] += b[0] + 1\n    sync()\nprint a, b\n",
  },
];
// More than are ever asked for, however often a run goes back to before a question.
const answers = Array.from({ length: 500 }, (_, k) => String(k % 9));

type Move =
  | { readonly kind: "step"; readonly core: number | "all"; readonly how: StepKind }
  | { readonly kind: "back"; readonly core: number | null };

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("step" as const),
      core: fc.constantFrom(0, 1, "all" as const),
      how: fc.constantFrom("into" as const, "over" as const, "out" as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("back" as const), core: fc.constantFrom(0, 1, null) }) },
);

const SHARED_BYTES = 80_000;

/// What a chip's cores hold: their local memories, and the first of what they have in shared memory.
function bytesOf({ run }: Debugged): string {
  return [0, 1]
    .flatMap((core) =>
      run
        .memoryParts(core)
        .map((part) =>
          crc32(run.memory(core, part.from, Math.min(part.bytes, SHARED_BYTES))?.bytes ?? new Uint8Array()),
        ),
    )
    .join(" ");
}

function perform(one: Debugged, made: Move): void {
  if (made.kind === "step") one.run.step(made.core, made.how);
  else one.run.back(made.core);
}

describe("a history", () => {
  it.each(subjects.map((subject) => [subject.what, subject] as const))(
    "of %s leads back to the same bytes and output after any step, and on to the same end",
    async (_, subject) => {
      const text = HEAD + subject.text;
      const settings = subject.settings ?? {};
      await fc.assert(
        fc.asyncProperty(fc.array(move, { maxLength: 10 }), async (moves) => {
          const straight = await debug(text, 2, settings, "cooperative", answers);
          const one = await debug(text, 2, { ...settings, paused: true }, "cooperative", answers);
          try {
            await straight.settle();
            let event = await one.settle();
            for (const made of moves) {
              if (event.kind === "finished") break;
              const before = { bytes: bytesOf(one), lines: [...one.lines()], cores: one.run.cores() };
              perform(one, made);
              if (one.run.phase === "paused") continue;
              event = await one.settle();
              if (event.kind === "finished" || made.kind === "back" || bytesOf(one) === before.bytes) continue;
              one.run.back(null);
              event = await one.settle();
              expect(one.lines()).toEqual(before.lines);
              expect(one.run.cores()).toEqual(before.cores);
              expect(bytesOf(one) === before.bytes).toBe(true);
              perform(one, made);
              event = await one.settle();
            }
            while (event.kind === "paused") {
              one.run.resume();
              event = await one.settle();
            }
            expect(event).toMatchObject({ outcome: "ended" });
            if (subject.byTurns) return;
            expect([...one.lines()].sort()).toEqual([...straight.lines()].sort());
            const clocks = (from: Debugged) => from.run.cores().map(({ cycles }) => cycles);
            expect(clocks(one)).toEqual(clocks(straight));
          } finally {
            straight.dispose();
            one.dispose();
          }
        }),
        { numRuns: 3 },
      );
    },
    120_000,
  );

  it("reaches back over long times in which much has happened", async () => {
    const text = "i = 0\nwhile i < 400000:\n    i += 1\n    x = i * 2\nprint i\n";
    const one = await debug(text, 1, {
      breakpoints: [{ kind: "line", id: 1, file: "test.py", line: 5, cores: null, condition: null }],
    });
    opened.push(one);
    await one.settle();
    const value = (): string | undefined =>
      one.run.inspect(0)?.globals[0]?.variables.find(({ name }) => name === "i")?.text;
    expect(value()).toBe("400000");
    for (let k = 0; k < 3; k++) {
      one.run.back(0);
      await one.settle();
    }
    expect(value()).toBe("399999");
    one.run.resume();
    await one.settle();
    expect(value()).toBe("400000");
  }, 60_000);
});
