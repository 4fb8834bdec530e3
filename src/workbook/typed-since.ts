import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { columnAt, isSteady } from './accounts';
import { anchor } from './anchors';
import type { Status } from './checkpoint';
import { asKept, type KeptAccounts } from './journal';
import { findKept } from './kept-list';
import { readColumns } from './read-keys';
import { MOST_TRIES } from './read-steadily';

/** What users have put into columns of ours that are theirs to fill. */
export interface TypedSince {
  /** In columns that stay: rows as they stand in the kept cells, by the column's key. */
  readonly rows: ReadonlyMap<string, ReadonlySet<number>>;
  /** How many filled cells go with columns that were not there before. */
  readonly gone: number;
}

const NOTHING: TypedSince = { rows: new Map(), gone: 0 };

/**
 * Cells that are not what the job left there, account by account. A column that is not there any more is given back
 * whole; after a break one may have been made again and not filled yet, so that blanks say nothing then.
 * @param phase while it is written nothing is taken to be typed: the job may have got anywhere
 * @throws Failure `rowsMoved`
 */
export async function typedSince(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  phase: Status['phase'],
): Promise<TypedSince> {
  const columns = [
    ...kept.kept.filter(({ typed }) => typed === true).map((column) => ({ ...column, isAdded: false })),
    ...kept.added
      .filter(({ typed }) => typed === true)
      .map((column) => ({ ...column, cells: [], isAdded: true })),
  ];
  if (phase === 'writing' || columns.length === 0) return NOTHING;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { now, match } = await findKept(context, kept);
    if (now === undefined || match === undefined) return NOTHING;
    const there = columns
      .map((column) => ({ ...column, at: columnAt(now, anchor.column(column.key), column.header) }))
      .filter(({ at }) => at >= 0);
    const places = there.map(({ at }) => at);
    const formulas = await readColumns(context, now, places, 'formulas');
    const values = await readColumns(context, now, places);
    const again = await findKept(context, kept);
    if (!isSteady(now, again.now) || again.match?.then.join() !== match.then.join()) continue;
    const rows = new Map<string, ReadonlySet<number>>();
    let gone = 0;
    there.forEach(({ key, cells, wrote = cells, isAdded }, n) => {
      const typed = new Set<number>();
      match.then.forEach((was, r) => {
        const cell = asKept(formulas[n]?.[r] ?? '', values[n]?.[r] ?? '');
        const left: Cell = was < 0 ? '' : (wrote[was] ?? '');
        if (cell === left || (cell === '' && (isAdded || phase === 'reverting'))) return;
        if (isAdded) gone++;
        else if (was >= 0) typed.add(was);
      });
      if (!isAdded) rows.set(key, typed);
    });
    return { rows, gone };
  }
  throw new Failure('rowsMoved');
}
