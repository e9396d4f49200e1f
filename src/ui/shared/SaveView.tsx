import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { useApp } from "./context.ts";
import { Icon } from "./Icon.tsx";
import { saveFile } from "./save-file.ts";
import type { Video } from "./video.ts";
import { videoKind } from "./video-kind.ts";
import "./save-view.css";

interface SaveViewProps {
  /// What is saved: `the chip`.
  readonly what: string;
  /// The file's name, without what it ends with.
  readonly name: string;
  /// Where it is drawn; null while it is not.
  readonly frame: () => HTMLElement | null;
  /// Stands below the picture.
  readonly caption: () => string;
  /// Whether it shows the run at the moment that is played.
  readonly isPlayed?: boolean;
}

/// Saves a view as a picture or, while a run is played, as a video of the run from there on.
export function SaveView({ what, name, frame, caption, isPlayed = true }: SaveViewProps) {
  const { player } = useApp();
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState("");
  const [isFilming, setFilming] = useState(false);
  const { playing, phase } = useStore(player.store);
  const filming = useRef<{ stop(): Promise<Video> }>(null);
  const isStarting = useRef(false);
  const isHere = useRef(true);
  const trying = async (work: (drawn: HTMLElement) => Promise<void>): Promise<void> => {
    setProblem("");
    const drawn = frame();
    if (drawn === null) return;
    try {
      await work(drawn);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const png = () =>
    trying(async (drawn) => {
      const { pngOf } = await import("./picture.ts");
      saveFile(`${name}.png`, await pngOf(drawn, caption()), "image/png");
    });
  const svg = () =>
    trying(async (drawn) => {
      const { svgOf } = await import("./picture.ts");
      saveFile(`${name}.svg`, svgOf(drawn, caption()), "image/svg+xml");
    });
  const video = () =>
    trying(async (drawn) => {
      if (isStarting.current) return;
      isStarting.current = true;
      try {
        const { film } = await import("./video.ts");
        const begun = await film(drawn, caption);
        if (!isHere.current) return void begun.stop();
        filming.current = begun;
      } finally {
        isStarting.current = false;
      }
      setFilming(true);
      player.play();
    });
  const stop = async (): Promise<void> => {
    const { current } = filming;
    filming.current = null;
    setFilming(false);
    try {
      const made = await current?.stop();
      if (made !== undefined) saveFile(`${name}.${made.extension}`, made.content, made.content.type);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  // The video ends with the run, or where it is paused.
  const wasPlaying = useRef(false);
  useEffect(() => {
    if (isFilming && wasPlaying.current && !playing) void stop();
    wasPlaying.current = playing;
  });
  // With the view goes its film.
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      void filming.current?.stop();
    };
  }, []);
  const label = `Save a picture of ${what}`;
  return (
    <>
      <button
        type="button"
        className="button small icon-only"
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="picture" />
      </button>
      {isOpen && (
        <span className="save-view">
          <button type="button" className="button small line" onClick={png}>
            PNG
          </button>
          <button type="button" className="button small line" onClick={svg}>
            SVG
          </button>
          {isPlayed && phase === "shown" && videoKind() !== undefined && (
            <button type="button" className="button small line" onClick={isFilming ? () => void stop() : video}>
              {isFilming ? "Stop the video" : "Video"}
            </button>
          )}
          {isFilming && <span role="status">Filming until the run ends or you pause.</span>}
          {problem !== "" && <span role="alert">{problem}</span>}
        </span>
      )}
    </>
  );
}
