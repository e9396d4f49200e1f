import { expect, test } from "vitest";
import { createBackground } from "../background/background.ts";
import { memoryStorage } from "../storage/storage.ts";
import { handFrames } from "../testing/hand-frames.ts";
import { setUp } from "../testing/set-up.ts";
import { createCertificates } from "./certificates.ts";
import { passedPrograms } from "./passed.ts";

const today = () => Date.UTC(2026, 4, 31);

async function set() {
  const pageStorage = memoryStorage();
  const { app } = setUp(true, pageStorage);
  const { frames } = handFrames();
  const certificates = createCertificates({
    ...{ lessons: app.lessons, pageStorage, frames, today, runPython: undefined },
    background: createBackground({ frames }),
    engine: () => Promise.reject(new Error("there are no cores here")),
  });
  await app.lessons.open("first-steps/hello");
  const { lesson } = app.lessons.store.getState();
  if (lesson === null) throw new Error("the lesson does not open");
  const pass = (files = lesson.solution) => {
    const name = lesson.start[0]?.name ?? "";
    passedPrograms(pageStorage, today).put(lesson, [{ name, text: files[0]?.text ?? "" }]);
  };
  return { app, certificates, pass };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a certificate has the programs that passed, and is true when they pass again", async () => {
  const { certificates, pass } = await set();
  expect(() => certificates.write("Ada")).toThrow("holds no lesson");
  pass();
  const { name, text } = certificates.write("Ada Lovelace");
  expect(name).toBe("certificate-Ada-Lovelace.html");
  expect(text).toContain("Made on 2026-05-31.");
  await certificates.verify(name, bytesOf(text));
  expect(certificates.store.getState()).toMatchObject({
    ...{ student: "Ada Lovelace", progress: null, problem: "" },
    verified: [{ title: "Hello from every core", date: "2026-05-31", outcome: "passed", words: "" }],
    verdict: expect.stringContaining("All programs passed when run again"),
  });
});

test("one whose program does not pass is not believed, and what is none is refused", async () => {
  const { certificates, pass } = await set();
  pass([{ name: "a.py", text: "x = 1\n" }]);
  await certificates.verify("c.html", bytesOf(certificates.write("Eve").text));
  expect(certificates.store.getState().verified).toMatchObject([{ outcome: "failed" }]);
  expect(certificates.store.getState().verdict).toContain("0 of 1 program passed");
  await certificates.verify("c.html", bytesOf("<html>"));
  expect(certificates.store.getState()).toMatchObject({ verified: [], problem: "c.html: is no certificate" });
});

test("lessons passed before programs were kept are named", async () => {
  const { app, certificates, pass } = await set();
  const progress = { "first-steps/hello": { done: true, hints: 0, answers: {}, looked: false } };
  app.lessons.store.setState({ progress });
  expect(certificates.passed()).toEqual({ kept: [], before: ["Hello from every core"] });
  pass();
  expect(certificates.passed()).toMatchObject({ kept: [{ id: "first-steps/hello" }], before: [] });
});
