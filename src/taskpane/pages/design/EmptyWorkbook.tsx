import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../../pane-context';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: '4px 0 0', paddingInlineStart: '20px', display: 'grid', gap: '4px' },
});

/** First meeting: nothing in the workbook yet. */
export function EmptyWorkbook() {
  const styles = useStyles();
  const { say } = usePane();
  return (
    <section>
      <p className={styles.text}>{say('empty.intro')}</p>
      <ul className={styles.list}>
        <li>{say('empty.own')}</li>
        <li>{say('empty.sample')}</li>
      </ul>
    </section>
  );
}
