import type { LoadFile } from '../../loads/file';
import type { LayerId } from '../../plan/layer';
import { tableName, type TableKey } from '../names';
import type { SheetSpec, TableColumn } from '../spec';

/** Characters; longer texts are cut by the next cell, not by the file. */
const WIDEST = 40;

/** A file as a sheet: header in the first row and nothing beside it. One without rows keeps its header over a blank row. */
export function fileSpec(
  layer: LayerId,
  { key, name, table }: { readonly key: string; readonly name: string; readonly table: TableKey },
  { header, rows: all, formats = [] }: Pick<LoadFile, 'header' | 'rows' | 'formats'>,
): SheetSpec {
  const rows = all.length > 0 ? all : [header.map(() => '')];
  return {
    layer,
    key,
    name,
    blocks: [
      {
        kind: 'table',
        row: 0,
        column: 0,
        name: tableName(layer, table),
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
