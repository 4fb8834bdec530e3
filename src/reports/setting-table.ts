import type { LayerId } from '../plan/layer';
import type { Cell } from '../plan/cells';
import type { Say } from '../text/say';
import { headsOf } from './blocks';
import { tableName, type TableKey } from './names';
import { columnRef, literal, type TableBlock, type TableColumn, type ValidationSpec } from './spec';

/** Settings of a sheet, one a row: what each is called, its blue cell, what it means. */
export interface SettingTable<Key extends string> {
  readonly say: Say;
  readonly layer: LayerId;
  readonly table: TableKey;
  readonly at: { readonly row: number; readonly column: number };
  readonly keys: readonly Key[];
  readonly label: (key: Key) => string;
  readonly value: (key: Key) => Cell;
  readonly format: (key: Key) => string;
  /** What is offered to choose from; undefined for a setting that is typed. */
  readonly offers?: (key: Key) => ValidationSpec | undefined;
  /** Absent: there is no such column. */
  readonly unit?: (key: Key) => string;
  readonly means: (key: Key) => string;
}

const HEADS = {
  setting: 'plan.setting',
  value: 'plan.value',
  unit: 'plan.unit',
  meaning: 'plan.meaning',
} as const;

export function settingTable<Key extends string>(of: SettingTable<Key>): TableBlock {
  const { say, layer, table, at, keys, unit } = of;
  const head = headsOf(say, HEADS);
  const text = (key: keyof typeof HEADS, word: (key: Key) => string): TableColumn => ({
    ...head(key),
    cells: keys.map(word),
  });
  return {
    kind: 'table',
    row: at.row,
    column: at.column,
    name: tableName(layer, table),
    rows: keys.length,
    columns: [
      text('setting', of.label),
      {
        ...head('value'),
        cells: keys.map(of.value),
        style: 'input',
        align: 'left',
        looks: keys.map((key) => {
          const validation = of.offers?.(key);
          return { format: of.format(key), ...(validation && { validation }) };
        }),
      },
      ...(unit === undefined ? [] : [text('unit', unit)]),
      text('meaning', of.means),
    ],
  };
}

/** The blue cell of a setting, as a formula, found by its label wherever its row stands. */
export function settingCell(
  { say, layer }: { readonly say: Say; readonly layer: LayerId },
  table: TableKey,
  label: string,
): string {
  const column = (id: 'plan.setting' | 'plan.value') => columnRef(tableName(layer, table), say(id));
  return `INDEX(${column('plan.value')},MATCH(${literal(label)},${column('plan.setting')},0))`;
}

/** What a blue cell counts as: a blank one, or one that cannot be, as usual. @param can a formula; @param value what it is read as */
export const numberOr = (cell: string, can: string, usual: number | string, value = cell): string =>
  `IFERROR(IF(ISNUMBER(${cell})*${can},${value},${usual}),${usual})`;
