import { useState } from "react";
import { counted } from "../../base/counted.ts";
import type { Picture, Row, Traffic } from "../../store/timeline/picture.ts";
import { formatBytes } from "../shared/format-bytes.ts";
import "../shared/figures.css";

interface TrafficViewProps {
  readonly picture: Picture;
  readonly rows: readonly Row[];
}

// A larger square cannot be read; then the pairs are listed.
const mostInSquare = 32;
const mostPairs = 500;

/// Who sent how much to whom.
export function TrafficView({ picture, rows }: TrafficViewProps) {
  const [what, setWhat] = useState<"messages" | "bytes">("messages");
  const shown = new Set(rows.map(({ core }) => core));
  const traffic = picture.traffic.filter(({ from, to }) => shown.has(from) && shown.has(to));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keys must reach it
    <section className="timeline-traffic" tabIndex={0} aria-label="Messages between cores">
      <label>
        Senders down, receivers across:{" "}
        <select
          className="select small"
          value={what}
          onChange={(event) => setWhat(event.target.value === "bytes" ? "bytes" : "messages")}
        >
          <option value="messages">messages</option>
          <option value="bytes">bytes</option>
        </select>
      </label>
      {traffic.length === 0 ? (
        <p>No message was received. (The messages inside a reduce are not listed.)</p>
      ) : rows.length <= mostInSquare ? (
        <Square traffic={traffic} rows={rows} what={what} />
      ) : (
        <Pairs traffic={traffic} what={what} />
      )}
    </section>
  );
}

interface TableProps {
  readonly traffic: readonly Traffic[];
  readonly what: "messages" | "bytes";
}

function Square({ traffic, rows, what }: TableProps & { readonly rows: readonly Row[] }) {
  const most = Math.max(...traffic.map((pair) => pair[what]));
  const pairs = new Map(traffic.map((pair) => [`${pair.from} ${pair.to}`, pair]));
  return (
    <table className="traffic">
      <caption className="visually-hidden">
        {what === "bytes" ? "Bytes" : "Messages"} from each core, a row each, to each core, a column each
      </caption>
      <thead>
        <tr>
          <td />
          {rows.map(({ core }) => (
            <th key={core} scope="col">
              {core}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ core: from }) => (
          <tr key={from}>
            <th scope="row">{from}</th>
            {rows.map(({ core: to }) => {
              const pair = pairs.get(`${from} ${to}`);
              if (pair === undefined) return <td key={to} className={from === to ? "own" : ""} />;
              const share = Math.round(8 + (pair[what] / most) * 40);
              return (
                <td
                  key={to}
                  title={`core ${from} to core ${to}: ${counted(pair.messages, "message")}, ${formatBytes(pair.bytes)}`}
                  style={{ background: `color-mix(in srgb, var(--run) ${share}%, var(--panel))` }}
                >
                  {short(pair[what])}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/// At most four characters, so that cells stay narrow; the title has the whole number.
function short(value: number): string {
  if (value < 10_000) return String(value);
  return value < 1e6 ? `${Math.round(value / 1e3)}k` : `${Math.round(value / 1e6)}M`;
}

function Pairs({ traffic, what }: TableProps) {
  const sorted = [...traffic].sort((a, b) => b[what] - a[what]);
  return (
    <>
      {sorted.length > mostPairs && (
        <p>
          The {mostPairs} pairs with the most, of {sorted.length.toLocaleString("en")}.
        </p>
      )}
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Messages</th>
            <th scope="col">Bytes</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, mostPairs).map(({ from, to, messages, bytes }) => (
            <tr key={`${from} ${to}`}>
              <th scope="row">{from}</th>
              <td>{to}</td>
              <td>{messages.toLocaleString("en")}</td>
              <td>{bytes.toLocaleString("en")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
