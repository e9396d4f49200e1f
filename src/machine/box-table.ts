import { DamagedMemory } from "./damaged.ts";
import { type Area, BOX_BLOCK_BYTES, BOXES_A_BLOCK, type MemoryMap, POSTBOX_BYTES } from "./memory-map.ts";
import { POSTBOXES_FULL, RunFault } from "./run-fault.ts";

// The postboxes of a chip that has too many cores for each to hold a box for every sender. Few pairs of cores ever
// talk, so boxes are made when they are first used, 16 senders at a time:
//
//   index     for each receiver a word for every 16 senders: 0, or where their block lies (in words); MAKING while it is made
//   used      bytes of the pool that are given out
//   pool      blocks of 16 boxes of four words, then their 16 clocks, a double each
//
// Sender and receiver may want the same block at once. Whoever changes the index word from 0 to MAKING makes the block, and
// the other waits for the few instructions that takes.

const MAKING = -1;
const BOX_WORDS = POSTBOX_BYTES / 4;

export class BoxTable {
  private readonly words: Int32Array;
  private readonly index: number;
  private readonly rowWords: number;
  private readonly used: number;
  private readonly pool: Area;

  constructor(words: Int32Array, map: Pick<MemoryMap, "boxTable" | "boxRowWords">) {
    const { index, pool } = map.boxTable;
    this.words = words;
    this.index = index.from >> 2;
    this.rowWords = map.boxRowWords;
    this.used = (pool.from >> 2) - 2;
    this.pool = pool;
  }

  /// Takes all boxes away.
  clear(): void {
    this.words.fill(0, this.index, this.used + 1);
  }

  /// The word index of a box; 0 if it has not been made. Throws DamagedMemory if none can lie where it should.
  find(row: number, sender: number): number {
    const block = Atomics.load(this.words, this.index + row * this.rowWords + (sender >> 4));
    if (block <= 0) return 0;
    const { from, to } = this.pool;
    if (block * 4 < from || block * 4 + BOX_BLOCK_BYTES > to || (block & 1) !== 0) throw new DamagedMemory("a postbox");
    return block + (sender & 15) * BOX_WORDS;
  }

  /// The word index of a box. Throws a RunFault if there is no room for more.
  box(row: number, sender: number): number {
    const { words } = this;
    const entry = this.index + row * this.rowWords + (sender >> 4);
    let block = Atomics.load(words, entry);
    if (block <= 0) {
      if (Atomics.compareExchange(words, entry, 0, MAKING) === 0) this.make(entry);
      do block = Atomics.load(words, entry);
      while (block === MAKING);
      // Whoever was making it has found no room.
      if (block === 0) throw this.full();
    }
    return block + (sender & 15) * BOX_WORDS;
  }

  /// Calls back with every box of a receiver that has been made, by ascending sender.
  eachBox(row: number, visit: (sender: number, box: number) => void): void {
    for (let entry = 0; entry < this.rowWords; entry++) {
      for (let k = 0; k < BOXES_A_BLOCK; k++) {
        const sender = entry * BOXES_A_BLOCK + k;
        const at = this.find(row, sender);
        if (at === 0) break;
        visit(sender, at);
      }
    }
  }

  /// The word index, counted in doubles, of the clock that goes with a box.
  static clockOf(box: number, sender: number): number {
    const block = box - (sender & 15) * BOX_WORDS;
    return ((block + BOXES_A_BLOCK * BOX_WORDS) >> 1) + (sender & 15);
  }

  private make(entry: number): void {
    const { words, pool } = this;
    const at = pool.from + Atomics.add(words, this.used, BOX_BLOCK_BYTES);
    if (at + BOX_BLOCK_BYTES > pool.to) {
      Atomics.sub(words, this.used, BOX_BLOCK_BYTES);
      Atomics.store(words, entry, 0);
      throw this.full();
    }
    // What an earlier program had there is gone before anyone can see the block.
    words.fill(0, at >> 2, (at + BOX_BLOCK_BYTES) >> 2);
    Atomics.store(words, entry, at >> 2);
  }

  private full(): RunFault {
    return new RunFault(POSTBOXES_FULL, this.pool.to - this.pool.from, BOX_BLOCK_BYTES);
  }
}
