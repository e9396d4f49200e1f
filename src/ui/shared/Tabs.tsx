import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from "react";
import "./tabs.css";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly panel: ReactNode;
  /// What it shows, in a few words, for who points at it.
  readonly hint?: string;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  /// Stands at the end of the row of tabs.
  readonly tools?: ReactNode;
  readonly className?: string;
  /// Stands between the panel and a row of tabs below it, where a thumb reaches them; without, the row is above.
  readonly foot?: ReactNode;
}

/// Panels of which one is shown. Only that one is in the page.
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose, tools, className = "", foot }: TabsProps<Id>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  // A panel that gives way to another takes the focus with it, unless its tab keeps it. A page around this one keeps its own.
  const hadFocus = panel.current?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (hadFocus && isLost && document.hasFocus())
      document.getElementById(`${id}-${chosen}`)?.focus({ preventScroll: true });
  }, [id, chosen]);
  // Not `scrollIntoView`: that would scroll a page around this one, too.
  useEffect(() => {
    const row = list.current;
    const tab = document.getElementById(`${id}-${chosen}`);
    if (row === null || tab === null) return;
    const left = tab.offsetLeft - row.offsetLeft;
    row.scrollLeft = Math.min(left, Math.max(row.scrollLeft, left + tab.offsetWidth - row.clientWidth));
  }, [id, chosen]);
  const move = (event: KeyboardEvent) => {
    const index = tabs.findIndex((tab) => tab.id === chosen);
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChoose(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  };
  const row = (
    <div className="tab-row">
      <div ref={list} className="tab-list" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            className="tab"
            title={tab.hint}
            id={`${id}-${tab.id}`}
            aria-selected={tab.id === chosen}
            aria-controls={tab.id === chosen ? `${id}-panel` : undefined}
            tabIndex={tab.id === chosen ? 0 : -1}
            onClick={() => onChoose(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tools !== undefined && <div className="tab-tools">{tools}</div>}
    </div>
  );
  return (
    <div className={`tabbed ${className}`}>
      {foot === undefined && row}
      <div ref={panel} className="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`}>
        {tabs.find((tab) => tab.id === chosen)?.panel}
      </div>
      {foot}
      {foot !== undefined && row}
    </div>
  );
}
