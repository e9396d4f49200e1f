import type { RefObject } from "react";
import { useStore } from "zustand";
import { findingWords } from "../../store/player/finding-words.ts";
import { drawnWords, legendWords } from "../../store/player/heat-words.ts";
import type { PlayerNote } from "../../store/player/player.ts";
import { type PlayPace, playPaces } from "../../store/run/settings.ts";
import { useApp } from "../shared/context.ts";
import { Icon, type IconName } from "../shared/Icon.tsx";
import { LineLink } from "../shared/LineLink.tsx";
import { SaveView } from "../shared/SaveView.tsx";
import { useCycles } from "../shared/useCycles.ts";
import { Compare } from "./Compare.tsx";
import { HeatWords } from "./HeatWords.tsx";
import { Origins } from "./Origins.tsx";
import "./player.css";

/// What the player shows.
export default function PlayerPane({ pane }: { readonly pane: RefObject<HTMLElement | null> }) {
  const { player } = useApp();
  const phase = useStore(player.store, (state) => state.phase);
  const problem = useStore(player.store, (state) => state.problem);
  const once = useStore(player.store, (state) => state.once);
  return (
    <section className="player" aria-label="Player">
      {problem !== null && <p className="player-words">This run cannot be played: {problem}</p>}
      {phase === "making" && <Making />}
      {phase === "shown" && <Controls pane={pane} />}
      {phase !== "making" && (
        <div className="player-more">
          {phase === "shown" && <HeatWords />}
          {phase === "shown" && <Origins />}
          <Findings />
          {phase === "shown" && !once && <Compare />}
        </div>
      )}
    </section>
  );
}

function Making() {
  const { player } = useApp();
  const made = useStore(player.store, (state) => state.made);
  return (
    <>
      <progress className="player-progress" max={1} value={made} aria-label="Making the run again" />
      <button type="button" className="button small" onClick={player.close}>
        Cancel
      </button>
    </>
  );
}

function Controls({ pane }: { readonly pane: RefObject<HTMLElement | null> }) {
  const { player, settings, run, projects } = useApp();
  const inTime = useCycles();
  const name = (run.getState().file ?? projects.activeFile().name).replace(/\.py$/, "");
  const frame = () => pane.current?.querySelector<HTMLElement>("[data-picture]") ?? null;
  // Of a video, that of each picture in it.
  const caption = () => {
    const { at, words, heat, drawn, flights } = player.store.getState();
    const happened = `${name}.py, ${inTime(at)}. ${words}`;
    if (heat === null) return happened;
    return [happened, legendWords(heat, inTime), drawnWords(drawn.length, flights.length)].join("\n");
  };
  const { at, end, playing, once, words, density } = useStore(player.store);
  const pace = useStore(settings.store, (state) => state.pace);
  return (
    <>
      <p className="player-words" role="status" aria-live={playing ? "off" : "polite"}>
        {words}
      </p>
      <Do icon="close" name="Leave the player" className="player-leave" onClick={player.close} />
      <div className="player-time">
        <svg
          className="player-density"
          viewBox={`0 0 ${density.length} 1`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path
            d={density.map((height, k) => (height === 0 ? "" : `M${k} 1v${-Math.max(0.12, height)}h1V1z`)).join("")}
          />
        </svg>
        <input
          type="range"
          min={0}
          max={end}
          step="any"
          value={at}
          aria-label="Moment of the run"
          aria-valuetext={`${inTime(at)} of ${inTime(end)}`}
          onChange={({ target }) => player.seek(Number(target.value))}
          onKeyDown={(event) => {
            const move = { ArrowLeft: player.previous, ArrowRight: player.next }[event.key];
            if (move === undefined) return;
            event.preventDefault();
            move();
          }}
        />
      </div>
      <div className="player-buttons">
        <Do icon="previous" name="Previous event" onClick={player.previous} />
        {playing ? (
          <Do icon="pause" name="Pause" onClick={player.pause} />
        ) : (
          <Do icon="play" name="Play" onClick={player.play} />
        )}
        <Do icon="next" name="Next event" onClick={player.next} />
        <span className="player-at mono">
          <b>{inTime(at)}</b> of {inTime(end)}
        </span>
        {!once && (
          <label>
            <span className="visually-hidden">Pace: a message takes</span>
            <select
              className="select small"
              value={pace}
              onChange={({ target }) => settings.set({ pace: Number(target.value) as PlayPace })}
            >
              {playPaces.map((seconds) => (
                <option key={seconds} value={seconds}>
                  {seconds} s a message
                </option>
              ))}
            </select>
          </label>
        )}
        <SaveView what="the chip" name={name} frame={frame} caption={caption} />
      </div>
      {once && <Once />}
      <Notes />
    </>
  );
}

const noteWords: Readonly<Record<PlayerNote, string>> = {
  recorded: "Full Python took part, so this is as it was recorded: variables and memory are not kept.",
  turns:
    "This program looks whether messages have come. Here its cores take turns, so it may go differently from when it ran.",
  past: "The run was still on: it is shown up to its latest core’s clock, the other cores as they get there.",
};

/// What is particular about the run that is shown.
function Notes() {
  const { player } = useApp();
  const notes = useStore(player.store, (state) => state.notes);
  return notes.map((note) => (
    <p key={note} className="player-note">
      {noteWords[note]}
    </p>
  ));
}

/// Says why a run is played that nobody has asked for, and how to be rid of it.
function Once() {
  const { player, settings } = useApp();
  const never = () => {
    settings.set({ autoplay: "never" });
    player.close();
  };
  return (
    <p className="player-once">
      Your run, once more and slowly. <kbd>Esc</kbd> ends it.{" "}
      <button type="button" className="link" onClick={never}>
        Don’t play runs
      </button>
    </p>
  );
}

/// What cost time, or was in vain, folded until somebody asks.
function Findings() {
  const { player, run } = useApp();
  const findings = useStore(player.store, (state) => state.findings);
  const frequency = useStore(run, (state) => state.frequency);
  const file = useStore(run, (state) => state.file);
  const [worst] = findings;
  if (worst === undefined) return null;
  const others = findings.length - 1;
  const first = findingWords(worst, frequency);
  return (
    <details className="player-findings">
      <summary>
        What went on: {first.title.toLowerCase()}
        {first.lost !== "" && ` (${first.lost})`}
        {others > 0 && `, and ${others} more`}
      </summary>
      <ol>
        {findings.map((finding) => {
          const { title, text, lost } = findingWords(finding, frequency);
          return (
            <li key={`${finding.kind} ${finding.lines.join(" ")}`}>
              <b>{title}</b> <span className="mono">{lost}</span>
              <br />
              {text}{" "}
              <button type="button" className="link" onClick={() => player.open(finding.at)}>
                See it
              </button>{" "}
              {file !== null && finding.lines.map((line) => <LineLink key={line} file={file} line={line} />)}
            </li>
          );
        })}
      </ol>
    </details>
  );
}

interface DoProps {
  readonly icon: IconName;
  readonly name: string;
  readonly className?: string;
  readonly onClick: () => void;
}

function Do({ icon, name, className = "", onClick }: DoProps) {
  return (
    <button type="button" className={`button small ${className}`} aria-label={name} title={name} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
