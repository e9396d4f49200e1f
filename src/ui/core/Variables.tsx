import { Fragment, useState } from "react";
import { useStore } from "zustand";
import type { ValueSpot } from "../../store/player/origins.ts";
import type { Call, CoreInspection, ShownValue, Variable } from "../../store/run/inspector.ts";
import { SpreadButton, SpreadPane } from "../debug/SpreadPane.tsx";
import { Watches } from "../debug/Watches.tsx";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { OriginButton } from "../shared/OriginButton.tsx";
import { useEverything } from "../shared/useDepth.ts";
import { AddressLink } from "./AddressLink.tsx";
import { NotInspected } from "./NotInspected.tsx";
import { useInspection } from "./useInspection.ts";

interface Scope {
  readonly key: string;
  readonly title: string;
  readonly variables: readonly Variable[];
  /// The same when the run was paused before.
  readonly before: readonly Variable[];
}

/// The variables of the chosen core: of one of its calls, then the program's. Everything adds where they lie.
export default function Variables() {
  const { view } = useApp();
  const { inspection, before } = useInspection();
  const chosen = useStore(view, (state) => state.call);
  const scopes = inspection === null ? [] : scopesOf(inspection, before, chosen);
  const isEmpty = scopes.every(({ variables }) => variables.length === 0);
  return (
    <div className="core-scroll">
      <SpreadPane />
      <Watches />
      {inspection === null ? (
        <NotInspected what="them" />
      ) : isEmpty ? (
        <p className="core-empty">The program has no variables.</p>
      ) : (
        <VariableTable scopes={scopes} core={inspection.core} />
      )}
    </div>
  );
}

interface VariableTableProps {
  readonly scopes: readonly Scope[];
  readonly core: number;
}

function VariableTable({ scopes, core }: VariableTableProps) {
  const everything = useEverything();
  return (
    <table className="core-table">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
          <th scope="col">Type</th>
          {everything && (
            <>
              <th scope="col" className="right spare">
                Bytes
              </th>
              <th scope="col">Address</th>
            </>
          )}
        </tr>
      </thead>
      {scopes.map(
        (scope) =>
          scope.variables.length > 0 && (
            <tbody key={scope.key}>
              <tr>
                <th scope="rowgroup" colSpan={everything ? 5 : 3} className="core-scope">
                  {scope.title}
                </th>
              </tr>
              {scope.variables.map((variable) => (
                <Value
                  key={variable.name}
                  name={variable.name}
                  value={variable}
                  spot={{ kind: "slot", core, address: variable.address }}
                  changed={hasChanged(variable, scope.before)}
                  depth={0}
                />
              ))}
            </tbody>
          ),
      )}
    </table>
  );
}

function scopesOf(inspection: CoreInspection, before: CoreInspection | null, chosen: number): readonly Scope[] {
  const calls = inspection.calls.filter(({ name }) => name !== "<program>");
  const call: Call | undefined = calls[Math.min(chosen, calls.length - 1)];
  const depth = call === undefined ? -1 : calls.length - calls.indexOf(call);
  const oldCalls = before?.calls.filter(({ name }) => name !== "<program>") ?? [];
  const oldCall = oldCalls[oldCalls.length - depth];
  const locals: readonly Scope[] =
    call === undefined
      ? []
      : [
          {
            key: "call",
            title: `In ${call.name}`,
            variables: call.variables,
            before: oldCall?.name === call.name ? oldCall.variables : call.variables,
          },
        ];
  const globals = inspection.globals.map(({ file, main, variables }) => ({
    key: file,
    title: main ? "Of the program" : `Of ${file}`,
    variables,
    before: before?.globals.find((scope) => scope.file === file)?.variables ?? variables,
  }));
  return [...locals, ...globals];
}

function hasChanged(variable: Variable, before: readonly Variable[]): boolean {
  const old = before.find(({ name }) => name === variable.name);
  return old !== undefined && (old.text !== variable.text || old.type !== variable.type);
}

interface ValueProps {
  readonly name: string;
  readonly value: ShownValue;
  /// Null if nobody knows where the value comes from.
  readonly spot: ValueSpot | null;
  readonly changed: boolean;
  readonly depth: number;
}

// How many elements are shown at a time.
const portion = 50;

function Value({ name, value, spot, changed, depth }: ValueProps) {
  const { inspector, origins } = useApp();
  const [shown, setShown] = useState(0);
  const everything = useEverything();
  const { object } = value;
  const count = value.type === "string" ? 0 : (value.length ?? value.parts ?? 0);
  const opens = object !== null && count > 0;
  const elements = opens && shown > 0 ? inspector.elements(value, 0, shown) : [];
  const rest = opens && shown > 0 ? count - elements.length : 0;
  const isSequence = value.type === "list" || value.type === "tuple";
  return (
    <Fragment>
      <tr className={changed ? "changed" : ""}>
        <th scope="row" style={{ paddingLeft: 24 + 16 * depth }}>
          {opens ? (
            <button
              type="button"
              className="core-open mono"
              aria-expanded={shown > 0}
              onClick={() => setShown(shown > 0 ? 0 : portion)}
            >
              <Icon name={shown > 0 ? "opened" : "closed"} />
              {name}
            </button>
          ) : (
            <span className="mono core-name">{name}</span>
          )}
        </th>
        <td className="mono core-value" title={value.text}>
          {value.type === "unset" ? <span className="core-unset">not set yet</span> : value.text}
          {changed && <span className="visually-hidden"> (changed)</span>}
          {value.type !== "unset" && spot !== null && (
            <OriginButton what={name} onAsk={() => origins.askAbout(spot, `${name} = ${value.text}`)} />
          )}
          {depth === 0 && <SpreadButton text={name} />}
        </td>
        <td className="core-type">{value.type === "unset" ? "–" : typeOf(value)}</td>
        {everything && (
          <>
            <td className="mono right spare">{value.bytes}</td>
            <td>
              <AddressLink address={value.address} />
            </td>
          </>
        )}
      </tr>
      {elements.map((element, index) => (
        <Value
          key={index}
          name={element.name ?? `[${element.key ?? index}]`}
          value={element}
          spot={isSequence && spot !== null ? { kind: "element", core: spot.core, object: object ?? 0, index } : null}
          changed={false}
          depth={depth + 1}
        />
      ))}
      {rest > 0 && elements.length > 0 && (
        <tr>
          <td colSpan={everything ? 5 : 3} style={{ paddingLeft: 40 + 16 * depth }}>
            <button type="button" className="link" onClick={() => setShown(shown + portion * 4)}>
              {rest.toLocaleString("en")} more
            </button>
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function typeOf({ type, length }: ShownValue): string {
  return length === null ? type : `${type} of ${length}`;
}
