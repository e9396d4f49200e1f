import { moduleSources } from "../language/modules/sources.ts";
import { parse } from "../language/parser.ts";
import type { Analysis } from "./analysis.ts";

/// What the keywords of ePython are for.
export const keywordWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    True: "The truth value of what holds.",
    False: "The truth value of what does not hold.",
    None: "The value that stands for no value.",
    and: "True when both sides are.",
    as: "Gives what is imported another name here.",
    assert: "Fails on this core unless the condition holds.",
    break: "Leaves the innermost loop.",
    continue: "Goes on with the next turn of the innermost loop.",
    def: "Defines a function.",
    del: "Takes an element out of a list.",
    elif: "The block for when the conditions above did not hold and this one does.",
    else: "The block for when no condition above held, or a loop ended without break.",
    for: "Runs its block once for each element.",
    from: "Imports names from a module: from parallel import *.",
    global: "Says that a name assigned in this function is the variable of the file.",
    if: "Runs its block when the condition holds.",
    import: "Makes a module's functions available.",
    in: "Whether a value is in a list or a text; also part of for.",
    is: "Whether both sides are the same thing, as in x is None.",
    not: "True when what follows is not.",
    or: "True when at least one side is.",
    pass: "Does nothing; stands where a block must not be empty.",
    print: "Shows values, separated by spaces, on a line that carries this core's id.",
    return: "Ends the function and gives its result.",
    while: "Runs its block again and again as long as the condition holds.",
  }),
);

const moduleWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    parallel: "Which core this is, and messages between the cores.",
    math: "Roots, angles, logarithms and powers.",
    random: "Random numbers; each core has its own.",
    array: "Arrays of several dimensions, in the core's memory or in shared memory.",
    memory: "Gives memory back.",
    taskfarm: "One core hands out work, the others do it.",
    concurrency: "References to data in another core's memory.",
    time: "This core's virtual clock.",
  }),
);

/// What a module is for, in a sentence.
export function wordsOfModule({ library, files }: Analysis, name: string): string {
  const own = files.find((file) => file.name === `${name}.py`);
  const module = library.modules.find((one) => one.tree.file === `${name}.py`);
  const source = moduleSources.get(name);
  const isOwn = own !== undefined && (module === undefined || module.text === own.text);
  if (isOwn) return module?.tree.docstring?.trim() ?? `The file ${name}.py of this project.`;
  const written = source === undefined ? undefined : parse(source, `${name}.py`).module.docstring?.trim();
  return moduleWords.get(name) ?? written ?? "A module of ePython.";
}
