import * as v from "valibot";
import { encodeUtf8 } from "../base/bytes.ts";
import { megabytes, mostCertificateBytes, mostCertificateLessons, mostLessonIdCharacters } from "../base/limits.ts";
import { sha256 } from "../base/sha256.ts";
import { type SourceFile, writtenFiles } from "../base/source.ts";
import { handedFiles } from "./assignment.ts";
import { FormatError, problemOf } from "./format-error.ts";

// A certificate: a web page that anyone can read, with the programs in it as JSON, so that anyone can run them again.
//
//   <!doctype html> … a table for people …
//   <script type="application/json" id="epython-lab-certificate">{"format":"epython-lab-certificate","version":1,…}</script> …
//
// Nothing in it is a secret and nothing is signed: anybody can write such a file. What it says is true if the programs in it pass the
// checks when they are run again, and only that is believed.

/// A lesson that was passed, with the program that passed it.
export interface PassedLesson {
  readonly id: string;
  readonly title: string;
  /// The version of the lesson.
  readonly version: string;
  /// When, as 2026-05-31.
  readonly date: string;
  readonly files: readonly SourceFile[];
}

export interface Certificate {
  readonly student: string;
  /// When it was made, as 2026-05-31.
  readonly date: string;
  readonly lessons: readonly PassedLesson[];
}

const opening = '<script type="application/json" id="epython-lab-certificate">';
const closing = "</script>";

const date = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/, "must be a date such as 2026-05-31"));
const schema = v.strictObject({
  format: v.literal("epython-lab-certificate"),
  version: v.literal(1),
  student: v.pipe(v.string(), v.maxLength(120)),
  date,
  lessons: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(v.string(), v.maxLength(mostLessonIdCharacters)),
        title: v.pipe(v.string(), v.maxLength(200)),
        version: v.pipe(v.string(), v.maxLength(64)),
        date,
        hash: v.string(),
        files: handedFiles,
      }),
    ),
    v.minLength(1, "holds no lesson"),
    v.maxLength(mostCertificateLessons),
    v.check((lessons) => new Set(lessons.map(({ id }) => id)).size === lessons.length, "holds a lesson twice"),
  ),
});

/// The hash of a program, whichever way its files are ordered.
export function hashOf(files: readonly SourceFile[]): string {
  const sorted = files.map(({ name, text }) => [name, text]).sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  return sha256(encodeUtf8(JSON.stringify(sorted)));
}

/// The text of the file. Throws FormatError for what could not be read again.
export function writeCertificate({ student, date, lessons }: Certificate): string {
  const listed = lessons.map(({ id, title, version, date, files }) => {
    return { id, title, version, date, hash: hashOf(files), files: writtenFiles(files) };
  });
  const data = { format: "epython-lab-certificate", version: 1, student, date, lessons: listed };
  // Nothing in it can end the element that it stands in.
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  const rows = listed.map(
    ({ title, date, hash }) =>
      `<tr><td>${escaped(title)}</td><td>${date}</td><td><code>${hash.slice(0, 16)}</code></td></tr>`,
  );
  const text = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Certificate of ${escaped(student)}</title>
<style>
body { max-width: 44rem; margin: 3rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color-scheme: light dark; }
table { width: 100%; border-collapse: collapse; } th, td { padding: 4px 8px; border-bottom: 1px solid #8888; text-align: left; }
</style>
</head>
<body>
<h1>${escaped(student)}</h1>
<p>has passed the checks of ${lessons.length === 1 ? "1 lesson" : `${lessons.length} lessons`} of ePython Lab. Made on ${date}.</p>
<table>
<thead><tr><th>Lesson</th><th>Passed on</th><th>Program (start of its SHA-256)</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
<p>This page alone proves nothing: anyone can write one. The programs are in this file. To verify it, run them again: in ePython Lab under
<em>Lessons</em>, <em>Certificate</em>, or with <code>bin/epython lesson verify FILE</code>. Both work offline. They show that the programs pass,
not who wrote them.</p>
${opening}${json}${closing}
</body>
</html>
`;
  if (encodeUtf8(text).length > mostCertificateBytes) {
    throw new FormatError("the certificate", [`is larger than ${megabytes(mostCertificateBytes)}`]);
  }
  readCertificate(text, "the certificate");
  return text;
}

/// A certificate, and the lessons whose programs are not those that its hashes were made of.
export interface ReadCertificate extends Certificate {
  readonly changed: ReadonlySet<string>;
}

/// Reads such a file; throws FormatError.
export function readCertificate(text: string, name: string): ReadCertificate {
  const from = text.indexOf(opening);
  const to = text.indexOf(closing, from);
  if (from < 0 || to < 0) throw new FormatError(name, ["is no certificate"]);
  let data: unknown;
  try {
    data = JSON.parse(text.slice(from + opening.length, to));
  } catch {
    throw new FormatError(name, ["is damaged"]);
  }
  const result = v.safeParse(schema, data);
  if (!result.success) throw new FormatError(name, result.issues.map(problemOf));
  const { student, date, lessons } = result.output;
  const changed = new Set(lessons.filter(({ hash, files }) => hash !== hashOf(files)).map(({ id }) => id));
  return { student, date, lessons: lessons.map(({ hash: _, ...lesson }) => lesson), changed };
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
