import { moduleSources } from "../language/modules/sources.ts";
import { parse } from "../language/parser.ts";
import type { Analysis } from "./analysis.ts";

/// What the keywords of ePython are for.
export const keywordWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    True: "The value of a condition that is met.",
    False: "The value of a condition that is not met.",
    None: "The value that stands for no value.",
    and: "True if both sides are true.",
    as: "Gives an import another name in this file.",
    assert: "Stops this core with an error unless the condition is true.",
    break: "Leaves the innermost loop.",
    case: "Runs its block if the value of the match above looks like this and no case before did.",
    continue: "Starts the next turn of the innermost loop.",
    def: "Defines a function.",
    del: "Takes an element out of a list, or deletes a variable.",
    elif: "Runs its block if the conditions above are false and this one is true.",
    else: "Runs its block if no condition above is true, or if a loop ends without break.",
    except: "Runs its block if an exception of this type was raised in the try above.",
    finally: "Runs its block in any case, whether or not an exception was raised in the try above.",
    for: "Runs its block once for each element.",
    from: "Imports names from a module: from parallel import *.",
    global: "Says that a name assigned in this function is the variable of the file.",
    if: "Runs its block if the condition is true.",
    import: "Makes a module's functions available.",
    in: "True if a value is in a list or a text; also part of for.",
    is: "True if both sides are the same thing, as in x is None.",
    lambda: "A function of one expression: lambda x: x * 2.",
    match: "Looks at a value and runs the first case below that fits.",
    nonlocal: "Says that a name assigned in this function is the variable of the function around it.",
    not: "True if what follows is false.",
    or: "True if at least one side is true.",
    pass: "Does nothing; for a block that would otherwise be empty.",
    print: "Shows values, separated by spaces, on a line marked with this core's id.",
    raise: "Raises an exception, which the nearest fitting except takes.",
    return: "Ends the function and returns its result.",
    yield: "Hands out a value and waits until the next one is wanted; makes the function a generator.",
    try: "Runs its block; if an exception is raised in it, the except below that fits.",
    while: "Runs its block again and again as long as the condition is true.",
  }),
);

const moduleWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    parallel: "Which core this is, and messages between the cores.",
    math: "Roots, angles, logarithms and powers.",
    random: "Random numbers; each core has its own.",
    array: "Arrays of several dimensions, in the core's memory or in shared memory.",
    memory: "Frees memory.",
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
