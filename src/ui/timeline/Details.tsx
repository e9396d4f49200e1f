import type { RefObject } from "react";
import { useStore } from "zustand";
import { counted } from "../../base/counted.ts";
import { describe } from "../../store/timeline/selection.ts";
import { useApp } from "../shared/context.ts";
import { LineLink } from "../shared/LineLink.tsx";
import { MomentLink } from "../shared/MomentLink.tsx";
import { useCycles } from "../shared/useCycles.ts";
import { percent } from "./percent.ts";
import type { Ruler } from "./ruler.ts";

interface DetailsProps {
  /// Whether only the messages of what is chosen are drawn.
  readonly crowded: boolean;
  readonly ruler: Ruler | null;
  readonly strip: RefObject<HTMLDivElement | null>;
  /// The learner goes back to the timeline.
  readonly onLeave: () => void;
}

/// What is chosen on the timeline, with the lines that belong to it.
export function Details({ strip, crowded, ruler, onLeave }: DetailsProps) {
  const { timeline, projects } = useApp();
  const { picture, selection } = useStore(timeline.store);
  const inTime = useCycles();
  const files = useStore(projects.store, (state) => state.current.files.length);
  const told = selection === null ? null : describe(picture, selection, inTime);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the links inside
    <div className="timeline-details" ref={strip} onKeyDown={(event) => event.key === "Escape" && onLeave()}>
      <p role="status">{told === null ? <Words /> : told.words}</p>
      {ruler !== null && (
        <output>
          Ruler: <b>{inTime(Math.abs(ruler.to - ruler.from))}</b>, from {inTime(Math.min(ruler.from, ruler.to))} to{" "}
          {inTime(Math.max(ruler.from, ruler.to))}
        </output>
      )}
      {crowded && told === null && (
        <p className="timeline-crowded">Too many messages to draw: choose a call to see its own.</p>
      )}
      {told === null && <Legend />}
      {told?.places.map(({ words, file, line }, index) => (
        <LineLink
          key={index}
          file={file}
          line={line}
          text={files > 1 ? `${words}: ${file}, line ${line}` : `${words}: line ${line}`}
        />
      ))}
      {told !== null && <MomentLink at={told.at} />}
    </div>
  );
}

/// What the trace comes to, in a line.
function Words() {
  const { timeline } = useApp();
  const { waiting, messages } = useStore(timeline.store, (state) => state.picture.summary);
  return (
    <>
      busy {percent(1 - waiting)} · waiting {percent(waiting)} · {counted(messages, "message")}
    </>
  );
}

const signs = [
  ["run", "computing"],
  ["send", "sending"],
  ["recv", "receiving"],
  ["bar", "with all cores"],
  ["wait", "input"],
  ["done", "printing"],
] as const;

function Legend() {
  return (
    <span className="timeline-legend">
      {signs.map(([tone, word]) => (
        <span key={tone}>
          <i className={`tone-${tone}`} />
          {word}
        </span>
      ))}
      <span>
        <i className="hollow" />
        waiting
      </span>
    </span>
  );
}
