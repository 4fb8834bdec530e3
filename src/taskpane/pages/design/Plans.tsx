import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { choosePlan } from '../../../app/actions/choose-plan';
import type { PlanChoices } from '../../../app/pages/design/plans';
import { usePane } from '../../pane-context';

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 'none', display: 'grid', gap: '4px', minWidth: 0 },
  title: { padding: '0 0 4px', fontWeight: tokens.fontWeightSemibold },
  plan: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '8px',
    alignItems: 'start',
    padding: '6px 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
  },
  shown: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '-2px' },
  radio: { margin: '3px 0 0', accentColor: tokens.colorBrandForeground1 },
  name: { fontWeight: tokens.fontWeightSemibold },
  small: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  working: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Plans worth choosing from: one is shown below, Apply writes that one. */
export function Plans({ choices: { plans, today, isWorking } }: { choices: PlanChoices }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const id = useId();
  if (plans.length < 2 && !isWorking) return null;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{say('plans.title')}</legend>
      {today !== undefined && <p className={styles.working}>{today}</p>}
      {plans.map(({ name, meaning, figures, more, isShown }, at) => (
        <label key={at} className={mergeClasses(styles.plan, isShown && styles.shown)}>
          <input
            className={styles.radio}
            type="radio"
            name={id}
            checked={isShown}
            aria-describedby={`${id}-${at}`}
            onChange={() => void run(choosePlan, at)}
          />
          <span>
            <span className={styles.name}>{name}</span>
            <span id={`${id}-${at}`}>
              <span className={styles.small}>{figures.join(' · ')}</span>
              {isShown && more.length > 0 && (
                <span className={styles.small}>{say('plans.besides', { list: more.join(', ') })}</span>
              )}
              {isShown && <span className={styles.small}>{meaning}</span>}
            </span>
          </span>
        </label>
      ))}
      {isWorking && <p className={styles.working}>{say('plans.working')}</p>}
    </fieldset>
  );
}
