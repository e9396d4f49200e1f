import { expect, test } from "vitest";
import { Death } from "./thread-died.ts";

test("who asked last hears of a thread's death, once", () => {
  const death = new Death();
  const heard: unknown[] = [];
  death.listen(() => heard.push("of a run before"));
  death.listen((reason) => heard.push(reason));
  death.tell("out of memory");
  expect(heard).toEqual(["out of memory"]);
});

test("who asks after a thread has died hears why it did", () => {
  const death = new Death();
  death.tell("out of memory");
  death.tell("it was ended");
  const heard: unknown[] = [];
  death.listen((reason) => heard.push(reason));
  expect(heard).toEqual(["out of memory"]);
});
