/// A part of one as people read it: `71 %`.
export function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}
