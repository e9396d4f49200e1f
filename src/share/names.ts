/// Whether a program's file may be called so. Its stem is a name of the language, or no other file could import it; `-` is
/// let through for programs.
export function isFileName(name: string): boolean {
  return /^[A-Za-z_][\w-]{0,60}\.py$/.test(name);
}

/// A name for a file, as near to `text` as may be: a path's last part, with or without its ending.
export function fileNameFrom(text: string): string {
  const last = text.split(/[/\\]/).at(-1) ?? "";
  const stem = last
    .replace(/\.[^.]*$/, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\w-]+/g, "_")
    .replace(/^[^A-Za-z_]/, "_$&")
    .slice(0, 61);
  return `${stem || "program"}.py`;
}

/// Names for these files, each as it is or as near to it as may be, all different.
export function fittingNames(names: readonly string[]): readonly string[] {
  const taken = new Set(names.filter(isFileName));
  return names.map((name) => {
    if (isFileName(name)) return name;
    const near = fileNameFrom(name);
    let fit = near;
    for (let k = 2; taken.has(fit); k++) fit = `${near.slice(0, -3).slice(0, 55)}_${k}.py`;
    taken.add(fit);
    return fit;
  });
}

/// Whether a project may be called so: up to 64 letters, digits, spaces and a few signs, nothing that means something to a
/// browser or a file system.
export function isProjectName(name: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_ .,()+-]{0,63}$/u.test(name) && name.trim() === name;
}

/// A name for a project, as near to `text` as may be.
export function projectNameFrom(text: string): string {
  const name = text
    .normalize()
    .replace(/[^\p{L}\p{M}\p{N}_ .,()+-]+/gu, " ")
    .replace(/^[^\p{L}\p{N}_]+/u, "");
  return [...name].slice(0, 32).join("").trim() || "project";
}
