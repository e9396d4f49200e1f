import { type SharedProject, usual } from "../../share/project.ts";

// What others may have made is this, changed.

export const project: SharedProject = {
  ...usual,
  name: "two files",
  files: [
    { name: "hello.py", text: 'from parallel import *\nprint "hi", coreid()\n' },
    { name: "part.py", text: "def part(n):\n    return n + 1\n" },
  ],
  open: "part.py",
  cores: 4,
  hosts: 2,
  seed: 7,
  chip: "Epiphany-IV",
  code: "shared",
  data: "shared",
  clock: "instructions",
  core: "device 3",
  view: "timeline",
};

export const assignment = {
  ...{ title: "T", task: "Do it.", chip: "Epiphany-III", cores: 2, hostCores: 0, seed: 0 },
  files: [{ name: "a.py", text: "a = 1\nb = 2\n" }],
  locked: [[1, 1]],
  check: { checks: [{ time: { most: 1 } }, { prints: { line: "1" }, cores: [0] }] },
};

/// Either it says, in words, why not; or it gives what was read.
export function orWords<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof Error && / cannot be opened: ./.test(error.message)) return undefined;
    throw error;
  }
}
