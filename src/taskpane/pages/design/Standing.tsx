import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { StandingView } from '../../../app/pages/design/standing';
import type { PaneState } from '../../../app/state';
import { MapPart } from '../../map/MapPart';
import { useTerritories } from '../../map/use-territories';
import { usePane } from '../../pane-context';
import { Bars } from './Bars';

const useStyles = makeStyles({
  section: { display: 'grid', gap: '8px' },
  headline: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: '20px' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The plan that stands in the workbook: what Balance says, on the map and in bars. */
export function Standing({
  view: { headline, text, metrics, quality, map },
  selected,
  several,
  onOpen,
  lasso,
}: {
  view: StandingView;
  selected: PaneState['selected'];
  /** Moving several accounts. */
  several: ReactNode;
  /** Opens the page of a territory, by name. */
  onOpen: (name: string) => void;
  /** What stands below accounts that were drawn round on the map; absent where none can be moved. */
  lasso: ((accounts: readonly number[]) => ReactNode) | undefined;
}) {
  const styles = useStyles();
  const { say, numbers } = usePane();
  const shown = useTerritories(map, metrics[0], selected);
  return (
    <section className={styles.section} aria-label={say('standing.title')}>
      <p className={styles.headline}>{headline}</p>
      <p className={styles.text}>{text}</p>
      {map !== undefined && <MapPart shown={shown} onOpen={onOpen} lasso={lasso} />}
      <Accordion collapsible>
        <AccordionItem value="several">
          <AccordionHeader>{say('several.title')}</AccordionHeader>
          <AccordionPanel>{several}</AccordionPanel>
        </AccordionItem>
      </Accordion>
      {metrics.length > 0 && (
        <Accordion collapsible>
          <AccordionItem value="bars">
            <AccordionHeader>{say('standing.bars')}</AccordionHeader>
            <AccordionPanel>
              {metrics.map((metric) => (
                <Bars
                  key={metric.id}
                  metric={metric}
                  shown={shown}
                  say={say}
                  numbers={numbers}
                  onOpen={onOpen}
                />
              ))}
            </AccordionPanel>
          </AccordionItem>
          {quality.length > 0 && (
            <AccordionItem value="quality">
              <AccordionHeader>{say('worth.title')}</AccordionHeader>
              <AccordionPanel>
                <ul className={styles.list}>
                  {quality.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </AccordionPanel>
            </AccordionItem>
          )}
        </Accordion>
      )}
    </section>
  );
}
