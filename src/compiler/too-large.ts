/// The diagnostic for a program that is correct but too large. (All others of the compiler are in language/catalogue.ts.)
export const TOO_LARGE = {
  code: "too-large",
  severity: "error",
  headline: (why: string): string => `The program is too large for a core: ${why}.`,
  explanation:
    "A core has 32 KB for everything, and the program's byte code, variables and constants must fit into their part of it. Functions that you never call take no room. Make long lists of numbers in a loop, move repeated lines into a function, or remove what you do not need.",
} as const;
