import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import { changeBalance } from '../../../app/actions/change-balance';
import { changeSettings } from '../../../app/actions/change-settings';
import { setRate } from '../../../app/actions/set-rate';
import type { Summary } from '../../../app/pages/design/summary';
import type { Unit } from '../../../plan/together';
import { NumberField } from '../../NumberField';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '12px' },
  metric: { display: 'grid', gap: '6px', margin: 0, padding: 0, border: 'none' },
  legend: { padding: 0 },
  deeds: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
});

/** What is balanced, in order of importance, how closely each, which places are whole, whether territories hang together, and exchange rates where they are needed. */
export function Balance({ summary }: { summary: Summary }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const { metrics, further, rates, unit, connected, alike } = summary;
  return (
    <div className={styles.list}>
      {metrics.map(({ metric, label, tolerance, choices }, at) => (
        <fieldset key={at} className={styles.metric}>
          <Pick
            label={metrics.length === 1 ? say('change.metric') : say('change.metricNth', { number: at + 1 })}
            choices={choices}
            value={metric}
            onPick={(id) => void run(changeBalance, { kind: 'metric', at, metric: id })}
          />
          <NumberField
            label={
              metrics.length === 1 ? say('change.tolerance') : say('change.toleranceOf', { metric: label })
            }
            value={Math.round(tolerance * 100_000) / 1000}
            min={0.1}
            max={100}
            step={1}
            onNumber={(percent) =>
              void run(changeBalance, { kind: 'tolerance', at, tolerance: percent / 100 })
            }
          />
          {metrics.length > 1 && (
            <div className={styles.deeds}>
              {at > 0 && (
                <Button
                  size="small"
                  appearance="subtle"
                  onClick={() => void run(changeBalance, { kind: 'earlier', at })}
                >
                  {say('change.earlierMetric', { metric: label, before: metrics[at - 1]?.label ?? '' })}
                </Button>
              )}
              <Button
                size="small"
                appearance="subtle"
                onClick={() => void run(changeBalance, { kind: 'remove', at })}
              >
                {say('change.removeMetric', { metric: label })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {further.length > 0 && (
        <Pick
          label={say('change.addMetric')}
          choices={[{ value: '', label: say('change.pickMetric') }, ...further]}
          value=""
          onPick={(metric) => {
            if (metric !== '') void run(changeBalance, { kind: 'add', metric });
          }}
        />
      )}
      {unit !== undefined && (
        <Pick
          label={say('change.unit')}
          choices={unit.choices}
          value={unit.value}
          onPick={(value) => void run(changeSettings, { unit: value === '' ? null : (value as Unit) })}
        />
      )}
      {connected !== undefined && (
        <Checkbox
          label={say('change.connected')}
          checked={connected}
          onChange={(_, { checked }) => void run(changeSettings, { connected: checked === true })}
        />
      )}
      {alike.length > 0 && (
        <fieldset className={styles.metric}>
          <legend className={styles.legend}>{say('change.alike')}</legend>
          {alike.map(({ label, checked, then }) => (
            <Checkbox
              key={label}
              label={label}
              checked={checked}
              onChange={() => void run(changeSettings, { alike: then })}
            />
          ))}
        </fieldset>
      )}
      {rates.map(({ currency, base, rate }) => (
        <NumberField
          key={currency}
          label={say('change.rate', { currency, base })}
          value={rate}
          min={0.000001}
          max={1_000_000}
          step={0.01}
          onNumber={(value) => void run(setRate, currency, value)}
        />
      ))}
    </div>
  );
}
