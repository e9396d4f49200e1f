import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { go, subjects, walks } from "../testing/harness/debugger-walks.ts";
import { type Debugged, debug } from "../testing/harness/debugging.ts";
import { runs } from "../testing/harness/properties.ts";

const opened: Debugged[] = [];

afterAll(() => {
  for (const one of opened) one.dispose();
});

describe("a history", () => {
  it.each(subjects.map((subject) => [subject.what, subject] as const))(
    "of %s leads back to the same bytes and output after any step, and on to the same end",
    async (_, subject) => {
      await fc.assert(
        fc.asyncProperty(walks, (walk) => go(subject, walk)),
        runs(4),
      );
    },
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
  });
});
