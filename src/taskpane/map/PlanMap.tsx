import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { select } from '../../app/actions/select';
import { usePane } from '../pane-context';
import { toggled } from './caught';
import { shortNames } from './labels';
import { MapTools } from './MapTools';
import { useDrawing } from './use-drawing';
import { NOTHING, useMapHands, type Pointed } from './use-map-hands';
import type { LaidOut } from './use-map-layout';
import { useMapView } from './use-map-view';
import type { Territories } from './use-territories';

const useStyles = makeStyles({
  canvas: {
    display: 'block',
    width: '100%',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    boxSizing: 'border-box',
    touchAction: 'none',
    color: 'CanvasText',
    backgroundColor: 'Canvas',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  // Two lines, so that what stands below stays where it is.
  caption: {
    minHeight: '2.6em',
    lineHeight: 1.3,
    margin: '4px 0 0',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  // Kept free, so that nothing moves when something is clicked.
  opens: { minHeight: '24px', margin: 0, lineHeight: '24px' },
  list: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

const NO_POINTS: readonly number[] = [];

/** Territories as areas, accounts on top: of the plan, or of today. Wheel or + and − zoom, dragging moves. */
export default function PlanMap({
  laid: { map, layout },
  shown: { metric, selected, lit: litBeside, light },
  about = -1,
  onOpen,
  lasso,
}: {
  laid: LaidOut;
  shown: Pick<Territories, 'metric' | 'selected' | 'lit' | 'light'>;
  /** The territory that it is about, which is lit where no other is; −1 for none. */
  about?: number | undefined;
  onOpen?: ((name: string) => void) | undefined;
  /** What stands below accounts that were drawn round; absent where nothing can be moved. */
  lasso?: ((accounts: readonly number[]) => ReactNode) | undefined;
}) {
  const styles = useStyles();
  const { say, numbers, run, mode } = usePane();
  const canvas = useRef<HTMLCanvasElement>(null);
  const viewing = useMapView(layout, about);
  const lit = litBeside >= 0 ? litBeside : about;
  const hasToday = useMemo(() => map.today.some((j) => j >= 0), [map]);
  const [which, show] = useState<'plan' | 'today'>('plan');
  const isToday = hasToday && which === 'today';
  const look = isToday ? layout.today : layout.plan;
  const [pointed, point] = useState(NOTHING);
  const [isOn, turn] = useState(false);
  const [line, draw] = useState(NO_POINTS);
  const [caught, hold] = useState<{ readonly on: typeof map; readonly points: readonly number[] }>();
  // Of another plan, or another look, nothing is caught.
  const points = isOn && caught?.on === map ? caught.points : NO_POINTS;
  const hasLasso = lasso !== undefined && !isToday;
  const accountsCaught = useMemo(() => points.map((i) => map.account[i] ?? -1), [points, map]);
  const names = useMemo(() => {
    const whole = map.centres.map(({ name, owner }) => (isToday && owner !== '' ? owner : name));
    return { whole, short: shortNames(whole) };
  }, [map, isToday]);
  const accounts = useMemo(() => tally(look.territory, map.centres.length), [look, map]);
  // The territory of what was clicked last: its page is one click further.
  const [meant, mean] = useState(-1);
  const opens = meant >= 0 && meant !== about ? (map.centres[meant]?.name ?? '') : '';
  const onPoint = (next: Pointed) => {
    if (next.point === pointed.point && next.territory === pointed.territory) return;
    point(next);
    light(next.territory);
  };
  const over = {
    lit: pointed.territory >= 0 ? pointed.territory : lit,
    pointed: pointed.point,
    selected,
    caught: points,
    line,
  };
  const scene = useDrawing(canvas, { layout, look, view: viewing.view, names, over, mode });
  const hands = useMapHands(canvas, {
    layout,
    territory: look.territory,
    viewing,
    scene,
    pointed,
    onPoint,
    lasso:
      isOn && hasLasso
        ? {
            draw,
            catch: (within) => {
              hold({ on: map, points: within });
            },
            toggle: (one) => {
              hold({ on: map, points: toggled(points, one) });
            },
          }
        : undefined,
    onPick: ({ point: picked, territory }, isKey) => {
      mean(territory);
      if (picked >= 0) void run(select, map.about(picked).address);
      else if (isKey && territory >= 0) onOpen?.(map.centres[territory]?.name ?? '');
    },
  });

  const tellTerritory = (j: number) => {
    const bar = metric?.bars.find(({ territory }) => territory === j);
    const share = isToday ? bar?.before : bar?.after;
    return say('map.territory', {
      name: names.whole[j] ?? '',
      accounts: accounts[j] ?? 0,
      share: share === undefined ? 'none' : numbers.percent(share, 0),
    });
  };
  const tellAccount = (i: number) => {
    const { name, value = 'none' } = map.about(i);
    const plan = map.centres[map.territory[i] ?? -1]?.name ?? say('map.unassigned');
    const owner = map.centres[map.today[i] ?? -1]?.owner ?? '';
    return say('map.account', { name, value, plan, today: owner === '' ? 'none' : owner });
  };
  const told = () => {
    if (pointed.point >= 0) return tellAccount(pointed.point);
    if (over.lit >= 0) return tellTerritory(over.lit);
    if (selected >= 0) return tellAccount(selected);
    return say('map.hint', { beyond: layout.beyond });
  };
  return (
    <figure style={{ margin: 0 }}>
      <MapTools
        viewing={viewing}
        shown={hasToday ? which : undefined}
        onShow={show}
        lasso={
          hasLasso
            ? {
                isOn,
                turn: () => {
                  turn(!isOn);
                },
              }
            : undefined
        }
      />
      <canvas
        ref={canvas}
        className={styles.canvas}
        style={{ aspectRatio: `${layout.width} / ${layout.height}` }}
        role="application"
        aria-label={say('map.label', { accounts: map.territory.length, territories: map.centres.length })}
        tabIndex={0}
        {...hands}
      />
      <figcaption className={styles.caption} aria-live="polite">
        {told()}
      </figcaption>
      {isOn && hasLasso && lasso(accountsCaught)}
      {onOpen !== undefined && (
        <p className={styles.opens}>
          {opens !== '' && (
            <Link
              as="button"
              onClick={() => {
                onOpen(opens);
              }}
            >
              {say('map.open', { name: opens })}
            </Link>
          )}
        </p>
      )}
      <ul className={styles.list}>
        {names.whole.map((_, j) => (
          <li key={j}>{tellTerritory(j)}</li>
        ))}
      </ul>
    </figure>
  );
}

function tally(territory: Int16Array, count: number): Int32Array {
  const accounts = new Int32Array(count);
  territory.forEach((j) => {
    if (j >= 0) accounts[j] = (accounts[j] ?? 0) + 1;
  });
  return accounts;
}
