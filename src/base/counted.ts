/// A number of things as people read it: `1 core`, `1,024 cores`. Words that do not just take an s say their plural.
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
