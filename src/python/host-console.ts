import type { Run } from "../runtime/protocol/run.ts";

/// Full Python after its program is over: what is entered runs in the program's module, with its kernels and the data on the cores.
export interface HostConsole {
  /// Runs statements. Only one at a time.
  enter(text: string): Entry;
  /// Whether a text can be entered, or is the beginning of something longer.
  isWhole(text: string): Promise<boolean>;
  /// What the name at the end of a text could go on as; `from` is how many characters of it are there.
  complete(text: string): Promise<Names>;
  /// Ends Python, with all that is in it.
  end(): void;
  /// Settles when Python has ended by itself.
  readonly ended: Promise<void>;
}

/// What was entered, as a run of its own.
export interface Entry extends Run {
  /// The id of full Python among the cores.
  readonly host: number;
  /// Whether the cores have taken part until now.
  readonly usesCores: boolean;
}

export interface Names {
  readonly from: number;
  readonly names: readonly string[];
}
