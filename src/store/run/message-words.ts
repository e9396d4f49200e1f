// How it is told what cores do to each other: in the player as it happens, after a step as it has happened.

export type Tense = "now" | "past";

const longestText = 60;

export function sends(from: string, value: string, to: string, tense: Tense): string {
  return `${from} ${tense === "now" ? "sends" : "sent"} ${value} to ${to}`;
}

export function receives(to: string, value: string, from: string, tense: Tense): string {
  return `${to} ${tense === "now" ? "receives" : "received"} ${value} from ${from}`;
}

/// To be said after a core's name.
export function prints(text: string, tense: Tense): string {
  return `${tense === "now" ? "prints" : "printed"}: ${cutText(text)}`;
}

/// A sentence, with a capital and a full stop.
export function sentence(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}.`.replace(/([.!?…])\.$/, "$1");
}

/// A text that is too long for a sentence ends in `…`.
export function cutText(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}
