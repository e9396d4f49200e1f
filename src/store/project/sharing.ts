import { type Embed, embedCode } from "../../share/embed.ts";
import { isAssignmentLink, linkProblem, linkTo, type Opening, readLink } from "../../share/link.ts";
import { fittingNames, isProjectName, projectNameFrom } from "../../share/names.ts";
import type { SharedMoment, SharedProject } from "../../share/project.ts";
import { type NamedBytes, readFiles, zipOf, zipProblem } from "../../share/zip.ts";
import type { Background } from "../background/background.ts";
import type { Frames } from "../platform/frames.ts";
import type { Notices } from "../platform/notices.ts";
import { chipNamed, chipWith } from "../run/chip-choice.ts";
import { mostHostCores, type Settings } from "../run/settings.ts";
import { bottomTabs, type CoreName, type Pane, type View, type ViewState } from "../view.ts";
import type { Projects } from "./project.ts";

export { mostLinkCharacters } from "../../base/limits.ts";
export { type Embed, type EmbedView, embedViews, readEmbed } from "../../share/embed.ts";
export { isAssignmentLink } from "../../share/link.ts";
export { fragmentOf } from "../../share/repair-link.ts";

export interface SharingParts {
  readonly projects: Projects;
  readonly settings: Settings;
  readonly view: View;
  readonly notices: Notices;
  readonly background: Background;
  readonly frames: Frames;
  /// The moment of its run that is played; undefined if none is, or the program has been changed since.
  readonly moment?: () => SharedMoment | undefined;
  /// Shows a moment of the run of the project that has just been opened.
  readonly showMoment?: (moment: SharedMoment) => void;
}

/// The open project on its way to others, and theirs on its way here.
export interface Sharing {
  /// The fragment that holds the open project as it is now, `#` included.
  link(): string;
  /// Why such a link would not open again, as the end of a sentence; undefined if it does.
  linkProblem(link: string): string | undefined;
  /// HTML that puts the open project into another page; `page` is this page's address without query and fragment.
  embedCode(page: string, embed: Embed): string;
  /// The open project as a .zip, whatever its size: a notice says if it cannot be opened here again.
  zip(): Uint8Array<ArrayBuffer>;
  /// Opens the project in an address's fragment. False when there is none in it. A notice says what cannot be read. It
  /// never runs anything.
  openLink(fragment: string): boolean;
  /// Opens files that the learner has chosen or dropped, as one project; those that were being opened are left.
  openFiles(files: readonly NamedBytes[]): Promise<void>;
}

/// Reading so many bytes of programs takes a few milliseconds; what is in a .zip may be a thousand times as long.
const mostBytesHere = 100_000;

const mostMilliseconds = 30_000;
/// What takes longer than this is said to be under way.
const patience = 500;

/// Views beside the tabs below the editor, by their names in links, which never change.
const otherViews: ReadonlyMap<string, Partial<ViewState>> = new Map([
  ["memory", { details: "memory" }],
  ["postbox", { details: "postbox" }],
  ["byte-code", { chip: "code" }],
]);

/// What a link says is shown: the tab below the editor, or else what else has been opened.
function viewOf(state: ViewState): string {
  if (state.bottom !== "output") return state.bottom;
  for (const [name, view] of otherViews) if (view.details === state.details || view.chip === state.chip) return name;
  return state.bottom;
}

export function createSharing(parts: SharingParts): Sharing {
  const { projects, settings, view, notices } = parts;
  let opening = new AbortController();

  const shared = (): SharedProject => {
    const { name, files, active } = projects.store.getState().current;
    const { chip, cores, hostCores, seed, code, data, clock } = settings.store.getState();
    const { core } = view.getState();
    const fit = isProjectName(name) ? name : projectNameFrom(name);
    const run = { chip, cores, hosts: hostCores, seed, code, data, clock };
    // Files of lessons may have names that no other project's have.
    const names = fittingNames(files.map((file) => file.name));
    const fitting = files.map((file, k) => ({ ...file, name: names[k] ?? "" }));
    const open = names[files.findIndex((file) => file.name === active)] ?? names[0] ?? "";
    return { name: fit, files: fitting, open, ...run, core, view: viewOf(view.getState()), moment: parts.moment?.() };
  };

  const open = (opening: Opening): void => {
    if (opening.kind === "problem") {
      notices.say({ about: "opening", kind: "error", text: opening.text });
      return;
    }
    const { project } = opening;
    notices.dismiss("opening");
    projects.openShared(project);
    const { cores, hosts: hostCores, seed, code, data, clock } = project;
    // Links of before chips were in them may have more cores than the usual chip.
    const chip = chipWith(cores, project.chip).name;
    settings.set({ chip, cores, hostCores, seed, code, data, clock });
    const changes: string[] = [];
    if (hostCores > mostHostCores)
      changes.push(`It asks for ${hostCores} virtual cores: ${mostHostCores} are the most.`);
    if (chip !== project.chip && chipNamed(project.chip).name !== project.chip) {
      changes.push(`It names the chip ${project.chip}, which this page does not have: it opens on the ${chip}.`);
    }
    if (changes.length > 0) notices.say({ about: "opening", kind: "hint", text: changes.join(" ") });
    const bottom = bottomTabs.find((tab) => tab === project.view);
    const pane: Pane = project.moment === undefined ? "code" : "chip";
    const other = otherViews.get(project.view);
    view.setState({ pane, core: project.core as CoreName, ...(bottom !== undefined && { bottom }) });
    if (other !== undefined) view.setState({ pane: "chip", ...other });
    if (project.moment !== undefined) parts.showMoment?.(project.moment);
  };

  const sayUnknown = (fragment: string): void => {
    const shown = fragment.length > 40 ? `${fragment.slice(0, 40)}…` : fragment;
    const text = `The address ends in ${shown}, which is no program or assignment that this page knows. If it came as a link, a part of it is missing: ask for it again, or for a file.`;
    notices.say({ about: "opening", kind: "error", text });
  };

  return {
    link: () => linkTo(shared()),
    embedCode: (page, embed) => embedCode(page, embed, linkTo(shared()), `${shared().name} in ePython Lab`),
    linkProblem: (link) => linkProblem(link, shared()),
    zip() {
      const project = shared();
      const zip = zipOf(project) as Uint8Array<ArrayBuffer>;
      const why = zipProblem(zip, project);
      if (why !== undefined) {
        const text = `The .zip holds all of this project, but is too large to be opened here again. ${why} Unpack it, and open fewer programs together.`;
        notices.say({ about: "zip", kind: "error", text });
      }
      return zip;
    },
    openLink(fragment) {
      const opening = readLink(fragment);
      if (opening !== null) open(opening);
      else if (fragment.length > 1 && !isAssignmentLink(fragment)) sayUnknown(fragment);
      return opening !== null;
    },
    async openFiles(files) {
      opening.abort();
      const mine = new AbortController();
      opening = mine;
      if (isSmall(files)) return open(readFiles(files));
      const what = files.length === 1 ? `Opening ${files[0]?.name}` : `Opening ${files.length} files`;
      const wait = parts.frames.after(patience, () => {
        const cancel = { label: "Cancel", act: () => mine.abort() };
        notices.say({ about: "opening", kind: "hint", text: `${what}…`, action: cancel });
      });
      try {
        const { signal } = mine;
        open(await parts.background.do("files", files, { what, mostMilliseconds, signal }));
      } catch (error) {
        if (opening !== mine) return;
        if (mine.signal.aborted) return notices.dismiss("opening");
        const why = error instanceof Error ? error.message : String(error);
        notices.say({ about: "opening", kind: "error", text: `${why} Nothing was changed.` });
      } finally {
        wait();
      }
    },
  };
}

function isSmall(files: readonly NamedBytes[]): boolean {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return bytes <= mostBytesHere && !files.some(({ name }) => /\.zip$/i.test(name));
}
