import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { StandingView } from '../../../app/pages/design/standing';
import { usePane } from '../../pane-context';
import { Picture } from './Picture';

const useStyles = makeStyles({
  section: { display: 'grid', gap: '8px' },
  headline: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The plan that stands in the workbook: what Balance says, on the map and in bars. */
export function Standing({ view: { headline, text, metrics, map } }: { view: StandingView }) {
  const styles = useStyles();
  const { say } = usePane();
  return (
    <section className={styles.section} aria-label={say('standing.title')}>
      <p className={styles.headline}>{headline}</p>
      <p className={styles.text}>{text}</p>
      <Picture
        map={map}
        metrics={metrics}
        around={(bars) => (
          <Accordion collapsible>
            <AccordionItem value="bars">
              <AccordionHeader>{say('standing.bars')}</AccordionHeader>
              <AccordionPanel>{bars}</AccordionPanel>
            </AccordionItem>
          </Accordion>
        )}
      />
    </section>
  );
}
