import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useId, useMemo } from 'react';
import { choosePoint } from '../../../app/actions/choose-point';
import { workOutCurve } from '../../../app/actions/work-out-curve';
import { curveOf, pointsOf, type CurveView } from '../../../app/pages/design/curve';
import type { PaneState } from '../../../app/state';
import { usePane } from '../../pane-context';

const WIDTH = 280;
const HEIGHT = 150;
const LEFT = 54;
const BELOW = 34;
const ROOM = 12;
const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
  hint: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  group: { margin: '8px 0 0', padding: 0, border: 'none', display: 'grid', gap: '4px', minWidth: 0 },
  point: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '8px',
    alignItems: 'start',
    cursor: 'pointer',
  },
  shown: { fontWeight: tokens.fontWeightSemibold },
  radio: { margin: '3px 0 0', accentColor: tokens.colorBrandForeground1 },
  chart: { width: '100%', height: 'auto', display: 'block' },
  axis: { stroke: tokens.colorNeutralStroke1, fill: 'none', [FORCED]: { stroke: 'CanvasText' } },
  line: {
    stroke: tokens.colorBrandForeground1,
    strokeWidth: '2px',
    fill: 'none',
    [FORCED]: { stroke: 'CanvasText' },
  },
  dot: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorBrandForeground1,
    strokeWidth: '2px',
    [FORCED]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  dotShown: { fill: tokens.colorBrandForeground1, [FORCED]: { fill: 'Highlight' } },
  text: { fill: tokens.colorNeutralForeground2, fontSize: '11px', [FORCED]: { fill: 'CanvasText' } },
});

/** Balance against moves: the plans between today and equal shares; the one that is picked is shown. */
export default function Curve({ state }: { state: PaneState }) {
  const styles = useStyles();
  const { say, numbers, run } = usePane();
  const id = useId();
  const { designed, curve } = state;
  const points = useMemo(
    () =>
      designed === undefined || curve === undefined || curve.of !== designed.from
        ? []
        : pointsOf(curve, designed, say, numbers),
    [curve, designed, say, numbers],
  );
  const view = curveOf(state, points);
  const hasMore = state.doing === undefined && state.waiting === 0 && view?.isWorking === true;
  useEffect(() => {
    if (hasMore) void run(workOutCurve);
  }, [hasMore, run]);
  if (view === undefined) return null;
  if (view.isWorking)
    return (
      <p className={styles.hint} role="status">
        {say('curve.working')}
      </p>
    );
  return (
    <>
      <p className={styles.hint}>{say('curve.hint')}</p>
      <Chart view={view} />
      <fieldset className={styles.group} aria-label={say('curve.title')}>
        {view.points.map(({ text, isShown }, at) => (
          <label key={at} className={mergeClasses(styles.point, isShown && styles.shown)}>
            <input
              className={styles.radio}
              type="radio"
              name={id}
              checked={isShown}
              onChange={() => void run(choosePoint, at)}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

function Chart({ view: { points, shown } }: { view: CurveView }) {
  const styles = useStyles();
  const { say, numbers } = usePane();
  const all = [...points, ...(shown === undefined ? [] : [shown])];
  const most = Math.max(1, ...all.map(({ moved }) => moved));
  const worst = Math.max(0.01, ...all.map(({ worst: one }) => one));
  const x = (moved: number) => LEFT + (moved / most) * (WIDTH - LEFT - ROOM);
  const y = (one: number) => ROOM + (1 - one / worst) * (HEIGHT - ROOM - BELOW);
  const bottom = HEIGHT - BELOW;
  return (
    // What it shows stands in words below.
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path className={styles.axis} d={`M${LEFT},${ROOM} V${bottom} H${WIDTH - ROOM}`} />
      <text className={styles.text} x={LEFT - 4} y={ROOM + 8} textAnchor="end">
        ±{numbers.percent(worst)}
      </text>
      <text className={styles.text} x={LEFT - 4} y={bottom} textAnchor="end">
        ±0%
      </text>
      <text className={styles.text} x={LEFT} y={bottom + 14}>
        0
      </text>
      <text className={styles.text} x={WIDTH - ROOM} y={bottom + 14} textAnchor="end">
        {numbers.decimal(most, 0)}
      </text>
      <text className={styles.text} x={(LEFT + WIDTH) / 2} y={bottom + 28} textAnchor="middle">
        {say('curve.axis')}
      </text>
      <polyline className={styles.line} points={points.map((p) => `${x(p.moved)},${y(p.worst)}`).join(' ')} />
      {points.map((point, at) => (
        <circle
          key={at}
          className={mergeClasses(styles.dot, point.isShown && styles.dotShown)}
          cx={x(point.moved)}
          cy={y(point.worst)}
          r={point.isShown ? 6 : 4}
        />
      ))}
      {shown !== undefined && (
        <rect
          className={styles.dotShown}
          x={x(shown.moved) - 4}
          y={y(shown.worst) - 4}
          width={8}
          height={8}
        />
      )}
    </svg>
  );
}
