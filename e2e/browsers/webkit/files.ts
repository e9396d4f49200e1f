import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Page } from "./page.ts";

// Files into the page and out of it. WebDriver has no way for either, so both happen in the page: files are put into the
// field as if they had been chosen, and those that the page hands over are taken before the browser would save them.

interface UploadedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/// What Playwright's `setInputFiles` takes: files with their content, or paths of files or of one folder.
export type UploadedFiles = string | UploadedFile | readonly (string | UploadedFile)[];

interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
  /// Where it lies in the chosen folder.
  readonly path?: string;
}

const put = `
  const files = args[1].map(({ name, type, base64, path }) => {
    const file = new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name, { type });
    if (path) Object.defineProperty(file, "webkitRelativePath", { value: path });
    return file;
  });
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  element.files = data.files;
  // Those of a list lose their paths.
  if (files.some((file) => file.webkitRelativePath)) {
    Object.defineProperty(element, "files", { value: files, configurable: true });
  }
  element.dispatchEvent(new Event("input", { bubbles: true }));
  element.dispatchEvent(new Event("change", { bubbles: true }));`;

/// Puts files into a field, for which `withElement` runs JavaScript.
export async function setFiles(
  withElement: (body: string, args: readonly unknown[]) => Promise<unknown>,
  files: UploadedFiles,
): Promise<void> {
  await withElement(put, [[files].flat().flatMap(sent)]);
}

function sent(file: string | UploadedFile): SentFile[] {
  if (typeof file !== "string") {
    return [{ name: file.name, type: file.mimeType, base64: file.buffer.toString("base64") }];
  }
  const read = (path: string) => ({ name: basename(path), type: "", base64: readFileSync(path).toString("base64") });
  if (!statSync(file).isDirectory()) return [read(file)];
  return readdirSync(file, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(file, name)).isFile())
    .map((name) => ({ ...read(join(file, name)), path: `${basename(file)}/${name.replaceAll("\\", "/")}` }));
}

const watch = `
  if (window.__saved) return;
  window.__saved = [];
  const blobs = new Map();
  const urlOf = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => { const url = urlOf(blob); blobs.set(url, blob); return url; };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    const blob = this.download && blobs.get(this.href);
    if (!blob) return click.call(this);
    const reader = new FileReader();
    reader.onload = () => window.__saved.push({ name: this.download, base64: reader.result.replace(/^[^,]*,/, "") });
    reader.readAsDataURL(blob);
  };`;

/// A file that the page handed over.
export class Download {
  readonly #name: string;
  readonly #content: Buffer;

  constructor(name: string, content: Buffer) {
    this.#name = name;
    this.#content = content;
  }

  suggestedFilename(): string {
    return this.#name;
  }

  async path(): Promise<string> {
    const path = join(mkdtempSync(join(tmpdir(), "epython-lab-saved-")), "file");
    await this.saveAs(path);
    return path;
  }

  async saveAs(path: string): Promise<void> {
    writeFileSync(path, this.#content);
  }
}

/// The next file that the page hands over.
export function nextDownload(page: Page): Promise<Download> {
  // Sent before anything else that a test then does in the page.
  const watching = page.command("POST", "execute/sync", { script: watch, args: [] });
  const coming = (async () => {
    await watching;
    const until = Date.now() + page.patience;
    for (;;) {
      const saved = (await page.inPage("return window.__saved.shift()")) as { name: string; base64: string } | null;
      if (saved) return new Download(saved.name, Buffer.from(saved.base64, "base64"));
      if (Date.now() > until) throw new Error("The page handed over no file.");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  // A test that failed meanwhile does not wait for it.
  coming.catch(() => {});
  return coming;
}
