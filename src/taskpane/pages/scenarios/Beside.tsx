import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import {
  differenceOf,
  sharesOf,
  sidesOf,
  type Side,
  type SideLook,
} from '../../../app/pages/scenarios/beside';
import type { PaneState } from '../../../app/state';
import { Fold } from '../../Fold';
import { useKept } from '../../kept';
import { MapPart } from '../../map/MapPart';
import { useTerritories } from '../../map/use-territories';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { useStyles as useParts } from '../parts';

const useStyles = makeStyles({
  // Two beside each other where there is room for them, one below the other where there is not.
  pair: {
    display: 'grid',
    gap: '8px',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 11.5rem), 1fr))',
  },
  side: { minWidth: 0, containerType: 'inline-size' },
  name: { margin: '0 0 4px', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: {
    width: '30%',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'end',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    padding: '2px 0 2px 8px',
  },
  territory: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: '2px 0',
    overflowWrap: 'anywhere',
  },
  share: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', padding: '2px 0 2px 8px' },
});

/** Two plans side by side: their maps, their shares, and how many accounts are with somebody else. */
export function Beside({ state }: { state: PaneState }) {
  const { say, numbers } = usePane();
  const sides = useMemo(() => sidesOf(state, say, numbers), [state, say, numbers]);
  if (sides.length < 2) return null;
  return (
    <Fold id="scenarios-beside" title={say('beside.title')} about={say('beside.about')}>
      <Pair state={state} sides={sides} />
    </Fold>
  );
}

function Pair({ state, sides }: { state: PaneState; sides: readonly Side[] }) {
  const parts = useParts();
  const styles = useStyles();
  const { say, numbers } = usePane();
  const [first, second] = sides;
  const [leftKey, pickLeft] = useKept('beside.left', first?.key ?? '');
  const [rightKey, pickRight] = useKept('beside.right', second?.key ?? '');
  // What was picked may be gone by now.
  const left = sides.find(({ key }) => key === leftKey) ?? first;
  const right = sides.find(({ key }) => key === rightKey) ?? second;
  const looks = useLooks(left, right);
  const accounts = state.understanding?.list.accounts.count ?? 0;
  const shares = useMemo(() => looks && sharesOf(looks, say, numbers), [looks, say, numbers]);
  if (left === undefined || right === undefined || looks === undefined || shares === undefined) return null;
  const choices = sides.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <>
      <Pick label={say('beside.left')} choices={choices} value={left.key} onPick={pickLeft} />
      <Pick label={say('beside.right')} choices={choices} value={right.key} onPick={pickRight} />
      <p className={parts.plain} aria-live="polite">
        {differenceOf([left, right], accounts, say)}
      </p>
      <div className={styles.pair}>
        <SideMap key={`left ${left.key}`} name={left.name} look={looks[0]} selected={state.selected} />
        <SideMap key={`right ${right.key}`} name={right.name} look={looks[1]} selected={state.selected} />
      </div>
      {shares.rows.length > 0 && (
        <table className={styles.table}>
          <caption className={parts.hint} style={{ textAlign: 'start' }}>
            {shares.label}
          </caption>
          <thead>
            <tr>
              <th scope="col" className={styles.territory}>
                {say('plan.territory')}
              </th>
              <th scope="col" className={styles.head}>
                {left.name}
              </th>
              <th scope="col" className={styles.head}>
                {right.name}
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.rows.map((row, j) => (
              <tr key={j}>
                <th scope="row" className={styles.territory}>
                  {row.name}
                </th>
                {row.shares.map((share, side) => (
                  <td key={side} className={styles.share}>
                    {share ?? say('sheet.noData')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** Worked out once for each plan that is picked. */
function useLooks(
  left: Side | undefined,
  right: Side | undefined,
): readonly [SideLook, SideLook] | undefined {
  return useMemo(() => (left && right ? [left.look(), right.look()] : undefined), [left, right]);
}

function SideMap({
  name,
  look: { map, metrics },
  selected,
}: {
  name: string;
  look: SideLook;
  selected: PaneState['selected'];
}) {
  const styles = useStyles();
  const { say } = usePane();
  const shown = useTerritories(map, metrics[0], selected);
  return (
    <section className={styles.side} aria-label={name}>
      <p className={styles.name}>{name}</p>
      {map === undefined ? <p className={styles.name}>{say('beside.noMap')}</p> : <MapPart shown={shown} />}
    </section>
  );
}
