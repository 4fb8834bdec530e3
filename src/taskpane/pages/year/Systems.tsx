import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { compareSystem } from '../../../app/actions/compare-system';
import type { YearView } from '../../../app/pages/year/view';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { List, Section, useStyles } from '../parts';
import { Files } from './Files';

/** What other systems say of owners and territories, beside the plan. */
export function Systems({ view: { systems, mismatches } }: { view: YearView }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const [picked, setPicked] = useState('');
  const name = systems.includes(picked) ? picked : systems[0];
  return (
    <Section id="year-system" title={say('year.system')}>
      <p className={styles.hint}>{say('year.systemHint')}</p>
      {name === undefined ? (
        <p className={styles.plain}>{say('year.systemNone')}</p>
      ) : (
        <>
          <Pick
            label={say('year.systemTable')}
            choices={systems.map((value) => ({ value, label: value }))}
            value={name}
            onPick={setPicked}
          />
          <div>
            <Button onClick={() => void run(compareSystem, name)}>{say(compareSystem.label)}</Button>
          </div>
        </>
      )}
      {mismatches !== undefined && (
        <>
          <p className={styles.plain}>{mismatches.text}</p>
          <List lines={mismatches.kinds} />
          <Files files={mismatches.files} />
        </>
      )}
    </Section>
  );
}
