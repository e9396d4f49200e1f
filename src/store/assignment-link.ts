import { type Assignment, assignmentOf } from "../lessons/assignment.ts";
import { parseJson } from "../lessons/json.ts";
import { pack, unpack } from "../share/packed.ts";
import { beforeItsJourney, linkParts } from "../share/travelled.ts";

// An assignment in a link, as docs/links.md has it for projects: #assignment.v1.<packed>

/// Longer links do not survive everywhere.
export const mostLinkCharacters = 8000;

/// The fragment of an address that holds an assignment, `#` included.
export function assignmentLink(assignment: Assignment): string {
  return `#assignment.v1.${pack(assignment)}`;
}

/// The assignment in a fragment; throws an error in words for people.
export function readAssignmentLink(fragment: string): Assignment {
  const parts = linkParts(fragment, "assignment.");
  if (parts?.version !== "1") {
    throw new Error(
      "This assignment cannot be opened: it was made by a newer version of ePython Lab. Reload the page.",
    );
  }
  const tries = beforeItsJourney(parts.packed).map(unpack);
  const unpacked = tries.find((one) => typeof one !== "string") ?? tries[0];
  if (typeof unpacked === "object") return assignmentIn(unpacked.data);
  throw new Error(`This assignment cannot be opened: ${unpacked}. Ask for it again.`);
}

/// The assignment in the text of a file; throws an error in words for people.
export function readAssignmentFile(text: string): Assignment {
  let data: unknown;
  try {
    data = parseJson(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new Error(`This assignment cannot be opened: the file is not JSON: ${why}.`);
  }
  return assignmentIn(data);
}

function assignmentIn(data: unknown): Assignment {
  try {
    return assignmentOf(data);
  } catch (error) {
    throw new Error(`This assignment cannot be opened: ${error instanceof Error ? error.message : error}`);
  }
}
