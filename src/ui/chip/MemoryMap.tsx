import { formatAddress, globalAddress, localBytes } from "../../store/address.ts";
import type { MemorySegment } from "../../store/chip.ts";

const names: Record<MemorySegment["name"], string> = {
  interpreter: "Interpreter",
  globals: "Globals",
  code: "Byte code",
  postboxes: "Postboxes",
  stack: "Stack",
  heap: "Heap",
};

interface MemoryMapProps {
  readonly id: number;
  readonly memory: readonly MemorySegment[];
}

/// A core's 32 KB with sizes and addresses. The interpreter's 24 KB are drawn shortened, so that the rest can be seen.
export function MemoryMap({ id, memory }: MemoryMapProps) {
  return (
    <>
      <div className="memory-map" aria-hidden="true">
        {memory.map(({ name, size, used }) => (
          <div key={name} className={`seg seg-${name}`} style={{ flexGrow: share(name, size) }} title={names[name]}>
            <i style={{ width: `${size === 0 ? 0 : (100 * used) / size}%` }} />
          </div>
        ))}
      </div>
      <table className="segments">
        <thead>
          <tr>
            <th scope="col">Memory</th>
            <th scope="col">Address</th>
            <th scope="col" className="right">
              In use
            </th>
            <th scope="col" className="right">
              Size
            </th>
          </tr>
        </thead>
        <tbody>
          {memory.map(({ name, from, size, used }) => (
            <tr key={name}>
              <th scope="row">
                <i className={`swatch seg-${name}`} aria-hidden="true" />
                {names[name]}
              </th>
              <td className="mono">{formatAddress(globalAddress(id, from))}</td>
              <td className="mono right">{bytes(used)}</td>
              <td className="mono right">{bytes(size)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function share(name: MemorySegment["name"], size: number): number {
  return name === "interpreter" ? 0.16 : Math.max(0.01, size / (localBytes / 4));
}

function bytes(count: number): string {
  return `${count.toLocaleString("en")} B`;
}
