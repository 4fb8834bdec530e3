import { useMemo, useState } from 'react';
import type { MapPreview } from '../../app/pages/design/map';
import type { MetricPreview } from '../../app/pages/design/preview';
import { colourOf } from './palette';
import { useMapLayout, type LaidOut } from './use-map-layout';

/** What map, bars and lists of the same territories share: their colours, and the one that is pointed at. */
export interface Territories {
  /** Undefined while the map is loading. */
  readonly laid: LaidOut | undefined;
  /** What shares are told of. */
  readonly metric: MetricPreview | undefined;
  /** By territory; none while the map does not know yet who is beside whom. */
  readonly colours: readonly string[];
  /** A territory, −1 for none. */
  readonly lit: number;
  light(territory: number): void;
}

export function useTerritories(map: MapPreview | undefined, metric: MetricPreview | undefined): Territories {
  const laid = useMapLayout(map);
  const [lit, light] = useState(-1);
  const colours = useMemo(() => {
    // Without a map nobody is beside anybody.
    if (map === undefined) return metric?.bars.map((_, j) => colourOf(j)) ?? [];
    return laid?.layout.colours.map(colourOf) ?? [];
  }, [map, metric, laid]);
  return { laid, metric, colours, lit, light };
}
