/// Has the browser keep a file.
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers begin to read only later.
  window.setTimeout(() => URL.revokeObjectURL(url), 1000);
}
