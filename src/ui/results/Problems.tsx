import { useStore } from "zustand";
import { idRanges } from "../../base/id-ranges.ts";
import type { Problem, Severity } from "../../store/run/problems.ts";
import { useApp } from "../shared/context.ts";
import { DeadlockLink } from "../shared/DeadlockLink.tsx";
import { Empty, RunNow } from "../shared/Empty.tsx";
import { Icon } from "../shared/Icon.tsx";
import { LineLink } from "../shared/LineLink.tsx";
import { Words } from "../shared/Words.tsx";

/// Everything that is wrong with the program, with what it means.
export function Problems() {
  const { problems } = useApp();
  const { compiled, unchecked, failure, met } = useStore(problems.store);
  const all = [...compiled, ...met];
  if (all.length === 0) {
    return (
      <Empty words={unchecked === "failed" ? `${failure} ${again}` : nothing[unchecked ?? "checked"]}>
        {unchecked !== "checking" && <RunNow />}
      </Empty>
    );
  }
  return (
    <ul className="problems">
      {all.map((problem) => (
        <Row key={`${problem.file} ${problem.from} ${problem.code}`} problem={problem} />
      ))}
    </ul>
  );
}

const nothing = {
  checked: "Nothing is wrong. Mistakes appear here as you type.",
  checking: "This program is long. It is being checked in the background.",
  long: "This program is too long to be checked as you type. It is checked when you press Run.",
  slow: "Checking this program took too long, so it was stopped. When you press Run it is checked again, with more time.",
} as const;

const again = "The program is checked again when you change it or press Run.";

const tones: Record<Severity, string> = { error: "fail", warning: "send", hint: "run" };

function Row({ problem }: { readonly problem: Problem }) {
  const { severity, code, message, explanation, file, line, column, cores, onHost } = problem;
  return (
    <li className={`problem tone-${tones[severity]}`}>
      <Icon name={severity} />
      <div>
        <p className="problem-message">
          <span className="visually-hidden">{severity}: </span>
          <Words text={message} />
        </p>
        {explanation !== "" && (
          <p className="problem-why">
            <Words text={explanation} />
          </p>
        )}
        <p className="problem-place">
          {code === "deadlock" ? (
            <DeadlockLink />
          ) : (
            <LineLink file={file} line={line} column={column} text={`${file}, line ${line}`} />
          )}
          {onHost && " · host"}
          {cores.length > 0 && ` · ${cores.length === 1 ? "core" : "cores"} ${idRanges(cores)}`}
        </p>
      </div>
    </li>
  );
}
