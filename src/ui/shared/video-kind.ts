const kinds = ["video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm", "video/mp4"];

/// The kind of video that this browser can make; undefined if it makes none.
export function videoKind(): string | undefined {
  if (typeof MediaRecorder === "undefined" || !("captureStream" in HTMLCanvasElement.prototype)) return undefined;
  return kinds.find((kind) => MediaRecorder.isTypeSupported(kind));
}
