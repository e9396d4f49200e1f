import { Fragment, useEffect, useRef } from "react";
import { useStore } from "zustand";
import { originWords } from "../../store/player/origin-words.ts";
import type { OriginStep, Told } from "../../store/player/origins.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { useCycles } from "../shared/useCycles.ts";

/// In the player: where a value comes from, the last statement first. A step moves the player to it.
export function Origins() {
  const { origins } = useApp();
  const { looking, told, problem } = useStore(origins.store);
  const last = told.at(-1);
  if (looking === null && last === undefined && problem === null) return null;
  return (
    <section className="origins" aria-label="Where it comes from" aria-busy={looking !== null}>
      {looking !== null && (
        <p role="status">
          Looking for where <span className="mono">{looking}</span> comes from…
        </p>
      )}
      {problem !== null && <p role="alert">{problem}</p>}
      {looking === null && last !== undefined && <Answer key={told.length} told={last} isFirst={told.length === 1} />}
      <button
        type="button"
        className="button small player-leave"
        aria-label={looking === null ? "Close the answer" : "Cancel"}
        title={looking === null ? "Close the answer" : "Cancel"}
        onClick={looking === null ? origins.close : origins.cancel}
      >
        <Icon name="close" />
      </button>
    </section>
  );
}

function Answer({ told: { title, steps, more }, isFirst }: { readonly told: Told; readonly isFirst: boolean }) {
  const { origins } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  // Who has asked goes on here.
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        Where <span className="mono">{title}</span> comes from
      </h2>
      {!isFirst && (
        <button type="button" className="link" onClick={origins.back}>
          Back to the question before
        </button>
      )}
      {steps.length === 0 && <p>No statement has set it up to this moment.</p>}
      <ol>
        {steps.map((step, index) => (
          <Step key={index} step={step} index={index} />
        ))}
      </ol>
      {more && <p>It goes further back: these are the last {steps.length} steps.</p>}
    </>
  );
}

function Step({ step, index }: { readonly step: OriginStep; readonly index: number }) {
  const { origins, chip } = useApp();
  const inTime = useCycles();
  const isChosen = useStore(origins.store, ({ chosen }) => chosen === index);
  const isHost = chip.store.getState().cores.find(({ id }) => id === step.core)?.kind === "host";
  return (
    <li>
      <button
        type="button"
        className="origin-step"
        aria-current={isChosen ? "step" : undefined}
        onClick={() => origins.choose(index)}
      >
        <span className="mono origin-time">{inTime(step.time)}</span>
        <span>
          {isHost ? "Virtual core" : "Core"} {step.core} {originWords(step)}
          {step.inputs.length > 0 && " from"}
        </span>
        <span className="origin-place">
          {step.place.file}, line {step.place.line}
        </span>
      </button>
      {step.inputs.length > 0 && (
        <p className="origin-inputs">
          {step.inputs.map((input, k) => (
            <Fragment key={input.name}>
              {k > 0 && ", "}
              <button
                type="button"
                className="link mono"
                title={`Where does ${input.name} come from?`}
                onClick={() => origins.askAboutInput(input)}
              >
                {input.name} = {input.value}
              </button>
            </Fragment>
          ))}
        </p>
      )}
    </li>
  );
}
