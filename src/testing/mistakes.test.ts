import { describe, expect, it } from "vitest";
import { compile } from "../compiler/compile.ts";
import { explanation } from "../language/catalogue.ts";
import { faultExplanation } from "../machine/fault-explanations.ts";
import { mistakes, runMistakes } from "./corpus/mistakes.ts";
import { cooperativeDriver } from "./harness/drivers.ts";
import { runOnOneCore } from "./harness/one-core.ts";

// What beginners get wrong, and that what they are told names the mistake and the mend.

describe("mistakes that are seen before a program runs", () => {
  it.each(mistakes.map((mistake) => [mistake.what, mistake] as const))("%s", (_, { program, code, names, mend }) => {
    const from = program.indexOf("«");
    const to = program.indexOf("»") - 1;
    const { diagnostics } = compile({ name: "program.py", text: program.replace(/[«»]/g, "") });
    const first = diagnostics[0];
    expect({ code: first?.code, from: first?.from, to: first?.to }).toEqual({ code, from, to });
    expect(first?.message).toMatch(names);
    const advice = [first?.message, ...(first?.fixes ?? []).map(({ title }) => title), explanation(code)].join("\n");
    expect(advice).toMatch(mend);
  });
});

describe("mistakes that show when a program runs", () => {
  const alone = runMistakes.filter(({ code }) => code !== "deadlock");
  it.each(alone.map((mistake) => [mistake.what, mistake] as const))("%s", (_, { program, code, line, names, mend }) => {
    const result = runOnOneCore(program);
    expect({ code: result.end, line: result.line }).toEqual({ code, line });
    expect(result.message).toMatch(names);
    expect(faultExplanation(code)).toMatch(mend);
  });

  const together = runMistakes.filter(({ code }) => code === "deadlock");
  it.each(together.map((mistake) => [mistake.what, mistake] as const))("%s", async (_, mistake) => {
    const { image } = compile({ name: "program.py", text: mistake.program });
    if (image === undefined) throw new Error("it does not compile");
    const driver = cooperativeDriver();
    try {
      const { deadlockReport } = await driver.run(image, { deviceCores: [0, 1], hostCores: 0, seed: 0 });
      expect(deadlockReport).toMatch(mistake.names);
      expect(deadlockReport).toMatch(mistake.mend);
    } finally {
      driver.dispose();
    }
  });
});

it("there are at least two hundred of them", () => {
  expect(mistakes.length + runMistakes.length).toBeGreaterThanOrEqual(200);
});
