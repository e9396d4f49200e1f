import * as natives from "../../bytecode/natives.ts";
import { arrayNatives } from "./arrays.ts";
import { basicNatives } from "./basics.ts";
import { classicNatives } from "./classic.ts";
import { bcast, coreid, isdevice, ishost, numcores, reduce, sync } from "./collectives.ts";
import { iteratorNatives } from "./iterators.ts";
import { sorted } from "./lists.ts";
import { mathNatives, randomNatives } from "./math.ts";
import { nonblockingSend, probe, recv, send, sendrecv, testSent, waitSent } from "./messages.ts";
import { methodNatives } from "./methods.ts";
import { input, print, printWith, str } from "./monitor.ts";
import type { NativeImplementation } from "./native.ts";
import { objectNatives } from "./objects.ts";
import { giveBack, nextLaunch } from "./offload.ts";
import { pythonMathNatives } from "./python-math.ts";
import { sequenceNatives } from "./sequences.ts";
import { textMaking } from "./text-making.ts";
import { sleep, time } from "./time.ts";

/// The implementation of every native, at its number.
export const nativeImplementations: readonly (NativeImplementation | undefined)[] = (() => {
  const table = new Array<NativeImplementation | undefined>(512).fill(undefined);
  const rows: readonly (readonly [number, NativeImplementation])[] = [
    ...basicNatives,
    ...sequenceNatives,
    ...methodNatives,
    ...iteratorNatives,
    ...textMaking,
    ...objectNatives,
    ...mathNatives,
    ...pythonMathNatives,
    ...randomNatives,
    [natives.SORTED.number, sorted],
    ...arrayNatives,
    [natives.TIME.number, time],
    [natives.PERF_COUNTER.number, time],
    [natives.SLEEP.number, sleep],
    [natives.INPUT.number, input],
    [natives.PRINT.number, print],
    [natives.PRINT_WITH.number, printWith],
    [natives.STR.number, str],
    [natives.COREID.number, coreid],
    [natives.NUMCORES.number, numcores],
    [natives.ISHOST.number, ishost],
    [natives.ISDEVICE.number, isdevice],
    [natives.SEND.number, send],
    [natives.RECV.number, recv],
    [natives.SENDRECV.number, sendrecv],
    [natives.NONBLOCKING_SEND.number, nonblockingSend],
    [natives.TEST_SENT.number, testSent],
    [natives.WAIT_SENT.number, waitSent],
    [natives.PROBE.number, probe],
    [natives.BCAST.number, bcast],
    [natives.REDUCE.number, reduce],
    [natives.SYNC.number, sync],
    [natives.NEXT_LAUNCH.number, nextLaunch],
    [natives.GIVE_BACK.number, giveBack],
  ];
  for (const [number, implementation] of rows) table[number] = implementation;
  for (const [number, classic] of classicNatives) table[number] = inClassic(classic, table[number]);
  return table;
})();

/// What a native does in a classic program, and in another one.
function inClassic(classic: NativeImplementation, python = classic): NativeImplementation {
  return (chip, core, args, count, d) => (chip.image.classic ? classic : python)(chip, core, args, count, d);
}
