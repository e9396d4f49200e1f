import { expect, test } from "vitest";
import { actions } from "./actions.ts";
import { actionOf, type Pressed } from "./keys.ts";

const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const name = (
  pressed: Partial<Pressed> & { key: string },
  where: Partial<{ typing: boolean; program: boolean }> = {},
) => actionOf({ ...none, ...pressed }, { typing: false, program: false, ...where })?.name;

test("keys do the action of the table, with Command as with Ctrl", () => {
  expect(name({ key: "Enter", ctrlKey: true })).toMatch(/^Run the open file/);
  expect(name({ key: "Enter", metaKey: true })).toMatch(/^Run the open file/);
  expect(name({ key: "Enter", ctrlKey: true, shiftKey: true })).toBe("Run slowly");
  expect(name({ key: "Enter" })).toBeUndefined();
  expect(name({ key: "F10" })).toBe("Step to the next line");
  expect(name({ key: "F10", shiftKey: true })).toBe("Step back");
  expect(name({ key: "F10", ctrlKey: true })).toBe("Run to the cursor’s line");
  expect(name({ key: "F10", altKey: true })).toBeUndefined();
  expect(name({ key: "S", ctrlKey: true })).toBe("Save now");
  expect(name({ key: "s", ctrlKey: true, altKey: true })).toBeUndefined();
});

test("F1 and Ctrl Shift P find actions, ? shows the help, but not where one types", () => {
  for (const where of [{}, { typing: true, program: true }]) {
    expect(name({ key: "F1" }, where)).toBe("Find an action by its name");
    expect(name({ key: "P", ctrlKey: true, shiftKey: true }, where)).toBe("Find an action by its name");
  }
  expect(name({ key: "?", shiftKey: true })).toBe("Show the help");
  expect(name({ key: "?", shiftKey: true }, { typing: true })).toBeUndefined();
});

test("what belongs to the program is done there, and the editor's keys are left to it", () => {
  expect(name({ key: "F9" })).toBeUndefined();
  expect(name({ key: "F9" }, { typing: true, program: true })).toMatch(/breakpoint/);
  expect(name({ key: "F2" }, { typing: true, program: true })).toBeUndefined();
});

test("no two actions have the same name or the same key", () => {
  const names = actions.map((action) => action.name);
  expect(new Set(names).size).toBe(names.length);
  const keys = actions.flatMap((action) => action.keys ?? []);
  expect(new Set(keys).size).toBe(keys.length);
  expect(actions.filter(({ act, editor }) => (act === undefined) === (editor === undefined))).toEqual([]);
});
