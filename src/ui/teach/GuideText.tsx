import { Markdown } from "../lesson/Markdown.tsx";

const texts = import.meta.glob<string>(["../../../docs/lessons.md", "../../../docs/teaching.md"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/// A document, as it lies in docs/.
export default function GuideText({ about }: { readonly about: "lessons" | "teaching" }) {
  const text = texts[`../../../docs/${about}.md`] ?? "";
  return (
    <div className="teach-guide lesson">
      <Markdown text={text.replace(/^# .*\n/, "")} />
    </div>
  );
}
