import { type ClipboardEvent, type DragEvent, type FormEvent, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { counted } from "../../base/counted.ts";
import { coreName } from "../../store/output/log-text.ts";
import type { InputRequest } from "../../store/output/output.ts";
import { useApp, useEmbed } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { TerminalText } from "./TerminalText.tsx";

/// Where the learner answers a core that asks. Cores are answered one after the other; lines that were pasted answer the
/// questions to come.
export function InputPrompt() {
  const { output } = useApp();
  const requests = useStore(output.store, (state) => state.requests);
  const ahead = useStore(output.store, (state) => state.ahead.length);
  const request = requests[0];
  // A new form for each question, so that nothing typed for one core goes to another.
  if (request !== undefined) {
    return <Question key={keyOf(request)} request={request} more={requests.length - 1} />;
  }
  if (ahead === 0) return null;
  return (
    <div className="question">
      <span role="status">{counted(ahead, "pasted line waits", "pasted lines wait")} for the next questions</span>
      <button type="button" className="button small line" onClick={() => output.lineUp([])}>
        Discard
      </button>
    </div>
  );
}

const keys = new WeakMap<InputRequest, number>();
let newest = 0;

/// A number that no other question has.
function keyOf(request: InputRequest): number {
  const key = keys.get(request) ?? ++newest;
  keys.set(request, key);
  return key;
}

function Question({ request, more }: { readonly request: InputRequest; readonly more: number }) {
  const { runControl, projects, run } = useApp();
  const [text, setText] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const embed = useEmbed();
  // The learner who goes on writing the program must not be torn away from it, nor the reader of a page around an embed.
  useEffect(() => {
    if (embed !== null && !document.hasFocus()) return;
    const writing =
      document.activeElement?.closest(".code-editor") !== null &&
      projects.store.getState().revision !== run.getState().revision;
    if (!writing) field.current?.focus();
  }, [projects, run, embed]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    runControl.answer(request, text);
  };
  /// Several lines answer several questions; a field of one line would run them together.
  const takeLines = (event: ClipboardEvent | DragEvent, brought: string) => {
    const { selectionStart, selectionEnd } = field.current ?? { selectionStart: null, selectionEnd: null };
    if (!/[\r\n]/.test(brought)) return;
    event.preventDefault();
    const [from, to] = [selectionStart ?? text.length, selectionEnd ?? text.length];
    runControl.answer(request, text.slice(0, from) + brought + text.slice(to));
  };
  const name = coreName(request.coreKind, request.core);
  return (
    <form className="question" onSubmit={submit}>
      <span className="badge asks">
        <Icon name="prompt" />
        {name}
      </span>
      <label className="mono" htmlFor="answer">
        <span className="visually-hidden">Input for {name}: </span>
        {request.prompt === "" ? "asks for input:" : <TerminalText line={request.prompt} />}
      </label>
      <input
        id="answer"
        ref={field}
        className="field mono"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => takeLines(event, event.clipboardData.getData("text"))}
        onDrop={(event) => takeLines(event, event.dataTransfer.getData("text"))}
      />
      <button type="submit" className="button line">
        Answer
      </button>
      {more > 0 && <span className="question-more">{counted(more, "more core asks", "more cores ask")}</span>}
    </form>
  );
}
