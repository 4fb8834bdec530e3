import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { priceLocks } from '../../../app/actions/price-locks';
import { setStay } from '../../../app/actions/set-stay';
import { locksOnOffer, offeredOver } from '../../../app/pages/design/locks-on-offer';
import type { PaneState } from '../../../app/state';
import { usePane } from '../../pane-context';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px', margin: 0, padding: 0, listStyle: 'none' },
  lock: {
    display: 'grid',
    gap: '4px',
    justifyItems: 'start',
    padding: '6px 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  hint: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Accounts that may be left with their owner; what that costs is worked out while this is looked at. */
export default function SuggestedLocks({ state }: { state: PaneState }) {
  const styles = useStyles();
  const { say, numbers, run } = usePane();
  const { designed } = state;
  const offered = useMemo(() => (designed === undefined ? [] : offeredOver(designed)), [designed]);
  const locks = locksOnOffer(state, say, numbers, offered);
  const hasMore = state.doing === undefined && state.waiting === 0 && locks?.isWorking === true;
  useEffect(() => {
    if (hasMore) void run(priceLocks);
  }, [hasMore, run]);
  if (locks === undefined) return <p className={styles.hint}>{say('locks.none')}</p>;
  return (
    <>
      <p className={styles.hint}>{locks.asAt}</p>
      <ul className={styles.list}>
        {locks.lines.map(({ kind, name, text, price, isOn, matters }) => (
          <li key={kind} className={styles.lock}>
            <p className={styles.name}>{name}</p>
            <p className={styles.small}>{text}</p>
            {price !== undefined && <p className={styles.small}>{price}</p>}
            {matters && (
              <Button
                size="small"
                aria-label={say(isOn ? 'locks.releaseOf' : 'locks.keepOf', { name })}
                onClick={() => void run(setStay, kind, !isOn)}
              >
                {say(isOn ? 'locks.release' : 'locks.keep')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {locks.isWorking && (
        <p className={styles.hint} role="status">
          {say('locks.working')}
        </p>
      )}
    </>
  );
}
