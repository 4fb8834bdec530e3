import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { carryOut } from '../../../app/actions/carry-out';
import { weighSeveral } from '../../../app/actions/weigh-several';
import { severalView } from '../../../app/pages/design/several';
import type { PaneState } from '../../../app/state';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';
import { SeveralEffect } from './SeveralEffect';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px', justifyItems: 'stretch' },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Moves the selected rows to a territory, after saying what that would do. */
export default function Several({ state }: { state: PaneState }) {
  const styles = useStyles();
  const { say, numbers, run } = usePane();
  const [to, choose] = useState('');
  const view = severalView(state, say, numbers);
  if (view === undefined) return null;
  const { territories, chosen } = view;
  const wanted = territories.includes(to) ? to : (territories[0] ?? '');
  const effect = chosen?.to === wanted ? chosen.effect : undefined;
  return (
    <div className={styles.list}>
      <p className={styles.small}>{say('several.hint')}</p>
      <Pick
        label={say('several.to')}
        choices={territories.map((name) => ({ value: name, label: name }))}
        value={wanted}
        onPick={choose}
      />
      {chosen?.to === wanted && <SeveralEffect chosen={chosen} />}
      <div className={styles.bar}>
        <Button size="small" onClick={() => void run(weighSeveral, wanted)}>
          {say(weighSeveral.label)}
        </Button>
        {effect !== undefined && (
          <Button size="small" appearance="primary" onClick={() => void run(carryOut, effect.key)}>
            {say('several.move')}
          </Button>
        )}
      </div>
    </div>
  );
}
