import { MAIN_LAYER } from '../plan/layer';
import { columnsInUse, namesOf } from '../plan/ownership';
import type { AccountNumberField } from '../plan/fields';
import { moneyFormat } from '../reports/amounts';
import type { StandingContext } from '../reports/context';
import { health } from '../reports/health';
import type { HealthContext } from '../reports/health/context';
import { isSummed } from './plain-columns';
import { readOwnTable } from './own-table';
import type { Clock, WorkbookPort } from './ports';
import { headerOf } from './understanding/header-of';
import type { Understanding } from './understanding/understand';

/** What the sheet Health is made from. What users typed on it is read, and stands there again. */
export async function healthContext(
  understanding: Understanding,
  standing: StandingContext,
  workbook: WorkbookPort,
  clock: Clock,
): Promise<HealthContext> {
  const { list, book, choices } = understanding;
  const ours = columnsInUse(namesOf(book.owned, MAIN_LAYER));
  const arr = ours['read:arr'] ?? (isSummed(list, 'arr') ? headerOf(list, 'arr') : undefined);
  const { exchange } = choices;
  const worst = standing.record.figures[`worst:${standing.metrics[0]?.id ?? ''}`] ?? undefined;
  return {
    ...standing,
    activity: datesIn(understanding, 'lastActivity'),
    renewal: datesIn(understanding, 'renewalDate'),
    arr:
      arr === undefined
        ? undefined
        : { header: arr, format: moneyFormat(exchange.base ?? exchange.currencies[0], '#,##0') },
    standing: ours['standing'],
    designedWorst: worst,
    designedOut: standing.record.figures['unassigned'] ?? undefined,
    typed: await typedIn(understanding, workbook),
    at: clock.now().toISOString(),
  };
}

/** Header of a column of dates as Excel has them. Texts among them are counted on the sheet. */
function datesIn({ list }: Understanding, field: AccountNumberField): string | undefined {
  const cells = list.source.columns[list.mapping[field] ?? -1];
  const isPlain =
    cells !== undefined &&
    2 * cells.filter((cell) => typeof cell === 'number').length > cells.filter((cell) => cell !== '').length;
  return isPlain ? headerOf(list, field) : undefined;
}

async function typedIn(
  { book: { survey } }: Understanding,
  workbook: WorkbookPort,
): Promise<HealthContext['typed']> {
  const table = await readOwnTable(workbook, survey, health.key, 'healthSettings');
  const keys = table?.column('key') ?? [];
  const values = table?.column('value') ?? [];
  return new Map(keys.map((key, n) => [String(key), values[n] ?? '']));
}
