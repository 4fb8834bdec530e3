import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { useKept } from './kept';

const useStyles = makeStyles({
  header: { overflowWrap: 'anywhere' },
  said: { display: 'grid', padding: '6px 0', textAlign: 'start', minWidth: 0 },
  title: { fontWeight: tokens.fontWeightSemibold },
  about: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  panel: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px', margin: '0 0 12px' },
});

/** The fold that a link from elsewhere leads to; blank for none. */
export const SOUGHT = 'fold';

/** What a fold is kept open or closed by. */
export const foldKey = (id: string): string => `fold:${id}`;

/**
 * A part of a page that is opened by its heading, which says in a few words what is in it. It stays as it was left; who
 * comes by a link finds it open, and the focus on it.
 */
export function Fold({
  id,
  title,
  about,
  isOpen = false,
  children,
}: {
  id: string;
  title: string;
  about: string;
  /** As long as nobody opened or closed it. */
  isOpen?: boolean;
  children: ReactNode;
}) {
  const styles = useStyles();
  const [open, setOpen] = useKept(foldKey(id), isOpen);
  const [sought, seek] = useKept(SOUGHT, '');
  const header = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (sought !== id) return;
    seek('');
    header.current?.focus({ preventScroll: true });
    header.current?.scrollIntoView({ block: 'start' });
  }, [sought, seek, id]);
  return (
    <Accordion
      collapsible
      openItems={open ? [id] : []}
      onToggle={() => {
        setOpen(!open);
      }}
    >
      <AccordionItem value={id}>
        <AccordionHeader as="h3" className={styles.header} button={{ ref: header }}>
          <span className={styles.said}>
            <span className={styles.title}>{title}</span>
            <span className={styles.about}>{about}</span>
          </span>
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>{children}</AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
