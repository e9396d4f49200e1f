import type { SourceFile } from "../base/source.ts";
import { compile } from "../compiler/compile.ts";
import { checkFile } from "./check-file.ts";

// Checks long programs, so that the page does not wait. One message comes, one goes back.

interface Asked {
  readonly main: string;
  readonly files: readonly SourceFile[];
}

self.onmessage = ({ data }: MessageEvent<Asked>) => {
  const main = data.files.find(({ name }) => name === data.main);
  if (main !== undefined) self.postMessage(checkFile(main, data.files, compile));
};
