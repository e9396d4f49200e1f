import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useApp } from "../shared/context.ts";
import { Dialog } from "../shared/Dialog.tsx";
import type { Action, PageDialog } from "./actions.ts";
import { fit } from "./find-actions.ts";
import { allActions } from "./more-actions.ts";
import "./palette.css";

interface PaletteProps {
  readonly onClose: () => void;
  readonly open: (dialog: PageDialog) => void;
}

interface Found {
  readonly action: Action;
  /// Why it cannot be done now, if it cannot.
  readonly why: string | undefined;
  readonly fits: number;
}

const page = 8;
const nothing: readonly Found[] = [];

/// Finds any action of the page by its name, and does it.
export default function Palette({ onClose, open }: PaletteProps) {
  const app = useApp();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  // What can be done is what could when the list was opened: under it nothing is clicked.
  const all = useMemo(() => allActions(app).map((action) => ({ action, why: action.cannot?.(app) })), [app]);
  const found = useMemo(() => findIn(all, typed), [all, typed]);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  const choose = (one: Found | undefined) => {
    if (one === undefined || one.why !== undefined) return;
    onClose();
    // What had the focus before has it again by then.
    window.setTimeout(() => one.action.act?.({ app, open }));
  };
  const press = (event: KeyboardEvent) => {
    const last = found.length - 1;
    const to = {
      ArrowDown: chosen < last ? chosen + 1 : 0,
      ArrowUp: chosen > 0 ? chosen - 1 : last,
      PageDown: Math.min(last, chosen + page),
      PageUp: Math.max(0, chosen - page),
    }[event.key];
    if (to !== undefined) setChosen(Math.max(0, to));
    else if (event.key === "Enter") choose(found[chosen]);
    else return;
    event.preventDefault();
  };
  const optionId = (index: number) => `${id}-${index}`;
  return (
    <Dialog title="Find an action" onClose={onClose}>
      <div className="palette">
        <input
          ref={field}
          className="field"
          role="combobox"
          aria-label="What do you want to do?"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? optionId(chosen) : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder="What do you want to do?"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(0);
          }}
          onKeyDown={press}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list of which one is chosen from the field */}
        <ul ref={list} id={`${id}-list`} role="listbox" aria-label="Actions">
          {found.map(({ action, why }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the field
            <li
              key={index}
              id={optionId(index)}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as its list
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              aria-disabled={why !== undefined}
              onClick={() => choose(found[index])}
            >
              <span className="palette-group">{action.group}</span>
              <span className="palette-name">
                {action.name}
                {why !== undefined && <small>{why}</small>}
              </span>
              {action.keys !== undefined && <kbd>{action.keys[0]}</kbd>}
            </li>
          ))}
        </ul>
        <p className={found.length === 0 ? "palette-none" : "visually-hidden"} role="status">
          {found.length === 0 ? "No action is called that. Try another word." : `${found.length} actions`}
        </p>
      </div>
    </Dialog>
  );
}

// What cannot be done now comes after what can and fits nearly as well.
const lessForNotNow = 4;

/// What fits best comes first. With nothing typed, all in the order of the table.
function findIn(all: readonly Omit<Found, "fits">[], typed: string): readonly Found[] {
  const found = all.flatMap((one) => {
    const fits = fit(typed, one.action.name, `${one.action.group} ${one.action.also ?? ""}`);
    return fits === undefined ? [] : [{ ...one, fits }];
  });
  const rank = ({ why, fits }: Found) => (typed.trim() === "" ? 0 : fits) - (why === undefined ? 0 : lessForNotNow);
  return found.length === 0 ? nothing : found.sort((a, b) => rank(b) - rank(a));
}
