import { quoteSheet } from '../../plan/cells';
import { MAIN_LAYER } from '../../plan/layer';
import { namesOf } from '../../plan/ownership';
import { quotaSheet } from '../../reports/quota';
import { SHEETS } from '../../reports/registry';
import type { SheetModule } from '../../reports/sheet';
import type { Action, ActionContext } from '../action';
import { checkedSettings, merge, type SettingsChange } from '../settings/said';
import type { PaneState } from '../state';
import type { Understanding } from '../understanding/understand';
import { hasStandingPlan } from './write-sheet';

/** What is said of quota and pay. */
export type QuotaChange = NonNullable<SettingsChange['quota']>;

/** Writes the sheets of quota over the plan that stands, with what was just said of it. */
export const writeQuotas: Action<[change: QuotaChange, more?: readonly string[]]> = {
  name: 'write-quotas',
  label: 'action.quota',
  doing: 'writing.quota',
  covers: true,
  when: (state: PaneState) => hasStandingPlan(state),
  async perform(context, change, more = []) {
    const understanding = await context.look();
    if (understanding === undefined) return;
    const sheets = await writeWith(context, understanding, change, more);
    context.change({ news: context.say('news.quota', { sheets: sheets.join(', ') }) });
  },
};

/**
 * The sheets first, then what was said: where only the first comes about, the cells say it, and are read at the next look.
 * @param more keys of sheets besides
 * @returns the names of the sheets that were written
 * @throws Failure `badSettings`; nothing has changed then
 */
export async function writeWith(
  { workbook, clock, settings, look, onProgress }: ActionContext,
  understanding: Understanding,
  change: QuotaChange,
  more: readonly string[] = [],
): Promise<readonly string[]> {
  const said = { quota: change };
  const now = { ...understanding, settings: checkedSettings(merge(understanding.settings, said)) };
  const stands = standingSheets(understanding);
  const modules = SHEETS.filter(
    (module) =>
      module === quotaSheet || (module.source === 'quota' && (stands(module) || more.includes(module.key))),
  );
  const { sheetsAlone } = await import('../order');
  const order = await sheetsAlone(modules, now, workbook, clock);
  await workbook.apply(order, onProgress);
  await settings.say(said);
  await look();
  const names = (await workbook.owned())?.layers[MAIN_LAYER]?.sheets ?? {};
  const shown = names[more[0] ?? quotaSheet.key] ?? names[quotaSheet.key];
  if (shown !== undefined) await workbook.select(`${quoteSheet(shown)}!A1`);
  return order.sheets.map(({ key, name }) => names[key] ?? name);
}

/** Whether one of our sheets is in the workbook. */
export function standingSheets({
  book,
}: Pick<Understanding, 'book'>): (module: Pick<SheetModule, 'key'>) => boolean {
  const names = namesOf(book.owned, MAIN_LAYER).sheets;
  return ({ key }) => names[key] !== undefined && book.survey.some(({ sheet }) => sheet === names[key]);
}
