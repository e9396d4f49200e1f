import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { sha256 } from "./sha256.ts";

test("hashes are those of everybody else", () => {
  expect(sha256(new TextEncoder().encode("abc"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
  const bytes = fc.uint8Array({ maxLength: 300 });
  fc.assert(
    fc.property(bytes, (some) => {
      expect(sha256(some)).toBe(createHash("sha256").update(some).digest("hex"));
    }),
    runs(50),
  );
});
