/// What the compiler says when all is well with a program but its size. (What is wrong with a text is said in language/messages.ts.)
export const TOO_LARGE = {
  code: "too-large",
  severity: "error",
  headline: (why: string): string => `The program is too large for a core: ${why}.`,
  explanation:
    "A core has 32 KB for everything, and its byte code, variables and constants must fit into the part that is theirs. Functions that are never called take no room. Make long lists of numbers by a loop, join lines that repeat into a function, or leave away what is not needed.",
} as const;
