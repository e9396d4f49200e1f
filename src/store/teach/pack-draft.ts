import type { SourceFile } from "../../base/source.ts";
import { coresOfChip, usualChip } from "../../lessons/chips.ts";
import { type LessonFiles, lessonOf, mainName, readChapter, slugOf } from "../../lessons/lesson.ts";
import { type LessonHead, readHead } from "../../lessons/lesson-format.ts";
import { type PackFiles, readIndex, readZip } from "../../lessons/pack.ts";
import { writeLesson } from "../../lessons/pack-write.ts";
import { type Draft, type Exercise, emptyExercise } from "./draft.ts";

const indexFile = "index.json";

// A pack as a draft, and a draft as the files of a pack. Opened and saved again, every file is there, and says what it said; only the head
// of a lesson is set out anew.

/// A pack to be worked on, from its .zip. Throws an error in words for people.
export function draftOfZip({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Omit<Draft, "id" | "at"> {
  try {
    return draftOfPack(name.replace(/\.zip$/i, ""), readZip(bytes));
  } catch (error) {
    throw new Error(`${name} cannot be edited: ${error instanceof Error ? error.message : error}`);
  }
}

/// The same from its files.
export function draftOfPack(title: string, files: PackFiles): Omit<Draft, "id" | "at"> {
  const exercises: Exercise[] = [];
  const chapters: Draft["chapters"][number][] = [];
  const taken = new Set<string>();
  for (const path of Object.keys(files).sort()) {
    const [chapter = "", folder = "", name, ...deeper] = path.split("/");
    if (slugOf(chapter) === undefined || deeper.length > 0) continue;
    if (folder === "chapter.md" && name === undefined) {
      chapters.push({ folder: chapter, ...readChapter(files[path] as string, path) });
      taken.add(path);
    }
    if (name !== "lesson.md" || slugOf(folder) === undefined) continue;
    const lesson = inFolder(files, `${chapter}/${folder}/`);
    for (const file of Object.keys(lesson)) taken.add(`${chapter}/${folder}/${file}`);
    exercises.push(exerciseIn(path, lesson, chapter, folder));
  }
  if (exercises.length === 0) throw new Error("there is no lesson in it");
  // It is written anew.
  const index = files[indexFile];
  const others = Object.entries(files).filter(([path]) => !taken.has(path) && path !== indexFile);
  return {
    kind: "pack",
    title: index === undefined ? title : readIndex(index).title,
    exercises,
    open: 0,
    chapters,
    others: others.map(([name, text]) => ({ name, text })),
  };
}

function inFolder(files: PackFiles, folder: string): LessonFiles {
  const own = Object.entries(files).filter(
    ([path]) => path.startsWith(folder) && !path.slice(folder.length).includes("/"),
  );
  return Object.fromEntries(own.map(([path, text]) => [path.slice(folder.length), text]));
}

function exerciseIn(path: string, files: LessonFiles, chapter: string, folder: string): Exercise {
  const markdown = (files["lesson.md"] ?? "").replace(/\r\n?/g, "\n").replace(/^\uFEFF/, "");
  const { dialect, play, depth, ...head } = readHead(markdown, path);
  const beside = (isWanted: (name: string) => boolean): SourceFile[] =>
    Object.entries(files)
      .filter(([name]) => isWanted(name) && !named.has(name))
      .map(([name, text]) => ({ name, text }));
  return emptyExercise({
    ...head,
    dialect: dialect ?? "",
    play: play ?? "",
    depth: depth ?? "",
    text: markdown.replace(/^---\n[\s\S]*?\n---(?:\n|$)/, ""),
    start: files["start.py"] ?? "",
    solution: files["solution.py"] ?? "",
    check: files["check.json"] ?? "",
    beside: beside((name) => name.endsWith(".py")),
    // Whatever else lies there stays with it.
    pictures: beside((name) => !name.endsWith(".py")),
    main: mainName(folder.replace(/^\d+-/, "")),
    chapter,
    folder,
  });
}

const named: ReadonlySet<string> = new Set(["lesson.md", "start.py", "solution.py", "check.json"]);

/// The files of one lesson.
export function lessonFilesOf(exercise: Exercise): LessonFiles {
  const { title, goal, minutes, chip, cores, hostCores, seed, dialect, play, depth, text } = exercise;
  const head = {
    title,
    goal,
    minutes,
    chip,
    cores,
    hostCores,
    seed,
    dialect: dialect === "" ? undefined : dialect,
    play: play === "" ? undefined : play,
    depth: depth === "" ? undefined : depth,
  } satisfies Record<keyof LessonHead, unknown>;
  const usual = { chip: usualChip, cores: coresOfChip(chip), hostCores: 0, seed: 1 };
  return {
    "lesson.md": writeLesson(head, usual, text),
    "start.py": exercise.start,
    "solution.py": exercise.solution,
    "check.json": exercise.check,
    ...Object.fromEntries([...exercise.beside, ...exercise.pictures].map(({ name, text }) => [name, text])),
  };
}

/// All files of a pack. Throws an error in words for people when a lesson in it could not be opened.
export function filesOfPack(draft: Draft): PackFiles {
  const files: Record<string, string> = Object.fromEntries(draft.others.map(({ name, text }) => [name, text]));
  for (const { folder, title, about } of draft.chapters) {
    if (draft.exercises.some(({ chapter }) => chapter === folder))
      files[`${folder}/chapter.md`] = `# ${title}\n\n${about}\n`;
  }
  for (const exercise of draft.exercises) {
    const { chapter, folder, title } = exercise;
    const lesson = lessonFilesOf(exercise);
    try {
      lessonOf(`${chapter}/${folder}`, lesson);
    } catch (error) {
      const name = title.trim() === "" ? "A lesson" : `“${title}”`;
      throw new Error(`${name} is not ready: ${error instanceof Error ? error.message : error}`);
    }
    for (const [name, text] of Object.entries(lesson)) files[`${chapter}/${folder}/${name}`] = text;
  }
  // So that it can also be unpacked beside the page, and opened by its address.
  const paths = Object.keys(files).sort();
  files[indexFile] = `${JSON.stringify({ title: draft.title.trim() || "Lessons", files: paths }, null, 2)}\n`;
  return files;
}

/// A folder for a lesson or chapter of this title, numbered after those that are there.
export function folderFor(title: string, there: readonly string[]): string {
  const slug = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40)
    .replace(/-$/, "");
  const numbers = there.map((folder) => Number(/^\d+/.exec(folder)?.[0] ?? 0));
  const next = String(Math.max(0, ...numbers) + 1).padStart(2, "0");
  const base = slug === "" ? "lesson" : slug;
  const taken = new Set(there.map((folder) => slugOf(folder)));
  let name = base;
  for (let k = 2; taken.has(name); k++) name = `${base}-${k}`;
  return `${next}-${name}`;
}
