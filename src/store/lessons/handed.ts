import type { Project } from "../project/project.ts";

// A hand-in that a teacher looks at is a lesson of its own: it never meets the teacher's own program for the same assignment.

/// What is opened of a hand-in: the id of its lesson, and the project, if it is not there yet.
export interface HandedProject {
  readonly id: string;
  readonly begun: Partial<Project>;
}

const prefix = "handed/";

/// The id of a hand-in's lesson, by what tells it from others.
export function handedId(mark: string): string {
  return prefix + mark;
}

/// Whether a lesson is such a one.
export function isHandedIn(id: string): boolean {
  return id.startsWith(prefix);
}

/// One that was opened before, by the id of its lesson; undefined for other lessons.
export function handedAs(id: string): HandedProject | undefined {
  return isHandedIn(id) ? { id, begun: {} } : undefined;
}
