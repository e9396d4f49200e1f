import { type RefObject, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { pngOf, svgOf } from "../shared/picture.ts";
import { saveFile } from "../shared/save-file.ts";
import { useCycles } from "../shared/useCycles.ts";
import { film, type Video, videoKind } from "./video.ts";

interface SavePictureProps {
  /// What the chip is drawn in.
  readonly pane: RefObject<HTMLElement | null>;
}

/// In the player: saves the chip at this moment as a picture, or the run as it is played from here on as a video.
export function SavePicture({ pane }: SavePictureProps) {
  const { player, run, projects } = useApp();
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState("");
  const playing = useStore(player.store, (state) => state.playing);
  const [isFilming, setFilming] = useState(false);
  const filming = useRef<{ stop(): Promise<Video> }>(null);
  const isStarting = useRef(false);
  const isHere = useRef(true);
  const inTime = useCycles();
  const name = (run.getState().file ?? projects.activeFile().name).replace(/\.py$/, "");
  const frame = () => pane.current?.querySelector<HTMLElement>("[data-picture]") ?? null;
  const caption = () => {
    const { at, words } = player.store.getState();
    return `${name}.py, ${inTime(at)}. ${words}`;
  };
  const trying = async (work: () => Promise<void>): Promise<void> => {
    setProblem("");
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const png = () =>
    trying(async () => {
      const drawn = frame();
      if (drawn !== null) saveFile(`${name}.png`, await pngOf(drawn, caption()), "image/png");
    });
  const svg = () =>
    trying(async () => {
      const drawn = frame();
      if (drawn !== null) saveFile(`${name}.svg`, svgOf(drawn, caption()), "image/svg+xml");
    });
  const video = () =>
    trying(async () => {
      const drawn = frame();
      if (drawn === null || isStarting.current) return;
      isStarting.current = true;
      try {
        const begun = await film(drawn, caption);
        if (!isHere.current) return void begun.stop();
        filming.current = begun;
      } finally {
        isStarting.current = false;
      }
      setFilming(true);
      player.play();
    });
  const stop = () =>
    trying(async () => {
      const { current } = filming;
      filming.current = null;
      setFilming(false);
      const made = await current?.stop();
      if (made !== undefined) saveFile(`${name}.${made.extension}`, made.content, made.content.type);
    });
  // The video ends with the run, or where it is paused.
  const wasPlaying = useRef(false);
  useEffect(() => {
    if (isFilming && wasPlaying.current && !playing) void stop();
    wasPlaying.current = playing;
  });
  // With the player goes its film.
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      void filming.current?.stop();
    };
  }, []);
  return (
    <>
      <button
        type="button"
        className="button small"
        aria-label="Save a picture"
        title="Save a picture"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="picture" />
      </button>
      {isOpen && (
        <span className="player-save">
          <button type="button" className="button small line" onClick={png}>
            PNG
          </button>
          <button type="button" className="button small line" onClick={svg}>
            SVG
          </button>
          {videoKind() !== undefined && (
            <button type="button" className="button small line" onClick={isFilming ? stop : video}>
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
