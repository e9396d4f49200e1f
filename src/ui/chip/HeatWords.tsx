import { useStore } from "zustand";
import { busiestWords, drawnWords, legendWords, meanWords } from "../../store/player/heat-words.ts";
import { useApp } from "../shared/context.ts";
import { formatBytes } from "../shared/format-bytes.ts";
import { useCycles } from "../shared/useCycles.ts";

/// What the map of a large chip shows in the player, in words: how busy the cores have been, and which messages are drawn.
export function HeatWords() {
  const { player } = useApp();
  const heat = useStore(player.store, (state) => state.heat);
  const flights = useStore(player.store, (state) => state.flights);
  const drawn = useStore(player.store, (state) => state.drawn);
  const inTime = useCycles();
  if (heat === null) return null;
  return (
    <details className="player-heat">
      <summary>
        {meanWords(heat)} {drawnWords(drawn.length, flights.length)}
      </summary>
      <p>
        {legendWords(heat, inTime)} A core that waits for others, or has ended, is not busy. {busiestWords(heat)}
      </p>
      {drawn.length > 0 && (
        <ol aria-label="Messages that are drawn">
          {drawn.map(({ from, to, sent, bytes, value }) => (
            <li key={`${from} ${to} ${sent}`}>
              Core {from} to core {to}, {formatBytes(bytes)}: <span className="mono">{value}</span>
            </li>
          ))}
        </ol>
      )}
      {drawn.length < flights.length && (
        <p>The largest messages are drawn; of equal ones, those that cross the most links.</p>
      )}
    </details>
  );
}
