import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkTo, readLink } from "../../share/link.ts";
import { pack } from "../../share/packed.ts";
import { toPlain } from "../../share/project.ts";
import { changedData, changedText } from "../../testing/harness/corrupted.ts";
import { runs } from "../../testing/harness/properties.ts";
import { assignment, orWords, project } from "../testing/given.ts";
import { assignmentLink, readAssignmentLink } from "./assignment-link.ts";

// Links that others may have made, as given.test.ts has files.

describe("links that are opened, or refused in words", () => {
  const opens = (link: string): void => {
    const opened = readLink(link);
    if (opened?.kind === "problem")
      expect(opened.text).toMatch(/^This link cannot be opened: .+\. Nothing was changed\.$/);
    else if (opened !== null) expect(readLink(linkTo(opened.project))).toEqual(opened);
  };

  test("whose data were changed", () => {
    fc.assert(
      fc.property(changedData(toPlain(project)), (data) => opens(`#v1.${pack(data)}`)),
      runs(500),
    );
  });

  test("whose letters were changed", () => {
    const letters = [..."aZ09-_.%=&#?/+ )é", "\n", "%2E", "https://"];
    fc.assert(fc.property(changedText(linkTo(project), letters), opens), runs(500));
  });

  test("to assignments", () => {
    fc.assert(
      fc.property(changedData(assignment), (data) => {
        const opened = orWords(() => readAssignmentLink(`#assignment.v1.${pack(data)}`));
        if (opened !== undefined) expect(readAssignmentLink(assignmentLink(opened) ?? "")).toEqual(opened);
      }),
      runs(500),
    );
  });
});
