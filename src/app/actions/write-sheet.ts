import { sheetsToAsk } from '../../reports/registry';
import type { SheetModule } from '../../reports/sheet';
import type { SheetSpec } from '../../reports/spec';
import type { WriteOrder } from '../ports';
import type { Action, ActionContext } from '../action';
import { showSheet } from '../show-sheet';
import { isReady, type PaneState } from '../state';
import { wordApplied } from '../sentences';

/** A plan stands, and no other one is looked at. */
export const hasStandingPlan = (state: Pick<PaneState, 'understanding' | 'pending' | 'designed'>): boolean =>
  isReady(state) && state.designed === undefined && state.understanding?.book.record !== undefined;

/** Sheets that the pane offers over the plan that stands: key, label and what each tells. */
export function sheetsOnOffer(state: PaneState): ({ key: string } & NonNullable<SheetModule['offer']>)[] {
  if (!hasStandingPlan(state)) return [];
  return sheetsToAsk().flatMap(({ key, offer }) => (offer === undefined ? [] : [{ key, ...offer }]));
}

/**
 * Writes one of the sheets on offer and shows it. A sheet alone holds no decision, so there is nothing to keep or revert;
 * columns in the list do.
 */
export const writeSheet: Action<[key: string]> = {
  name: 'write-sheet',
  label: 'action.writeSheet',
  doing: 'writing.sheet',
  covers: true,
  when: hasStandingPlan,
  async perform(context, key) {
    const module = sheetsToAsk().find((candidate) => candidate.key === key);
    const written = module && (await writeAlone(context, module));
    if (written === undefined) return;
    tellWritten(context, written.isDecision ? 'news.written' : 'news.sheet', written);
  },
};

/** A sheet that was written, and what is to be said of the way there. */
interface Written {
  readonly sheet: string;
  readonly remarks: readonly string[];
  /** Columns of the list were written along: that waits for a decision. */
  readonly isDecision: boolean;
}

export const tellWritten = (
  { change, say }: ActionContext,
  news: 'news.sheet' | 'news.written' | 'news.quality',
  { sheet, remarks }: Pick<Written, 'sheet' | 'remarks'>,
): void => {
  change({ news: [say(news, { sheet }), ...remarks].join(' ') });
};

/**
 * Writes a sheet, and those that are written along with it, and shows it.
 * @param as it is to be written, where not as it is built
 * @returns undefined in an empty workbook
 */
export async function writeAlone(
  { workbook, clock, look, change, onProgress, say }: ActionContext,
  module: SheetModule,
  as: (spec: SheetSpec) => SheetSpec = (spec) => spec,
): Promise<Written | undefined> {
  const understanding = await look();
  if (understanding === undefined) return undefined;
  const { sheetsAlone, mendedInWords } = await import('../write-order');
  const built = await sheetsAlone([module], understanding, workbook, clock);
  const order = { ...built, sheets: built.sheets.map((spec) => (spec.key === module.key ? as(spec) : spec)) };
  const report = await workbook.apply(order, onProgress);
  const spec = order.sheets.find(({ key }) => key === module.key);
  const name = (await workbook.owned())?.layers[order.layer]?.sheets[module.key] ?? spec?.name ?? '';
  if (order.accounts !== undefined) {
    change({ pending: await workbook.pending() });
    await look();
  } else if (built.mended !== undefined) await look();
  return {
    sheet: name,
    isDecision: order.accounts !== undefined && order.decision !== false,
    remarks: [
      ...columnsWritten(order, say),
      ...(order.remarks?.(say) ?? []),
      ...mendedInWords(order, say),
      ...wordApplied(say, report),
      ...(await showSheet({ workbook, say }, name)),
    ],
  };
}

/** Which columns were written in the list that can be seen. */
function columnsWritten({ accounts, decision }: WriteOrder, say: ActionContext['say']): string[] {
  const seen = (accounts?.columns ?? []).filter(({ folded }) => folded !== true);
  if (seen.length === 0) return [];
  const id = decision === false ? 'news.columnsStay' : 'news.columns';
  return [say(id, { columns: seen.map(({ header }) => header).join(', ') })];
}
