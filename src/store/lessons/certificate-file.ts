import { mostCertificateBytes, tooLarge } from "../../base/limits.ts";
import { readText } from "../../base/source-text.ts";
import { type ReadCertificate, readCertificate } from "../../lessons/certificate.ts";
import { FormatError } from "../../lessons/format-error.ts";

/// The certificate in a file; throws FormatError.
export function certificateIn({ file, bytes }: { readonly file: string; readonly bytes: Uint8Array }): ReadCertificate {
  if (bytes.length > mostCertificateBytes) throw new FormatError(file, [tooLarge(mostCertificateBytes)]);
  return readCertificate(readText(file, bytes), file);
}
