import type { SourceFile } from "../../base/source.ts";

/// A small program that shows one idea.
export interface Example {
  /// Also the name of its file, without `.py`.
  readonly id: string;
  readonly title: string;
  /// What to look at, or what to try, in a sentence or two.
  readonly about: string;
  readonly text: string;
  /// Its other files, if it has any.
  readonly others: readonly SourceFile[];
}

/// Examples that belong together.
export interface ExampleGroup {
  readonly title: string;
  readonly examples: readonly Example[];
}

// examples/<group>/<number>-<id>.py: comments that say what it is, an empty line, and then what the learner sees.
//
//   # title: Passing a value
//   # look: Core 0 sends, core 1 receives.
//   # answers: 50           what a test answers when it asks
//   # needs: 2              the fewest cores it makes sense on, if not one
//   # ends: deadlock        how a run ends, if not well
//
// Other files that belong to it are in a folder of its name.
const sources: Readonly<Record<string, string>> = import.meta.glob("../../../examples/*/*.py", {
  query: "?raw",
  import: "default",
  eager: true,
});
const otherSources: Readonly<Record<string, string>> = import.meta.glob("../../../examples/*/*/*.py", {
  query: "?raw",
  import: "default",
  eager: true,
});

const titles: Readonly<Record<string, string>> = {
  "1-first": "First steps",
  "2-messages": "Messages",
  "3-together": "Together",
  "4-data": "Splitting data",
  "5-patterns": "Patterns",
  "6-chip": "The chip",
  "7-faults": "Finding faults",
  "8-host": "Full Python on the host",
};

/// In the order in which they are best read.
export const exampleGroups: readonly ExampleGroup[] = Object.entries(titles).map(([folder, title]) => ({
  title,
  examples: Object.keys(sources)
    .filter((path) => path.startsWith(`../../../examples/${folder}/`))
    .sort()
    .map((path) => read(path, sources[path] ?? "")),
}));

/// All of them; the first is what a new learner sees.
export const examples = exampleGroups.flatMap((group) => group.examples) as [Example, ...Example[]];

function read(path: string, source: string): Example {
  const head = source.slice(0, source.indexOf("\n\n"));
  const said = (what: string): string => new RegExp(`^# ${what}: (.*)$`, "m").exec(head)?.[1] ?? "";
  return {
    id: /\d+-([\w-]+)\.py$/.exec(path)?.[1] ?? "",
    title: said("title"),
    about: said("look"),
    text: source.slice(head.length + 2),
    others: Object.entries(otherSources)
      .filter(([other]) => other.startsWith(`${path.slice(0, -".py".length)}/`))
      .map(([other, text]) => ({ name: other.slice(other.lastIndexOf("/") + 1), text })),
  };
}
