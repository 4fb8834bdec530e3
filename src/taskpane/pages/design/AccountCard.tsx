import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { setLock } from '../../../app/actions/set-lock';
import type { AccountCardView } from '../../../app/pages/design/account-card';
import { usePane } from '../../pane-context';
import { Suggestions } from './Suggestions';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: '4px',
    padding: '8px 10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, overflowWrap: 'anywhere' },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  heading: { margin: '4px 0 0', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  bar: { display: 'flex', gap: '8px', marginTop: '4px' },
});

/** The account in the selected row. */
export function AccountCard({ view }: { view: AccountCardView }) {
  const { title, place, facts, reason, lock, isCellLocked, key: account, own } = view;
  const styles = useStyles();
  const { say, run } = usePane();
  return (
    <section className={styles.card} aria-label={say('card.label')}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{place}</p>
      {facts.length > 0 && <p className={styles.small}>{facts.join(' · ')}</p>}
      {reason !== '' && <p className={styles.small}>{reason}</p>}
      {lock !== undefined && <p className={styles.small}>{lock}</p>}
      {own.length > 0 && (
        <>
          <h3 className={styles.heading}>{say('card.elsewhere')}</h3>
          <Suggestions of={own} label="action.moveTo" />
        </>
      )}
      <div className={styles.bar}>
        <Button size="small" onClick={() => void run(setLock, account, !isCellLocked)}>
          {say(isCellLocked ? 'action.unlock' : 'action.lock')}
        </Button>
      </div>
    </section>
  );
}
