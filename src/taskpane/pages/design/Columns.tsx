import { Badge, Field, makeStyles, Select } from '@fluentui/react-components';
import type { ColumnChoices, ColumnLine } from '../../../app/pages/design/summary';
import { usePane } from '../../pane-context';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '6px' },
});

/** Which column is which. Found ones first; the rest can be given. */
export function Columns({
  columns,
  onMap,
}: {
  columns: ColumnChoices;
  onMap: (field: string, header: string) => void;
}) {
  const styles = useStyles();
  const { say } = usePane();
  const found = columns.lines.filter(({ header }) => header !== '');
  const missing = columns.lines.filter(({ header }) => header === '');
  const row = ({ field, label, header, doubtful }: ColumnLine) => (
    <Field
      key={field}
      size="small"
      orientation="horizontal"
      label={label}
      {...(doubtful
        ? {
            validationState: 'warning' as const,
            validationMessage: (
              <Badge appearance="tint" color="warning">
                {say('columns.doubtful')}
              </Badge>
            ),
          }
        : {})}
    >
      <Select
        size="small"
        value={header}
        onChange={(_, data) => {
          onMap(field, data.value);
        }}
      >
        <option value="">{say('columns.none')}</option>
        {columns.headers.map((option, c) => (
          <option key={c} value={option}>
            {option}
          </option>
        ))}
      </Select>
    </Field>
  );
  return <div className={styles.list}>{[...found, ...missing].map(row)}</div>;
}
