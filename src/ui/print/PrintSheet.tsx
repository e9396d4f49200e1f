import { useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { outputText, resultWords, settingsWords } from "../../store/output/print-words.ts";
import { useApp } from "../shared/context.ts";
import "./print.css";

/// What is printed in the place of the page: the whole program and all of its output, in black on white. It is on the page only
/// while that is being printed.
export function PrintSheet() {
  const [printing, setPrinting] = useState(() => window.matchMedia("print").matches);
  useEffect(() => {
    const media = window.matchMedia("print");
    // The sheet must be there before the browser draws it.
    const show = () => flushSync(() => setPrinting(true));
    const follow = () => flushSync(() => setPrinting(media.matches));
    const hide = () => setPrinting(false);
    media.addEventListener("change", follow);
    window.addEventListener("beforeprint", show);
    window.addEventListener("afterprint", hide);
    return () => {
      media.removeEventListener("change", follow);
      window.removeEventListener("beforeprint", show);
      window.removeEventListener("afterprint", hide);
    };
  }, []);
  return printing ? createPortal(<Sheet />, document.body) : null;
}

function Sheet() {
  const { projects, settings, run, output, problems } = useApp();
  const { current, revision } = projects.store.getState();
  const state = run.getState();
  const { compiled } = problems.store.getState();
  const { log } = output;
  // The open file first: it is what Run runs.
  const files = [...current.files].sort(
    (a, b) => Number(b.name === current.active) - Number(a.name === current.active),
  );
  const text = outputText(log);
  return (
    <article className="print-sheet">
      <h1>{current.name}</h1>
      <p>
        ePython Lab · {settingsWords(state.settings ?? settings.store.getState())}
        <br />
        {resultWords(log, state, revision !== state.revision)}
      </p>
      {files.map((file) => (
        <section key={file.name}>
          <h2>{file.name}</h2>
          <ol>
            {file.text
              .replace(/\n$/, "")
              .split("\n")
              .map((line, index) => (
                <li key={index}>
                  <code>{line}</code>
                </li>
              ))}
          </ol>
        </section>
      ))}
      {compiled.length > 0 && (
        <section>
          <h2>Problems</h2>
          {compiled.map(({ file, line, severity, message }, index) => (
            <p key={index}>
              {file}, line {line}: {severity}: {message}
            </p>
          ))}
        </section>
      )}
      {text !== "" && (
        <section>
          <h2>Output</h2>
          {log.first > 0 && (
            <p>
              The newest {log.length.toLocaleString("en")} lines; {log.first.toLocaleString("en")} earlier ones were
              dropped.
            </p>
          )}
          <pre>{text}</pre>
        </section>
      )}
    </article>
  );
}
