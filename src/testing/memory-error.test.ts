import { expect, it } from "vitest";
import { runOnOneCore } from "./harness/one-core.ts";

// Not in the corpus: a core that collects before every allocation would take minutes to fill its memory.

it("a core without memory goes on once it has let go of what fills it", () => {
  const text = `
def fill():
    x = []
    while True:
        x.append([0] * 1000)

for k in range(2):
    try:
        fill()
    except MemoryError as e:
        print("full", e.args)
print(len([0] * 1000))
`;
  expect(runOnOneCore(text)).toMatchObject({ lines: ["full ()", "full ()", "1000"], end: "ended" });
});

it("the exception has room where all that fills the memory stays in use", () => {
  const text = `
x = None
try:
    while True:
        x = [x]
except MemoryError as e:
    print("full", e.args)
`;
  expect(runOnOneCore(text)).toMatchObject({ lines: ["full ()"], end: "ended" });
});
