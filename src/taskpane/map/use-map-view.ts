import { useMemo, useState } from 'react';
import { boxOf } from './box';
import type { Layout } from './layout';
import { brought, fitted, panned, zoomed, type View } from './view';

const ZOOM = 1.5;

/** Which part of a map is shown, and the ways to show another. */
export interface MapViewing {
  readonly view: View;
  /** @param about in map units; absent: the middle of what is shown */
  zoomIn(about?: Place): void;
  zoomOut(about?: Place): void;
  /** Fractions of what is shown. */
  move(dx: number, dy: number): void;
  bring(place: Place): void;
  fit(): void;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * A plan of the same accounts is shown from where one looked at the last.
 * @param about a territory that is to be in the middle; −1 for none
 */
export function useMapView(layout: Layout, about = -1): MapViewing {
  const box = useMemo(
    () => (about < 0 ? layout.home : (boxOf(layout, about) ?? layout.home)),
    [layout, about],
  );
  const home = String(box ?? '');
  const [seen, see] = useState(() => ({ home, view: fitted(box, layout) }));
  const now = seen.home === home ? seen : { home, view: fitted(box, layout) };
  if (now !== seen) see(now);
  const change = (next: (view: View) => View) => {
    see((last) => ({ ...last, view: next(last.view) }));
  };
  const zoom = (factor: number) => (about?: Place) => {
    change((view) => zoomed(view, factor, about ?? view));
  };
  return {
    view: now.view,
    zoomIn: zoom(ZOOM),
    zoomOut: zoom(1 / ZOOM),
    move: (dx, dy) => {
      change((view) => panned(view, dx, dy, layout));
    },
    bring: ({ x, y }) => {
      change((view) => brought(view, x, y, layout));
    },
    fit: () => {
      change(() => fitted(box, layout));
    },
  };
}
