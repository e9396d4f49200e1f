import { expect, test } from "vitest";
import type { Flight } from "../../runtime/playable.ts";
import { busiestOf, linksBetween } from "./busiest.ts";

const place = { file: "main.py", line: 1, from: 0, to: 0 } as unknown as Flight["fromPlace"];

function flight(from: number, to: number, bytes: number, sent = 0): Flight {
  const times = { sent, met: sent, arrived: sent + 10 };
  return { kind: "send", from, to, bytes, elements: 1, ...times, fromPlace: place, toPlace: place, value: "" };
}

const links = ({ from, to }: Flight) => linksBetween(from, to, 32);
const pairs = (flights: readonly Flight[]) => flights.map(({ from, to }) => [from, to]);

test("the largest messages come first, of equal ones those that cross the most links", () => {
  const flights = [flight(0, 1, 4), flight(1, 2, 400), flight(0, 1023, 4), flight(5, 6, 40), flight(2, 3, 4)];
  expect(pairs(busiestOf(flights, 3, links))).toEqual([
    [1, 2],
    [5, 6],
    [0, 1023],
  ]);
});

test("which of equal ones are chosen does not depend on their order", () => {
  const flights = [flight(7, 8, 4), flight(3, 4, 4), flight(3, 2, 4), flight(1, 2, 4, 50), flight(1, 2, 4, 20)];
  const chosen = busiestOf(flights, 3, links);
  expect(chosen.map(({ from, to, sent }) => [from, to, sent])).toEqual([
    [1, 2, 20],
    [1, 2, 50],
    [3, 2, 0],
  ]);
  expect(busiestOf(flights.toReversed(), 3, links)).toEqual(chosen);
});

test("it is as if all of them were sorted", () => {
  const flights = Array.from({ length: 3481 }, (_, k) =>
    flight((k * 37) % 1024, (k * 101) % 1024, 4 * ((k * 7) % 50), k),
  );
  const chosen = busiestOf(flights, 12, links);
  const sorted = busiestOf(flights, flights.length - 1, links);
  expect(chosen).toEqual(sorted.slice(0, 12));
});

test("no more than may be drawn stay as they are", () => {
  const flights = [flight(0, 1, 4), flight(1, 2, 400)];
  expect(busiestOf(flights, 2, links)).toBe(flights);
  expect(busiestOf([], 12, links)).toEqual([]);
});

test("links are counted along the row and along the column", () => {
  expect(linksBetween(0, 1023, 32)).toBe(62);
  expect(linksBetween(33, 0, 32)).toBe(2);
  expect(linksBetween(4, 4, 32)).toBe(0);
});
