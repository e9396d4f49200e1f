import { dirname, join } from "node:path";
import { lessonId } from "../lessons/lesson.ts";
import { UsageError } from "./arguments.ts";
import { isThere, makeFolder, writeFile } from "./files.ts";

const lesson = `---
title: Write a title
goal: Write what the student can do afterwards.
minutes: 8
dialect: python3
cores: 4
---

## Look

Say what this is about, and show it.

\`\`\`predict
question: Ask for something that the student can find out by thinking.
choices:
  - text: The right answer
    right: true
  - text: A wrong one that one could believe in
    because: Say what is behind the mistake.
explain: Say why it is so.
\`\`\`

## Write

Say what is to be written.

\`\`\`hint
A nudge.
\`\`\`
`;

const start = `from parallel import *

# Say here what is to be written.
print("Core", coreid())
`;

const solution = `from parallel import *

# Say here what is to be written.
print("Core", coreid())
`;

// Nothing prints this line yet: the check fails until the lesson is written.
const check = `{
  "checks": [
    { "name": "Say what must hold", "prints": { "line": "Write this lesson on core {core}" } }
  ]
}
`;

/// Makes the folder of a lesson, `CHAPTER/NAME` or a path to it; gives the exit status.
export function newLesson(words: readonly string[]): number {
  const [given, ...more] = words;
  if (given === undefined || more.length > 0)
    throw new UsageError("lesson new takes one name, such as 02-messages/07-probe");
  const parts = given.split(/[\\/]/).filter((part) => part !== "");
  const [chapter, name] = parts.slice(-2);
  if (chapter === undefined || name === undefined || lessonId(chapter, name) === undefined) {
    throw new UsageError(
      `${given} is no name for a lesson: CHAPTER/LESSON, each of a to z, 0 to 9 and -, a number first`,
    );
  }
  const folder = parts.length === 2 ? join("lessons", chapter, name) : given;
  if (isThere(folder)) throw new UsageError(`${folder} is there already`);
  makeFolder(folder);
  const about = join(dirname(folder), "chapter.md");
  if (!isThere(about)) writeFile(about, "# Write the chapter's title\n\nWrite a sentence about it.\n");
  for (const [file, text] of [
    ["lesson.md", lesson],
    ["start.py", start],
    ["solution.py", solution],
    ["check.json", check],
  ] as const) {
    writeFile(join(folder, file), text);
  }
  console.log(`${folder} is there to be filled in; docs/lessons.md says how.`);
  console.log(`epython lesson check ${folder} says what it still lacks.`);
  return 0;
}
