import type { MemoryOwner, MemoryView } from "../../store/run/inspector.ts";

/// Whom a byte belongs to. Owners are in order and without gaps.
export function ownerAt(owners: readonly MemoryOwner[], address: number): MemoryOwner | undefined {
  let low = 0;
  let high = owners.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const owner = owners[middle] as MemoryOwner;
    if (address < owner.from) high = middle - 1;
    else if (address >= owner.to) low = middle + 1;
    else return owner;
  }
  return undefined;
}

const words: Record<MemoryOwner["what"], string> = {
  runtime: "the interpreter’s own",
  variable: "variable",
  constant: "constant",
  code: "byte code",
  table: "the table of functions",
  text: "text of the program",
  message: "postbox",
  call: "return address and links of a call",
  temporary: "a value being worked out",
  header: "size and flags of a block of the heap",
  list: "length and place of a list",
  elements: "elements of a list",
  string: "string",
  dictionary: "where the keys and the values of a dictionary or set are",
  index: "which key of a dictionary or set has which hash",
  object: "class and attributes of object",
  function: "function with what it keeps:",
  method: "method with its object:",
  cell: "variable that functions share:",
  generator: "variables of a generator while it waits:",
  iterator: "what is gone through, and how far:",
  range: "start, end and step of range",
  view: "view of a dictionary",
  garbage: "no longer used; free after the next collection",
  free: "free",
};

/// What an owner's bytes are, in words: `variable total: 4 bytes of value, 4 of type`.
export function describeOwner(owner: MemoryOwner, { from, bytes }: MemoryView): string {
  const named = owner.name === "" ? words[owner.what] : `${words[owner.what]} ${owner.name}`;
  const size = owner.to - owner.from;
  if (owner.what !== "variable" || owner.from < from || owner.to > from + bytes.length) {
    return `${named}, ${size.toLocaleString("en")} bytes`;
  }
  return `${named}: 4 bytes of value, 4 of type`;
}
