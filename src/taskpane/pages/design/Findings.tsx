import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { select } from '../../../app/actions/select';
import type { FindingGroup } from '../../../app/pages/design/summary';
import { usePane } from '../../pane-context';

const useStyles = makeStyles({
  group: { margin: '0 0 12px' },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: '18px', display: 'grid', gap: '4px' },
  more: { margin: '4px 0 0', color: tokens.colorNeutralForeground2 },
});

/** Every doubt, by kind, each with a link that selects its cell. */
export function Findings({ groups }: { groups: readonly FindingGroup[] }) {
  const styles = useStyles();
  const { say, run } = usePane();
  return (
    <>
      {groups.map((group) => (
        <section key={group.code} className={styles.group}>
          <h2 className={styles.title}>
            {say('findings.group', { title: group.title, count: group.count, severity: group.severity })}
          </h2>
          <ul className={styles.list}>
            {group.lines.map(({ text, address }, n) => (
              <li key={n}>
                {address === undefined ? (
                  text
                ) : (
                  <>
                    <Link inline as="button" onClick={() => void run(select, address)}>
                      {address}
                    </Link>{' '}
                    {text}
                  </>
                )}
              </li>
            ))}
          </ul>
          {group.count > group.lines.length && (
            <p className={styles.more}>{say('findings.rest', { count: group.count - group.lines.length })}</p>
          )}
        </section>
      ))}
    </>
  );
}
