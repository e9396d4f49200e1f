import { lookUp, type Place } from "./names.ts";
import type { Expression } from "./tree.ts";

// Values that come from something that could not be found or read. That has been said, and nothing more is said of such a value:
// after `import numpy as np` and `x = np.zeros(3)` all of it would follow from the first line.

/// Whether nothing is known of a value because a name in it means nothing, or may have been given such a value.
export function isOfUnknown(place: Place, value: Expression): boolean {
  switch (value.kind) {
    case "Missing":
      return true;
    case "Name": {
      const meaning = place.library.meaning.get(value) ?? lookUp(place, value.name);
      return meaning === undefined || place.habits.unknown.has(meaning);
    }
    case "Call":
      return isOfUnknown(place, value.callee);
    case "Attribute":
    case "Index":
    case "Slice":
      return isOfUnknown(place, value.object);
    case "Binary":
      return isOfUnknown(place, value.left) || isOfUnknown(place, value.right);
    default:
      return false;
  }
}

/// Notes that names are given a value of which nothing is known.
export function noteUnknown(place: Place, target: Expression, value: Expression): void {
  if (target.kind === "Tuple" || target.kind === "List") {
    for (const element of target.elements) noteUnknown(place, element, value);
  } else if (target.kind === "Starred") noteUnknown(place, target.value, value);
  else if (target.kind === "Name" && isOfUnknown(place, value)) {
    const meaning = place.library.meaning.get(target);
    if (meaning !== undefined) place.habits.unknown.add(meaning);
  }
}
