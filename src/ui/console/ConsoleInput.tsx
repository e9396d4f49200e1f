import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { HOST } from "../../store/run/console.ts";
import { useApp } from "../shared/context.ts";
import { CoreChoice } from "../shell/CoreChoice.tsx";
import { indentAfter, insertAt, isOpen, sharedStart } from "./typing.ts";

const MOST_SHOWN = 40;

/// Where one types at the console: Enter enters, Shift+Enter makes a new line, the arrows bring what was entered before, Tab completes.
export function ConsoleInput() {
  const { console, chip } = useApp();
  const cores = useStore(chip.store, (state) => state.cores);
  const { phase, prompt, history, core } = useStore(console.store);
  const [text, setText] = useState("");
  /// Which of the earlier entries is shown, counted from the newest; 0: what is being typed.
  const [past, setPast] = useState(0);
  const [names, setNames] = useState<readonly string[]>([]);
  const input = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const help = useId();
  const isAsked = prompt !== null;
  const asksCores = phase === "none";

  // After a change that was not typed, the caret is where that says.
  useLayoutEffect(() => {
    const element = input.current;
    if (element === null) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
    if (caret.current !== null) element.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [text]);

  const change = (next: string, at = next.length) => {
    caret.current = at;
    setNames([]);
    setText(next);
  };

  const newLine = () => {
    const now = input.current?.value ?? text;
    const at = input.current?.selectionStart ?? now.length;
    const { text: longer, at: next } = insertAt(now, at, `\n${indentAfter(now.slice(0, at))}`);
    change(longer, next);
  };

  const enter = async () => {
    if (!isAsked && !asksCores && isOpen(text)) return newLine();
    if (await console.enter(text)) {
      setPast(0);
      change("");
    } else if (console.store.getState().phase === "ready") newLine();
    input.current?.focus();
  };

  const recall = (by: number): boolean => {
    const next = past + by;
    if (next < 0 || next > history.length) return false;
    setPast(next);
    change(next === 0 ? "" : (history[history.length - next] as string));
    return true;
  };

  const complete = async (at: number) => {
    const before = text.slice(0, at);
    const { from, names: found } = await console.complete(before);
    if (input.current?.value !== text) return;
    const start = sharedStart(found);
    if (start.length > from) {
      const { text: longer, at: next } = insertAt(text, at, start.slice(from));
      change(longer, next);
    }
    setNames(found.length > 1 ? found : []);
  };

  const choose = (name: string) => {
    const at = input.current?.selectionStart ?? text.length;
    const had = /\w*$/.exec(text.slice(0, at))?.[0].length ?? 0;
    change(text.slice(0, at - had) + name + text.slice(at), at - had + name.length);
    input.current?.focus();
  };

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart: at, selectionEnd, value } = event.currentTarget;
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      void enter();
    } else if (event.key === "ArrowUp" && !value.slice(0, at).includes("\n")) {
      if (recall(1)) event.preventDefault();
    } else if (event.key === "ArrowDown" && !value.slice(selectionEnd).includes("\n")) {
      if (recall(-1)) event.preventDefault();
    } else if (
      event.key === "Tab" &&
      !event.shiftKey &&
      at === selectionEnd &&
      value.slice(0, at).trim() !== "" &&
      !asksCores
    ) {
      // In an empty field Tab leads on, as anywhere.
      event.preventDefault();
      if (/[\w.]$/.test(value.slice(0, at))) void complete(at);
      else {
        const { text: longer, at: next } = insertAt(value, at, "    ");
        change(longer, next);
      }
    } else if (event.key === "Escape") {
      if (names.length > 0) setNames([]);
      else change("");
    }
  };

  return (
    <div className="console-entry">
      {names.length > 0 && (
        <fieldset className="console-names" aria-label="Names that fit">
          {names.slice(0, MOST_SHOWN).map((name) => (
            <button key={name} type="button" className="button small line" onClick={() => choose(name)}>
              {name}
            </button>
          ))}
          {names.length > MOST_SHOWN && <span>and {names.length - MOST_SHOWN} more</span>}
        </fieldset>
      )}
      <p className="visually-hidden" role="status">
        {names.length > 0 ? `${names.length} names fit` : phase === "busy" && !isAsked ? "Running" : ""}
      </p>
      <div className="console-field">
        {asksCores ? (
          <CoreChoice
            label="Ask"
            nameOf={(id) => `core ${id}`}
            cores={cores.map(({ id }) => id)}
            chosen={core}
            all
            onChoose={console.choose}
          />
        ) : (
          <span className="console-prompt mono">{isAsked ? prompt || "?" : HOST}</span>
        )}
        <textarea
          ref={input}
          className="mono"
          rows={1}
          aria-label={isAsked ? `Answer to ${prompt || "the program"}` : asksCores ? "Expression" : "Python to run"}
          aria-describedby={help}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          readOnly={phase === "busy" && !isAsked}
          value={text}
          onChange={(event) => {
            setNames([]);
            setText(event.target.value);
          }}
          onKeyDown={press}
        />
      </div>
      <p id={help} className="console-help">
        {asksCores
          ? "Enter shows the value · ↑ ↓: earlier entries · Escape clears"
          : "Enter runs it · Shift+Enter: another line · ↑ ↓: earlier entries · Tab completes · Escape clears"}
      </p>
    </div>
  );
}
