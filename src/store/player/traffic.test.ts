import { expect, test } from "vitest";
import { atOnce } from "../../base/sliced-work.ts";
import { compile } from "../../compiler/compile.ts";
import { Rerun } from "../../runtime/rerun.ts";
import { trafficOf } from "./traffic.ts";

// Cores 0 to 19 send to 20 to 39, which are late; each sends one value more than the one before.
const program = `from parallel import *
me = coreid()
if me < 20: send([me] * (me + 1), me + 20)
elif me < 40:
    for i in range(100): x = i
    x = recv(me - 20)
`;

function trafficOn(chip: string) {
  const { image } = compile({ name: "main.py", text: program });
  if (image === undefined) throw new Error("the program has errors");
  const deviceCores = Array.from({ length: 40 }, (_, id) => id);
  const rerun = new Rerun(image, { chip, deviceCores, hostCores: 0, seed: 1 }, []);
  atOnce(rerun.make());
  const at = atOnce(trafficOf(rerun));
  // When the last has been sent.
  const sent = rerun.flights.at(-1)?.sent ?? 0;
  return { rerun, at, sent };
}

test("on a large chip there is heat, and the largest messages are drawn", () => {
  const { rerun, at, sent } = trafficOn("Epiphany-V");
  const { flights, drawn, heat } = at(sent);
  expect(flights.length).toBe(20);
  expect(drawn.map(({ from }) => from)).toEqual([19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8]);
  expect(heat?.busy.size).toBe(40);
  expect(heat?.busy.get(30)).toBe(1);
  for (const time of [0, sent / 2, rerun.end]) {
    const shares = [...(at(time).heat?.busy.values() ?? [])];
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  }
  expect(at(0)).toMatchObject({ flights: [], drawn: [] });
  expect(at(rerun.end)).toMatchObject({ flights: [], drawn: [] });
});

test("on a smaller chip all messages are drawn, and no heat", () => {
  const { at, sent } = trafficOn("Epiphany-IV");
  const { flights, drawn, heat } = at(sent);
  expect(drawn).toBe(flights);
  expect(drawn.length).toBe(20);
  expect(heat).toBeNull();
});
