import type { Lesson } from "./lesson.ts";

/// What a reader would miss in a lesson that can be read: pictures that are not there, names of them that say nothing,
/// hints and dialects. A line each; none if all is well.
export function lessonWarnings(lesson: Lesson): readonly string[] {
  const { text, pictures, start, solution } = lesson;
  const problems: string[] = [];
  if (text.hints.length === 0) problems.push("lesson.md: has no hint; a lesson has one at least");
  const shown = new Set<string>();
  for (const markdown of allMarkdown(lesson)) {
    for (const [, words = "", name = ""] of markdown.matchAll(/!\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g)) {
      shown.add(name);
      if (pictures[name] === undefined) problems.push(`lesson.md: there is no picture ${name}`);
      if (words.trim().length < 10) problems.push(`lesson.md: the picture ${name} needs words that say what it shows`);
    }
    if (/<[a-z][^>]*>/i.test(withoutCode(markdown))) problems.push("lesson.md: HTML is not shown; use Markdown");
  }
  for (const [name, svg] of Object.entries(pictures)) {
    if (!shown.has(name)) problems.push(`${name}: is not shown in lesson.md`);
    if (!/<svg[^>]*\sviewBox=/.test(svg)) problems.push(`${name}: has no viewBox`);
    if (/<style|<script|\sstyle=|<a[\s>]|<image|<foreignObject/i.test(svg)) {
      problems.push(`${name}: has a style, script, link or image, which is not shown`);
    }
  }
  const classic = (file: { text: string } | undefined): boolean => /^# dialect: classic\s*$/m.test(file?.text ?? "");
  for (const [name, files] of [
    ["start.py", start],
    ["solution.py", solution],
  ] as const) {
    if (classic(files[0]) !== (text.head.dialect === "classic")) {
      problems.push(`${name}: begins with "# dialect: classic" if, and only if, lesson.md says dialect: classic`);
    }
  }
  return [...new Set(problems)];
}

function allMarkdown({ text }: Lesson): string[] {
  const parts = text.steps.flatMap(({ parts }) => parts);
  return parts
    .flatMap((part) => {
      if (part.kind === "text") return [part.markdown];
      const { question, explain, choices } = part.question;
      return [question, explain, ...choices.flatMap((choice) => [choice.text, choice.because ?? ""])];
    })
    .concat(text.hints);
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^(```+|~~~+)[\s\S]*?^\1/gm, "").replace(/`[^`]*`/g, "");
}
