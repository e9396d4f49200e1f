// What the page may load and run: its own files, and nothing else. Decision 019 says why each line is as it is.

const everywhere = {
  "default-src": "'none'",
  "script-src": "'self'",
  "worker-src": "'self'",
  // Monaco makes style elements and attributes as it draws; what they could do is little without script.
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
} as const;

type Directive = keyof typeof everywhere | "require-trusted-types-for" | "trusted-types";
type Policy = Partial<Record<Directive, string>>;

function text(policy: Policy): string {
  return Object.entries({ ...everywhere, ...policy })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}

// Those of Monaco, each for one thing that it draws, and DOMPurify's, of which there are two.
const trustedTypes =
  "default epython-lab 'allow-duplicates' dompurify defaultWorkerFactory diffEditorWidget diffReview domLineBreaksComputer " +
  "editorGhostText editorViewLayer richScreenReaderContent standaloneColorizer stickyScrollViewLayer tokenizeToString";

/// In the page itself, as a meta element.
export const pagePolicy = text({ "require-trusted-types-for": "'script'", "trusted-types": trustedTypes });

/// As a header of every answer, and so of the workers, which do not inherit the page's: one of them runs WebAssembly. The
/// page is held to both.
export const headerPolicy = text({ "script-src": "'self' 'wasm-unsafe-eval'" });

/// For the development server, which puts a script of its own into the page and talks to it.
export const developmentNonce = "development";
export const developmentPolicy = text({
  "script-src": `'self' 'wasm-unsafe-eval' 'nonce-${developmentNonce}'`,
  "connect-src": "'self' ws:",
});
