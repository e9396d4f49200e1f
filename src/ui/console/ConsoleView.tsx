import { useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import type { ConsoleItem } from "../../store/run/console.ts";
import { TerminalText } from "../results/TerminalText.tsx";
import { useApp } from "../shared/context.ts";
import { Empty, RunNow } from "../shared/Empty.tsx";
import { ConsoleInput } from "./ConsoleInput.tsx";
import "./console.css";

/// A prompt of the full Python that the last run has left.
export default function ConsoleView() {
  const { console } = useApp();
  const { items, phase } = useStore(console.store);
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
        {items.length === 0 && phase === "none" && (
          <Empty words="Here you can work on with what a program in full Python has left: its names, its kernels, and the data on the cores. Run one first.">
            <RunNow />
          </Empty>
        )}
        {items.length === 0 && phase !== "none" && (
          <p className="console-note">
            Everything that the program has made is here. Type an expression to see its value, or call a kernel.
          </p>
        )}
        {items.map(({ number, item }) => (
          <Item key={number} item={item} />
        ))}
      </div>
      {phase !== "none" && <ConsoleInput />}
    </div>
  );
}

function Item({ item }: { readonly item: ConsoleItem }) {
  switch (item.kind) {
    case "entered":
      return (
        <div className="console-line entered">
          <span className="console-prompt">{">>>"}</span>
          <span>{item.text}</span>
        </div>
      );
    case "said":
      return (
        <div className="console-line">
          {item.core !== null && <span className="badge device">core {item.core}</span>}
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
