import { makeStyles, tokens } from '@fluentui/react-components';
import type { MetricPreview } from '../../../app/pages/design/preview';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';

const useStyles = makeStyles({
  caption: { textAlign: 'start', padding: '0 0 6px', fontWeight: tokens.fontWeightSemibold },
  legend: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, display: 'block' },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  name: {
    width: '38%',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: '2px 6px 2px 0',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  dot: { display: 'inline-block', width: '9px', height: '9px', borderRadius: '50%', marginInlineEnd: '6px' },
  cell: { padding: '2px 0' },
  number: { width: '48px', textAlign: 'end', fontVariantNumeric: 'tabular-nums', padding: '2px 0' },
  out: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  track: { position: 'relative', height: '16px' },
  band: { position: 'absolute', top: 0, bottom: 0, backgroundColor: tokens.colorBrandBackground2Pressed },
  before: {
    position: 'absolute',
    top: '2px',
    height: '4px',
    backgroundColor: tokens.colorNeutralForeground3,
    forcedColorAdjust: 'none',
  },
  after: {
    position: 'absolute',
    top: '7px',
    height: '7px',
    backgroundColor: tokens.colorBrandForeground1,
    forcedColorAdjust: 'none',
  },
  fair: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: '1px',
    backgroundColor: tokens.colorNeutralForeground1,
  },
});

/** Index of every territory: thin bar today, thick bar as designed, against the band. A table underneath. */
export function Bars({
  metric,
  colours,
  say,
  numbers,
}: {
  metric: MetricPreview;
  colours: readonly string[];
  say: Say;
  numbers: Numbers;
}) {
  const styles = useStyles();
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
          {say('bars.legend', { tolerance: numbers.percent(metric.tolerance) })}
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
          <tr key={bar.territory}>
            <th scope="row" className={styles.name} title={bar.name}>
              <span className={styles.dot} style={{ backgroundColor: colours[bar.territory] }} aria-hidden />
              {bar.name}
            </th>
            <td className={styles.cell}>
              <div
                className={styles.track}
                role="img"
                aria-label={say('bars.bar', {
                  before: numbers.decimal(bar.before, 2),
                  after: numbers.decimal(bar.after, 2),
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
            <td className={`${styles.number} ${bar.inBand ? '' : styles.out}`}>
              {numbers.decimal(bar.after, 2)}
              {bar.inBand ? '' : ' !'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
