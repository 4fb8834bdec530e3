import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { lazy, Suspense, type ReactNode } from 'react';
import { usePane } from '../pane-context';
import type { Territories } from './use-territories';

/** The map is loaded when there is a plan to draw. */
const PlanMap = lazy(() => import('./PlanMap'));

const useStyles = makeStyles({
  // As high as the map with its buttons and its line of words, by the width of what it stands in: nothing moves when it
  // is there.
  room: { minHeight: 'calc(66cqi + 4rem)', display: 'grid' },
  failed: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The room for a map, and the map when it is there. */
export function MapPart({
  shown,
  about,
  onOpen,
  lasso,
}: {
  shown: Territories;
  /** The territory that it is about, by index; absent: all of them. */
  about?: number;
  /** Opens the page of a territory, by name; absent where there is none. */
  onOpen?: (name: string) => void;
  /** What stands below accounts, by index, that were drawn round; absent where nothing can be moved. */
  lasso?: ((accounts: readonly number[]) => ReactNode) | undefined;
}) {
  const styles = useStyles();
  const { say } = usePane();
  if (shown.laid === 'failed') return <p className={styles.failed}>{say('map.failed')}</p>;
  const loading = <Spinner size="tiny" label={say('map.loading')} />;
  return (
    <div className={styles.room}>
      <Suspense fallback={loading}>
        {shown.laid === undefined ? (
          loading
        ) : (
          <PlanMap laid={shown.laid} shown={shown} about={about} onOpen={onOpen} lasso={lasso} />
        )}
      </Suspense>
    </div>
  );
}
