import type { FileKey, LoadFile } from '../../loads/file';
import { tableName } from '../names';
import type { SheetSpec, TableColumn } from '../spec';
import type { LoadsContext } from './context';
import { FILE_NAMES, sheetKey, tableKey } from './layout';

/** Characters; longer texts are cut by the next cell, not by the file. */
const WIDEST = 40;

/** The sheet of one file. One that had rows before and has none now keeps its header over a blank row. */
export function build({ say, layer, pack }: LoadsContext, key: FileKey): SheetSpec {
  const file: Pick<LoadFile, 'header' | 'rows' | 'formats'> = pack.files.find((one) => one.key === key) ?? {
    header: ['Id'],
    rows: [],
  };
  const { header, formats = [] } = file;
  const rows = file.rows.length > 0 ? file.rows : [header.map(() => '')];
  return {
    layer,
    key: sheetKey(key),
    name: say(FILE_NAMES[key]),
    blocks: [
      {
        kind: 'table',
        row: 0,
        column: 0,
        name: tableName(layer, tableKey(key)),
        rows: rows.length,
        columns: header.map((name, c): TableColumn => ({
          key: `file:${name}`,
          header: name,
          cells: rows.map((row) => row[c] ?? ''),
          ...(formats[c] === undefined ? { format: '@' } : { format: formats[c] }),
          align: 'left',
        })),
      },
    ],
    names: [],
    charts: [],
    conditional: [],
    widths: header.map((name, c) =>
      Math.min(
        WIDEST,
        Math.max(name.length + 4, ...rows.slice(0, 200).map((row) => String(row[c] ?? '').length + 2)),
      ),
    ),
    freezeRows: 1,
    print: { landscape: true, titleRow: 0 },
  };
}
