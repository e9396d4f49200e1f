import { paintSvg, svgOf } from "./picture.ts";
import { videoKind } from "./video-kind.ts";

const picturesASecond = 30;
const mostWaits = 100;
const bitsASecond = 4_000_000;

export interface Video {
  readonly content: Blob;
  /// As files of its kind end.
  readonly extension: "webm" | "mp4";
}

/// Films the drawings in an element until the returned `stop` is called, which gives the video.
export async function film(frame: HTMLElement, caption: () => string): Promise<{ stop(): Promise<Video> }> {
  const type = videoKind();
  if (type === undefined) throw new Error("This browser cannot make videos.");
  const canvas = document.createElement("canvas");
  await paintSvg(svgOf(frame, caption()), canvas);
  const stream = canvas.captureStream(picturesASecond);
  const recorder = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: bitsASecond });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  let isOn = true;
  const goOn = async (): Promise<void> => {
    while (isOn) {
      await new Promise(requestAnimationFrame);
      // One picture that cannot be drawn is left out.
      if (isOn && frame.isConnected) await paintSvg(svgOf(frame, caption()), canvas).catch(() => {});
    }
  };
  recorder.start(1000);
  const painting = goOn();
  return {
    async stop() {
      isOn = false;
      await painting;
      // Right after the start there may be no picture in it yet.
      for (let k = 0; k < mostWaits && !parts.some(({ size }) => size > 0); k++) {
        await paintSvg(svgOf(frame, caption()), canvas).catch(() => {});
        recorder.requestData();
        await new Promise((resolve) => window.setTimeout(resolve, 1000 / picturesASecond));
      }
      const ended = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
      recorder.stop();
      await ended;
      for (const track of stream.getTracks()) track.stop();
      return { content: new Blob(parts, { type }), extension: type.startsWith("video/mp4") ? "mp4" : "webm" };
    },
  };
}
