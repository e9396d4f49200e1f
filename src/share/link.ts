import { megabytes, mostFiles, mostLinkBytes } from "../base/limits.ts";
import { fitsPacked, pack, unpack } from "./packed.ts";
import { fromPlain, type SharedProject, toPlain } from "./project.ts";
import { linkParts, repairs } from "./repair-link.ts";

// docs/links.md has the grammar, for every version there ever was. Links of every version stay readable for good.
//
//   #v1.<packed>

/// What came of reading something that someone else has made.
export type Opening =
  | { readonly kind: "project"; readonly project: SharedProject }
  /// What is wrong, as sentences for the learner.
  | { readonly kind: "problem"; readonly text: string };

/// The fragment of an address that holds a project, `#` included.
export function linkTo(project: SharedProject): string {
  return `#v1.${pack(toPlain(project))}`;
}

/// Why a link that was made of a project would not open again, as the end of a sentence; undefined if it does.
export function linkProblem(link: string, project: SharedProject): string | undefined {
  const { length } = project.files;
  if (length > mostFiles) return `it has ${length} files, and a link holds ${mostFiles}`;
  if (!fitsPacked(link, toPlain(project)))
    return `its programs are longer than a link holds, ${megabytes(mostLinkBytes)}`;
  return undefined;
}

/// The project in a fragment, also where mail or a chat has changed it in a way that can be undone; null when the fragment
/// does not say that it is such a link.
export function readLink(fragment: string): Opening | null {
  const parts = linkParts(fragment);
  if (parts === null) return null;
  if (parts.version !== "1") {
    return problem("it was made by a newer version of ePython Lab. Reload the page to have the newest, and try again");
  }
  const tries = repairs(parts.packed).map(readPacked);
  return tries.find(({ kind }) => kind === "project") ?? (tries[0] as Opening);
}

/// Whether a fragment says that it holds an assignment.
export function isAssignmentLink(fragment: string): boolean {
  return linkParts(fragment, "assignment.") !== null;
}

function readPacked(packed: string): Opening {
  const unpacked = unpack(packed);
  if (typeof unpacked === "string") return problem(`${unpacked}. Ask for it again, or for a file`);
  const project = fromPlain(unpacked.data);
  return typeof project === "string" ? problem(project) : { kind: "project", project };
}

function problem(why: string): Opening {
  return { kind: "problem", text: `This link cannot be opened: ${why}. Nothing was changed.` };
}
