// npm run notices: writes THIRD-PARTY-NOTICES.md from package-lock.json and the licence files of what is installed.
// `--check` only compares.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { path } from "./lib/project.mjs";
import { Failure, script } from "./lib/run.mjs";

// The bundler puts small helpers of its own into what it builds.
const helpers = ["rolldown", "vite"];
// Types leave nothing behind in what is built.
const onlyTypes = /node_modules\/(@types\/[^/]+|csstype)$/;

await script(async () => {
  const file = path("THIRD-PARTY-NOTICES.md");
  const current = notices();
  if (!process.argv.includes("--check")) writeFileSync(file, current);
  else if (readFileSync(file, "utf8").replaceAll("\r\n", "\n") !== current) {
    throw new Failure("THIRD-PARTY-NOTICES.md does not match the dependencies.", "Run: npm run notices");
  }
});

function notices() {
  const { packages } = JSON.parse(readFileSync(path("package-lock.json"), "utf8"));
  const shipped = Object.entries(packages)
    .filter(([place, { dev, optional }]) => place !== "" && !dev && !optional && !onlyTypes.test(place))
    .map(([place]) => place);
  const places = [...new Set([...shipped, ...helpers.map((name) => `node_modules/${name}`)])].sort();
  return `${[
    "# Third-party notices",
    "ePython Lab is made with the following packages, whose code is part of the built page or command line.\n" +
      "This file is written by `npm run notices`.",
    ...places.map((place) => notice(place, packages[place])),
  ].join("\n\n")}\n`;
}

/**
 * @param {string} place such as `node_modules/react`
 * @param {{ version: string, license?: string }} entry
 */
function notice(place, { version, license }) {
  const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
  const files = readdirSync(path(place)).filter((file) => /^(licen[cs]e|notice|third-?party-?notices)/i.test(file));
  // A package without its licence has it there, with those of what it contains.
  const own = path("scripts/licences", name);
  const paths =
    files.length === 0 && existsSync(own)
      ? readdirSync(own).map((file) => `${own}/${file}`)
      : files.map((file) => path(place, file));
  const texts = paths.sort().map((file) => clean(name, readFileSync(file, "utf8")));
  if (texts.length === 0) throw new Failure(`${name} has no licence file.`, "Look for its licence before shipping it.");
  // As plain text, fenced by more backticks than any of them holds.
  return [`## ${name} ${version}`, `Licence: ${license ?? "see below"}`, ...texts.map(fenced)].join("\n\n");
}

/** @param {string} text */
function fenced(text) {
  return `\`\`\`\`text\n${text}\n\`\`\`\``;
}

/** @param {string} name @param {string} text */
function clean(name, text) {
  // Vite lists the licences of its own build tools too; none of them is shipped.
  const own = name === "vite" ? text.replace(/\n# Licenses of bundled dependencies[\s\S]*$/, "") : text;
  return own
    .replaceAll("\r\n", "\n")
    .replace(/^\uFEFF/, "")
    .replace(/[ \t]+$/gm, "")
    .trim();
}
