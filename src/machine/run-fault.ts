/// The number of the fault that there is no room for another postbox, beside those in faults.ts.
export const POSTBOXES_FULL = 61;

/// Thrown in the midst of an instruction that cannot go on; the interpreter notes the fault (see faults.ts).
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
