import { useStore } from "zustand";
import { terminalText } from "../../base/terminal-text.ts";
import type { CoreReport } from "../../store/run/chip.ts";
import { describeCore } from "../../store/run/narration.ts";
import type { CoreName } from "../../store/view.ts";
import { useApp } from "../shared/context.ts";
import { IconMark } from "../shared/Icon.tsx";
import type { Size } from "../shared/useSize.ts";
import { cut, wrap } from "./cell-text.ts";
import { MemoryStrip } from "./MemoryStrip.tsx";
import { PlainCell } from "./PlainCell.tsx";
import { placeWords, stateStyles } from "./state-styles.ts";

interface CoreCellProps {
  readonly id: number;
  /// Undefined for a core that takes no part.
  readonly report: CoreReport | undefined;
  readonly lastLine: string | undefined;
  readonly chosen: boolean;
  readonly x: number;
  readonly y: number;
  readonly size: Size;
  /// As Essentials shows it: in words, and without memory.
  readonly plain: boolean;
  readonly onChoose: (core: CoreName) => void;
}

// Widths of a character, near enough to cut a text that would not fit.
const monoWidth = 7.25;
const padding = 8;

/// One core of the chip.
export function CoreCell({ id, report, lastLine: line, chosen, x, y, size, plain, onChoose }: CoreCellProps) {
  const lastLine = line === undefined ? undefined : terminalText(line);
  const name: CoreName = `device ${id}`;
  const { showCheck } = useApp();
  const unmet = useStore(showCheck.store, ({ shown }) => (shown?.cores.has(id) === true ? shown.name : undefined));
  const look = stateStyles[report?.state ?? "idle"];
  const { width, height } = size;
  const letters = Math.floor((width - 2 * padding) / monoWidth);
  const does = report === undefined ? "takes no part" : describeCore(report);
  const inner = width - 2 * padding;
  // Where the two do not fit beside the id, the word is worth more than its icon; where not even that does, it goes below.
  const beside = 2 * padding + String(id).length * 9 + look.word.length * 7.2;
  const [withIcon, withWord] = [beside + 24 <= width, beside + 4 <= width];
  const at = report === undefined ? "" : placeWords(report) || (withWord ? "" : look.word);
  const room = (at === "" ? 1 : 0) + (height >= 72 ? 1 : 0);
  const said = report === undefined || lastLine === undefined ? [] : wrap(lastLine, letters, room);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cell cannot be drawn
    <g
      role="gridcell"
      className={`core tone-${look.tone}${report === undefined ? " absent" : ""}${chosen ? " chosen" : ""}${unmet === undefined ? "" : " unmet"}`}
      data-core={name}
      aria-label={`Core ${id} ${does}${lastLine === undefined || report === undefined ? "" : `; last output: ${lastLine}`}${unmet === undefined ? "" : `; fails the check: ${unmet}`}`}
      aria-selected={chosen}
      tabIndex={chosen ? 0 : -1}
      transform={`translate(${x} ${y})`}
      onClick={() => onChoose(name)}
      onFocus={() => onChoose(name)}
    >
      <rect className="core-box" width={width} height={height} rx="7" />
      {unmet !== undefined && (
        <g className="core-unmet">
          <IconMark name="close" x={padding + (plain ? 40 + String(id).length * 9 : String(id).length * 9 + 4)} y={9} />
        </g>
      )}
      {(report === undefined || !plain) && (
        <text className="core-id" x={padding} y="20">
          {id}
        </text>
      )}
      {report !== undefined && plain && (
        <PlainCell id={id} report={report} lastLine={lastLine} size={size} letters={letters} />
      )}
      {report !== undefined && !plain && (
        <>
          {withWord && (
            <text className="core-state" x={width - padding - (withIcon ? 16 : 0)} y="19" textAnchor="end">
              {look.word}
            </text>
          )}
          {(withIcon || !withWord) && <IconMark name={look.icon} x={width - padding - 12} y={9} />}
          <text className="core-place" x={padding} y="36">
            {cut(at, letters)}
          </text>
          {said.map((text, index) => (
            <text key={text} className="core-said" x={padding} y={(at === "" ? 37 : 52) + 14 * index}>
              {text}
            </text>
          ))}
          <MemoryStrip memory={report.memory} x={padding} y={height - 16} width={inner} />
        </>
      )}
    </g>
  );
}
