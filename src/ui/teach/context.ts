import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { type Draft, type Exercise, exerciseOf } from "../../store/teach/draft.ts";
import type { Teach } from "../../store/teach/teach.ts";

const TeachContext = createContext<Teach | null>(null);
export const TeachProvider = TeachContext.Provider;

/// What the teacher works with.
export function useTeach(): Teach {
  const teach = useContext(TeachContext);
  if (teach === null) throw new Error("internal error: nothing to teach with around the component");
  return teach;
}

/// The draft that is open, which the views of its steps are only shown for.
export function useDraft(): { readonly draft: Draft; readonly exercise: Exercise } {
  const draft = useStore(useTeach().store, (state) => state.draft);
  if (draft === null) throw new Error("internal error: no draft is open");
  return { draft, exercise: exerciseOf(draft) };
}
