import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export const useStyles = makeStyles({
  plain: { margin: 0 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  // No wider than the pane, whatever stands in them.
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '8px' },
  group: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '2px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: '6px' },
  file: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '2px 12px' },
  rows: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** A part of the page under a title of its own. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Folds that belong together, under a heading. */
export function Group({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}

export function List({ lines }: { lines: readonly string[] }) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <ul className={styles.list}>
      {lines.map((text) => (
        <li key={text} className={styles.rows}>
          {text}
        </li>
      ))}
    </ul>
  );
}

export function Text({
  label,
  value,
  type = 'text',
  onText,
}: {
  label: string;
  value: string;
  type?: 'text' | 'date';
  onText: (text: string) => void;
}) {
  return (
    <Field label={label} size="small">
      <Input
        size="small"
        type={type}
        value={value}
        onChange={(_, { value: text }) => {
          onText(text);
        }}
      />
    </Field>
  );
}

/** NaN for what is no number: the action says what it wants. */
export const readPercent = (text: string): number =>
  text.trim() === '' ? NaN : Number(text.replace(',', '.').replace('%', '')) / 100;
