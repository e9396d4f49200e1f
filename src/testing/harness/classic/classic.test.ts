import fc from "fast-check";
import { expect, it } from "vitest";
import { generate } from "../../../compiler/compile.ts";
import { check } from "../../../language/checker.ts";
import { Chip } from "../../../machine/chip.ts";
import { EPIPHANY_III } from "../../../machine/chip-models.ts";
import { load } from "../../../machine/loader.ts";
import { MemoryMap } from "../../../machine/memory-map.ts";
import { Cooperative } from "../../../runtime/cooperative.ts";
import { Monitor } from "../../../runtime/monitor.ts";
import { runs } from "../properties.ts";
import { programs } from "./programs.ts";
import { outcomes } from "./reference.ts";
import { type Written, write } from "./writer.ts";

// Programs of classic ePython print what the facts about the original say, whatever they are made of.

const TURNS = 2000;
const config = { model: { ...EPIPHANY_III, rows: 1, columns: 2 }, hostCores: 0, firstHostId: 2 };
const buffer = new ArrayBuffer(new MemoryMap(config).bytes);
const now = (): number => 0;

interface Came {
  readonly lines: string[];
  end: string;
}

/// What a program comes to on two cores.
function run({ main, own }: Written): readonly [Came, Came] {
  const { program, diagnostics } = check({ name: "main.py", text: main }, [{ name: "own.py", text: own }]);
  const image = program === undefined ? diagnostics.map(({ message }) => message).join("\n") : generate(program);
  if (typeof image === "string") throw new Error(image);
  const chip = new Chip(buffer, config, [0, 1], image);
  load(chip, 0);
  const monitor = new Monitor(chip, now);
  const cooperative = new Cooperative(chip, now);
  const came: readonly [Came, Came] = [
    { lines: [], end: "ended" },
    { lines: [], end: "ended" },
  ];
  for (let turn = 0; ; turn++) {
    const went = cooperative.turn();
    for (const event of monitor.poll(Number.POSITIVE_INFINITY)) {
      if (event.kind === "line") (came[event.core] as Came).lines.push(event.text);
      if (event.kind === "fault") (came[event.core] as Came).end = event.code;
    }
    if (!went) return came;
    if (turn === TURNS) throw new Error("it does not end");
  }
}

it("a thousand generated programs print what the reference says", () => {
  fc.assert(
    fc.property(programs, (program) => {
      const written = write(program);
      const wanted = outcomes(program).map(({ lines, isUnset }) => ({
        lines,
        end: isUnset ? "unset-variable" : "ended",
      }));
      let came: readonly Came[];
      try {
        came = run(written);
      } catch (error) {
        throw new Error(`${error}\n${written.own}\n${written.main}`);
      }
      expect(came, `${written.own}\n${written.main}`).toEqual(wanted);
    }),
    runs(1000),
  );
});
