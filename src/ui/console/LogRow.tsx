import type { CoreKind } from "../../store/chip.ts";
import type { LogEntry } from "../../store/log.ts";
import { finishedText } from "../../store/log-text.ts";
import { formatCycles } from "../../store/time.ts";
import { Icon, type IconName } from "../app/Icon.tsx";
import { LineLink } from "../app/LineLink.tsx";
import { idRanges } from "../chip/id-ranges.ts";

type Entry<Kind extends LogEntry["kind"]> = Extract<LogEntry, { kind: Kind }>;

/// One row of the output.
export function LogRow({ entry }: { readonly entry: LogEntry }) {
  switch (entry.kind) {
    case "line":
      return (
        <div className="log-line">
          <Badge kind={entry.coreKind} core={entry.core} />
          <span className="log-time">{formatCycles(entry.cycles)}</span>
          <span className="log-text">{entry.text}</span>
        </div>
      );
    case "answer":
      return (
        <div className="log-line">
          <Badge kind={entry.coreKind} core={entry.core} />
          <span className="log-time">input</span>
          <span className="log-text">
            {entry.prompt}
            <span className="log-answer">{entry.text}</span>
          </span>
        </div>
      );
    case "fault":
      return <Fault entry={entry} />;
    case "deadlock":
      return <Deadlock entry={entry} />;
    case "trouble":
      return (
        <div className="log-block tone-fail">
          <p className="log-block-head">
            <Icon name="error" />
            The program could not be started
          </p>
          <p>{entry.text}</p>
        </div>
      );
    case "finished":
      return <Finished entry={entry} />;
  }
}

function Badge({ kind, core }: { readonly kind: CoreKind; readonly core: number }) {
  return (
    <span className={`badge ${kind}`}>
      {kind} {core}
    </span>
  );
}

function Fault({ entry }: { readonly entry: Entry<"fault"> }) {
  return (
    <div className="log-block tone-fail">
      <p className="log-block-head">
        <Icon name="close" />
        Core {entry.core} failed
        <span className="log-time">{formatCycles(entry.cycles)}</span>
      </p>
      <p>{entry.message}</p>
      <ul>
        {entry.calls.map(({ name, place }, index) => (
          <li key={index}>
            <LineLink file={place.file} line={place.line} text={`${place.file}, line ${place.line}`} /> in {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Deadlock({ entry }: { readonly entry: Entry<"deadlock"> }) {
  return (
    <div className="log-block tone-fail">
      <p className="log-block-head">
        <Icon name="lock" />
        Deadlock: {entry.waits.length === 1 ? "a core waits" : `${entry.waits.length} cores wait`} for ever
      </p>
      <p className="log-report">{entry.message}</p>
      <ul className="log-waits">
        {places(entry.waits).map(({ text, file, line }) => (
          <li key={text + line}>
            {text}, <LineLink file={file} line={line} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/// Cores that wait at the same place in the same call, told together: `device 0–15 in recv`.
function places(waits: Entry<"deadlock">["waits"]) {
  const groups = new Map<string, Entry<"deadlock">["waits"][number][]>();
  for (const wait of waits) {
    const key = `${wait.kind} ${wait.call} ${wait.place.file} ${wait.place.from}`;
    groups.set(key, [...(groups.get(key) ?? []), wait]);
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    if (first === undefined) return [];
    const ids = idRanges(group.map((wait) => wait.core));
    return [{ text: `${first.kind} ${ids} in ${first.call}`, file: first.place.file, line: first.place.line }];
  });
}

const endings: Record<Entry<"finished">["outcome"], { readonly icon: IconName; readonly tone: string }> = {
  ended: { icon: "check", tone: "recv" },
  failed: { icon: "close", tone: "fail" },
  deadlock: { icon: "lock", tone: "fail" },
  stopped: { icon: "stop", tone: "done" },
};

function Finished({ entry }: { readonly entry: Entry<"finished"> }) {
  const { icon, tone } = endings[entry.outcome];
  return (
    <p className={`log-end tone-${tone}`}>
      <Icon name={icon} />
      {finishedText(entry)}
    </p>
  );
}
