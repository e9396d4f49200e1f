/// The number of the fault for a full area of postboxes. The others are in faults.ts.
export const POSTBOXES_FULL = 61;

/// Thrown by an instruction that cannot be finished; the interpreter notes the fault (see faults.ts).
export class RunFault extends Error {
  readonly code: number;
  readonly first: number;
  readonly second: number;

  constructor(code: number, first = 0, second = 0) {
    super(`fault ${code}`);
    this.code = code;
    this.first = first;
    this.second = second;
  }
}
