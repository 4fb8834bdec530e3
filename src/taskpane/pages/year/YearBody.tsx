import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { writeLoads } from '../../../app/actions/write-loads';
import { yearPage, type FileLine } from '../../../app/pages/year/view';
import type { PaneState } from '../../../app/state';
import { usePane } from '../../pane-context';

const useStyles = makeStyles({
  plain: { margin: 0 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  section: { display: 'grid', gap: '8px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: '6px' },
  file: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '2px 12px' },
  rows: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
});

/** The plan on its way to other systems. */
export default function YearBody({ state }: { state: PaneState }) {
  const styles = useStyles();
  const { say, run } = usePane();
  const { closed, files, blocked } = useMemo(() => yearPage(state, say), [state, say]);
  if (closed !== undefined) return <p className={styles.plain}>{closed}</p>;
  return (
    <section className={styles.section} aria-labelledby="year-loads">
      <h2 id="year-loads" className={styles.title}>
        {say('year.loads')}
      </h2>
      <p className={styles.plain}>{say('year.loadsHint')}</p>
      <div>
        <Button appearance="primary" onClick={() => void run(writeLoads)}>
          {say('action.loads')}
        </Button>
      </div>
      {files.length > 0 && (
        <>
          <ul className={styles.list}>
            {files.map((file) => (
              <li key={file.name} className={styles.file}>
                <Button
                  size="small"
                  onClick={() => {
                    download(file);
                  }}
                >
                  {say('year.download', { name: file.name })}
                </Button>
                <span className={styles.rows}>{file.rows}</span>
                {file.answered !== undefined && <span className={styles.rows}>{file.answered}</span>}
              </li>
            ))}
          </ul>
          <p className={styles.hint}>{say('year.downloadHint')}</p>
        </>
      )}
      {blocked !== undefined && <p className={styles.plain}>{blocked}</p>}
    </section>
  );
}

/** Gives a file to the browser: nothing leaves the machine. */
function download({ name, text }: FileLine): void {
  const address = URL.createObjectURL(new Blob([text()], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
