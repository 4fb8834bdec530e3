import { useEffect, useState } from 'react';
import type { MapPreview } from '../../app/pages/design/map';
import type { Layout } from './layout';

/** A map is laid out once, whichever page shows it. */
const laidOut = new WeakMap<MapPreview, Promise<Layout>>();

/** Outlines, projections and cells are loaded when there is a plan to draw. */
function layOut(map: MapPreview): Promise<Layout> {
  const known = laidOut.get(map);
  if (known !== undefined) return known;
  const layout = import('./layout').then(({ mapLayout }) => mapLayout(map));
  laidOut.set(map, layout);
  // What could not be loaded is tried again.
  layout.catch(() => laidOut.delete(map));
  return layout;
}

/** A map laid out. What it was laid out for comes with it: the one before stays until the next is there. */
export interface LaidOut {
  readonly map: MapPreview;
  readonly layout: Layout;
}

/** Undefined until the first is there, and without a map; 'failed' where its files could not be loaded. */
export function useMapLayout(map: MapPreview | undefined): LaidOut | 'failed' | undefined {
  const [laid, lay] = useState<LaidOut | 'failed'>();
  useEffect(() => {
    if (map === undefined) return;
    let isGone = false;
    const show = (next: LaidOut | 'failed') => {
      if (!isGone) lay(next);
    };
    layOut(map).then(
      (layout) => {
        show({ map, layout });
      },
      () => {
        show('failed');
      },
    );
    return () => {
      isGone = true;
    };
  }, [map]);
  return map === undefined ? undefined : laid;
}
