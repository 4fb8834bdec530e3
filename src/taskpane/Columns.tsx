import { Badge, Field, makeStyles, Select } from '@fluentui/react-components';
import type { Session } from '../app/session';
import type { ColumnLine, Summary } from '../app/summary';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '6px' },
});

/** Which column is which. Found ones first; the rest can be given. */
export function Columns({ summary, session }: { summary: Summary; session: Session }) {
  const styles = useStyles();
  const { say } = session;
  const found = summary.columns.filter(({ header }) => header !== '');
  const missing = summary.columns.filter(({ header }) => header === '');
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
      <Select size="small" value={header} onChange={(_, data) => void session.mapColumn(field, data.value)}>
        <option value="">{say('columns.none')}</option>
        {summary.headers.map((option, c) => (
          <option key={c} value={option}>
            {option}
          </option>
        ))}
      </Select>
    </Field>
  );
  return <div className={styles.list}>{[...found, ...missing].map(row)}</div>;
}
