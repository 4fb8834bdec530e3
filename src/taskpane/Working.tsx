import { makeStyles, ProgressBar, Spinner, tokens } from '@fluentui/react-components';
import type { Activity } from '../app/session';
import type { Numbers } from '../text/numbers';
import type { Say } from '../text/say';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px' },
  stage: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Reading takes a moment: a spinner, and how far it is where a table is long. */
export function Looking({ done, say }: { done: number | undefined; say: Say }) {
  const styles = useStyles();
  return (
    <section className={styles.box}>
      <Spinner size="small" label={say('pane.looking')} />
      {done !== undefined && done < 1 && <ProgressBar value={done} aria-label={say('pane.looking')} />}
    </section>
  );
}

/** What is being done and how far it is. */
export function Working({
  activity,
  say,
  numbers,
}: {
  activity: Extract<Activity, { kind: 'designing' | 'writing' }>;
  say: Say;
  numbers: Numbers;
}) {
  const styles = useStyles();
  const stage =
    activity.kind === 'designing' ? say(`stage.${activity.stage}`) : say(`writing.${activity.what}`);
  return (
    <section className={styles.box} aria-live="polite">
      <p className={styles.stage}>{stage}</p>
      <ProgressBar value={activity.done} aria-label={stage} thickness="large" />
      <p className={styles.note}>
        {activity.kind === 'designing' && Number.isFinite(activity.worst)
          ? say('stage.worst', { worst: numbers.percent(activity.worst) })
          : say('stage.untouched', { writing: activity.kind === 'writing' ? 'yes' : 'no' })}
      </p>
    </section>
  );
}
