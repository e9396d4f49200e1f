import { useState } from "react";
import { type FaultVariant, foldedCalls, traceKey, variantsOf } from "../../base/alike-faults.ts";
import { foldWords } from "../../base/fold.ts";
import { idRanges } from "../../base/id-ranges.ts";
import type { Fault } from "../../store/output/log.ts";
import { Icon } from "../shared/Icon.tsx";
import { LineLink } from "../shared/LineLink.tsx";
import { StaleMark, useRunIsStale } from "../shared/stale-run.tsx";
import { useCycles } from "../shared/useCycles.ts";

/// The most variants shown: nobody reads more.
const mostVariants = 100;

/// Cores that failed alike: what happened to the first of them, and what differs on the others.
export function FaultBox({ faults }: { readonly faults: readonly Fault[] }) {
  const inTime = useCycles();
  const isOld = useRunIsStale();
  const [first] = faults;
  if (first === undefined) return null;
  const variants = variantsOf(faults);
  return (
    <div className={isOld ? "log-block tone-fail old" : "log-block tone-fail"}>
      <p className="log-block-head">
        <Icon name="close" />
        {namesOf(faults)} failed
        <span className="log-time">{inTime(first.cycles)}</span>
        {isOld && <StaleMark />}
      </p>
      <p>{first.message}</p>
      <Trace fault={first} />
      {variants.length > 1 && <Differences variants={variants} />}
    </div>
  );
}

function namesOf(faults: readonly Fault[]): string {
  if (faults[0]?.usesPython) return "The host";
  const ids = faults.map(({ core }) => core).sort((a, b) => a - b);
  return ids.length === 1 ? `Core ${ids[0]}` : `Cores ${idRanges(ids)}`;
}

/// The calls that led to a fault.
function Trace({ fault }: { readonly fault: Fault }) {
  return (
    <ul>
      {foldedCalls(fault.calls).map((part, index) =>
        part.kind === "item" ? (
          <li key={index}>
            <LineLink
              file={part.item.place.file}
              line={part.item.place.line}
              text={`${part.item.place.file}, line ${part.item.place.line}`}
            />{" "}
            in {part.item.name}
          </li>
        ) : (
          <li key={index} className="fold">
            {foldWords(part)}
          </li>
        ),
      )}
    </ul>
  );
}

function Differences({ variants }: { readonly variants: readonly FaultVariant<Fault>[] }) {
  const [open, setOpen] = useState(false);
  const [first] = variants;
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What differs from core to core</summary>
      {open && (
        <ul className="fault-variants">
          {variants.slice(0, mostVariants).map(({ faults, fault }) => (
            <li key={fault.core}>
              {namesOf(faults)}: {fault.message}
              {first !== undefined && traceKey(fault) !== traceKey(first.fault) && <Trace fault={fault} />}
            </li>
          ))}
          {variants.length > mostVariants && (
            <li>and {(variants.length - mostVariants).toLocaleString("en")} more: a download of the output has them</li>
          )}
        </ul>
      )}
    </details>
  );
}
