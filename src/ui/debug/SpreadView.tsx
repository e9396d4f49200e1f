import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { CoreValue, Spread } from "../../store/run/watches.ts";
import { useInspection } from "../core/useInspection.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { type Scale, scaleOf, shadeOf, strongest } from "./spread-scale.ts";
import "./spread.css";

// More columns have no room for words: then only colours are seen, and the values are in the cells' tips.
const mostWithWords = 8;

/// The value of an expression on every core, laid out as on the chip. Numbers are shaded from the least to the greatest.
export default function SpreadView({ spread }: { readonly spread: Spread }) {
  const { watches, chip } = useApp();
  // Evaluated anew with every look at the run.
  useInspection();
  const cores = useStore(chip.store, (state) => state.cores);
  const columns = useStore(chip.store, (state) => state.model.columns);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const values = watches.valuesOn(
    cores.filter((core) => !core.usesPython),
    spread,
  );
  const scale = scaleOf(values);
  const device = values.filter(({ core }) => core.kind === "device");
  const host = values.filter(({ core }) => core.kind === "host");
  const name = spread.index === null ? spread.text : `${spread.text}[${spread.index}]`;
  const problems = new Set(values.map(({ value }) => ("problem" in value ? value.problem : "")));
  const [problem] = problems;
  return (
    <section ref={section} className="spread" aria-label={`${name} on all cores`}>
      <div className="spread-head">
        <p className="spread-title">
          <span className="mono">{name}</span> on all cores
        </p>
        <ElementChoice spread={spread} />
        <button
          type="button"
          className="button small icon-only"
          aria-label="Close the values on all cores"
          title="Close"
          onClick={() => watches.setSpread(null)}
        >
          <Icon name="close" />
        </button>
      </div>
      {values.length === 0 || (problems.size === 1 && problem !== "") ? (
        <p className="core-words">{values.length === 0 ? "Nothing has been run yet." : `No value: ${problem}.`}</p>
      ) : (
        <>
          {device.length > 0 && (
            <Grid
              caption={`${name} on the cores, as they lie on the chip`}
              values={device}
              scale={scale}
              {...{ columns }}
            />
          )}
          {host.length > 0 && (
            <Grid caption={`${name} on the virtual cores`} isHost values={host} scale={scale} {...{ columns }} />
          )}
          {scale !== null && <Legend scale={scale} />}
        </>
      )}
    </section>
  );
}

/// Of lists, which element is shown.
function ElementChoice({ spread }: { readonly spread: Spread }) {
  const { watches, view } = useApp();
  const core = Number(useStore(view, (state) => state.core).split(" ")[1]);
  const whole = watches.valueOn(core, spread.text);
  const length = "problem" in whole || whole.type === "string" ? null : whole.length;
  if (length === null && spread.index === null) return null;
  return (
    <label className="spread-element">
      Element{" "}
      <input
        type="number"
        className="field small"
        min={0}
        max={Math.max(0, (length ?? 1) - 1)}
        placeholder="all"
        value={spread.index ?? ""}
        onChange={({ target }) => {
          const index = target.value === "" ? null : Math.max(0, Math.round(target.valueAsNumber));
          watches.setSpread({ ...spread, index });
        }}
      />
    </label>
  );
}

interface GridProps {
  readonly caption: string;
  readonly values: readonly CoreValue[];
  readonly columns: number;
  readonly scale: Scale | null;
  readonly isHost?: boolean;
}

function Grid({ caption, values, columns, scale, isHost = false }: GridProps) {
  const byId = new Map(values.map((value) => [value.core.id, value]));
  const ids = [...byId.keys()];
  // Virtual cores have no places: they are put one after the other.
  const first = isHost ? Math.min(...ids) : 0;
  const wide = isHost ? Math.min(columns, ids.length) : Math.min(columns, Math.max(...ids) + 1);
  const rows = Math.ceil((Math.max(...ids) + 1 - first) / columns);
  const hasWords = wide <= mostWithWords;
  return (
    <table className={hasWords ? "spread-grid" : "spread-grid dense"}>
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr key={row}>
            {Array.from({ length: wide }, (_, column) => {
              const id = first + row * columns + column;
              const value = byId.get(id);
              return value === undefined ? (
                <td key={column} className="spread-none" />
              ) : (
                <Cell key={id} value={value} scale={scale} hasWords={hasWords} />
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({
  value: { core, value },
  scale,
  hasWords,
}: {
  value: CoreValue;
  scale: Scale | null;
  hasWords: boolean;
}) {
  const name = `${core.kind === "host" ? "virtual core" : "core"} ${core.id}`;
  const text = "problem" in value ? `no value: ${value.problem}` : value.text;
  const shade = "problem" in value ? null : shadeOf(value.number, scale, hasWords ? strongest.words : strongest.none);
  return (
    <td
      className={"problem" in value ? "spread-problem" : undefined}
      title={`${name}: ${text}`}
      style={shade === null ? undefined : { background: `color-mix(in srgb, var(--accent) ${shade}%, var(--panel))` }}
    >
      <span className={hasWords ? "spread-core" : "visually-hidden"}>{hasWords ? core.id : name}: </span>
      <span className={hasWords ? "spread-value mono" : "visually-hidden"}>
        {"problem" in value && hasWords ? "–" : text}
      </span>
    </td>
  );
}

function Legend({ scale: { least, greatest, real } }: { readonly scale: Scale }) {
  const told = (value: number) => (real ? String(Number(value.toPrecision(6))) : value.toLocaleString("en"));
  if (least === greatest) return <p className="spread-legend">The same on all cores that have a number.</p>;
  return (
    <p className="spread-legend">
      Palest: {told(least)} <span className="spread-ramp" aria-hidden="true" /> Strongest: {told(greatest)}
    </p>
  );
}
