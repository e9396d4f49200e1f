import { useStore } from "zustand";
import { counted } from "../../base/counted.ts";
import { type Pace, paces, type Scope } from "../../store/run/debugger.ts";
import { useApp } from "../shared/context.ts";
import { Icon, type IconName } from "../shared/Icon.tsx";
import "./debug.css";

/// Above the editor while the cores stand still: why, and how to go on; also how to go back, where the header has no room.
export function DebugBar({ back = false }: { readonly back?: boolean }) {
  const { runControl, view, projects, chip } = useApp();
  const debug = runControl.debugger;
  const { paused, scope, pauses, told } = useStore(debug.store);
  const core = useStore(view, (state) => state.core);
  const waiting = useStore(chip.store, ({ cores }) => cores.filter(({ state }) => waits.has(state)).length);
  if (paused === null) return null;
  const runToCursor = () => debug.runTo(projects.activeFile().name, view.getState().cursor.line);
  return (
    <section className="debug-bar" aria-label="Stepping">
      <p key={pauses} role="status" className="debug-why">
        <Icon name="pause" />
        <span className="debug-words" title={told}>
          <strong>{why(paused, waiting)}</strong> {told}
        </span>
      </p>
      <div className="debug-buttons">
        <label>
          <span className="visually-hidden">A step moves</span>
          <select
            className="select small"
            value={scope}
            onChange={(event) => debug.setScope(event.target.value as Scope)}
          >
            <option value="all">all cores</option>
            <option value="core">{core.replace("device", "core").replace("host", "virtual core")}</option>
          </select>
        </label>
        {back && (
          <Do
            icon="back"
            keys="Shift+F10"
            name="Back"
            title="To the line before"
            disabled={!paused.canGoBack}
            onClick={debug.back}
          />
        )}
        <Do icon="over" keys="F10" name="Over" title="To the next line" onClick={() => debug.step("over")} />
        <Do
          icon="into"
          keys="F11"
          name="Into"
          title="Into the function that is called"
          onClick={() => debug.step("into")}
        />
        <Do
          icon="out"
          keys="Shift+F11"
          name="Out"
          title="Until the function returns"
          onClick={() => debug.step("out")}
        />
        <Do
          icon="here"
          keys="Control+F10"
          name="To cursor"
          title="Run until the first core gets to the cursor’s line; of one core alone, until it does"
          onClick={runToCursor}
        />
        <PaceSelect />
      </div>
    </section>
  );
}

interface DoProps {
  readonly icon: IconName;
  readonly keys: string;
  readonly name: string;
  readonly title: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Do({ icon, keys, name, title, disabled, onClick }: DoProps) {
  return (
    <button
      type="button"
      className="button small"
      aria-keyshortcuts={keys}
      title={`${title} (${keys.replace("Control", "Ctrl")})`}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span className="shy">{name}</span>
    </button>
  );
}

/// How fast the cores go on.
function PaceSelect() {
  const { runControl } = useApp();
  const pace = useStore(runControl.debugger.store, (state) => state.pace);
  return (
    <label>
      <span className="visually-hidden">Speed</span>
      <select
        className="select small"
        title="Run at full speed, or line by line to watch"
        value={String(pace)}
        onChange={(event) => {
          const chosen = event.target.value === "null" ? null : Number(event.target.value);
          runControl.debugger.setPace(chosen as Pace);
        }}
      >
        {paces.map((one) => (
          <option key={String(one)} value={String(one)}>
            {one === null ? "full speed" : `${one} ${one === 1 ? "line" : "lines"} a second`}
          </option>
        ))}
      </select>
    </label>
  );
}

type Paused = NonNullable<
  ReturnType<ReturnType<typeof useApp>["runControl"]["debugger"]["store"]["getState"]>["paused"]
>;

const waits: ReadonlySet<string> = new Set([
  "sending",
  "receiving",
  "exchanging",
  "collective",
  "barrier",
  "input",
  "output",
]);

function why({ why, core, problem, change }: Paused, waiting: number): string {
  const name = core === null ? "" : `core ${core}`;
  if (problem !== null) return `Paused: the condition of a breakpoint could not be evaluated on ${name}: ${problem}`;
  switch (why) {
    case "asked":
      return "Paused. All cores stand still.";
    case "step":
      if (core === null && waiting > 0) {
        return `Every core that could continue is at its next line; ${counted(waiting, "core waits", "cores wait")}.`;
      }
      return core === null ? "Every core is at its next line." : `${capital(name)} is at its next line.`;
    case "breakpoint":
      return `${capital(name)} is at a breakpoint.`;
    case "message":
      return `A message has arrived at ${name}.`;
    case "data":
      return change === undefined
        ? `A value changed on ${name}.`
        : `On ${name}, ${change.text} changed from ${change.before} to ${change.after}.`;
    case "fault":
      return `${capital(name)} failed.`;
    case "deadlock":
      return "The cores wait for each other and can never continue.";
    case "back":
      return core === null ? "Back where the run paused before." : `${capital(name)} is back at its previous line.`;
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
