import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { busyWords } from "../../store/player/heat-words.ts";
import type { CoreReport } from "../../store/run/chip.ts";
import { coresOf } from "../../store/run/chip-choice.ts";
import { describeCore } from "../../store/run/narration.ts";
import type { CoreName } from "../../store/view.ts";
import { useApp } from "../shared/context.ts";
import { Icon } from "../shared/Icon.tsx";
import { useSize } from "../shared/useSize.ts";
import { onThemeChange } from "../theme/theme.ts";
import { Flights } from "./Flights.tsx";
import { MovingMessages } from "./MovingMessages.tsx";
import { MapPainter } from "./map-canvas.ts";
import type { Shown } from "./map-cells.ts";
import { hasWords, layOutMap, type Point, smallPitch, stepOnMap, type Zoom, zooms } from "./map-layout.ts";
import { sampleOf } from "./motion.ts";
import { arrowsOf } from "./waits.ts";

const mostArrows = 128;

/// A large chip as a map: a cell for each core, coloured by its state, with more in it where there is room; in the player, the fuller
/// the busier the core has been lately. A core is chosen by a click or with the arrow keys; + and − zoom. The list beside it says the
/// same in words.
export function CoreMap({ reports }: { readonly reports: readonly CoreReport[] }) {
  const { chip, view, player } = useApp();
  const model = useStore(chip.store, (state) => state.model);
  const links = useStore(chip.store, (state) => state.links);
  const deadlock = useStore(chip.store, (state) => state.deadlock);
  const heat = useStore(player.store, (state) => state.heat);
  const playing = useStore(player.store, (state) => state.playing);
  const chosen = useStore(view, (state) => state.core);
  const [room, size] = useSize<HTMLDivElement>();
  const [zoom, setZoom] = useState<Zoom>(1);
  const [scroll, setScroll] = useState({ left: 0, top: 0 });
  const [hover, setHover] = useState<number | null>(null);
  const base = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const painter = useRef<MapPainter | null>(null);

  const devices = coresOf(model);
  const hosts = useMemo(() => reports.filter(({ kind }) => kind === "host"), [reports]);
  const layout = useMemo(() => layOutMap(size, model, hosts.length, zoom), [size, model, hosts.length, zoom]);
  const spots = useMemo(() => {
    const all: Shown[] = new Array(devices).fill(undefined);
    for (const report of reports) if (report.kind === "device") all[report.id] = report;
    return [...all, ...hosts];
  }, [reports, hosts, devices]);
  const spotOf = (name: CoreName): number | null => {
    const [kind, id] = name.split(" ");
    if (kind === "device") return Number(id) < devices ? Number(id) : null;
    const index = hosts.findIndex((host) => host.id === Number(id));
    return index < 0 ? null : devices + index;
  };
  const nameOf = (spot: number): CoreName =>
    spot < devices ? `device ${spot}` : `host ${hosts[spot - devices]?.id ?? 0}`;
  const chosenSpot = spotOf(chosen);
  const words = (spot: number): string => {
    const report = spots[spot];
    const name = spot < devices ? `Core ${spot}` : `Virtual core ${report?.id ?? ""}`;
    if (report === undefined) return `${name} takes no part`;
    return `${name} ${describeCore(report)}${heat === null ? "" : `; ${busyWords(heat, report.id)}`}`;
  };

  useLayoutEffect(() => {
    if (base.current === null || over.current === null) return;
    const made = new MapPainter(base.current, over.current);
    painter.current = made;
    const unfollow = onThemeChange(() => made.forget());
    return () => {
      unfollow();
      made.end();
    };
  }, []);
  useEffect(() => {
    const arrows = deadlock === null ? [] : sampleOf(arrowsOf(deadlock), mostArrows);
    const busy = heat?.busy ?? null;
    painter.current?.show({ size, layout, scroll, spots, links, busy, arrows, hover, chosen: chosenSpot });
  }, [size, layout, scroll, spots, links, heat, deadlock, hover, chosenSpot]);

  // The chosen core stays in sight.
  useEffect(() => {
    const element = room.current;
    if (element === null || chosenSpot === null) return;
    const { x, y } = layout.corner(chosenSpot);
    const { width, height } = layout.cell;
    const left = Math.min(x - 8, Math.max(element.scrollLeft, x + width + 8 - element.clientWidth));
    const top = Math.min(y - 8, Math.max(element.scrollTop, y + height + 8 - element.clientHeight));
    element.scrollTo({ left, top });
  }, [room, layout, chosenSpot]);

  const spotAt = ({ clientX, clientY, currentTarget }: PointerEvent | React.MouseEvent): number | null => {
    const box = currentTarget.getBoundingClientRect();
    return layout.hit({ x: clientX - box.left + scroll.left, y: clientY - box.top + scroll.top });
  };
  const choose = (spot: number | null) => {
    if (spot !== null) view.setState({ core: nameOf(spot) });
  };
  const zoomBy = (step: number) => setZoom(zooms[zooms.indexOf(zoom) + step] ?? zoom);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") zoomBy(1);
    else if (event.key === "-") zoomBy(-1);
    else {
      const to = stepOnMap(layout, devices, chosenSpot ?? 0, event.key);
      if (to === null) return;
      choose(to);
    }
    event.preventDefault();
  };
  const told = hover ?? chosenSpot;
  const canZoom = zoom > 1 || Math.min(layout.cell.width, layout.cell.height) + layout.gap < smallPitch * 3;
  return (
    <div className="core-map">
      <div
        className="core-map-scroll"
        ref={room}
        onScroll={({ currentTarget }) => setScroll({ left: currentTarget.scrollLeft, top: currentTarget.scrollTop })}
      >
        <div
          style={{ width: layout.width, height: layout.height }}
          className="core-map-ground"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys choose a core
          tabIndex={0}
          role="application"
          aria-roledescription="map of the cores"
          aria-label={`Map of ${devices.toLocaleString("en")} cores. Arrow keys choose one; plus and minus zoom.`}
          aria-describedby="core-map-words"
          onKeyDown={press}
        >
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the map around it */}
          <div
            className="core-map-view"
            data-picture=""
            role="presentation"
            style={{ width: size.width, height: size.height }}
            onClick={(event) => choose(spotAt(event))}
            onPointerMove={(event) => setHover(spotAt(event))}
            onPointerLeave={() => setHover(null)}
          >
            <canvas ref={base} />
            <canvas ref={over} />
            <MovingMessages
              size={size}
              centre={(core) => shifted(layout.centre(core), scroll)}
              radius={Math.max(2, Math.min(4.5, layout.cell.height / 3))}
              over={hasWords(layout) ? layout.cell : null}
            />
            <Flights
              size={size}
              centre={(core) => shifted(layout.centre(core), scroll)}
              columns={model.columns}
              radius={Math.max(2, Math.min(3.5, layout.cell.height / 2))}
              hostCentre={(core) => {
                const spot = spotOf(`host ${core}`);
                return spot === null ? undefined : shifted(layout.centre(spot), scroll);
              }}
              below={hasWords(layout) ? layout.cell.height * 0.3 : 0}
              labels={hasWords(layout)}
            />
          </div>
        </div>
      </div>
      <div className="core-map-foot">
        <p id="core-map-words" aria-live={hover === null && !playing ? "polite" : "off"}>
          {told === null ? "Choose a core by a click or the arrow keys." : words(told)}
        </p>
        {canZoom && (
          <span className="core-map-zoom">
            <button
              type="button"
              className="button small icon-only line"
              aria-label="Make the map smaller"
              disabled={zoom === zooms[0]}
              onClick={() => zoomBy(-1)}
            >
              <Icon name="minus" />
            </button>
            <span className="mono">{zoom}×</span>
            <button
              type="button"
              className="button small icon-only line"
              aria-label="Make the map larger"
              disabled={zoom === zooms.at(-1)}
              onClick={() => zoomBy(1)}
            >
              <Icon name="plus" />
            </button>
          </span>
        )}
      </div>
    </div>
  );
}

function shifted({ x, y }: Point, { left, top }: { readonly left: number; readonly top: number }): Point {
  return { x: x - left, y: y - top };
}
