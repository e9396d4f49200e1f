import future from "./__future__.py?raw";
import bases from "./_bases.py?raw";
import abc from "./abc.py?raw";
import bisect from "./bisect.py?raw";
import builtins from "./builtins.py?raw";
import cmath from "./cmath.py?raw";
import collections from "./collections.py?raw";
import concurrency from "./concurrency.py?raw";
import contextlib from "./contextlib.py?raw";
import copy from "./copy.py?raw";
import dataclasses from "./dataclasses.py?raw";
import enumeration from "./enum.py?raw";
import fractions from "./fractions.py?raw";
import functools from "./functools.py?raw";
import heapq from "./heapq.py?raw";
import itertools from "./itertools.py?raw";
import math from "./math.py?raw";
import operator from "./operator.py?raw";
import random from "./random.py?raw";
import statistics from "./statistics.py?raw";
import string from "./string.py?raw";
import sys from "./sys.py?raw";
import taskfarm from "./taskfarm.py?raw";
import time from "./time.py?raw";
import traceback from "./traceback.py?raw";
import typing from "./typing.py?raw";
import util from "./util.py?raw";

/// Built-in functions that are written in ePython itself. Those whose names begin with _ are for the compiler only.
export const builtinSource = builtins;

/// The names of those of them that programs can call.
const builtinNames: ReadonlySet<string> = new Set(
  [...builtins.matchAll(/^def ([a-z]\w*)/gm)].map(([, name = ""]) => name),
);

/// Words of programs that may need them: built-ins whose results are lazy in Python 3, and arguments such as
/// `key=`, and the patterns of a `match`.
const words = ["key", "default", "case", "extend", "sum", "iter", "enumerate", "zip", "reversed", ...builtinNames];
export const builtinWords = new RegExp(`\\b(?:${words.join("|")})\\b`);

/// The modules that are written in ePython itself, or partly so: the text of each, by name.
export const moduleSources: ReadonlyMap<string, string> = new Map([
  ["__future__", future],
  ["_bases", bases],
  ["abc", abc],
  ["bisect", bisect],
  ["cmath", cmath],
  ["collections", collections],
  ["concurrency", concurrency],
  ["contextlib", contextlib],
  ["copy", copy],
  ["dataclasses", dataclasses],
  ["enum", enumeration],
  ["fractions", fractions],
  ["functools", functools],
  ["heapq", heapq],
  ["itertools", itertools],
  ["math", math],
  ["operator", operator],
  ["random", random],
  ["statistics", statistics],
  ["string", string],
  ["sys", sys],
  ["taskfarm", taskfarm],
  ["time", time],
  ["traceback", traceback],
  ["typing", typing],
  ["util", util],
]);

/// Whether a text is that of one of ePython's own modules.
export function isOwnSource(text: string): boolean {
  return text === builtinSource || [...moduleSources.values()].includes(text);
}
