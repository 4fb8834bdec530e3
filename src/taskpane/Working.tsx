import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { Activity } from '../app/session';
import type { Numbers } from '../text/numbers';
import type { Say } from '../text/say';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px' },
  stage: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

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
