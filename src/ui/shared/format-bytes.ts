const units = ["KB", "MB", "GB"];

/// A number of bytes as people read it, everywhere in the page: `812 B`, `1.5 KB`, `120 MB`. A KB is 1,024 bytes, as in the
/// 32 KB of a core.
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1023.5 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value < 99.95 ? value.toFixed(1) : Math.round(value).toLocaleString("en")} ${units[unit]}`;
}
