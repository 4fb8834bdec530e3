import { Failure } from '../plan/failures';
import { readAnchors, type Anchors } from './anchors';
import { eachInTurn } from './cells';
import { findFilled, placeOfFilled, type FilledTable, type FoundAgain } from './filled-tables';
import type { KeptFill } from './journal';
import { besides, placeInRows, rowsThatSay, type RowChange, type Spots } from './place-in-rows';
import { MOST_TRIES } from './read-steadily';

/** What is to be done to take a filling back. */
type Taking =
  | { readonly kind: 'change'; readonly change: RowChange }
  | { readonly kind: 'row'; readonly now: FilledTable; readonly row: number };

/**
 * Looks whether cells that were filled can be given back. @throws Failure `protectedSheet`; nothing has been touched then
 */
export async function lookAtFills(context: Excel.RequestContext, fills: readonly KeptFill[]): Promise<void> {
  if (fills.length > 0) await takings(context, fills, await readAnchors(context));
}

/**
 * Gives back what single cells of other tables said, and takes rows away that came: wherever they are by now. What no
 * longer says what was written is the user's, and stays. Looks afterwards; can be repeated.
 * @throws Failure `rowsMoved` where rows move each time; `protectedSheet`
 */
export async function unfillCells(context: Excel.RequestContext, fills: readonly KeptFill[]): Promise<void> {
  if (fills.length === 0) return;
  for (let tries = 0; tries <= MOST_TRIES; tries++) if (await takeBack(context, fills)) return;
  throw new Failure('rowsMoved');
}

/** @returns whether nothing was left to be given back */
async function takeBack(context: Excel.RequestContext, fills: readonly KeptFill[]): Promise<boolean> {
  const all = await takings(context, fills, await readAnchors(context));
  if (all.length === 0) return true;
  await placeInRows(
    context,
    all.flatMap((one) => (one.kind === 'change' ? [one.change] : [])),
  );
  const rows = all.flatMap((one) => (one.kind === 'row' ? [one] : []));
  for (const { now, row } of rows)
    now.sheet.getRangeByIndexes(now.row + 1 + row, now.column, 1, now.headers.length).delete('Up');
  if (rows.length > 0) await context.sync();
  return false;
}

/** One row of a table at most: its other rows have moved then. */
async function takings(
  context: Excel.RequestContext,
  fills: readonly KeptFill[],
  anchors: Anchors,
): Promise<Taking[]> {
  const all: Taking[] = [];
  await eachInTurn(fills, async (fill, n) => {
    const found = await findFilled(context, fill, n, anchors);
    const taking = found && takingOf(fill, found);
    if (taking === undefined) return;
    if (taking.kind === 'row' && all.some((one) => one.kind === 'row' && isOne(one.now, taking.now))) return;
    all.push(taking);
  });
  return all;
}

const isOne = (a: FilledTable, b: FilledTable): boolean => a.sheetName === b.sheetName && a.row === b.row;

function takingOf(fill: KeptFill, found: FoundAgain): Taking | undefined {
  const { now, columns } = found;
  const row = filledRow(fill, found);
  if (row === undefined) return undefined;
  const line = now.body[row] ?? [];
  const cells = fill.cells.flatMap(({ before, wrote, format }, k) => {
    const at = columns[k] ?? -1;
    const header = now.headers[at] ?? '';
    if (at < 0 || before === wrote || line[at]?.cell !== wrote) return [];
    return [{ header, from: wrote, to: before, ...(format !== undefined && { format }) }];
  });
  if (cells.length === 0) return undefined;
  const beside = besides(now, line, cells);
  if (fill.isNew === true && now.table !== undefined && beside.every(([, value]) => value === ''))
    return { kind: 'row', now, row };
  return { kind: 'change', change: { place: placeOfFilled(now), says: beside, nth: 0, cells } };
}

/** The row that says what was written; one in which something of it was changed since, if it is known still. */
function filledRow(fill: KeptFill, { now, columns }: FoundAgain): number | undefined {
  const spots = fill.cells.map(({ wrote, before }, k) => ({ at: columns[k] ?? -1, says: wrote, before }));
  const there = spots.filter(({ at }) => at >= 0);
  const written = rowsThatSay(now, fill.says, there);
  if (written.length > fill.others) return written[fill.nth] ?? written.at(-1);
  if (written.length > 0 || fill.isNew === true) return undefined;
  const changed = there.filter(({ says, before }) => says !== before);
  const [known, ...doubled] = fill.isAlone === true ? rowsThatSay(now, fill.says) : [];
  const isOurs = changed.some(({ at, says }) => now.body[known ?? -1]?.[at]?.cell === says);
  if (known !== undefined && doubled.length === 0) return isOurs ? known : undefined;
  // What stands beside was changed since: several cells together tell as well, if one row alone says them.
  const alone: Spots = changed.length > 1 ? changed : [];
  const rows = alone.length === 0 ? [] : rowsThatSay(now, [], alone);
  return rows.length === 1 ? rows[0] : undefined;
}
