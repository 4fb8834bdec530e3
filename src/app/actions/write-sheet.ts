import { quoteSheet } from '../../plan/cells';
import { sheetsToAsk } from '../../reports/registry';
import type { SheetModule } from '../../reports/sheet';
import type { MessageId } from '../../text/say';
import type { Action, ActionContext } from '../action';
import { isReady, type PaneState } from '../state';

/** A plan stands, and no other one is looked at. */
export const hasStandingPlan = (state: PaneState): boolean =>
  isReady(state) && state.designed === undefined && state.understanding?.book.record !== undefined;

/** Sheets that the pane offers over the plan that stands: key and label of each. */
export function sheetsOnOffer(state: PaneState): { key: string; label: MessageId }[] {
  if (!hasStandingPlan(state)) return [];
  return sheetsToAsk().flatMap(({ key, offer }) => (offer === undefined ? [] : [{ key, label: offer }]));
}

/** Writes one of the sheets on offer and shows it. It holds no decision, so there is nothing to keep or revert. */
export const writeSheet: Action<[key: string]> = {
  name: 'write-sheet',
  label: 'action.writeSheet',
  doing: 'writing.sheet',
  covers: true,
  when: hasStandingPlan,
  async perform(context, key) {
    const module = sheetsToAsk().find((candidate) => candidate.key === key);
    const sheet = module && (await writeAlone(context, module));
    if (sheet !== undefined) context.change({ news: context.say('news.sheet', { sheet }) });
  },
};

/**
 * Writes a sheet, and those that are written along with it, and shows it.
 * @returns the name it got; undefined in an empty workbook
 */
export async function writeAlone(
  { workbook, clock, look, onProgress }: ActionContext,
  module: SheetModule,
): Promise<string | undefined> {
  const understanding = await look();
  if (understanding === undefined) return undefined;
  const { sheetsAlone } = await import('../order');
  const order = await sheetsAlone([module], understanding, workbook, clock);
  await workbook.apply(order, onProgress);
  const spec = order.sheets.find(({ key }) => key === module.key);
  const name = (await workbook.owned())?.layers[order.layer]?.sheets[module.key] ?? spec?.name ?? '';
  await workbook.select(`${quoteSheet(name)}!A1`);
  return name;
}
