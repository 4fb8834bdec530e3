import { Badge, Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ColumnChoices, ColumnLine } from '../../../app/pages/design/summary';
import { usePane } from '../../pane-context';
import { Pick } from '../../Pick';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '6px', justifyItems: 'stretch' },
  more: { justifySelf: 'start' },
  nothing: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** So few need no search. */
const FEW = 8;

/** Which column is which: guesses and found ones; the rest when it is looked for, or asked for. */
export function Columns({
  columns,
  onMap,
}: {
  columns: ColumnChoices;
  onMap: (field: string, header: string) => void;
}) {
  const styles = useStyles();
  const { say } = usePane();
  const [sought, seek] = useState('');
  const [isWhole, showWhole] = useState(false);
  // What was given or taken away here stays in view where it is.
  const [touched, touch] = useState<ReadonlySet<string>>(new Set());
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const isSought = ({ label, header }: ColumnLine) =>
    [label, header].some((text) => plain(text).includes(plain(sought.trim())));
  const isKnown = ({ field, header }: ColumnLine) => header !== '' || touched.has(field);
  const known = columns.lines.filter(isKnown);
  const isAll = isWhole || known.length === 0 || columns.lines.length <= FEW;
  const shown = sought.trim() !== '' ? columns.lines.filter(isSought) : isAll ? columns.lines : known;
  const choices = [
    { value: '', label: say('columns.none') },
    ...columns.headers.filter((header) => header !== '').map((header) => ({ value: header, label: header })),
  ];
  return (
    <div className={styles.list}>
      {columns.lines.length > FEW && (
        <Field size="small" label={say('columns.find')}>
          <Input
            type="search"
            size="small"
            value={sought}
            onChange={(_, { value }) => {
              seek(value);
            }}
          />
        </Field>
      )}
      {shown.map(({ field, label, header, doubtful }) => (
        <Pick
          key={field}
          label={label}
          choices={choices}
          value={header}
          onPick={(next) => {
            touch(new Set([...touched, field]));
            onMap(field, next);
          }}
          field={{
            orientation: 'horizontal',
            ...(doubtful
              ? {
                  validationState: 'warning',
                  validationMessage: (
                    <Badge appearance="tint" color="warning">
                      {say('columns.doubtful')}
                    </Badge>
                  ),
                }
              : {}),
          }}
        />
      ))}
      <p className={styles.nothing} role="status">
        {shown.length === 0 ? say('columns.nothing') : ''}
      </p>
      {!isAll && sought.trim() === '' && (
        <Button
          className={styles.more}
          size="small"
          onClick={() => {
            showWhole(true);
          }}
        >
          {say('columns.more', { count: columns.lines.length - known.length })}
        </Button>
      )}
    </div>
  );
}
