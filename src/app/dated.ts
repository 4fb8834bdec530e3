import { knownBy, type Change } from './changes';
import { accountLabel } from '../plan/accounts';
import { withoutDecisions } from './approval';
import { editOrder, withoutColumns } from './edit-order';
import { DATED_KEY, datesOf, type DatedMove } from './logged';
import type { EditOrder, WorkbookPort } from './ports';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** A change with the days for which it is accepted: its own, else those that are said of all. */
export function datedFor(
  changes: readonly Change[],
  { effective }: { readonly effective: string },
  understanding: Pick<Understanding, 'list'>,
  { dated }: Pick<StandingPlan, 'dated'>,
): {
  change: Change;
  known: string;
  effective: string;
  until: string | undefined;
  reason: string | undefined;
  lock: DatedMove['lock'];
}[] {
  return changes.map((change) => {
    const known = knownBy(understanding, change.account, change.label);
    const own = datesOf(dated, known, change.is);
    return {
      ...{ change, known, effective: own?.effective ?? effective },
      ...{ until: own?.until, reason: own?.reason, lock: own?.lock },
    };
  });
}

/**
 * Proposes where accounts go, with the days that are said of each: of them none that was said before holds, and nothing that
 * was decided before of another day or reason.
 * @param more other cells of the list that change with it, and the headers of the user's columns that they are in
 */
export async function proposeDated(
  workbook: Pick<WorkbookPort, 'apply'>,
  understanding: Pick<Understanding, 'book' | 'list'>,
  { dated }: Pick<StandingPlan, 'dated'>,
  placeOf: (account: number) => string | undefined,
  days: readonly DatedMove[],
  more: { readonly cells: EditOrder['cells']; readonly changed: readonly string[] } = {
    cells: [],
    changed: [],
  },
): Promise<void> {
  const { layer, rows, cells } = editOrder(understanding, 'territory', placeOf);
  const said = new Map(days.map((day) => [day.account, JSON.stringify(day)]));
  const before = new Map(dated.map((day) => [day.account, JSON.stringify(day)]));
  const { accounts } = understanding.list;
  const anew = Array.from(accounts.sheetRow.keys()).filter((i) => {
    const known = knownBy(understanding, i, accountLabel(accounts, i));
    const day = said.get(known);
    return day !== undefined && day !== before.get(known);
  });
  const edit = {
    layer,
    rows: withoutColumns(rows, more.changed),
    cells: [...cells, ...more.cells, ...withoutDecisions(understanding, new Set(anew))],
  };
  await workbook.apply({
    layer: edit.layer,
    edit,
    sheets: [],
    decision: false,
    remember: { [DATED_KEY]: [...dated.filter(({ account }) => !said.has(account)), ...days] },
  });
}
