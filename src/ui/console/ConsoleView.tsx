import { useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import { type ConsoleItem, HOST } from "../../store/run/console.ts";
import { TerminalText } from "../results/TerminalText.tsx";
import { useApp } from "../shared/context.ts";
import { Empty, RunNow } from "../shared/Empty.tsx";
import { ConsoleInput } from "./ConsoleInput.tsx";
import "./console.css";

/// A prompt of the full Python that the last run has left.
export default function ConsoleView() {
  const { console, run, chip } = useApp();
  const { items, phase } = useStore(console.store);
  const status = useStore(run, (state) => state.status);
  const hasCores = useStore(chip.store, ({ cores }) => cores.length > 0);
  const asksCores = phase === "none" && hasCores && (status === "paused" || status === "idle");
  const isEmpty = items.length === 0;
  const scroller = useRef<HTMLDivElement>(null);
  // The newest is in sight.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, [items]);
  return (
    <div className="console">
      <div
        className="console-log mono"
        ref={scroller}
        role="log"
        aria-label="Console"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keys must reach it
        tabIndex={0}
      >
        {isEmpty && phase === "none" && !asksCores && (
          <Empty words="When a program in full Python is over, its names, its kernels and the data on the cores are here, for you to work on with. When cores are paused, you can ask them for values here.">
            <RunNow />
          </Empty>
        )}
        {isEmpty && asksCores && (
          <p className="console-note">
            Type an expression, such as <code>total + 1</code>, to see its value on the cores. It changes nothing there.
          </p>
        )}
        {isEmpty && phase !== "none" && (
          <p className="console-note">
            Everything that the program has made is here. Type an expression to see its value, or call a kernel.
          </p>
        )}
        {items.map(({ number, item }) => (
          <Item key={number} item={item} />
        ))}
      </div>
      {(phase !== "none" || asksCores) && <ConsoleInput />}
    </div>
  );
}

function Item({ item }: { readonly item: ConsoleItem }) {
  switch (item.kind) {
    case "entered":
      return (
        <div className="console-line entered">
          <span className="console-prompt">{item.to === HOST ? HOST : `${item.to} >`}</span>
          <span>{item.text}</span>
        </div>
      );
    case "said":
      return (
        <div className="console-line">
          {item.from !== "" && <span className="badge device">{item.from}</span>}
          <span>
            <TerminalText line={item.text} />
          </span>
        </div>
      );
    case "asked":
      return (
        <div className="console-line">
          <span>
            <TerminalText line={item.prompt} />
            <span className="log-answer">{item.answer}</span>
          </span>
        </div>
      );
    case "note":
      return <p className="console-note">{item.text}</p>;
  }
}
