import { idRanges } from "../../base/id-ranges.ts";
import type { Finding, FindingKind } from "../../runtime/findings.ts";
import { formatCycles } from "../timeline/time.ts";

/// What a finding is called, and what it means for a beginner.
const words: Readonly<Record<FindingKind, readonly [title: string, means: string]>> = {
  "late-sender": ["Late sender", "wait in recv for a message that is sent later"],
  "late-receiver": ["Late receiver", "wait in send until the message is received, which happens later"],
  "late-partner": ["Late partner", "wait in sendrecv for a partner that comes later"],
  "wait-at-barrier": ["Wait at a barrier", "wait in sync for the slowest core"],
  "wait-at-collective": ["Wait at a collective", "wait for the core that comes to it last"],
  "one-works": ["One core works", "computes while all others wait or have ended"],
  "small-messages": ["Many small messages", "sends value after value to the same core, where one list would do"],
  "idle-cores": ["Idle cores", "have nothing to do for more than half of the run"],
  "shared-list": [
    "List in shared memory",
    "use the same elements of a list in shared memory again and again, where a copy of them in their own memory would be faster",
  ],
  "unread-messages": ["Messages nobody received", "sends a message that is never received"],
  "output-bottleneck": ["Output", "wait for what they print; the chip prints slowly"],
};

export interface FindingWords {
  readonly title: string;
  /// A sentence.
  readonly text: string;
  /// `12.4 ms, 31 %`, or nothing: time that is lost on all cores together, and what part of their time that is.
  readonly lost: string;
}

export function findingWords({ kind, cores, lost, share }: Finding, frequency: number): FindingWords {
  const [title, means] = words[kind];
  const who = cores.length === 1 ? `Core ${cores[0]}` : `Cores ${idRanges(cores)}`;
  // Of one core these say what several do.
  const one = cores.length === 1 && /^(wait|have|use)/.test(means);
  const text = one
    ? means
        .replace(/^wait/, "waits")
        .replace(/^have/, "has")
        .replace(/^use/, "uses")
        .replace("they print", "it prints")
        .replace("their own", "its own")
    : means;
  const many =
    cores.length > 1
      ? text
          .replace(/^computes/, "compute")
          .replace(/^sends a message that is/, "send messages that are")
          .replace(/^sends/, "send")
      : text;
  return {
    title,
    text: `${who} ${many}.`,
    lost: lost === 0 ? "" : `${formatCycles(lost, frequency)}, ${Math.round(share * 100)} %`,
  };
}
