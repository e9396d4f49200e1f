import { decodeImage, type Image, ImageError } from "../bytecode/image.ts";
import { verify } from "../bytecode/verify.ts";
import { chipModels, coresOf, EPIPHANY_III } from "../machine/chip-models.ts";
import { type ChipConfig, MOST_HOST_CORES } from "../machine/memory-map.ts";
import type { RunSettings } from "./protocol/run.ts";

/// All that a thread needs to take part in a run; the memory goes beside it.
export interface RunSetup {
  readonly image: Uint8Array;
  readonly config: ChipConfig;
  /// Ids of the cores that take part, ascending.
  readonly active: readonly number[];
  /// Whether what the cores do is recorded.
  readonly record: boolean;
}

/// Reads and checks an image; throws ImageError with the reason when it may not be run.
export function readImage(bytes: Uint8Array): Image {
  const image = decodeImage(bytes);
  const reason = verify(image);
  if (reason !== undefined) throw new ImageError(`the byte code is not sound: ${reason}`);
  return image;
}

/// Says which settings no chip has, in words for people.
export class SettingsError extends Error {}

/// The chip that settings ask for; throws SettingsError when there is none.
export function chipFor(settings: RunSettings): { config: ChipConfig; active: number[] } {
  const { deviceCores, usesPython } = settings;
  const hostCores = settings.hostCores + (usesPython === undefined ? 0 : 1);
  const wanted = settings.chip ?? EPIPHANY_III.name;
  const model = chipModels.find(({ name }) => name === wanted);
  if (model === undefined) {
    throw new SettingsError(`there is no chip ${wanted}: there are ${chipModels.map(({ name }) => name).join(", ")}`);
  }
  const most = coresOf(model);
  for (const id of deviceCores) {
    if (!Number.isInteger(id) || id < 0 || id >= most) {
      throw new SettingsError(`there is no core ${id}: the chip has ${most}, from 0 to ${most - 1}`);
    }
  }
  if (!Number.isInteger(settings.hostCores) || settings.hostCores < 0 || settings.hostCores > MOST_HOST_CORES) {
    throw new SettingsError(`there can be 0 to ${MOST_HOST_CORES} virtual cores, not ${settings.hostCores}`);
  }
  if (deviceCores.length + hostCores === 0) throw new SettingsError("at least one core must take part");
  const device = [...new Set(deviceCores)].sort((a, b) => a - b);
  const next = (device.at(-1) ?? -1) + 1;
  const firstHostId = settings.firstHostCore ?? next;
  if (firstHostId < next)
    throw new SettingsError(`virtual core ${firstHostId} would have the id of a core of the chip`);
  const host = Array.from({ length: hostCores }, (_, k) => firstHostId + k);
  const { placement, clock } = settings;
  const chosen = { ...(placement && { placement }), ...(clock && { clock }), ...(usesPython && { usesPython }) };
  const config = { model, hostCores, firstHostId, ...chosen };
  return { config, active: [...device, ...host] };
}
