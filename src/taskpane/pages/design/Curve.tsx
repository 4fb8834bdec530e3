import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useId, useMemo } from 'react';
import { choosePoint } from '../../../app/actions/choose-point';
import { workOutCurve } from '../../../app/actions/work-out-curve';
import { curveOf, pointsOf, type CurveView } from '../../../app/pages/design/curve';
import type { PaneState } from '../../../app/state';
import { usePane } from '../../pane-context';
import { curveChart } from './curve-chart';

const WIDTH = 280;
const HEIGHT = 180;
/** Beside and below it there is room for the words of the axes. */
const PLOT = { left: 62, right: WIDTH - 22, top: 12, bottom: HEIGHT - 38 };
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

function Chart({ view }: { view: CurveView }) {
  const styles = useStyles();
  const { say, numbers } = usePane();
  const { dots, shown, least, most, worst } = useMemo(() => curveChart(view, PLOT), [view]);
  const { left, right, top, bottom } = PLOT;
  return (
    // What it shows stands in words below.
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path className={styles.axis} d={`M${left},${top} V${bottom} H${right}`} />
      <text className={styles.text} x={left - 8} y={top + 4} textAnchor="end">
        ±{numbers.percent(worst)}
      </text>
      <text className={styles.text} x={left - 8} y={bottom + 4} textAnchor="end">
        ±0%
      </text>
      <text className={styles.text} x={left} y={bottom + 18}>
        {numbers.decimal(least, 0)}
      </text>
      <text className={styles.text} x={right} y={bottom + 18} textAnchor="end">
        {numbers.decimal(most, 0)}
      </text>
      <text className={styles.text} x={(left + right) / 2} y={bottom + 32} textAnchor="middle">
        {say('curve.axis')}
      </text>
      <polyline className={styles.line} points={dots.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {dots.map(({ x, y, isShown }, at) => (
        <circle
          key={at}
          className={mergeClasses(styles.dot, isShown && styles.dotShown)}
          cx={x}
          cy={y}
          r={isShown ? 6 : 4}
        />
      ))}
      {shown?.beyond === 0 && (
        <rect className={styles.dotShown} x={shown.x - 4} y={shown.y - 4} width={8} height={8} />
      )}
      {shown !== undefined && shown.beyond !== 0 && (
        <>
          <path
            className={styles.dotShown}
            d={`M${shown.x + 9 * shown.beyond},${shown.y - 5} l${8 * shown.beyond},5 l${-8 * shown.beyond},5 z`}
          />
          <text
            className={styles.text}
            x={shown.x + 17 * shown.beyond}
            y={shown.y - 11}
            textAnchor={shown.beyond > 0 ? 'end' : 'start'}
          >
            {numbers.decimal(shown.moved, 0)}
          </text>
        </>
      )}
    </svg>
  );
}
