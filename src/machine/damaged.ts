/// Thrown by code that reads the chip memory and finds something that no core writes there. A program in full Python that strangers wrote may
/// find a way to write anywhere: nothing that is read may then be believed. `what` names it: "the output of core 3".
export class DamagedMemory extends Error {
  readonly what: string;

  constructor(what: string) {
    super(`${what} is damaged in the chip memory`);
    this.what = what;
  }
}
