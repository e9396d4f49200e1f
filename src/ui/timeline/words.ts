/// A part of one as people read it: `71 %`.
export function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}

/// A number of bytes as people read it: `512 bytes`, `1.5 KB`.
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} ${bytes === 1 ? "byte" : "bytes"}`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
