// How large things may be that people hand to one another. Whoever makes one and whoever opens one hold to the same number:
// what is made can be opened. Where a limit is passed, the one who makes says so.

/// Bytes of one program.
export const mostFileBytes = 4_000_000;

/// Programs of a project in a link, an assignment or a hand-in.
export const mostFiles = 64;
/// Bytes of what a link holds, as they are before they are packed; and characters of the link once it is.
export const mostLinkBytes = 1_000_000;
export const mostPackedCharacters = 200_000;
/// Longer links do not survive everywhere; then a file is offered instead.
export const mostLinkCharacters = 8000;

/// Programs of a project in a .zip, bytes of all their texts, and bytes of the .zip itself.
export const mostZipFiles = 1000;
export const mostZipTextBytes = 4_000_000;
export const mostZipBytes = 5_000_000;

/// Bytes of a pack of lessons, of one file in it, and how many files it has.
export const mostPackBytes = 10_000_000;
export const mostPackFileBytes = 1_000_000;
export const mostPackFiles = 1000;
/// Characters of one part of a path in a pack, as file systems have them; ids of lessons are made of two.
export const mostNameCharacters = 255;
export const mostLessonIdCharacters = 600;

/// Characters of one program in an assignment or a hand-in.
export const mostHandedCharacters = 200_000;
/// Bytes of the files of an assignment, a hand-in, and of someone's progress.
export const mostAssignmentBytes = 1_000_000;
export const mostHandInBytes = 8_000_000;
export const mostProgressBytes = 4_000_000;
/// Files among which hand-ins are looked for, how deep folders may lie, bytes of a .zip of them, and of all that is in it.
export const mostHandInFiles = 2000;
export const mostHandInDepth = 8;
export const mostHandInZipBytes = 50_000_000;
export const mostHandInsBytes = 200_000_000;

/// Bytes of a certificate, and lessons in it.
export const mostCertificateBytes = 8_000_000;
export const mostCertificateLessons = 300;

/// Bytes of an image of byte code.
export const mostImageBytes = 16_000_000;

/// A number of bytes as a limit is told: `4 MB`.
export function megabytes(bytes: number): string {
  return `${bytes / 1_000_000} MB`;
}

/// What is said of a file that is not read because of its length.
export function tooLarge(most: number): string {
  return `is larger than ${megabytes(most)}, too large to be read`;
}
