import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PlanChoices } from '../../../app/pages/design/plans';
import type { Figure, Preview } from '../../../app/pages/design/preview';
import type { PaneState } from '../../../app/state';
import { MapPart } from '../../map/MapPart';
import { useTerritories } from '../../map/use-territories';
import { usePane } from '../../pane-context';
import { Bars } from './Bars';
import { Plans } from './Plans';

const useStyles = makeStyles({
  headline: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  figures: {
    display: 'grid',
    // As wide as their words, however large these are.
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 5.5rem), 1fr))',
    gap: '8px',
    margin: 0,
  },
  figure: {
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    padding: '6px 8px',
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  notices: { display: 'grid', gap: '6px' },
  details: { margin: 0, display: 'grid', gap: '10px' },
  hint: { margin: '6px 0 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The plan before anything is written: in words, on the map, in bars and in the few figures that matter. */
export function PlanPreview({
  preview,
  plans,
  locks,
  curve,
  selected,
  stale,
}: {
  preview: Preview;
  /** Plans to choose from; this one is among them. */
  plans: PlanChoices | undefined;
  /** Accounts that may be left with their owner; absent where nobody holds any. */
  locks?: ReactNode;
  /** Balance against moves; absent like those. */
  curve?: ReactNode;
  selected: PaneState['selected'];
  /** Why it cannot be applied as it is, in words. */
  stale: string | undefined;
}) {
  const styles = useStyles();
  const { say, numbers } = usePane();
  const shown = useTerritories(preview.map, preview.metrics[0], selected);
  // What needs a decision stands at the top; what was merely noted, under Details.
  const warnings = preview.notices.flatMap(({ severity, text }) =>
    severity === 'note' ? [] : [{ intent: severity, text }],
  );
  const notes = preview.notices.flatMap(({ severity, text }) => (severity === 'note' ? [text] : []));
  return (
    <>
      {stale !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{stale}</MessageBarBody>
        </MessageBar>
      )}
      <p className={styles.headline}>{preview.headline}</p>
      {plans !== undefined && <Plans choices={plans} />}
      {locks !== undefined && (
        <Accordion collapsible multiple>
          <AccordionItem value="curve">
            <AccordionHeader>{say('curve.title')}</AccordionHeader>
            <AccordionPanel>{curve}</AccordionPanel>
          </AccordionItem>
          <AccordionItem value="locks">
            <AccordionHeader>{say('locks.title')}</AccordionHeader>
            <AccordionPanel>{locks}</AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
      <dl className={styles.figures}>
        {preview.figures.map(({ label, value, hint }) => (
          <div key={label} className={styles.figure} title={hint}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      {warnings.length > 0 && (
        <div className={styles.notices}>
          {warnings.map(({ intent, text }, n) => (
            <MessageBar key={n} intent={intent} layout="multiline">
              <MessageBarBody>{text}</MessageBarBody>
            </MessageBar>
          ))}
        </div>
      )}
      {preview.map !== undefined && <MapPart shown={shown} />}
      {preview.metrics.map((metric) => (
        <Bars key={metric.id} metric={metric} shown={shown} say={say} numbers={numbers} />
      ))}
      <Accordion collapsible>
        <AccordionItem value="details">
          <AccordionHeader>{say('preview.details')}</AccordionHeader>
          <AccordionPanel>
            <Details figures={preview.details} />
            {notes.map((text, n) => (
              <p key={n} className={styles.hint}>
                {text}
              </p>
            ))}
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </>
  );
}

function Details({ figures }: { figures: readonly Figure[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.details}>
      {figures.map(({ label, value, hint }) => (
        <div key={label}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </dd>
          <dd className={styles.hint}>{hint}</dd>
        </div>
      ))}
    </dl>
  );
}
