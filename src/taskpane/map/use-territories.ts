import { useMemo, useState } from 'react';
import type { MapPreview } from '../../app/pages/design/map';
import type { MetricPreview } from '../../app/pages/design/preview';
import type { PaneState } from '../../app/state';
import { colourOf } from './palette';
import { useMapLayout, type LaidOut } from './use-map-layout';

/** What map, bars and lists of the same territories share: their colours, and the one that is pointed at. */
export interface Territories {
  /** Undefined while the map is loading. */
  readonly laid: LaidOut | 'failed' | undefined;
  /** What shares are told of. */
  readonly metric: MetricPreview | undefined;
  /** By territory; none while the map does not know yet who is beside whom. */
  readonly colours: readonly string[];
  /** The point of the account in the row that is selected in the sheet, −1 for none. */
  readonly selected: number;
  /** A territory, −1 for none. */
  readonly lit: number;
  light(territory: number): void;
}

export function useTerritories(
  map: MapPreview | undefined,
  metric: MetricPreview | undefined,
  row: PaneState['selected'],
): Territories {
  const laid = useMapLayout(map);
  const [lit, light] = useState(-1);
  const there = laid === 'failed' ? undefined : laid;
  const isPlain = map === undefined || laid === 'failed';
  const colours = useMemo(() => {
    // Without a map nobody is beside anybody.
    const last = Math.max(-1, ...(metric?.bars ?? []).map(({ territory }) => territory));
    if (isPlain) return Array.from({ length: last + 1 }, (_, j) => colourOf(j));
    return there?.layout.colours.map(colourOf) ?? [];
  }, [isPlain, metric, there]);
  const selected = useMemo(
    () => (there === undefined || row === undefined ? -1 : there.map.pointIn(row.sheet, row.row)),
    [there, row],
  );
  return { laid, metric, selected, colours, lit, light };
}
