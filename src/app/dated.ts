import { knownBy, type Change } from './changes';
import { byKeyAlone, editOrder } from './edit-order';
import { DATED_KEY, datesOf, type DatedMove } from './logged';
import type { EditOrder, WorkbookPort } from './ports';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** A change with the days for which it is accepted: its own, else those that are said of all. */
export function datedFor(
  changes: readonly Change[],
  { effective }: { readonly effective: string },
  understanding: Understanding,
  { dated }: Pick<StandingPlan, 'dated'>,
): {
  change: Change;
  known: string;
  effective: string;
  until: string | undefined;
  reason: string | undefined;
}[] {
  return changes.map((change) => {
    const known = knownBy(understanding, change.account, change.label);
    const own = datesOf(dated, known, change.is);
    return { change, known, effective: own?.effective ?? effective, until: own?.until, reason: own?.reason };
  });
}

/**
 * Proposes where accounts go, with the days that are said of each: of them none that was said before holds.
 * @param more other cells of the list that change with it
 */
export async function proposeDated(
  workbook: Pick<WorkbookPort, 'apply'>,
  understanding: Understanding,
  { dated }: Pick<StandingPlan, 'dated'>,
  placeOf: (account: number) => string | undefined,
  days: readonly DatedMove[],
  more: EditOrder['cells'] = [],
): Promise<void> {
  const { layer, rows, cells } = editOrder(understanding, 'territory', placeOf);
  const edit = { layer, rows: more.length === 0 ? rows : byKeyAlone(rows), cells: [...cells, ...more] };
  const said = new Set(days.map(({ account }) => account));
  await workbook.apply({
    layer: edit.layer,
    edit,
    sheets: [],
    decision: false,
    remember: { [DATED_KEY]: [...dated.filter(({ account }) => !said.has(account)), ...days] },
  });
}
