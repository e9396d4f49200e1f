import { createStore, type StoreApi } from "zustand/vanilla";
import { EPIPHANY_III } from "../../machine/chip-models.ts";
import { CORE_CODE_BYTES, type Location, MOST_HOST_CORES, type Placement } from "../../machine/memory-map.ts";
import type { ClockModel } from "../../machine/timing/timing.ts";
import type { RunSettings } from "../../runtime/protocol/run.ts";
import { parseAs, settingsForm } from "../storage/forms.ts";
import type { PageStorage } from "../storage/storage.ts";
import { chipNamed, coresOf, meshCores } from "./chip-choice.ts";

export type Theme = "system" | "light" | "dark" | "contrast";

/// How much the views show: what a learner needs first, or all they have. `store/depth.ts` says which is shown.
export type Depth = "essentials" | "everything";

export interface SettingsState {
  /// The name of the chip.
  readonly chip: string;
  /// Cores of the chip that take part, from core 0 on: 1 to all.
  readonly cores: number;
  /// Virtual cores on the host: 0 to `mostHostCores`.
  readonly hostCores: number;
  readonly seed: number;
  /// Where byte code lies; "auto" decides by its size.
  readonly code: Location | "auto";
  /// Where variables, stack and lists lie.
  readonly data: Location;
  /// What virtual time counts.
  readonly clock: ClockModel;
  readonly theme: Theme;
  /// Which depth was chosen. What the page shows may differ for a while: see `store/depth.ts`.
  readonly depth: Depth;
  /// Whether long lines of output go on in the next row, or to the right.
  readonly wrap: boolean;
  /// Whether the list of lessons, examples and files is folded to a rail of signs.
  readonly folded: boolean;
  /// Which runs with messages are played when they are over, unasked: a newcomer's first, all or none.
  readonly autoplay: "first" | "always" | "never";
  /// How many of the first have been.
  readonly autoplayed: number;
  /// How long a message takes in the player, in seconds.
  readonly pace: PlayPace;
}

/// How many runs with messages are played for a newcomer.
export const newcomersRuns = 3;
/// As `pace` says.
export const playPaces = [4, 2, 1, 0.5, 0.1] as const;
export type PlayPace = (typeof playPaces)[number];

export const mostHostCores = MOST_HOST_CORES;
/// Byte code up to this size lies on the cores, if nothing else is chosen.
export const coreCodeBytes = CORE_CODE_BYTES;
const key = "epython-lab.settings";
const themes: readonly string[] = ["system", "light", "dark", "contrast"];
const defaults: SettingsState = {
  chip: EPIPHANY_III.name,
  cores: meshCores,
  hostCores: 0,
  seed: 1,
  code: "auto",
  data: "core",
  clock: "epiphany",
  theme: "system",
  depth: "essentials",
  wrap: true,
  folded: true,
  autoplay: "first",
  autoplayed: 0,
  pace: 2,
};

/// What the learner has chosen; kept in the browser.
export interface Settings {
  readonly store: StoreApi<SettingsState>;
  set(change: Partial<SettingsState>): void;
}

export function createSettings(pageStorage: PageStorage): Settings {
  const store = createStore<SettingsState>(() => {
    const known = parseAs(settingsForm, pageStorage.read(key));
    if (known === undefined) return defaults;
    // Who has chosen something before a choice was there is no newcomer: the page stays as they know it.
    const before = { autoplayed: newcomersRuns, depth: "everything" };
    return valid({ ...defaults, ...before, ...known } as SettingsState);
  });
  return {
    store,
    set(change) {
      const before = store.getState();
      // A chip is chosen for its cores: all of them take part.
      const cores = change.chip === undefined || change.chip === before.chip ? {} : { cores: Infinity };
      const next = valid({ ...before, ...cores, ...change });
      store.setState(next);
      pageStorage.write(key, JSON.stringify(next));
    },
  };
}

/// What the engine needs to know.
export function runSettings({ chip, cores, hostCores, seed, code, data, clock }: SettingsState): RunSettings {
  const placement: Partial<Placement> = code === "auto" ? { data } : { code, data };
  return { chip, deviceCores: Array.from({ length: cores }, (_, id) => id), hostCores, seed, placement, clock };
}

/// Whether two settings are the same for a run.
export function isSameForRuns(a: SettingsState | null, b: SettingsState): boolean {
  return a === b || (a !== null && JSON.stringify(runSettings(a)) === JSON.stringify(runSettings(b)));
}

function valid(state: SettingsState): SettingsState {
  const chip = chipNamed(state.chip);
  return {
    chip: chip.name,
    cores: whole(state.cores, 1, coresOf(chip), coresOf(chip)),
    hostCores: whole(state.hostCores, 0, mostHostCores, defaults.hostCores),
    seed: whole(state.seed, 0, 0x7fffffff, defaults.seed),
    code: state.code === "core" || state.code === "shared" ? state.code : "auto",
    data: state.data === "shared" ? "shared" : "core",
    clock: state.clock === "instructions" ? "instructions" : "epiphany",
    theme: themes.includes(state.theme) ? state.theme : "system",
    depth: state.depth === "everything" ? "everything" : "essentials",
    wrap: state.wrap !== false,
    folded: state.folded !== false,
    autoplay: state.autoplay === "always" || state.autoplay === "never" ? state.autoplay : "first",
    autoplayed: whole(state.autoplayed, 0, 1000, 0),
    pace: playPaces.find((pace) => pace === state.pace) ?? defaults.pace,
  };
}

function whole(value: number, least: number, most: number, otherwise: number): number {
  if (typeof value !== "number" || !Number.isFinite(value)) return otherwise;
  return Math.min(most, Math.max(least, Math.round(value)));
}
