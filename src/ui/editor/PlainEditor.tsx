import type { RefObject } from "react";
import { useStore } from "zustand";
import { useApp, useEmbed } from "../shared/context.ts";

/// The program as it is while the editor is being loaded: the same text at the same place, and it can be edited already.
export function PlainEditor({ field }: { readonly field: RefObject<HTMLTextAreaElement | null> }) {
  const { projects } = useApp();
  const readOnly = useEmbed()?.readonly ?? false;
  useStore(projects.store, (state) => state.revision);
  const { name, text } = projects.activeFile();
  const lines = text.split("\n").map((_, index) => index + 1);
  return (
    <div className="plain-editor">
      <div className="plain-numbers" aria-hidden="true">
        {lines.join("\n")}
      </div>
      <textarea
        ref={field}
        aria-label={`Program ${name}`}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        readOnly={readOnly}
        value={text}
        onChange={(event) => projects.edit(event.target.value)}
      />
    </div>
  );
}
