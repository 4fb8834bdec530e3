import { tableName } from '../names';
import type { CellsBlock, TableBlock } from '../spec';
import type { QuotaContext } from './context';
import { formulas } from './formulas';
import { meanFormulas, payCells } from './pay-formulas';
import { BANDS, COLUMNS, MEAN_KEYS, type MeanKey } from './pay-layout';
import { potentialFormats } from './potential-formats';

/** The answer to "favouritism": what seats get on average, by how long their reps are here. */
export function tenureTable(context: QuotaContext, row: number): TableBlock {
  const { say } = context;
  const names = [...BANDS.map(([, id]) => say(id)), say('quota.tenure.unknown')];
  return meansTable(context, row, 'payTenure', names, payCells(context).all('band'));
}

/** The same by whom they report to. */
export function managersTable(context: QuotaContext, row: number): TableBlock {
  const names = [...new Set(context.seats.map(({ manager }) => manager).filter((name) => name !== ''))];
  names.sort();
  return meansTable(
    context,
    row,
    'payManagers',
    names.length > 0 ? names : ['–'],
    payCells(context).all('manager'),
  );
}

function meansTable(
  context: QuotaContext,
  row: number,
  table: 'payTenure' | 'payManagers',
  groups: readonly string[],
  groupOf: string,
): TableBlock {
  const { say, layer } = context;
  const { own } = formulas(context);
  const header = say(COLUMNS[table].group);
  const calculated = meanFormulas(context, `(${groupOf}=${own(header)})`, own(say(COLUMNS[table].seats)));
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, table),
    rows: groups.length,
    columns: [
      { key: 'group', header, cells: groups },
      ...MEAN_KEYS.map((key) => ({
        key,
        header: say(COLUMNS[table][key]),
        cells: calculated[key],
        format: formatOf(context, key),
        align: 'right' as const,
      })),
    ],
  };
}

/** Under a table of means the same of all seats. */
export function totalOfMeans(context: QuotaContext, { row, rows }: TableBlock): CellsBlock {
  const { say } = context;
  const { all } = payCells(context);
  const calculated = meanFormulas(context, `(${all('id')}<>"")`);
  return {
    kind: 'cells',
    row: row + 1 + rows,
    column: 0,
    cells: [
      [
        { value: say('quota.mean.all'), style: 'total' },
        ...MEAN_KEYS.map((key) => ({
          formula: calculated[key],
          format: formatOf(context, key),
          style: 'total' as const,
        })),
      ],
    ],
  };
}

function formatOf(context: QuotaContext, key: MeanKey): string {
  if (key === 'seats') return '#,##0';
  if (key === 'potential') return potentialFormats(context).amount;
  if (key === 'perPotential') return potentialFormats(context).ratio;
  return key === 'quota' || key === 'ote' ? context.money : '0.0%';
}
