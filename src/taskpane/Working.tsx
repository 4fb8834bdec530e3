import { makeStyles, ProgressBar, Spinner, tokens } from '@fluentui/react-components';
import type { Doing } from '../app/state';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '8px' },
  stage: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Reading takes a moment. The first time there is nothing else to see; later a line says it, and all stays. */
export function Looking({ done, isFirst }: { done: number | undefined; isFirst: boolean }) {
  const styles = useStyles();
  const { say } = usePane();
  const bar = done !== undefined && done < 1 ? { value: done } : {};
  if (!isFirst) return <ProgressBar {...bar} aria-label={say('pane.looking')} />;
  return (
    <section className={styles.box}>
      <Spinner size="small" label={say('pane.looking')} />
      {done !== undefined && done < 1 && <ProgressBar value={done} aria-label={say('pane.looking')} />}
    </section>
  );
}

/** What is being done and how far it is. */
export function Working({ doing }: { doing: Doing }) {
  const styles = useStyles();
  const { say, numbers } = usePane();
  const { stage, words, worst = NaN, done } = doing;
  const isDesign = doing.action === 'design';
  const text = stage !== undefined ? say(`stage.${stage}`) : words === undefined ? '' : say(words);
  return (
    <section className={styles.box} aria-live="polite">
      <p className={styles.stage}>{text}</p>
      <ProgressBar {...(done === undefined ? {} : { value: done })} aria-label={text} thickness="large" />
      <p className={styles.note}>
        {Number.isFinite(worst)
          ? say('stage.worst', { worst: numbers.percent(worst) })
          : say('stage.untouched', { writing: isDesign ? 'no' : 'yes' })}
      </p>
    </section>
  );
}
