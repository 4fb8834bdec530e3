import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MetricPreview } from '../../../app/pages/design/preview';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import type { Territories } from '../../map/use-territories';

/** Too narrow for name, bar and figure beside each other: the name stands above. */
const NARROW = '@container (max-width: 15rem)';
const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
  caption: { textAlign: 'start', padding: '0 0 6px', fontWeight: tokens.fontWeightSemibold },
  legend: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, display: 'block' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    [NARROW]: { display: 'block', '& caption': { display: 'block' }, '& tbody': { display: 'block' } },
  },
  row: { [NARROW]: { display: 'grid', gridTemplateColumns: '1fr auto', alignItems: 'center' } },
  name: {
    width: '38%',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: '2px 6px 2px 0',
    [NARROW]: { width: 'auto', gridColumn: '1 / -1', padding: '6px 0 0' },
  },
  called: { display: 'grid', gridTemplateColumns: 'auto 1fr', alignItems: 'baseline' },
  link: {
    padding: '4px 0',
    minHeight: '24px',
    textAlign: 'start',
    [FORCED]: { textDecorationLine: 'underline' },
  },
  dot: {
    display: 'inline-block',
    boxSizing: 'border-box',
    width: '0.7em',
    height: '0.7em',
    borderRadius: '50%',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    marginInlineEnd: '6px',
    // The colour is what it tells.
    forcedColorAdjust: 'none',
    [FORCED]: { border: '1px solid CanvasText' },
  },
  lit: { backgroundColor: tokens.colorNeutralBackground1Hover, [FORCED]: { outline: '1px solid Highlight' } },
  cell: { padding: '2px 0' },
  number: { width: '4.4em', textAlign: 'end', fontVariantNumeric: 'tabular-nums', padding: '2px 0' },
  out: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  track: { position: 'relative', height: '16px' },
  band: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    boxSizing: 'border-box',
    backgroundColor: tokens.colorBrandBackground2Pressed,
    [FORCED]: { backgroundColor: 'Canvas', border: '1px dashed GrayText', forcedColorAdjust: 'none' },
  },
  before: {
    position: 'absolute',
    top: '2px',
    height: '4px',
    backgroundColor: tokens.colorNeutralForeground3,
    [FORCED]: { backgroundColor: 'GrayText', forcedColorAdjust: 'none' },
  },
  after: {
    position: 'absolute',
    top: '7px',
    height: '7px',
    backgroundColor: tokens.colorBrandForeground1,
    [FORCED]: { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
  fair: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: '1px',
    backgroundColor: tokens.colorNeutralForeground1,
    [FORCED]: { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
});

/**
 * Every territory's share in per cent of a fair one: thin bar today, thick bar as designed, against the band. A table
 * underneath. A row that is pointed at lights its territory on the map, and the other way round.
 */
export function Bars({
  metric,
  shown: { colours, lit, light },
  say,
  numbers,
  onOpen,
}: {
  metric: MetricPreview;
  shown: Pick<Territories, 'colours' | 'lit' | 'light'>;
  say: Say;
  numbers: Numbers;
  /** Opens the page of a territory, by name; absent where there is none. */
  onOpen?: (name: string) => void;
}) {
  const styles = useStyles();
  // Where nobody holds any account there is no bar of today.
  const held = metric.bars.some(({ before }) => before > 0) ? 'yes' : 'no';
  const top = Math.max(
    1 + 2 * metric.tolerance,
    ...metric.bars.map(({ before, after }) => Math.max(before, after)),
  );
  // One giant of today must not flatten all the others.
  const scale = Math.min(top, 2);
  const at = (index: number) => `${(100 * Math.min(index, scale)) / scale}%`;
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        {say('bars.caption', { metric: metric.label })}
        <span className={styles.legend}>
          {say('bars.legend', { held, tolerance: numbers.percent(metric.tolerance, 3) })}
        </span>
      </caption>
      <thead hidden>
        <tr>
          <th scope="col">{say('plan.territory')}</th>
          <th scope="col">{say('bars.chart')}</th>
          <th scope="col">{say('balance.index')}</th>
        </tr>
      </thead>
      <tbody>
        {metric.bars.map((bar) => (
          <tr
            key={bar.territory}
            className={mergeClasses(styles.row, bar.territory === lit && styles.lit)}
            onPointerEnter={() => {
              light(bar.territory);
            }}
            onPointerLeave={() => {
              light(-1);
            }}
          >
            <th scope="row" className={styles.name} title={bar.name}>
              <div className={styles.called}>
                <span
                  className={styles.dot}
                  style={{ backgroundColor: colours[bar.territory] }}
                  aria-hidden
                />
                {onOpen === undefined ? (
                  <span>{bar.name}</span>
                ) : (
                  <Link
                    as="button"
                    className={styles.link}
                    onClick={() => {
                      onOpen(bar.name);
                    }}
                  >
                    {bar.name}
                  </Link>
                )}
              </div>
            </th>
            <td className={styles.cell}>
              <div
                className={styles.track}
                role="img"
                aria-label={say('bars.bar', {
                  held,
                  before: numbers.percent(bar.before, 0),
                  after: numbers.percent(bar.after, 0),
                })}
              >
                <div
                  className={styles.band}
                  style={{
                    insetInlineStart: at(1 - metric.tolerance),
                    insetInlineEnd: `calc(100% - ${at(1 + metric.tolerance)})`,
                  }}
                />
                <div className={styles.before} style={{ width: at(bar.before) }} />
                <div className={styles.after} style={{ width: at(bar.after) }} />
                <div className={styles.fair} style={{ insetInlineStart: at(1) }} />
              </div>
            </td>
            <td className={mergeClasses(styles.number, !bar.inBand && styles.out)}>
              {!bar.inBand && <OutOfBand isOver={bar.after > 1} say={say} />}
              {numbers.percent(bar.after, 0)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Told by a sign and in words: colour alone tells nothing to some. */
function OutOfBand({ isOver, say }: { isOver: boolean; say: Say }) {
  const styles = useStyles();
  const words = say(isOver ? 'bars.over' : 'bars.under');
  return (
    <>
      <span aria-hidden title={words}>
        {isOver ? '▲' : '▼'}{' '}
      </span>
      <span className={styles.hidden}>{words} </span>
    </>
  );
}
