import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";
import { readChapter } from "../../src/lessons/lesson.ts";
import { readHead } from "../../src/lessons/lesson-format.ts";

// Makes modules of lessons: of `lesson.md?head` and `chapter.md?head` what stands in a list of lessons, and of
// `lesson.md?files` the texts of all files in its folder. So the page has the list, and each lesson is one file to load.

export function lessonModules(): Plugin {
  return {
    name: "lesson-modules",
    enforce: "pre",
    load(id) {
      const [file = "", query] = id.split("?");
      if (!/[\\/](lesson|chapter)\.md$/.test(file) || (query !== "head" && query !== "files")) return null;
      this.addWatchFile(file);
      if (query === "files") return moduleOf(filesIn(dirname(file), (path) => this.addWatchFile(path)));
      const text = readFileSync(file, "utf8");
      if (file.endsWith("chapter.md")) return moduleOf(readChapter(text, file));
      const { title, goal, minutes } = readHead(text, file);
      return moduleOf({ title, goal, minutes });
    },
  };
}

function filesIn(folder: string, watch: (path: string) => void): Record<string, string> {
  const names = readdirSync(folder).filter((name) => /\.(md|py|json|svg)$/.test(name));
  for (const name of names) watch(join(folder, name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

function moduleOf(value: unknown): { code: string; moduleType: "js"; map: null } {
  return { code: `export default ${JSON.stringify(value)};`, moduleType: "js", map: null };
}
