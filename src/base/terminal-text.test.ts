import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../testing/harness/properties.ts";
import { forTerminal, hasControls, terminalRuns, terminalText } from "./terminal-text.ts";

describe("a line as a terminal shows it", () => {
  it.each([
    ["plain − é 日本", "plain − é 日本"],
    ["10%\r20%\r100%", "100%"],
    ["abcdef\rxy", "xycdef"],
    ["abc\b\bX", "aXc"],
    ["\b\bx", "x"],
    ["a\tb", "a       b"],
    ["12345678\tb", "12345678        b"],
    ["abcdefghij\r\tX", "abcdefghXj"],
    ["a\0b\x07c\x0cd\x0be\x7f\x85\u2028", "a␀b␇c␌d␋e␡\\x85\\u2028"],
    ["\x1b[31mred\x1b[0m", "red"],
    ["done\r\x1b[Kok", "ok"],
    ["abc\x1b[2DX\x1b[5GY", "aXc Y"],
    ["ab\x1b[3Cc", "ab   c"],
    ["\x1b[2J\x1b[H", "␛[2J␛[H"],
    ["\x1b]0;title\x07", "␛]0;title␇"],
    ["e\u0301\bx", "x"],
    ["a\x1b[999999999Cb", `a${" ".repeat(1999)}b`],
  ])("%j is %j", (line, shown) => {
    expect(terminalText(line)).toBe(shown);
  });

  it("has its colours and weights, of which black and white are the page's own", () => {
    expect(terminalRuns("a\x1b[1;31mb\x1b[39mc\x1b[22md")).toEqual([
      { text: "a", style: undefined },
      { text: "b", style: { bold: true, color: "red" } },
      { text: "c", style: { bold: true } },
      { text: "d", style: undefined },
    ]);
    const style = (codes: string) => terminalRuns(`\x1b[${codes}mx`)[0]?.style;
    expect(style("97")).toBeUndefined();
    expect(style("30")).toBeUndefined();
    expect(style("94;103")).toEqual({ color: "blue", background: "yellow" });
    expect(style("90")).toEqual({ color: "grey" });
    expect(style("38;5;196;4")).toEqual({ color: "red", underlined: true });
    expect(style("38;2;10;200;30;7")).toEqual({ color: "green", inverse: true });
    expect(style("48;5;244")).toEqual({ background: "grey" });
    expect(style("31;")).toBeUndefined();
  });

  it("does nothing to a terminal but to its own line", () => {
    expect(forTerminal("a\rb\x1b[31mc")).toBe("b\x1b[31mc\x1b[0m");
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", "\x1b", "[", "2", "J", "m", ";", "\r", "\b", "\0", "\x9b", "C", "1")),
        (parts) => {
          const line = parts.join("");
          expect(hasControls(terminalText(line))).toBe(false);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours
          expect(forTerminal(line).replace(/\x1b\[[\d;]+m/g, "")).toBe(terminalText(line));
        },
      ),
      runs(),
    );
  });
});
