/// The cores that a text names: `0-3, 7`. Null for a text that names none or is wrong; all cores for an empty one.
export function chosenCores(text: string): ((core: number) => boolean) | null {
  if (text.trim() === "") return () => true;
  const ranges: (readonly [number, number])[] = [];
  for (const part of text.split(/[\s,]+/).filter((one) => one !== "")) {
    const match = /^(\d{1,6})(?:[-–:](\d{1,6}))?$/.exec(part);
    if (match === null) return null;
    const first = Number(match[1]);
    ranges.push([first, Number(match[2] ?? first)]);
  }
  return (core) => ranges.some(([first, last]) => core >= first && core <= last);
}
