import { expect, test } from "vitest";
import { EPIPHANY_III } from "../../machine/chip-models.ts";
import { formatAddress, globalAddress } from "./chip-choice.ts";

test("the mesh's corners are where the Epiphany-III has them", () => {
  expect(formatAddress(globalAddress(0, 0, EPIPHANY_III))).toBe("0x80800000");
  expect(formatAddress(globalAddress(15, 0, EPIPHANY_III))).toBe("0x8CB00000");
  expect(formatAddress(globalAddress(1, 0x6000, EPIPHANY_III))).toBe("0x80906000");
});
