import { useStore } from "zustand";
import { counted } from "../../base/counted.ts";
import type { Link } from "../../store/run/moves.ts";
import { useApp } from "../shared/context.ts";
import { formatBytes } from "../shared/format-bytes.ts";
import { useEverything } from "../shared/useDepth.ts";

/// What the links have carried, in words, with the key to how they are drawn. It has its room before there is anything to say.
export function LinkWords() {
  const { chip } = useApp();
  const links = useStore(chip.store, (state) => state.links);
  const everything = useEverything();
  const busiest = busiestOf(links);
  return (
    <p className="link-words">
      <span className="link-key" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span>{everything ? wordsOf(busiest, links) : plainWordsOf(links)}</span>
    </p>
  );
}

function plainWordsOf(links: readonly Link[]): string {
  return links.length === 0
    ? "No messages from core to core yet."
    : `Messages so far: ${formatBytes(bytesOf(links))}. Wider lines carried more.`;
}

function bytesOf(links: readonly Link[]): number {
  return links.reduce((sum, { bytes }) => sum + bytes, 0);
}

function wordsOf(busiest: Link | null, links: readonly Link[]): string {
  if (busiest === null) return "No messages have crossed the links yet.";
  const all = bytesOf(links);
  const over = counted(links.length, "link");
  return `Busiest link ${busiest.from}→${busiest.to}: ${formatBytes(busiest.bytes)}, of ${formatBytes(all)} over ${over}`;
}

/// The link that has carried most; the first of several; null if none has carried anything.
export function busiestOf(links: readonly Link[]): Link | null {
  return links.reduce<Link | null>((best, link) => (best === null || link.bytes > best.bytes ? link : best), null);
}
