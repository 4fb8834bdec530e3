import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { Session, SessionState } from '../app/session';
import { ActionBar } from './ActionBar';
import { EmptyWorkbook } from './EmptyWorkbook';
import { Found } from './Found';
import { PlanPreview } from './PlanPreview';
import { Looking, Working } from './Working';
import type { Mode } from './theme';

const useStyles = makeStyles({
  frame: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  body: {
    flex: '1 1 auto',
    overflowY: 'scroll',
    padding: '12px 16px 20px',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    // Cards keep their height; the pane scrolls.
    '> *': { flexShrink: 0 },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  // The personality menu of Excel covers the pane's top right corner.
  head: { padding: '10px 48px 0 16px' },
});

/** Header, what is there to see now, and the actions that are possible now. */
export function Pane({ session, state, mode }: { session: Session; state: SessionState; mode: Mode }) {
  const styles = useStyles();
  const { say } = session;
  const { activity, summary, preview } = state;
  const working = activity.kind === 'designing' || activity.kind === 'writing';
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <h1 className={styles.title}>{say(preview === undefined ? 'pane.title' : 'pane.previewTitle')}</h1>
      </header>
      <main className={styles.body}>
        <div aria-live="polite">
          {state.trouble !== undefined && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{state.trouble}</MessageBarBody>
            </MessageBar>
          )}
          {state.news !== undefined && (
            <MessageBar intent="success" layout="multiline">
              <MessageBarBody>{state.news}</MessageBarBody>
            </MessageBar>
          )}
        </div>
        {activity.kind === 'looking' && <Looking done={activity.done} say={say} />}
        {activity.kind === 'empty' && <EmptyWorkbook say={say} />}
        {working && <Working activity={activity} say={say} numbers={session.numbers} />}
        {preview !== undefined && activity.kind !== 'designing' && (
          <PlanPreview preview={preview} say={say} numbers={session.numbers} mode={mode} />
        )}
        {preview === undefined && summary !== undefined && !working && activity.kind !== 'looking' && (
          <Found summary={summary} session={session} />
        )}
      </main>
      <ActionBar session={session} state={state} />
    </div>
  );
}
