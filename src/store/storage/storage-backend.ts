import type { Trouble } from "./storage.ts";

/// Where texts lie for good.
export interface StorageBackend {
  /// Everything that is stored.
  load(): Promise<ReadonlyMap<string, string>>;
  read(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /// Changes texts in one transaction, in which no other tab can do the same: `work` is given what is stored under the keys, and
  /// gives what is to be stored, undefined to remove it. Resolves when all of it is on disk; rejects with a KeepingError
  /// when nothing is. `work` may be called again.
  transact(
    keys: readonly string[],
    work: (stored: ReadonlyMap<string, string>) => ReadonlyMap<string, string | undefined>,
  ): Promise<void>;
  /// Calls back with keys under which another tab has written.
  onWritten(callback: (keys: readonly string[]) => void): void;
}

export class StorageError extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, cause?: unknown) {
    super(`the texts could not be written: ${trouble}`, { cause });
    this.trouble = trouble;
  }
}

/// A small place that can be written to this instant, for what a page has not written when it goes.
export interface Reserve {
  /// Puts a text in the place of the one before. False when it was refused.
  put(text: string): boolean;
  clear(): void;
}
