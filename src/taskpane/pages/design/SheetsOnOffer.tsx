import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { sheetsOnOffer, writeSheet } from '../../../app/actions/write-sheet';
import type { PaneState } from '../../../app/state';
import { usePane } from '../../pane-context';

const useStyles = makeStyles({
  section: { display: 'grid', gap: '8px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { display: 'grid', gap: '10px', margin: 0, padding: 0, listStyle: 'none' },
  hint: { margin: '2px 0 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Sheets that are written when asked for, and what each tells. */
export function SheetsOnOffer({ state }: { state: PaneState }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const id = useId();
  const sheets = sheetsOnOffer(state);
  if (sheets.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 className={styles.heading} id={id}>
        {say('offer.title')}
      </h2>
      <ul className={styles.list}>
        {sheets.map(({ key, label, hint }) => (
          <li key={key}>
            <Button size="small" aria-describedby={`${id}-${key}`} onClick={() => void run(writeSheet, key)}>
              {say(label)}
            </Button>
            <p className={styles.hint} id={`${id}-${key}`}>
              {say(hint)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
