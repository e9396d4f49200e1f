import { useStore } from "zustand";
import { pointsWords } from "../../store/lessons/lessons.ts";
import type { RawCheck } from "../../store/teach/check-text.ts";
import { Icon } from "../shared/Icon.tsx";
import { Words } from "../shared/Words.tsx";
import { useTeach } from "./context.ts";

/// How a check looks to a student whose program fails it: with what the start did, where it does.
export function StudentView({ check, place }: { readonly check: RawCheck; readonly place: number }) {
  const result = useStore(useTeach().store, ({ trial }) => trial.reports.start?.results[place + 1]);
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  const isSeen = result?.ok === false;
  const name = text(check.name) || result?.name || "The check’s name";
  const message = text(check.message) || (isSeen ? result.message : "What was expected, and what the program did.");
  return (
    <section className="teach-student" aria-label="How a student sees it">
      <p className="quiet">
        {isSeen
          ? "How a student sees it whose program is still the start"
          : "How a student sees it whose program fails"}
      </p>
      <div className="teach-failed">
        <Icon name="close" />
        <div>
          <p>
            <strong>
              <Words text={name} />
            </strong>
            {typeof check.points === "number" && (
              <span className="quiet"> {pointsWords({ earned: 0, all: check.points })}</span>
            )}
          </p>
          <p>
            <Words text={message} />
          </p>
          {text(check.say) !== "" && (
            <p className="teach-say">
              {typeof check.sayAfter === "number" && check.sayAfter > 1 && (
                <span className="quiet">From try {check.sayAfter} on: </span>
              )}
              <Words text={text(check.say)} />
            </p>
          )}
        </div>
      </div>
    </section>
  );
}
