import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { stuckCores } from "../../store/output/log-text.ts";
import type { CoreKind, Deadlock } from "../../store/run/chip.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { LineLink } from "../shared/LineLink.tsx";
import { MomentLink } from "../shared/MomentLink.tsx";
import { StaleMark, useRunIsStale } from "../shared/stale-run.tsx";
import { nameOfWaiting, waitsInOrder, waitWords } from "./waits.ts";

const most = 64;

/// Which cores can never continue, and why: the ring in which they wait for one another, each with its line, what was sent and never
/// received, and what may help.
export function DeadlockPanel() {
  const { chip } = useApp();
  const deadlock = useStore(chip.store, (state) => state.deadlock);
  return deadlock === null ? null : <Panel deadlock={deadlock} />;
}

function Panel({ deadlock }: { readonly deadlock: Deadlock }) {
  const { view } = useApp();
  const isOld = useRunIsStale();
  const panel = useRef<HTMLElement>(null);
  const asked = useStore(view, ({ toDeadlock }) => toDeadlock);
  useEffect(() => {
    if (!asked) return;
    view.setState({ toDeadlock: false });
    panel.current?.focus();
  }, [asked, view]);
  const { cycle, unread, suggestion } = deadlock;
  const told = waitsInOrder(deadlock);
  const host = told.find(({ usesPython }) => usesPython)?.core;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keys must reach it
    <section className={isOld ? "deadlock old" : "deadlock"} aria-label="Deadlock" tabIndex={0} ref={panel}>
      <h2>
        <Icon name="lock" />
        Deadlock: {stuckCores(deadlock)} can never continue
        {isOld && <StaleMark />}
      </h2>
      <p className="deadlock-hint">{suggestion}</p>
      {cycle.length > 1 && (
        <p>
          {cycle.length <= 20
            ? `The circle: ${[...cycle, cycle[0]].map((core) => (core === host ? "host" : core)).join(" → ")}. Each waits for the next.`
            : `${cycle.length.toLocaleString("en")} of them wait in a ring, each for the next.`}
        </p>
      )}
      <ol>
        {told.slice(0, most).map((wait) => (
          <li key={`${wait.kind} ${wait.core}`}>
            <button type="button" className="link" onClick={() => view.setState({ core: nameOfWaiting(wait) })}>
              {waitWords(wait)}
            </button>
            , <LineLink file={wait.place.file} line={wait.place.line} />
            {wait.why && `, but ${wait.why}`}
          </li>
        ))}
      </ol>
      {told.length > most && (
        <p>and {(told.length - most).toLocaleString("en")} more: the list of cores has them all.</p>
      )}
      {!isOld && (
        <p>
          <MomentLink at="end" text="Watch how it came about" />
        </p>
      )}
      {unread.length > 0 && (
        <ul aria-label="Messages never received">
          {unread.slice(0, most).map(({ from, fromHost, to, toKind, call, place }) => (
            <li key={`${from} ${toKind} ${to}`}>
              {messageWords(fromHost ? "the host" : `core ${from}`, to, to === host ? "the host" : toKind)} was never
              received: {call}, <LineLink file={place.file} line={place.line} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function messageWords(from: string, to: number, kind: CoreKind | "the host"): string {
  const whom = kind === "the host" ? kind : `${kind === "host" ? "virtual core" : "core"} ${to}`;
  return `A message from ${from} to ${whom}`;
}
