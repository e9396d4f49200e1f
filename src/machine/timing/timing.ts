import {
  ASSIGN_READ_BYTES,
  bcastCost,
  type CostName,
  copyFromDevice,
  copyToDevice,
  exchangeCost,
  FREQUENCY,
  READ_BYTES,
  reduceCost,
  SEND_RECV,
  SYNC,
  table,
  WORD_BYTES,
} from "./costs.ts";

/// What the clocks count: cycles as on the real chip, or no more than the instructions.
export type ClockModel = "epiphany" | "instructions";

/// One kind of core's column of the table, in cycles of the chip.
export type Costs = Readonly<Record<CostName, number>>;

/// Cycles to 1/1024, so that sums and differences of clocks are exact: they do not depend on how often a core waited.
export function exact(cycles: number): number {
  return Math.round(cycles * 1024) / 1024;
}

// What cores share (shared memory, the monitor) must cost the same whichever core's thread runs first. So every core has
// its fixed share of it: with P cores of the chip taking part, one turn in P.

/// What things take on one chip, with the cores that take part.
export class Timing {
  readonly model: ClockModel;
  readonly device: Costs;
  readonly host: Costs;
  /// Cycles of an element read from a list in shared memory, above the common, and of one written there.
  readonly heapRead: number;
  readonly heapWrite: number;
  private readonly hop: number;
  private readonly factor: number;

  /// `frequency` in Hz, and how many cores of the chip take part.
  constructor(model: ClockModel, frequency: number, deviceCores: number) {
    const column = (of: (name: CostName) => number): Costs =>
      Object.fromEntries(
        Object.keys(table).map((name) => [name, model === "instructions" ? 0 : exact(of(name as CostName))]),
      ) as Costs;
    this.model = model;
    this.factor = model === "instructions" ? 0 : 1;
    const sharedRead = Math.max(table.sharedRead.device, table.sharedReadOfAll.device * deviceCores);
    const sharedWrite = Math.max(table.sharedWrite.device, table.sharedWriteOfAll.device * deviceCores);
    this.device = {
      ...column((name) => table[name].device),
      ...(model === "instructions"
        ? {}
        : {
            sharedRead,
            sharedWrite,
            mathTurn: exact(table.mathTurn.device * deviceCores),
            printTurn: exact(table.printTurn.device * deviceCores),
          }),
    };
    this.host = column((name) => (table[name].host * frequency) / FREQUENCY);
    this.heapRead = this.device.sharedRead * READ_BYTES;
    this.heapWrite = this.device.sharedRead * ASSIGN_READ_BYTES + this.device.sharedWrite * WORD_BYTES;
    this.hop = this.device.hop;
  }

  /// From the moment both cores are there until the elements have been sent and received; at least one is.
  message(hops: number, elements: number): number {
    return this.factor * (SEND_RECV + this.hop * hops) * Math.max(1, elements);
  }

  /// As `message`, of a swap.
  exchange(hops: number, elements: number): number {
    return this.factor * exact(exchangeCost(hops)) * Math.max(1, elements);
  }

  reduce(cores: number, elements: number): number {
    return this.factor * exact(reduceCost(cores)) * Math.max(1, elements);
  }

  bcast(cores: number, elements: number): number {
    return this.factor * exact(bcastCost(cores)) * Math.max(1, elements);
  }

  /// Of `bytes` bytes over the host link.
  copyToDevice(bytes: number): number {
    return this.factor * copyToDevice(bytes);
  }

  copyFromDevice(bytes: number): number {
    return this.factor * copyFromDevice(bytes);
  }

  get sync(): number {
    return this.factor * SYNC;
  }
}
