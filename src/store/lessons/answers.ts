import { isAnswer as isOneOf, type Question } from "../../lessons/lesson-format.ts";

/// Whether what a student typed is right.
export function isAnswer(question: Question, typed: string): boolean {
  return isOneOf(question, typed);
}
