import { foldText } from '../exact/fold-text';
import type { AccountNumberField } from '../plan/fields';
import { MAIN_LAYER } from '../plan/layer';
import { OPEN_SETTINGS, USUAL_OPEN } from '../plan/open';
import { columnsInUse, namesOf } from '../plan/ownership';
import { moneyFormat } from '../reports/amounts';
import type { StandingContext } from '../reports/context';
import type { OpenContext } from '../reports/open/context';
import { openDay, openSeats } from './open-seats';
import { isSummed } from './plain-columns';
import { ownersIn } from './schedule';
import { dateSerial } from './time';
import { headerOf } from './understanding/header-of';
import type { Understanding } from './understanding/understand';

/**
 * What the sheet of open territories is made from, over a plan that stands, or is going to.
 * @param columns the names that our columns got, by key
 */
export function openContext(
  understanding: Understanding,
  standing: StandingContext,
  columns: Readonly<Record<string, string>>,
  hasQuotaPlan: boolean,
  at: Date,
): OpenContext {
  const { list, book, choices, settings } = understanding;
  const ours = { ...columnsInUse(namesOf(book.owned, MAIN_LAYER)), ...columns };
  const summed = (field: AccountNumberField): string | undefined =>
    ours[`read:${field}`] ?? (isSummed(list, field) ? headerOf(list, field) : undefined);
  const set = settings.open ?? USUAL_OPEN;
  const today = dateSerial(at);
  const day = openDay({ settings }, standing.record, today);
  const usual = {
    ...USUAL_OPEN,
    day: openDay({ settings: { ...settings, open: undefined } }, standing.record, today),
  };
  const lines = openSeats(understanding, standing.record, day);
  const { exchange } = choices;
  return {
    ...standing,
    now: { ...set, day },
    usual: Object.fromEntries(OPEN_SETTINGS.map((key) => [key, usual[key]])) as OpenContext['usual'],
    lines,
    people: peopleIn(
      ownersIn(understanding, standing.record),
      lines.map(({ interim }) => interim),
    ),
    hasQuotaPlan,
    standing: ours['standing'],
    arr: summed('arr'),
    pipeline: summed('openPipeline'),
    renewal: summed('renewalDate'),
    money: moneyFormat(exchange.base ?? exchange.currencies[0], '#,##0'),
  };
}

/** Names in one spelling each, whoever covers first. */
function peopleIn(owners: readonly string[], interim: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const name of [...interim, ...owners].map((one) => one.trim()))
    if (name !== '' && !found.has(foldText(name))) found.set(foldText(name), name);
  return [...found.values()];
}
