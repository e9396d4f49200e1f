import type { CoreReport, MemorySegment, SharedSegment } from "../../store/run/chip.ts";
import {
  type ChipModel,
  formatAddress,
  globalAddress,
  localBytes,
  sharedAddress,
} from "../../store/run/chip-choice.ts";

const names: Record<MemorySegment["name"], string> = {
  interpreter: "Interpreter",
  globals: "Globals",
  code: "Byte code",
  postboxes: "Postboxes",
  stack: "Stack",
  heap: "Heap",
};

/// A core's 32 KB with sizes and addresses, and what it has in shared memory. The interpreter's 24 KB are drawn shortened,
/// so that the rest can be seen.
export default function MemoryMap({ report, model }: { readonly report: CoreReport; readonly model: ChipModel }) {
  const { id, memory, shared = [] } = report;
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
          {memory.map((segment) => (
            <Row key={segment.name} segment={segment} address={globalAddress(id, segment.from, model)} />
          ))}
        </tbody>
        {shared.length > 0 && (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={4} className="segments-group">
                In shared memory
                <div className="memory-map" aria-hidden="true">
                  {shared.map(({ name, size, used }) => (
                    <div
                      key={name}
                      className={`seg seg-${name}`}
                      style={{ flexGrow: Math.max(used, size / 64) }}
                      title={names[name]}
                    >
                      <i style={{ width: `${size === 0 ? 0 : (100 * used) / size}%` }} />
                    </div>
                  ))}
                </div>
              </th>
            </tr>
            {shared.map((segment) => (
              <Row key={segment.name} segment={segment} address={sharedAddress(segment.from)} />
            ))}
          </tbody>
        )}
      </table>
    </>
  );
}

interface RowProps {
  readonly segment: MemorySegment | SharedSegment;
  readonly address: number;
}

function Row({ segment: { name, size, used }, address }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <i className={`swatch seg-${name}`} aria-hidden="true" />
        {names[name]}
      </th>
      <td className="mono">{formatAddress(address)}</td>
      <td className="mono right">{bytes(used)}</td>
      <td className="mono right">{bytes(size)}</td>
    </tr>
  );
}

function share(name: MemorySegment["name"], size: number): number {
  return name === "interpreter" ? 0.16 : Math.max(0.01, size / (localBytes / 4));
}

function bytes(count: number): string {
  return `${count.toLocaleString("en")} B`;
}
