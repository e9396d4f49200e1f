import { type MouseEvent, useMemo, useState } from "react";
import { useApp } from "../shared/context.ts";
import { cleaned } from "../start/trusted-types.ts";
import { insertAtCursor } from "./insert.ts";
import { htmlOf } from "./markdown.ts";

interface MarkdownProps {
  readonly text: string;
  readonly pictures?: Readonly<Record<string, string>>;
}

const none = {};

/// Text of a lesson. Python in it can be copied, and put into the program.
export function Markdown({ text, pictures = none }: MarkdownProps) {
  const app = useApp();
  const [said, setSaid] = useState("");
  const html = useMemo(() => htmlOf(text, pictures), [text, pictures]);
  const act = async (event: MouseEvent) => {
    const button = (event.target as Element).closest("button[data-act]");
    const code = button?.closest(".code-block")?.querySelector("code")?.textContent;
    if (button === null || code === undefined || code === null) return;
    if (button.getAttribute("data-act") === "insert") {
      insertAtCursor(app, code);
      setSaid("Put into the program");
      return;
    }
    try {
      await navigator.clipboard.writeText(code);
      setSaid("Copied");
    } catch {
      setSaid("The browser does not let the page copy");
    }
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: what is pressed are buttons, which the keyboard presses too */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens to the buttons within */}
      <div
        className="markdown"
        onClick={(event) => void act(event)}
        dangerouslySetInnerHTML={{ __html: cleaned(html) }}
      />
      {html.includes('class="code-block"') && (
        <p className="visually-hidden" role="status">
          {said}
        </p>
      )}
    </>
  );
}
