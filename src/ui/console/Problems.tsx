import { useStore } from "zustand";
import { idRanges } from "../../base/id-ranges.ts";
import type { Problem, Severity } from "../../store/problems.ts";
import { useApp } from "../app/context.ts";
import { DeadlockLink } from "../app/DeadlockLink.tsx";
import { Icon } from "../app/Icon.tsx";
import { LineLink } from "../app/LineLink.tsx";
import { Words } from "./Words.tsx";

/// Everything that is wrong with the program, with what it means.
export function Problems() {
  const { problems } = useApp();
  const { compiled, met } = useStore(problems.store);
  const all = [...compiled, ...met];
  if (all.length === 0) {
    return <p className="problems log-empty">Nothing is wrong. Mistakes appear here as you type.</p>;
  }
  return (
    <ul className="problems">
      {all.map((problem) => (
        <Row key={`${problem.file} ${problem.from} ${problem.code}`} problem={problem} />
      ))}
    </ul>
  );
}

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
