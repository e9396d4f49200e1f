import type { Chip } from "./chip.ts";
import type { GoOn } from "./frames.ts";

// A function of the program that must be called before an operation is done. Operations never call one themselves: they say which,
// and the interpreter makes its frame.

/// What an operation gives that has asked for a call.
export const CALLS = -2;

export interface PendingCall {
  /// The slot with what is called.
  readonly callee: number;
  /// The slots with its arguments.
  readonly args: readonly number[];
  readonly how: GoOn;
}

const pending = new WeakMap<Chip, PendingCall>();

/// Asks for a call; CALLS, for the operation to return.
export function ask(chip: Chip, callee: number, args: readonly number[], how: GoOn): number {
  pending.set(chip, { callee, args, how });
  return CALLS;
}

/// The call that was asked for last.
export function pendingCall(chip: Chip): PendingCall {
  return pending.get(chip) as PendingCall;
}
