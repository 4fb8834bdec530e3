import { MAIN_LAYER } from '../../plan/layer';
import { openTerritories } from '../../reports/open';
import { quotaSheet } from '../../reports/quota';
import { SHEETS } from '../../reports/registry';
import type { Action, ActionContext } from '../action';
import type { ApplyReport } from '../ports';
import { checkedSettings, merge, type SettingsChange } from '../settings/said';
import type { PaneState } from '../state';
import { showSheet } from '../show-sheet';
import { standingSheets } from '../standing-sheets';
import type { Understanding } from '../understanding/understand';
import { wordApplied } from '../sentences';
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
    const { sheets, remarks } = await writeWith(context, understanding, change, more);
    context.change({
      news: [context.say('news.quota', { sheets: sheets.join(', ') }), ...remarks].join(' '),
    });
  },
};

/**
 * The sheets and what was said, both or neither.
 * @param more keys of sheets besides
 * @returns the names of the sheets that were written, and what is to be said of the way there
 * @throws Failure `badSettings`; nothing has changed then
 */
export async function writeWith(
  { workbook, clock, settings, look, onProgress, say }: ActionContext,
  understanding: Understanding,
  change: QuotaChange,
  more: readonly string[] = [],
): Promise<{ readonly sheets: readonly string[]; readonly remarks: readonly string[] }> {
  const said = { quota: change };
  const now = { ...understanding, settings: checkedSettings(merge(understanding.settings, said)) };
  const stands = standingSheets(understanding);
  const modules = SHEETS.filter(
    (module) =>
      module === quotaSheet ||
      // Interim owners and starts are typed on the sheet of quotas from now on, and shown there.
      (module === openTerritories && stands(module)) ||
      (module.source === 'quota' && (stands(module) || more.includes(module.key))),
  );
  const { sheetsAlone, mendedInWords } = await import('../write-order');
  const order = await sheetsAlone(modules, now, workbook, clock);
  let report: ApplyReport = { remade: [], moved: [] };
  await settings.say(said, async (key, value) => {
    report = await workbook.apply({ ...order, remember: { [key]: value } }, onProgress);
  });
  await look();
  const names = (await workbook.owned())?.layers[MAIN_LAYER]?.sheets ?? {};
  const shown = names[more[0] ?? quotaSheet.key] ?? names[quotaSheet.key];
  const sheets = order.sheets.map(({ key, name }) => names[key] ?? name);
  return {
    sheets: sheets.filter((name) => order.mended?.includes(name) !== true),
    remarks: [
      ...mendedInWords(order, say),
      ...wordApplied(say, report),
      ...(shown === undefined ? [] : await showSheet({ workbook, say }, shown)),
    ],
  };
}
