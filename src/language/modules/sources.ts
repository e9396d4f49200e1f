import concurrency from "./concurrency.py?raw";
import taskfarm from "./taskfarm.py?raw";
import util from "./util.py?raw";

/// The modules that are written in ePython itself: the text of each, by name.
export const moduleSources: ReadonlyMap<string, string> = new Map([
  ["concurrency", concurrency],
  ["taskfarm", taskfarm],
  ["util", util],
]);
