import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { type Certificate, hashOf, readCertificate, writeCertificate } from "./certificate.ts";
import { FormatError } from "./format-error.ts";

const file = { name: "a.py", text: 'print "</script><script>alert(1)</script>"\n' };
const lesson = { id: "first-steps/hello", title: "<b>Hello</b>", version: "1", date: "2026-05-30", files: [file] };
const certificate: Certificate = { student: "Ada <img src=x onerror=alert(1)>", date: "2026-05-31", lessons: [lesson] };

test("what is written is read again, whatever is in it, and nothing of it runs", () => {
  const text = writeCertificate(certificate);
  expect(readCertificate(text, "c")).toEqual({ ...certificate, changed: new Set() });
  expect(text.match(/<script/g)).toHaveLength(1);
  expect(text).not.toContain("<img");
  expect(text).not.toContain("<b>");
  const words = fc.string({ maxLength: 60, unit: "binary" });
  fc.assert(
    fc.property(words, words, (student, program) => {
      const one = { ...certificate, student, lessons: [{ ...lesson, files: [{ name: "a.py", text: program }] }] };
      expect(readCertificate(writeCertificate(one), "c")).toMatchObject(one);
    }),
    runs(50),
  );
});

test("a program that is not the one of the hash is found out", () => {
  const text = writeCertificate(certificate).replace("print", "quiet");
  expect(readCertificate(text, "c").changed).toEqual(new Set([lesson.id]));
  const two = [file, { name: "b.py", text: "" }];
  expect(hashOf(two)).toBe(hashOf(two.toReversed()));
});

test("what is none is refused, in words", () => {
  const text = writeCertificate(certificate);
  const spoiled = [
    "",
    "{}",
    text.replace('"version":1', '"version":2'),
    text.slice(0, -400),
    text.replace('{"format', "{{"),
  ];
  for (const other of spoiled) expect(() => readCertificate(other, "c")).toThrow(FormatError);
  const twice = { ...certificate, lessons: [lesson, lesson] };
  expect(() => writeCertificate(twice)).toThrow("holds a lesson twice");
  expect(() => writeCertificate({ ...certificate, lessons: [] })).toThrow("holds no lesson");
});
