import { expect, test } from "vitest";
import { readLesson } from "./lesson-format.ts";
import { readYaml } from "./yaml.ts";

test.each([
  ["an alias", "a: b\nc: *a", "has an alias (*) at line 2, column 4"],
  ["an anchor", "a: &name b", "has an anchor (&) at line 1, column 10"],
  ["an alias of an anchor, which could stand for anything", "a: &a [1]\nb: [*a, *a]", "has an anchor (&)"],
  ["a tag", "a: !!binary aGk=", "has a tag (!) at line 1, column 13"],
  ["a tag of no one's", "a: !js 1", "has a tag (!)"],
  ["another version of YAML", "%YAML 1.1\n---\na: 1", "has a line that begins with %"],
  ["a second document", "a: 1\n---\nb: 2", "cannot be read: Source contains multiple documents"],
  ["a mistake", "a: b: c", "cannot be read: Nested mappings are not allowed in compact mappings at line 1, column 4"],
  ["one name twice", "a: 1\na: 2", "cannot be read: Map keys must be unique at line 2, column 1"],
  ["many brackets", "a: [".repeat(60), "has too many lists or brackets inside one another"],
  ["many lists", "- ".repeat(60), "has too many lists or brackets inside one another"],
])("%s is refused in words", (_, yaml, words) => {
  const read = readYaml(yaml);
  expect("problem" in read ? read.problem : read.value).toContain(words);
});

test("what looks like these but stands in a text is read", () => {
  expect(readYaml("a: 'a * b & c ! d'\nb: \"*x\"\nc: |\n  &y\n  %z\nd: 2 * 3")).toEqual({
    value: { a: "a * b & c ! d", b: "*x", c: "&y\n%z\n", d: "2 * 3" },
  });
});

test.each(["]", ",", "a:\n", "-\n", "&a ", "!a ", "#\n", "\n", '"\n', "a: b: c\n", "@\n", "? a\n"])(
  "%j over and over is refused before it takes time that grows with its square",
  (part) => {
    // With thousands of errors, of which each would look at the whole text.
    const read = readYaml(`a: [${part.repeat(2_000)}`);
    expect(read).toMatchObject({ problem: expect.stringMatching(/^(has too many|cannot be read)/) });
  },
);

test("of very many mistakes the first are told", () => {
  const lesson = `---\ntitle: T\ngoal: G\nminutes: 5\n---\n## S\n${"```predict\na: b\n```\n".repeat(1000)}`;
  let said = "";
  try {
    readLesson(lesson);
  } catch (error) {
    said = (error as Error).message;
  }
  expect(said.split("\n")).toHaveLength(21);
  expect(said).toMatch(/\nand \d+ more$/);
});
