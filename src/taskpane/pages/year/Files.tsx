import { Button } from '@fluentui/react-components';
import type { FileLine } from '../../../app/pages/year/view';
import { usePane } from '../../pane-context';
import { useStyles } from '../parts';

/** Files that were written, each to be downloaded. */
export function Files({ files }: { files: readonly FileLine[] }) {
  const styles = useStyles();
  const { say } = usePane();
  if (files.length === 0) return null;
  return (
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
