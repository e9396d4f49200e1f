const digits = 12;

/// An id that no other tab gives, now or later.
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(digits));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join("");
}
