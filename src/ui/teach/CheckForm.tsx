import { useId, useState } from "react";
import { useStore } from "zustand";
import { type Field, fieldText, templateOf, typed, wayOf, withWay } from "../../store/teach/check-templates.ts";
import { at, put, type RawCheck } from "../../store/teach/check-text.ts";
import {
  conditionOf,
  number,
  type PairsChosen,
  pairWays,
  plainText,
  readWho,
  type WhoChosen,
  whoWays,
  writePairs,
  writeWho,
} from "../../store/teach/check-values.ts";
import { Icon } from "../shared/Icon.tsx";
import { Words } from "../shared/Words.tsx";
import { useTeach } from "./context.ts";
import { StudentView } from "./StudentView.tsx";
import { TextInput } from "./TextInput.tsx";

interface CheckFormProps {
  readonly check: RawCheck;
  /// Which of the checks it is, from 0.
  readonly place: number;
  readonly problems: readonly { readonly line: number; readonly words: string }[];
}

type Text = Extract<Field, { kind: "text" }>;
const field = (label: string, key: string, more: Partial<Text> = {}): Text => ({
  kind: "text",
  label,
  path: [key],
  form: plainText,
  ...more,
});

const triesNote = "How often the student must have pressed Check.";
const pointsNote = "Once one check has points, all are counted: the others count 1.";

/// One check: what it asks, and the words that the student reads. Whatever else it has stays as it is.
export function CheckForm({ check, place, problems }: CheckFormProps) {
  const teach = useTeach();
  const template = templateOf(check);
  const auto = useStore(teach.store, ({ trial }) => trial.reports.solution?.results[place + 1]?.name);
  const edit = (next: RawCheck) => teach.editCheck(place, next);
  const name =
    typeof check.name === "string" && check.name !== "" ? check.name : (template?.label ?? "A check of another kind");
  return (
    <section id="teach-check" className="teach-form" aria-label={`Check ${place + 1}`}>
      <div className="teach-form-head">
        <h3>
          {place + 1}. {name}
        </h3>
        <button type="button" className="button" onClick={() => teach.removeCheck(place)}>
          <Icon name="clear" />
          Delete <span className="visually-hidden">check {place + 1}</span>
        </button>
      </div>
      {problems.length > 0 && (
        <div className="teach-problems" role="alert">
          <ul>
            {problems.map(({ line, words }, k) => (
              <li key={k}>
                <Words text={words} /> <span className="quiet">(line {line} of the JSON)</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <NameField check={check} auto={auto} onChange={edit} />
      {template === undefined ? (
        <p className="teach-about">
          This form does not know this kind of check. It counts all the same; JSON shows all of it.{" "}
          <button type="button" className="link" onClick={() => teach.showJson(true)}>
            Show the JSON
          </button>
        </p>
      ) : (
        <div className="teach-fields">
          {template.fields.map((one, k) => (
            <FieldInput key={k} field={one} check={check} onChange={edit} />
          ))}
        </div>
      )}
      <TextField
        field={field("What the student reads when it fails", "message", {
          rows: 2,
          hint: "what was expected and what happened, in a sentence",
          note: "Write your own where the page’s sentence would give the result away.",
        })}
        check={check}
        onChange={edit}
      />
      <TextField
        field={field("Hint, below that", "say", { rows: 2, hint: "none", note: "Where to look, not the solution." })}
        check={check}
        onChange={edit}
      />
      <div className="teach-fields">
        <TextField
          field={field("Hint from try number", "sayAfter", { form: number, hint: "1", half: true, note: triesNote })}
          check={check}
          onChange={edit}
        />
        <TextField
          field={field("Points", "points", { form: number, hint: "1", half: true, note: pointsNote })}
          check={check}
          onChange={edit}
        />
      </div>
      {check.on !== undefined && (
        <TextField field={field("Only in runs for which", "on", { mono: true })} check={check} onChange={edit} />
      )}
      <StudentView check={check} place={place} />
    </section>
  );
}

interface Editing {
  readonly check: RawCheck;
  readonly onChange: (next: RawCheck) => void;
}

function NameField({ check, auto, onChange }: Editing & { readonly auto: string | undefined }) {
  const { name } = check;
  return (
    <div className="teach-field">
      <label htmlFor="teach-check-name">Name that the student sees</label>
      <input
        id="teach-check-name"
        className="field"
        type="text"
        autoComplete="off"
        maxLength={300}
        placeholder={auto ?? "a statement that is true when it passes"}
        value={typeof name === "string" ? name : ""}
        onChange={({ target }) => onChange(withName(check, target.value))}
      />
    </div>
  );
}

/// A name stands first, as authors write it.
function withName(check: RawCheck, name: string): RawCheck {
  const { name: _, ...others } = check;
  return name === "" ? others : { name, ...others };
}

function FieldInput({ field, ...editing }: Editing & { readonly field: Field }) {
  if (field.kind === "text") return <TextField field={field} {...editing} />;
  if (field.kind === "who") return <WhoField path={field.path} {...editing} />;
  if (field.kind === "pairs") return <PairsField path={field.path} {...editing} />;
  return <WayField field={field} {...editing} />;
}

function TextField({ field, check, onChange }: Editing & { readonly field: Text }) {
  const text = fieldText(field, check);
  if (text === undefined) return <OnlyJson label={field.label} />;
  const { label, form, hint, note, rows, mono, half } = field;
  return (
    <TextInput
      label={label}
      value={text}
      form={form}
      {...(hint === undefined ? {} : { placeholder: hint })}
      {...(note === undefined ? {} : { note })}
      {...(rows === undefined ? {} : { rows })}
      mono={mono === true}
      half={half === true}
      onChange={(next) => onChange(typed(field, check, next))}
    />
  );
}

/// A place in a check that has a form which only JSON can show.
function OnlyJson({ label }: { readonly label: string }) {
  return <p className="teach-field quiet">{label}: as written in JSON.</p>;
}

function WayField({ field, check, onChange }: Editing & { readonly field: Extract<Field, { kind: "way" }> }) {
  const id = useId();
  return (
    <div className="teach-field half">
      <label htmlFor={id}>{field.label}</label>
      <select
        id={id}
        className="select"
        value={wayOf(field, check)}
        onChange={({ target }) => onChange(withWay(field, check, target.value))}
      >
        {Object.entries(field.ways).map(([way, label]) => (
          <option key={way} value={way}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

function WhoField({ path, check, onChange }: Editing & { readonly path: readonly string[] }) {
  const id = useId();
  const value = at(check, path);
  const written = writeWho(value);
  // What is typed may not be an answer yet.
  const [pending, setPending] = useState<WhoChosen | null>(null);
  const shown = pending ?? written;
  if (value !== "all" && shown === undefined) return <OnlyJson label="Who" />;
  const { way, text } = shown ?? { way: "all", text: "" };
  const choose = (next: WhoChosen) => {
    const read = readWho(next);
    setPending(next);
    if (read !== undefined) onChange(put(check, path, read.who));
  };
  const usual = { all: "", any: "", host: "", one: "0", list: "0, 1", where: "core > 0" } as const;
  const needsText = way === "one" || way === "list" || way === "where";
  return (
    <div className="teach-field half">
      <label htmlFor={id}>Who</label>
      <div className="button-row">
        <select
          id={id}
          className="select teach-grow"
          value={way}
          onChange={({ target }) =>
            choose({ way: target.value as WhoChosen["way"], text: usual[target.value as WhoChosen["way"]] })
          }
        >
          {Object.entries(whoWays).map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
        </select>
        {needsText && (
          <input
            className="field mono teach-grow"
            type="text"
            aria-label={way === "where" ? "Condition" : "Core numbers"}
            value={text}
            onChange={({ target }) => choose({ way, text: target.value })}
          />
        )}
      </div>
    </div>
  );
}

function PairsField({ path, check, onChange }: Editing & { readonly path: readonly string[] }) {
  const id = useId();
  const written = writePairs(at(check, path));
  const [pending, setPending] = useState<PairsChosen | null>(null);
  const shown = pending ?? written;
  if (shown === undefined) return <OnlyJson label="Who may send to whom" />;
  const choose = (next: PairsChosen) => {
    const condition = conditionOf(next);
    setPending(next);
    if (condition !== undefined) onChange(put(check, path, condition));
  };
  const usual = { mesh: "", ring: "", row: "", pairs: "0 → 1", where: "from == 0" } as const;
  return (
    <fieldset className="teach-field teach-choices">
      <legend>Who may send to whom</legend>
      {Object.entries(pairWays).map(([way, label]) => (
        <label key={way}>
          <input
            type="radio"
            name={id}
            checked={shown.way === way}
            onChange={() => choose({ way: way as PairsChosen["way"], text: usual[way as PairsChosen["way"]] })}
          />
          {label}
        </label>
      ))}
      {(shown.way === "pairs" || shown.way === "where") && (
        <textarea
          className="field mono"
          rows={shown.way === "pairs" ? 3 : 1}
          aria-label={
            shown.way === "pairs" ? "Pairs, one a line, such as 0 → 1" : "Condition over from, to, hops and cores"
          }
          value={shown.text}
          onChange={({ target }) => choose({ way: shown.way, text: target.value })}
        />
      )}
      <p className="quiet">No other pair may send anything.</p>
    </fieldset>
  );
}
