import { Checkbox, makeStyles } from '@fluentui/react-components';
import { changeSettings } from '../../../app/actions/change-settings';
import { setStay } from '../../../app/actions/set-stay';
import { keep, type Keeping } from '../../../app/settings/what-stays';
import type { StaysLine } from '../../../app/pages/design/stays';
import { NumberField } from '../../NumberField';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';

const useStyles = makeStyles({ list: { display: 'grid', gap: '12px' } });

/** What stays with its owner: how closely, at most how much leaves, and families whole or not. */
export function Stays({ line }: { line: StaysLine }) {
  const styles = useStyles();
  const { say, run } = usePane();
  return (
    <div className={styles.list}>
      <Pick
        label={say('stays.pick')}
        choices={line.choices}
        value={line.keeping}
        onPick={(one) => {
          if (one !== '') void run(changeSettings, keep(one as Keeping));
        }}
      />
      <NumberField
        label={say('stays.mostAccounts')}
        value={line.accounts}
        min={0}
        max={100}
        step={5}
        onNumber={(percent) => void run(changeSettings, { cap: { accounts: percent / 100 } })}
      />
      {line.money !== undefined && (
        <NumberField
          label={say('stays.mostMoney')}
          value={line.money}
          min={0}
          max={100}
          step={5}
          onNumber={(percent) => void run(changeSettings, { cap: { money: percent / 100 } })}
        />
      )}
      {line.classes.map(({ class: one, most }) => (
        <NumberField
          key={one}
          label={say('stays.most', { class: one })}
          value={most}
          min={0}
          max={100}
          step={5}
          onNumber={(percent) => void run(changeSettings, { cap: { [one]: percent / 100 } })}
        />
      ))}
      <NumberField
        label={say('stays.mostBook')}
        value={line.book}
        min={0}
        max={100000}
        step={10}
        onNumber={(most) =>
          void run(changeSettings, { book: { accounts: most === 0 ? null : Math.round(most) } })
        }
      />
      {line.kept.map(({ kind, name }) => (
        <Checkbox
          key={kind}
          label={say('stays.keepOf', { name })}
          checked
          onChange={() => void run(setStay, kind, false)}
        />
      ))}
      {line.families !== undefined && (
        <Checkbox
          label={say('stays.keepFamilies')}
          checked={line.families}
          onChange={(_, { checked }) => void run(changeSettings, { keepFamilies: checked === true })}
        />
      )}
    </div>
  );
}
