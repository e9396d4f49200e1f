import builtins from "./builtins.py?raw";
import concurrency from "./concurrency.py?raw";
import taskfarm from "./taskfarm.py?raw";
import util from "./util.py?raw";

/// Built-in functions that are written in ePython itself. Those whose names begin with _ are for the compiler only.
export const builtinSource = builtins;

/// The names of those of them that programs can call.
export const builtinNames: ReadonlySet<string> = new Set(
  [...builtins.matchAll(/^def ([a-z]\w*)/gm)].map(([, name = ""]) => name),
);

/// The modules that are written in ePython itself: the text of each, by name.
export const moduleSources: ReadonlyMap<string, string> = new Map([
  ["concurrency", concurrency],
  ["taskfarm", taskfarm],
  ["util", util],
]);
