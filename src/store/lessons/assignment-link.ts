import { megabytes, mostAssignmentBytes } from "../../base/limits.ts";
import { written } from "../../base/source.ts";
import { readText, TextError } from "../../base/source-text.ts";
import { type Assignment, assignmentOf } from "../../lessons/assignment.ts";
import { parseJson } from "../../lessons/json.ts";
import { fitsPacked, pack, unpack } from "../../share/packed.ts";
import { linkParts, repairs } from "../../share/repair-link.ts";

// An assignment in a link, as docs/links.md has it for projects: #assignment.v1.<packed>

export { mostLinkCharacters } from "../../base/limits.ts";

/// The fragment of an address that holds an assignment, `#` included; undefined if that would not open again.
export function assignmentLink(assignment: Assignment): string | undefined {
  const data = written(assignment);
  const packed = pack(data);
  return fitsPacked(packed, data) ? `#assignment.v1.${packed}` : undefined;
}

/// The text of the file that holds an assignment; throws an error in words for people when that would not open again.
export function assignmentFile(assignment: Assignment): string {
  const text = `${JSON.stringify(written(assignment), null, 2)}\n`;
  if (new TextEncoder().encode(text).length > mostAssignmentBytes) {
    throw new Error(
      `The programs are too large: an assignment, all together, has ${megabytes(mostAssignmentBytes)} at most.`,
    );
  }
  return text;
}

/// The assignment in a fragment; throws an error in words for people.
export function readAssignmentLink(fragment: string): Assignment {
  const parts = linkParts(fragment, "assignment.");
  if (parts?.version !== "1") {
    throw new Error(
      "This assignment cannot be opened: it was made by a newer version of ePython Lab. Reload the page.",
    );
  }
  const tries = repairs(parts.packed).map(unpack);
  const unpacked = tries.find((one) => typeof one !== "string") ?? tries[0];
  if (typeof unpacked === "object") return assignmentIn(unpacked.data);
  throw new Error(`This assignment cannot be opened: ${unpacked}. Ask for it again.`);
}

/// The assignment in the bytes of a file; throws an error in words for people.
export function readAssignmentFile(bytes: Uint8Array): Assignment {
  if (bytes.length > mostAssignmentBytes) {
    throw new Error(`This assignment cannot be opened: the file is larger than ${megabytes(mostAssignmentBytes)}.`);
  }
  let data: unknown;
  try {
    data = parseJson(readText("assignment.json", bytes));
  } catch (error) {
    if (error instanceof TextError) throw new Error(`This assignment cannot be opened: ${error.sentence}`);
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
