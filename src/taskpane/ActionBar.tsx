import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Session, SessionState } from '../app/session';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '12px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  primary: { flex: '1 1 auto' },
});

/** What can be done now: one primary button, and the way back. */
export function ActionBar({ session, state }: { session: Session; state: SessionState }) {
  const styles = useStyles();
  const { say } = session;
  const { activity, summary, preview } = state;
  const primary = (label: string, act: () => Promise<void>, disabled = false) => (
    <Button className={styles.primary} appearance="primary" disabled={disabled} onClick={() => void act()}>
      {label}
    </Button>
  );
  const buttons = () => {
    switch (activity.kind) {
      case 'looking':
      case 'writing':
        return null;
      case 'empty':
        return primary(say('action.insertSample'), session.insertSample);
      case 'designing':
        return (
          <Button className={styles.primary} onClick={session.cancel}>
            {say('action.cancel')}
          </Button>
        );
      case 'applied':
        return (
          <>
            {primary(say('action.keep'), session.keep)}
            <Button onClick={() => void session.revert()}>{say('action.revert')}</Button>
          </>
        );
      case 'ready':
        return preview === undefined ? (
          primary(
            say('action.design'),
            session.design,
            summary === undefined || summary.blocked !== undefined,
          )
        ) : (
          <>
            {primary(say('action.apply'), session.apply)}
            <Button onClick={session.discard}>{say('action.back')}</Button>
          </>
        );
    }
  };
  const content = buttons();
  return content === null ? null : <footer className={styles.bar}>{content}</footer>;
}
