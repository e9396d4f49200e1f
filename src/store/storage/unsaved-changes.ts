import * as v from "valibot";

// What a page had not written when it went, in the reserve: { version: 1, changes: [{ key, base, text }, …] }.

/// A text that was changed; undefined stands for none.
export interface Change {
  readonly key: string;
  /// What was stored when it was changed.
  readonly base: string | undefined;
  readonly text: string | undefined;
}

const heldForm = v.object({
  version: v.literal(1),
  changes: v.array(v.object({ key: v.string(), base: v.exactOptional(v.string()), text: v.exactOptional(v.string()) })),
});

export function writeUnsaved(changes: readonly Change[]): string {
  return JSON.stringify({ version: 1, changes });
}

/// Undefined when the text is none of those.
export function readUnsaved(text: string): readonly Change[] | undefined {
  try {
    const { changes } = v.parse(heldForm, JSON.parse(text));
    return changes.map(({ key, base, text }) => ({ key, base, text }));
  } catch {
    return undefined;
  }
}
