import { type FormEvent, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { InputRequest } from "../../store/output.ts";
import { useApp, useEmbed } from "../app/context.ts";
import { Icon } from "../app/Icon.tsx";
import { TerminalText } from "./TerminalText.tsx";

/// Where the learner answers a core that asks. Cores are answered one after the other.
export function InputPrompt() {
  const { output } = useApp();
  const requests = useStore(output.store, (state) => state.requests);
  const request = requests[0];
  // A new form for each question, so that nothing typed for one core goes to another.
  return request === undefined ? null : (
    <Question key={`${request.core} ${output.log.end}`} request={request} more={requests.length - 1} />
  );
}

function Question({ request, more }: { readonly request: InputRequest; readonly more: number }) {
  const { session, projects, run } = useApp();
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
    session.answer(request, text);
  };
  const name = `${request.coreKind} ${request.core}`;
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
      />
      <button type="submit" className="button line">
        Answer
      </button>
      {more > 0 && <span className="question-more">{more === 1 ? "1 more core asks" : `${more} more cores ask`}</span>}
    </form>
  );
}
