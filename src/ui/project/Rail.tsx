import type { KeyboardEvent } from "react";
import { useStore } from "zustand";
import type { LeftTab } from "../../store/view.ts";
import { useApp } from "../shared/context.ts";
import { Icon, type IconName } from "../shared/Icon.tsx";
import "./rail.css";

const items: readonly (readonly [id: LeftTab, icon: IconName, name: string])[] = [
  ["lessons", "book", "Lessons"],
  ["examples", "chip", "Examples"],
  ["files", "file", "Files"],
];

/// The list of programs, folded: the tabs alone, one below the other. Each unfolds the list.
export function Rail({ onOpen }: { readonly onOpen: (tab: LeftTab) => void }) {
  const { view } = useApp();
  const last = useStore(view, ({ left }) => left);
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
    const index = tabs.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    tabs.at(to % tabs.length)?.focus();
  };
  return (
    <div className="rail" role="tablist" aria-orientation="vertical" aria-label="Programs" onKeyDown={move}>
      {items.map(([id, icon, name]) => (
        <button
          key={id}
          type="button"
          role="tab"
          className="rail-item"
          aria-selected={false}
          aria-expanded={false}
          tabIndex={id === last ? 0 : -1}
          onClick={() => onOpen(id)}
        >
          <Icon name={icon} />
          <span>{name}</span>
        </button>
      ))}
    </div>
  );
}
