import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { formatAddress, globalAddress } from "../../store/run/chip-choice.ts";
import type { Inspector, MemoryOwner, MemoryView } from "../../store/run/inspector.ts";
import { useInspection } from "../core/useInspection.ts";
import { useApp } from "../shared/context.ts";
import { Empty, RunNow } from "../shared/Empty.tsx";
import { useSize } from "../shared/useSize.ts";
import { describeOwner, ownerAt } from "./owners.ts";
import "./memory.css";

type Part = ReturnType<Inspector["parts"]>[number]["name"];

const partNames: Record<Part, string> = {
  local: "its 32 KB",
  shared: "its part of shared memory",
  code: "byte code in shared memory",
};
const rowHeight = 19;
// A row of 16 bytes takes this many pixels; where there are fewer, a row has 8.
const wideRow = 428;

/// The bytes of the chosen core, each in the colour of what it belongs to.
export default function Memory() {
  const { inspector, view } = useApp();
  const { looks } = useInspection();
  const address = useStore(view, (state) => state.address);
  const core = useStore(view, (state) => state.core);
  const [part, setPart] = useState<Part>("local");
  const [frame, { width }] = useSize<HTMLDivElement>();
  const rowBytes = width < wideRow ? 8 : 16;
  const parts = inspector.parts();
  // An address that was asked for decides what is shown.
  const holding = parts.find(({ from, bytes }) => address !== null && address >= from && address < from + bytes);
  useEffect(() => {
    if (holding !== undefined) setPart(holding.name);
  }, [holding]);
  const shown = parts.find(({ name }) => name === part) ?? parts[0];
  if (shown === undefined) {
    return (
      <div className="memory" ref={frame}>
        <Empty words="Run the program, or step through it, to see the bytes.">
          <RunNow />
        </Empty>
      </div>
    );
  }
  return (
    <div className="memory" ref={frame}>
      <div className="memory-tools">
        <Jumps />
        {parts.length > 1 && (
          <label>
            <span className="visually-hidden">Memory</span>
            <select
              className="select small"
              value={shown.name}
              onChange={(event) => {
                view.setState({ address: null });
                setPart(event.target.value as Part);
              }}
            >
              {parts.map(({ name }) => (
                <option key={name} value={name}>
                  {partNames[name]}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {width > 0 && (
        <Dump
          key={`${core} ${shown.name} ${rowBytes}`}
          from={shown.from}
          length={shown.bytes}
          rowBytes={rowBytes}
          looks={looks}
        />
      )}
    </div>
  );
}

/// Leads to the parts of the core's memory.
function Jumps() {
  const { chip, view } = useApp();
  const core = useStore(view, (state) => state.core);
  const model = useStore(chip.store, (state) => state.model);
  const report = useStore(chip.store, (state) => state.cores.find(({ kind, id }) => `${kind} ${id}` === core));
  if (report === undefined) return null;
  return (
    <fieldset className="memory-jumps">
      <legend className="visually-hidden">Go to</legend>
      {report.memory.map(({ name, from, size }) => (
        <button
          key={name}
          type="button"
          className="button small"
          disabled={size === 0}
          onClick={() => view.setState({ address: globalAddress(report.id, from, model) })}
        >
          <i className={`swatch seg-${name}`} />
          {name === "code" ? "byte code" : name}
        </button>
      ))}
    </fieldset>
  );
}

interface DumpProps {
  readonly from: number;
  readonly length: number;
  /// Bytes in a row.
  readonly rowBytes: number;
  readonly looks: number;
}

function Dump({ from, length, rowBytes, looks }: DumpProps) {
  const { inspector, view } = useApp();
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = useStore(view, ({ address }) =>
    address !== null && address >= from && address < from + length ? address : null,
  );
  const [pointed, setPointed] = useState<number | null>(null);
  const virtual = useVirtualizer({
    count: Math.ceil(length / rowBytes),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    // The interpreter's own 24 KB are the least of interest.
    initialOffset: length === 0x8000 ? (0x6000 / rowBytes) * rowHeight : 0,
  });
  const items = virtual.getVirtualItems();
  const first = (items[0]?.index ?? 0) * rowBytes;
  const count = items.length * rowBytes;
  // With every look the bytes may be others.
  const memory = useMemo(() => inspector.memory(from + first, count), [inspector, from, first, count, looks]);
  const changed = useChanged(memory, looks);

  useEffect(() => {
    if (chosen !== null) virtual.scrollToIndex(Math.floor((chosen - from) / rowBytes), { align: "auto" });
  }, [chosen, from, rowBytes, virtual]);

  const asked = useStore(view, ({ toMemory }) => toMemory);
  useEffect(() => {
    if (!asked) return;
    scroller.current?.focus({ preventScroll: true });
    view.setState({ toMemory: false });
  }, [asked, view]);

  const move = (event: KeyboardEvent) => {
    const at = chosen ?? from + first;
    const steps = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: rowBytes,
      ArrowUp: -rowBytes,
      PageDown: rowBytes * 8,
      PageUp: -rowBytes * 8,
    }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    view.setState({ address: Math.min(from + length - 1, Math.max(from, at + steps)) });
  };
  const told = pointed ?? chosen;
  return (
    <>
      <div
        ref={scroller}
        className="dump mono"
        role="application"
        aria-label="Bytes of the memory; the arrow keys go from byte to byte"
        aria-describedby="dump-told"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys move the chosen byte
        tabIndex={0}
        onKeyDown={move}
        onMouseLeave={() => setPointed(null)}
      >
        <div style={{ height: virtual.getTotalSize(), position: "relative" }}>
          {memory !== null &&
            items.map((item) => (
              <Row
                key={item.key}
                top={item.start}
                address={from + item.index * rowBytes}
                rowBytes={rowBytes}
                memory={memory}
                changed={changed}
                chosen={chosen}
                onPoint={setPointed}
                onChoose={(address) => view.setState({ address })}
              />
            ))}
        </div>
      </div>
      <p className="dump-told" id="dump-told" aria-live="polite">
        {told === null || memory === null ? "Point at a byte to see what it belongs to." : words(memory, told)}
      </p>
    </>
  );
}

interface RowProps {
  readonly top: number;
  readonly address: number;
  readonly rowBytes: number;
  readonly memory: MemoryView;
  readonly changed: ReadonlySet<number>;
  readonly chosen: number | null;
  readonly onPoint: (address: number) => void;
  readonly onChoose: (address: number) => void;
}

function Row({ top, address, rowBytes, memory, changed, chosen, onPoint, onChoose }: RowProps) {
  const bytes = Array.from({ length: rowBytes }, (_, k) => address + k);
  return (
    <div className="dump-row" style={{ transform: `translateY(${top}px)` }}>
      <span className="dump-address">{formatAddress(address)}</span>
      {bytes.map((at, k) => {
        const byte = memory.bytes[at - memory.from];
        if (byte === undefined) return <span key={at} className="dump-byte" />;
        const owner = ownerAt(memory.owners, at);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the dump as a whole takes the keys
          // biome-ignore lint/a11y/useKeyWithClickEvents: likewise
          <span
            key={at}
            className={`${classOf(owner, at)} ${k === 8 ? "middle" : ""} ${changed.has(at) ? "changed" : ""} ${at === chosen ? "chosen" : ""}`}
            onMouseEnter={() => onPoint(at)}
            onClick={() => onChoose(at)}
          >
            {byte.toString(16).padStart(2, "0")}
          </span>
        );
      })}
      <span className="dump-text" aria-hidden="true">
        {bytes.map((at) => character(memory.bytes[at - memory.from])).join("")}
      </span>
    </div>
  );
}

function classOf(owner: MemoryOwner | undefined, at: number): string {
  if (owner === undefined) return "dump-byte";
  const use = owner.what === "free" || owner.what === "garbage" || owner.what === "runtime" ? owner.what : "used";
  return `dump-byte seg-${owner.segment} ${use} ${at === owner.from ? "first" : ""}`;
}

function character(byte: number | undefined): string {
  return byte !== undefined && byte >= 32 && byte < 127 ? String.fromCharCode(byte) : "·";
}

function words(memory: MemoryView, address: number): string {
  const owner = ownerAt(memory.owners, address);
  if (owner === undefined) return formatAddress(address);
  return `${formatAddress(address)}: ${describeOwner(owner, memory)}`;
}

const nothing: ReadonlySet<number> = new Set();

/// The addresses whose bytes are others than at the look before, as long as the same part is shown.
function useChanged(memory: MemoryView | null, looks: number): ReadonlySet<number> {
  const last = useRef<{ looks: number; memory: MemoryView | null; changed: ReadonlySet<number> }>({
    looks,
    memory,
    changed: nothing,
  });
  return useMemo(() => {
    const before = last.current;
    let { changed } = before;
    if (looks !== before.looks) {
      const found = new Set<number>();
      const old = before.memory;
      if (memory !== null && old !== null) {
        memory.bytes.forEach((byte, k) => {
          const was = old.bytes[memory.from + k - old.from];
          if (was !== undefined && was !== byte) found.add(memory.from + k);
        });
      }
      changed = found;
    }
    last.current = { looks, memory, changed };
    return changed;
  }, [memory, looks]);
}
