import { counted } from "../../base/counted.ts";
import type { PostboxEntry } from "../../store/run/inspector.ts";
import { Icon } from "../shared/Icon.tsx";
import { LineLink } from "../shared/LineLink.tsx";
import { useCycles } from "../shared/useCycles.ts";
import { AddressLink } from "./AddressLink.tsx";
import { NotInspected } from "./NotInspected.tsx";
import { useInspection } from "./useInspection.ts";

/// What other cores have put into the chosen core's postboxes.
export default function Postbox() {
  const { inspection, before } = useInspection();
  if (inspection === null) return <NotInspected what="it" />;
  if (inspection.postbox.length === 0) return <p className="core-empty">No other core takes part.</p>;
  const full = inspection.postbox.filter((entry) => entry.full).length;
  return (
    <div className="core-scroll">
      <p className="core-words" role="status">
        {full === 0
          ? "No message waits. Each core that may send has a box of its own."
          : `${counted(full, "message waits", "messages wait")} to be received.`}
      </p>
      <table className="core-table">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">State</th>
            <th scope="col">Value</th>
            <th scope="col">Sent</th>
            <th scope="col" className="right spare">
              Version
            </th>
            <th scope="col">Address</th>
          </tr>
        </thead>
        <tbody>
          {inspection.postbox.map((entry) => (
            <Row key={entry.from} entry={entry} changed={versionOf(before?.postbox, entry) !== entry.version} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function versionOf(entries: readonly PostboxEntry[] | undefined, entry: PostboxEntry): number {
  return entries?.find(({ from }) => from === entry.from)?.version ?? entry.version;
}

function Row({ entry, changed }: { readonly entry: PostboxEntry; readonly changed: boolean }) {
  const { from, full, value, sent, place, version, address, call } = entry;
  const inTime = useCycles();
  return (
    <tr className={`${full ? "full" : ""} ${changed ? "changed" : ""}`}>
      <th scope="row">core {from}</th>
      <td className={full ? "postbox-full" : "core-unset"}>
        {full ? (
          <>
            <Icon name="receive" /> waits
          </>
        ) : version === 0 ? (
          "never used"
        ) : (
          "read"
        )}
      </td>
      <td className="mono core-value">{value === null ? "" : value.text}</td>
      <td>
        {place !== null && (
          <>
            <LineLink file={place.file} line={place.line} text={`${call ?? "sent"}, line ${place.line}`} />
            {sent !== null && <span className="core-unset spare"> at {inTime(sent)}</span>}
          </>
        )}
      </td>
      <td className="mono right spare">{version}</td>
      <td>
        <AddressLink address={address} />
      </td>
    </tr>
  );
}
