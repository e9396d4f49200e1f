import { type Action, actions } from "./actions.ts";

/// A key that is pressed, with those that are held.
export type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/// The action that a key does; undefined if it does none here. The keys of the editor's own commands are the editor's.
export function actionOf(
  pressed: Pressed,
  where: { readonly typing: boolean; readonly program: boolean },
): Action | undefined {
  return actions.find(
    ({ keys = [], editor, inProgram }) =>
      editor === undefined &&
      (inProgram !== true || where.program) &&
      keys.some((one) => isPressed(one, pressed) && !(one.length === 1 && where.typing)),
  );
}

/// `Ctrl Shift Enter`: on a Mac, Command does as Ctrl. Of a sign such as `?` it does not count which keys make it.
function isPressed(keys: string, { key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): boolean {
  const parts = keys.split(" ");
  const name = parts.at(-1) ?? "";
  const wants = (held: string) => parts.slice(0, -1).includes(held);
  if (wants("Ctrl") !== (ctrlKey || metaKey)) return false;
  if (name.length === 1 && !/[A-Z]/.test(name)) return key === name;
  return wants("Shift") === shiftKey && wants("Alt") === altKey && key.toLowerCase() === name.toLowerCase();
}
