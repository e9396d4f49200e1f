import { useStore } from "zustand";
import type { LogEntry } from "../../store/output/log.ts";
import { coreName, finishedText, leftOverText, stuckCores, unreadText } from "../../store/output/log-text.ts";
import type { CoreKind } from "../../store/run/chip.ts";
import { useApp } from "../shared/context.ts";
import { DeadlockLink } from "../shared/DeadlockLink.tsx";
import { Icon, type IconName } from "../shared/Icon.tsx";
import { LineLink } from "../shared/LineLink.tsx";
import { OriginButton } from "../shared/OriginButton.tsx";
import { StaleMark, useRunIsStale } from "../shared/stale-run.tsx";
import { useCycles } from "../shared/useCycles.ts";
import { useEverything } from "../shared/useDepth.ts";
import { FaultBox } from "./FaultBox.tsx";
import { TerminalText } from "./TerminalText.tsx";

type Entry<Kind extends LogEntry["kind"]> = Extract<LogEntry, { kind: Kind }>;

/// One row of the output.
export function LogRow({ entry }: { readonly entry: LogEntry }) {
  const inTime = useCycles();
  const { player, origins } = useApp();
  // What comes after the moment that is played.
  const later = useStore(
    player.store,
    ({ phase, at }) => phase === "shown" && entry.kind === "line" && entry.cycles > at,
  );
  switch (entry.kind) {
    case "line":
      return (
        <div className={later ? "log-line later" : "log-line"}>
          <Badge kind={entry.coreKind} core={entry.core} />
          <span className="log-time">
            {inTime(entry.cycles)}
            <OriginButton
              what="this line"
              inTabOrder={false}
              onAsk={() => origins.askAboutLine(entry.core, entry.cycles, entry.text)}
            />
          </span>
          <span className="log-text">
            <TerminalText line={entry.text} />
          </span>
        </div>
      );
    case "log":
      return (
        <div className="log-line log-point">
          <Badge kind={entry.coreKind} core={entry.core} />
          <span className="log-time">{inTime(entry.cycles)}</span>
          <span className="log-text">
            <span className="visually-hidden">Logpoint at </span>
            <LineLink file={entry.place.file} line={entry.place.line} />
            <span className="log-point-text">{entry.text}</span>
          </span>
        </div>
      );
    case "answer":
      return (
        <div className="log-line">
          <Badge kind={entry.coreKind} core={entry.core} />
          <span className="log-time">input</span>
          <span className="log-text">
            <TerminalText line={entry.prompt} />
            <span className="log-answer">{entry.text}</span>
          </span>
        </div>
      );
    case "faults":
      return <FaultBox faults={entry.faults} />;
    case "deadlock":
      return <Deadlock entry={entry} />;
    case "abandoned":
      return <Abandoned entry={entry} />;
    case "unread":
      return <p className="log-line">{unreadText(entry)}</p>;
    case "left-over":
      return (
        <p className="log-line log-note">
          <span className="log-text">{leftOverText(entry)}</span>
        </p>
      );
    case "thread-ended":
      return <Trouble head={entry.damaged ? "The run was ended" : "A thread has ended"} text={entry.message} />;
    case "trouble":
      return <Trouble head="The program could not be started" text={entry.text} />;
    case "finished":
      return <Finished entry={entry} />;
  }
}

/// What went wrong other than in the program.
function Trouble({ head, text }: { readonly head: string; readonly text: string }) {
  return (
    <div className="log-block tone-fail">
      <p className="log-block-head">
        <Icon name="error" />
        {head}
      </p>
      {text.split("\n").map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function Badge({ kind, core }: { readonly kind: CoreKind; readonly core: number }) {
  return <span className={`badge ${kind}`}>{coreName(kind, core)}</span>;
}

/// One line: who waits for whom stands under the chip.
function Deadlock({ entry }: { readonly entry: Entry<"deadlock"> }) {
  const isOld = useRunIsStale();
  return (
    <div className={isOld ? "log-block tone-fail old" : "log-block tone-fail"}>
      <p className="log-block-head">
        <Icon name="lock" />
        Deadlock: {stuckCores(entry)} can never continue
        {isOld && <StaleMark />}
      </p>
      <p>
        {entry.suggestion} <DeadlockLink />
      </p>
    </div>
  );
}

/// Cores that wait for a host that has failed, each with its line.
function Abandoned({ entry }: { readonly entry: Entry<"abandoned"> }) {
  const isOld = useRunIsStale();
  const [head = ""] = entry.message.split("\n");
  return (
    <div className={isOld ? "log-block old" : "log-block"}>
      <p className="log-block-head">
        <Icon name="lock" />
        {head}
        {isOld && <StaleMark />}
      </p>
      <ul className="log-waits">
        {entry.lines.map(({ text, cores }) => {
          const place = entry.waits.find(({ core }) => core === cores[0])?.place;
          return <li key={text}>{place === undefined ? text : <WithLink text={text} place={place} />}</li>;
        })}
      </ul>
    </div>
  );
}

/// A line of a report, with its place to be clicked on.
function WithLink({
  text,
  place,
}: {
  readonly text: string;
  readonly place: Entry<"abandoned">["waits"][number]["place"];
}) {
  const words = `line ${place.line}`;
  const at = text.indexOf(words);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <LineLink file={place.file} line={place.line} text={words} />
      {text.slice(at + words.length)}
    </>
  );
}

const endings: Record<Entry<"finished">["outcome"], { readonly icon: IconName; readonly tone: string }> = {
  ended: { icon: "check", tone: "recv" },
  failed: { icon: "close", tone: "fail" },
  deadlock: { icon: "lock", tone: "fail" },
  stopped: { icon: "stop", tone: "done" },
};

function Finished({ entry }: { readonly entry: Entry<"finished"> }) {
  const { icon, tone } = endings[entry.outcome];
  const everything = useEverything();
  return (
    <p className={`log-end tone-${tone}`}>
      <Icon name={icon} />
      {finishedText(entry, everything)}
    </p>
  );
}
