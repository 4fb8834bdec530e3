import { makeStyles, Spinner } from '@fluentui/react-components';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import type { MapPreview, MetricPreview } from '../../../app/pages/design/preview';
import { colourOf } from '../../map/palette';
import { useMapLayout } from '../../map/use-map-layout';
import { usePane } from '../../pane-context';
import { Bars } from './Bars';

/** The map is loaded when there is a plan to draw. */
const PlanMap = lazy(() => import('../../map/PlanMap'));

const useStyles = makeStyles({
  // What the map takes with its buttons and its line of words: nothing moves when it is there.
  map: { minHeight: 'calc(66vw + 60px)', display: 'grid' },
});

/** A plan on the map and in bars, in the same colours; what is pointed at in one is shown in the other. */
export function Picture({
  map,
  metrics,
  around = (bars) => bars,
}: {
  map: MapPreview | undefined;
  metrics: readonly MetricPreview[];
  /** What the bars stand in. */
  around?: (bars: ReactNode) => ReactNode;
}) {
  const styles = useStyles();
  const { say, numbers } = usePane();
  const laid = useMapLayout(map);
  // Blank until the map knows who is beside whom; without a map, as they come.
  const colours = useMemo(
    () =>
      map === undefined
        ? (metrics[0]?.bars.map((_, j) => colourOf(j)) ?? [])
        : (laid?.layout.colours.map(colourOf) ?? []),
    [map, metrics, laid],
  );
  const [lit, light] = useState(-1);
  const loading = <Spinner size="tiny" label={say('map.loading')} />;
  return (
    <>
      {map !== undefined && (
        <div className={styles.map}>
          <Suspense fallback={loading}>
            {laid === undefined ? (
              loading
            ) : (
              <PlanMap laid={laid} metric={metrics[0]} lit={lit} onLight={light} />
            )}
          </Suspense>
        </div>
      )}
      {metrics.length > 0 &&
        around(
          metrics.map((metric) => (
            <Bars
              key={metric.id}
              metric={metric}
              colours={colours}
              lit={lit}
              onLight={light}
              say={say}
              numbers={numbers}
            />
          )),
        )}
    </>
  );
}
