import { useEffect, useState } from 'react';
import type { MapPreview } from '../../../app/pages/design/preview';
import { mapBase, type MapBase } from './map-base';
import { panned, startView, zoomed, type View } from './map-view';

const ZOOM = 1.5;
const STEP = 0.15;

/** The outlines under a map, which part of them is shown, and the ways to show another. */
export interface MapViewing {
  /** Undefined while the outlines are loading. */
  readonly shown: { readonly base: MapBase; readonly view: View } | undefined;
  zoomIn(): void;
  zoomOut(): void;
  /** Fractions of the map's width and height. */
  move(dx: number, dy: number): void;
  /** What a key does; undefined for one that does nothing. */
  onKey(key: string): (() => void) | undefined;
}

export function useMapView(map: MapPreview): MapViewing {
  const [shown, show] = useState<MapViewing['shown']>();
  useEffect(() => {
    let gone = false;
    void mapBase(map).then((base) => {
      if (!gone) show({ base, view: startView(base.width, base.height) });
    });
    return () => {
      gone = true;
    };
  }, [map]);

  const see = (next: (view: View, base: MapBase) => View) => {
    show((now) => now && { ...now, view: next(now.view, now.base) });
  };
  const zoom = (factor: number) => {
    see((view) => zoomed(view, factor, view));
  };
  const move = (dx: number, dy: number) => {
    see((view, { width, height }) => panned(view, dx, dy, width, height));
  };
  const zoomIn = () => {
    zoom(ZOOM);
  };
  const zoomOut = () => {
    zoom(1 / ZOOM);
  };
  const keys: Readonly<Record<string, () => void>> = {
    '+': zoomIn,
    '=': zoomIn,
    '-': zoomOut,
    '0': () => {
      see((_, { width, height }) => startView(width, height));
    },
    ArrowLeft: () => {
      move(-STEP, 0);
    },
    ArrowRight: () => {
      move(STEP, 0);
    },
    ArrowUp: () => {
      move(0, -STEP);
    },
    ArrowDown: () => {
      move(0, STEP);
    },
  };
  return { shown, zoomIn, zoomOut, move, onKey: (key) => keys[key] };
}
