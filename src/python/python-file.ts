import { memoize } from "../base/memoize.ts";
import type { SourceFile } from "../base/source.ts";
import { tokensOf } from "./python2/tokens.ts";

// Which files of a project are for full Python on the host, and which for the cores. For the host is a file that
//   - says so in the comments at its top: `# host`, or
//   - is named host.py, or
//   - imports epython.
// The cores then run kernels of that file, or a program of their own: the file that a comment at the top names,
// `# device: cores.py`, or else the only other program there is, if the host's offloads nothing.

export function isPythonFile(file: SourceFile): boolean {
  if (!file.name.endsWith(".py")) return false;
  return file.name === "host.py" || /^#[ \t]*host[ \t]*$/m.test(headOf(file.text)) || importsEpython(file);
}

/// The comments at the top of a file.
function headOf(text: string): string {
  return /^\ufeff?(?:[ \t]*(?:#[^\r\n]*)?(?:\r?\n|$))*/.exec(text.slice(0, 2000))?.[0] ?? "";
}

// A long program is asked this at every key: only where the word occurs is it read.
function importsEpython(file: SourceFile): boolean {
  return file.text.includes("epython") && importsOf(file).has("epython");
}

/// The names of the modules that a file imports, anywhere in it.
const importsOf = memoize(({ text }: SourceFile): ReadonlySet<string> => {
  const found = new Set<string>();
  if (!text.includes("import")) return found;
  const tokens = tokensOf(text);
  tokens.forEach((token, k) => {
    const starts = token.first || tokens[k - 1]?.text === ";" || tokens[k - 1]?.text === ":";
    if (!starts) return;
    if (token.text === "from") found.add(tokens[k + 1]?.text ?? "");
    if (token.text !== "import") return;
    for (let at = k + 1; tokens[at]?.kind === "name"; at++) {
      found.add(tokens[at]?.text ?? "");
      while (tokens[at] !== undefined && tokens[at]?.text !== "," && tokens[at]?.kind !== "newline") at++;
    }
  });
  return found;
});

/// The program that the cores run beside a host's, if they have one of their own.
export function deviceFileOf(host: SourceFile, files: readonly SourceFile[]): SourceFile | undefined {
  const named = /^#[ \t]*device:[ \t]*(\S+)[ \t]*$/m.exec(headOf(host.text))?.[1];
  if (named !== undefined) return files.find(({ name }) => name === named);
  if (/\b(offload|define_on_device)/.test(host.text)) return undefined;
  const imported = importsOf(host);
  const others = files.filter(
    (file) => file.name.endsWith(".py") && !isPythonFile(file) && !imported.has(file.name.slice(0, -3)),
  );
  return others.length === 1 ? others[0] : undefined;
}

/// The host's program that is run when a file is: the file itself, or the one whose cores it is for.
export function pythonFileFor(file: SourceFile, files: readonly SourceFile[]): SourceFile | undefined {
  if (isPythonFile(file)) return file;
  return files.find((other) => isPythonFile(other) && deviceFileOf(other, files) === file);
}
