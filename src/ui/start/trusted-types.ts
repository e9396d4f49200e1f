// Trusted Types, where the browser has them: with the page's policy (content-security-policy.ts) no text becomes HTML or a
// script's address but through one of the policies that it names. Ours are two:
//
//   default       addresses of scripts and workers: those of the page's own origin
//   epython-lab   HTML that `ui/lesson/clean.ts` has cleaned

interface Factory {
  createPolicy(name: string, rules: Readonly<Record<string, (text: string) => string>>): Policy;
}
interface Policy {
  createHTML(text: string): unknown;
}

const factory = (globalThis as { readonly trustedTypes?: Factory }).trustedTypes;
let html: Policy | undefined;

/// Lets the page's own scripts and workers start; before the first of them does.
export function trustOwnScripts(): void {
  // In a sandboxed frame the page has no origin, but its address has.
  const own = new URL(document.baseURI).origin;
  factory?.createPolicy("default", {
    createScriptURL(text) {
      if (new URL(text, document.baseURI).origin !== own) throw new TypeError("a script of another origin");
      return text;
    },
  });
}

/// HTML that has been cleaned, for the page to take.
export function cleaned(text: string): string {
  html ??= factory?.createPolicy("epython-lab", { createHTML: (clean) => clean });
  return (html?.createHTML(text) ?? text) as string;
}
