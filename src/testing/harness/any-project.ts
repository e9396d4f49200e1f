import fc from "fast-check";
import type { SharedProject } from "../../share/project.ts";

const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"];
const fileName = fc
  .tuple(fc.constantFrom(...letters), fc.string({ unit: fc.constantFrom(...letters, ..."0123456789-"), maxLength: 60 }))
  .map(([first, rest]) => `${first}${rest}.py`);
const projectName = fc
  .tuple(
    fc.constantFrom(...letters, "é", "日", "7"),
    fc.string({ unit: fc.constantFrom(...letters, ..."0123456789 .-+(),ü語"), maxLength: 50 }),
  )
  .map((parts) => parts.join("").trim());
/// Any text of the language JavaScript: half a surrogate pair is one too.
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
);

/// A project with any text, any settings and any names that are allowed.
export const anyProject: fc.Arbitrary<SharedProject> = fc
  .record({
    name: projectName,
    files: fc.uniqueArray(fc.record({ name: fileName, text }, { noNullPrototype: true }), {
      minLength: 1,
      maxLength: 5,
      selector: ({ name }) => name,
    }),
    opened: fc.nat(4),
    chip: fc.constantFrom("Epiphany-III", "Epiphany-IV", "Epiphany-V", "Epiphany-4096", "a-chip-to-come"),
    code: fc.constantFrom("auto" as const, "core" as const, "shared" as const),
    data: fc.constantFrom("core" as const, "shared" as const),
    clock: fc.constantFrom("epiphany" as const, "instructions" as const),
    cores: fc.integer({ min: 1, max: 4096 }),
    hosts: fc.integer({ min: 0, max: 4096 }),
    seed: fc.nat(0x7fffffff),
    core: fc.tuple(fc.constantFrom("device", "host"), fc.nat(99999)).map((parts) => parts.join(" ")),
    view: fc.constantFrom("output", "problems", "timeline", "memory-map"),
    moment: fc.option(
      fc.record({
        at: fc.nat(1e9),
        stopped: fc.option(fc.nat(1e9), { nil: undefined }),
        answers: fc.array(fc.tuple(fc.nat(8192), text), { maxLength: 3 }),
      }),
      { nil: undefined },
    ),
  })
  .map(({ opened, moment, ...project }) => ({
    ...project,
    // What is not there is left out, as in a link.
    ...(moment !== undefined && { moment: JSON.parse(JSON.stringify(moment)) as typeof moment }),
    open: project.files[opened % project.files.length]?.name ?? "",
  }));
