import type { CoreReport } from "../../store/run/chip.ts";
import { meshCores, meshWidth } from "../../store/run/chip-choice.ts";
import type { CoreName } from "../../store/view.ts";

/// Where a key leads from a core; null when it leads nowhere. The virtual cores stand in a row of their own below the mesh.
export function coreAfterKey(from: CoreName, key: string, hosts: readonly CoreReport[]): CoreName | null {
  const [kind, number] = from.split(" ");
  const id = Number(number);
  const host = (index: number): CoreName | null => {
    const core = hosts[index];
    return core === undefined ? null : `host ${core.id}`;
  };
  if (kind === "host") {
    const index = hosts.findIndex((core) => core.id === id);
    if (key === "ArrowRight") return host(index + 1);
    if (key === "ArrowLeft") return host(index - 1);
    if (key === "Home") return host(0);
    if (key === "End") return host(hosts.length - 1);
    return key === "ArrowUp" ? `device ${meshCores - meshWidth}` : null;
  }
  const column = id % meshWidth;
  switch (key) {
    case "ArrowRight":
      return column < meshWidth - 1 ? `device ${id + 1}` : null;
    case "ArrowLeft":
      return column > 0 ? `device ${id - 1}` : null;
    case "ArrowUp":
      return id >= meshWidth ? `device ${id - meshWidth}` : null;
    case "ArrowDown":
      return id + meshWidth < meshCores ? `device ${id + meshWidth}` : host(0);
    case "Home":
      return `device ${id - column}`;
    case "End":
      return `device ${id - column + meshWidth - 1}`;
    default:
      return null;
  }
}
