import { MAIN_LAYER } from '../plan/layer';
import { columnsInUse, namesOf } from '../plan/ownership';
import type { AccountNumberField } from '../plan/fields';
import { AT_RISK } from '../plan/rules/stays';
import { moneyFormat } from '../reports/amounts';
import type { StandingContext } from '../reports/context';
import { health } from '../reports/health';
import type { HealthContext } from '../reports/health/context';
import { SETTING_WORDS } from '../reports/health/layout';
import { overlaysSheet } from '../reports/overlays';
import { scoreWeights } from '../reports/score';
import { isPlain, isSummed } from './plain-columns';
import { settingsOnSheet } from './settings-on-sheet';
import type { Clock, WorkbookPort } from './ports';
import { standingSheets } from './standing-sheets';
import { headerOf } from './understanding/header-of';
import type { Understanding } from './understanding/understand';

/** What the sheet Health is made from. What users typed on it is read, and stands there again. */
export async function healthContext(
  understanding: Pick<Understanding, 'book' | 'list' | 'choices'>,
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
    deals: dealsIn(understanding),
    satisfaction: isPlain(list, 'satisfaction') ? headerOf(list, 'satisfaction') : undefined,
    arr:
      arr === undefined
        ? undefined
        : { header: arr, format: moneyFormat(exchange.base ?? exchange.currencies[0], '#,##0') },
    standing: ours['standing'],
    tier: standingSheets(understanding)(scoreWeights) ? ours['tier'] : undefined,
    atRisk: riskIn(understanding),
    helpers: standingSheets(understanding)(overlaysSheet) ? standing.say('workload.verdict') : undefined,
    designedWorst: worst,
    designedOut: standing.record.figures['unassigned'] ?? undefined,
    typed: await typedIn(understanding, workbook),
    at: clock.now().toISOString(),
  };
}

/** Header of a column of dates as Excel has them. Texts among them are counted on the sheet. */
function datesIn({ list }: Pick<Understanding, 'list'>, field: AccountNumberField): string | undefined {
  const cells = list.source.columns[list.mapping[field] ?? -1];
  const isPlain =
    cells !== undefined &&
    2 * cells.filter((cell) => typeof cell === 'number').length > cells.filter((cell) => cell !== '').length;
  return isPlain ? headerOf(list, field) : undefined;
}

/** Of one without the other nothing is known of conversion. */
function dealsIn({ list }: Pick<Understanding, 'list'>): HealthContext['deals'] {
  const [won, lost] = (['wonDeals', 'lostDeals'] as const).map((field) =>
    isPlain(list, field) ? headerOf(list, field) : undefined,
  );
  return won === undefined || lost === undefined ? undefined : { won, lost };
}

/** Words of the list itself, so that a sheet that is written anew has those that came. */
function riskIn({ list }: Pick<Understanding, 'list'>): HealthContext['atRisk'] {
  const header = headerOf(list, 'churnRisk');
  const cells = list.source.columns[list.mapping.churnRisk ?? -1];
  if (header === undefined || cells === undefined) return undefined;
  const words = new Map(
    cells.flatMap((cell) => {
      const word = String(cell);
      return AT_RISK.test(word.trim()) ? [[word.toLowerCase(), word] as const] : [];
    }),
  );
  return { header, words: [...words.values()].sort() };
}

async function typedIn(
  { book: { survey } }: Pick<Understanding, 'book'>,
  workbook: WorkbookPort,
): Promise<HealthContext['typed']> {
  return settingsOnSheet(workbook, survey, health.key, 'healthSettings', SETTING_WORDS);
}
