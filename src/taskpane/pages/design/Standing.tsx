import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense, useMemo } from 'react';
import type { StandingView } from '../../../app/pages/design/standing';
import { usePane } from '../../pane-context';
import { Bars } from './Bars';
import { territoryColours } from './palette';

const PlanMap = lazy(() => import('./PlanMap'));

const useStyles = makeStyles({
  section: { display: 'grid', gap: '8px' },
  headline: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  map: { minHeight: '190px' },
});

/** The plan that stands in the workbook: what Balance says, on the map and in bars. */
export function Standing({ view: { headline, text, metrics, map } }: { view: StandingView }) {
  const styles = useStyles();
  const { say, numbers } = usePane();
  const colours = useMemo(
    () => territoryColours(map?.centres ?? metrics[0]?.bars.map(() => NOWHERE) ?? []),
    [map, metrics],
  );
  return (
    <section className={styles.section} aria-label={say('standing.title')}>
      <p className={styles.headline}>{headline}</p>
      <p className={styles.text}>{text}</p>
      {map !== undefined && (
        <div className={styles.map}>
          <Suspense fallback={<Spinner size="tiny" label={say('map.loading')} />}>
            <PlanMap map={map} colours={colours} />
          </Suspense>
        </div>
      )}
      {metrics.length > 0 && (
        <Accordion collapsible>
          <AccordionItem value="bars">
            <AccordionHeader>{say('standing.bars')}</AccordionHeader>
            <AccordionPanel>
              {metrics.map((metric) => (
                <Bars key={metric.id} metric={metric} colours={colours} say={say} numbers={numbers} />
              ))}
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </section>
  );
}

const NOWHERE = { longitude: NaN, latitude: NaN };
