import type { MemorySegment, SourcePlace } from "./cores.ts";

// A core laid open: its calls, variables, postbox and memory.

/// A value as people see it.
export interface ShownValue {
  /// One of bytecode/values.ts, for `Run.elements`.
  readonly tag: number;
  /// The learner's word: `int`, `real`, `bool`, `string`, `list`, `tuple`, `function`, `None`, or `unset`; of an object the name of
  /// its class.
  readonly type: string;
  /// As in a list that is printed, so strings have quotes; what is long ends in `…`.
  readonly text: string;
  /// Elements of a list or tuple, characters of a string; null for what has none.
  readonly length: number | null;
  /// Where its slot or element lies: an address of the machine (see `Run.memory`).
  readonly address: number;
  /// Bytes of the slot or element, and of the heap blocks that a list's own elements or a string's characters take.
  readonly bytes: number;
  /// Of what lies in the heap: its address there, for `Run.elements`; of a class with variables its number; else null. Two variables
  /// with the same one share the object.
  readonly object: number | null;
  /// How many named parts it has, such as attributes; null for what has elements or characters.
  readonly parts: number | null;
  /// Of a part of an object: its name.
  readonly name?: string;
  /// The key of an entry of a dictionary, as text.
  readonly key?: string;
}

/// What `Run.elements` needs to know of a value.
export type Opened = Pick<ShownValue, "tag" | "object">;

export interface Variable extends ShownValue {
  readonly name: string;
}

/// The value of an expression on a core, or why it has none, in words for people.
export type Evaluation =
  | {
      /// As in `ShownValue`.
      readonly type: string;
      readonly text: string;
      readonly length: number | null;
      /// Of an int, a real or a bool.
      readonly number: number | null;
    }
  | { readonly problem: string };

/// One call of a core's stack.
export interface Call {
  /// The function's name; `<program>` for the program itself.
  readonly name: string;
  /// The line under way: in an outer call, that of the call.
  readonly place: SourcePlace;
  /// Parameters and local variables, those of comprehensions too; unset ones included.
  readonly variables: readonly Variable[];
}

/// The program's variables in one file.
export interface GlobalScope {
  readonly file: string;
  /// Whether it is the file that was run; the first scope.
  readonly main: boolean;
  readonly variables: readonly Variable[];
}

/// What lies in the place of one sender in a core's postbox.
export interface PostboxEntry {
  readonly from: number;
  /// Whether a message waits in it; if not, the rest but `version` and `address` says nothing (null).
  readonly full: boolean;
  /// Counts up with every message and every acknowledgement, modulo 256; odd while a message waits.
  readonly version: number;
  readonly address: number;
  readonly call: "send" | "sendrecv" | "nonblocking_send" | "bcast" | "reduce" | null;
  readonly value: ShownValue | null;
  /// The sender's clock when it was sent.
  readonly sent: number | null;
  /// Where the sender's call stands.
  readonly place: SourcePlace | null;
}

/// A core laid open. While the run is not paused it may be a mixture of moments that lie close together.
export interface CoreInspection {
  readonly core: number;
  /// Innermost first.
  readonly calls: readonly Call[];
  readonly globals: readonly GlobalScope[];
  /// One for each other core that takes part, by ascending id.
  readonly postbox: readonly PostboxEntry[];
}

/// Bytes of a core's memory and whose they are.
export interface MemoryView {
  /// Address of the first byte.
  readonly from: number;
  readonly bytes: Uint8Array;
  /// Together they cover all bytes, in order, without gaps.
  readonly owners: readonly MemoryOwner[];
}

/// A part of a core's memory that `Run.memory` can show: its 32 KB, its area of shared memory, and `code` where byte code lies
/// in shared memory, once for all cores.
export interface MemoryPartRange {
  readonly name: "local" | "shared" | "code";
  /// Address of its first byte.
  readonly from: number;
  readonly bytes: number;
}

export interface MemoryOwner {
  readonly from: number;
  /// Address after the last byte.
  readonly to: number;
  readonly segment: MemorySegment["name"];
  /// What the bytes are.
  readonly what:
    | "runtime" // registers, clock and the interpreter's own
    | "variable" // a slot: four bytes of value, four of type
    | "constant" // likewise
    | "code" // instructions
    | "table" // the function table
    | "text" // characters of a string in the source
    | "message" // a sender's place in the postbox
    | "call" // return address and links of a frame
    | "temporary" // a slot for what is being worked out
    | "header" // a heap block's size and flags
    | "list" // a list's length, capacity and where its elements are
    | "elements" // their values, then their types if they differ
    | "string"
    | "dictionary" // where the keys, the values and the index of a dictionary are, or of a set
    | "index" // which hash its keys have
    | "object" // an object's class and attributes
    | "function" // a function with what it has kept of those around it
    | "method" // a method with its object
    | "cell" // a variable that functions share
    | "generator" // a function's variables while it waits
    | "iterator" // what is gone through, and how far
    | "range"
    | "view" // of a dictionary
    | "garbage" // a heap block that nothing refers to, until it is collected
    | "free";
  /// For people: `i`, `data`, `data[3]`, `norm_of: total`, `from core 2`; empty where there is no name.
  readonly name: string;
}
