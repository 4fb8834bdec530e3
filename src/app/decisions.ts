import * as v from 'valibot';
import { comparable, digested, type RowKeys } from '../plan/account-keys';
import type { Cell } from '../plan/cells';
import { matchRows } from '../plan/match-accounts';
import type { Move } from '../reports/compare/context';
import type { SheetModule } from '../reports/sheet';
import { readOwnTable } from './own-table';
import type { WorkbookPort } from './ports';
import { keyHeader } from './sheet-sources';
import type { AccountList } from './understanding/account-list';
import type { Understanding } from './understanding/understand';

/** Name under which the workbook keeps what the accounts listed on Compare were known by. */
export const LISTED_KEY = 'compareRows';

const TextsSchema = v.array(v.string());
const ListedSchema = v.object({
  /** What stands beside each row of the table, in its order. */
  keys: v.array(v.union([v.string(), v.number(), v.boolean()])),
  /** The same rows, digested. */
  rows: v.object({
    by: v.object({
      kind: v.picklist(['id', 'name', 'row']),
      headers: TextsSchema,
      rest: TextsSchema,
      witness: v.exactOptional(TextsSchema),
      isNamed: v.exactOptional(v.boolean()),
    }),
    keys: TextsSchema,
    rest: TextsSchema,
  }),
});

/** What listed accounts were known by, as the workbook keeps it. */
export type Listed = v.InferOutput<typeof ListedSchema>;

/** Words whose account is not to be told in the list any more. */
export interface LostMove extends Move {
  readonly known: AccountTexts;
}

/** What was typed beside the accounts that the sheet lists. */
export interface Decisions {
  /** By the row of the list's body in which the account stands now; keys as they stood beside the words. */
  readonly of: ReadonlyMap<number, Move>;
  readonly lost: readonly LostMove[];
  /** All that was read. */
  readonly words: readonly string[];
}

const NONE: Decisions = { of: new Map(), lost: [], words: [] };

/**
 * Reads what managers have decided before the sheet is written anew. Words are an account's, not its id's: they go where
 * the account is by now. Nothing where the sheet does not stand.
 * @throws Failure `typedColumnGone`
 */
export async function decisionsIn(
  modules: readonly SheetModule[],
  { book: { survey }, list }: Pick<Understanding, 'book' | 'list'>,
  workbook: WorkbookPort,
): Promise<Decisions> {
  if (!modules.some(({ source }) => source === 'compare')) return NONE;
  const table = await readOwnTable(workbook, survey, 'compare', 'compareMoves');
  if (table === undefined) return NONE;
  const [decisions = [], comments = []] = ['decision', 'comment'].map(table.column);
  const typed = table.needed('key').flatMap((key, r): Move[] => {
    const words = { key, decision: decisions[r] ?? '', comment: comments[r] ?? '' };
    return words.decision === '' && words.comment === '' ? [] : [words];
  });
  if (typed.length === 0) return NONE;
  const stored = v.safeParse(ListedSchema, await workbook.load(LISTED_KEY));
  const listed = stored.success ? stored.output : undefined;
  const isOneKind = listed?.rows.by.kind === list.rows.by.kind;
  const rows = listed && isOneKind ? rowsOf(listed.rows, list.rows) : new Map<number, number>();
  const at = new Map(listed?.keys.map((key, r) => [textOf(key), r]));
  const column = keyCells(list) ?? [];
  const of = new Map<number, Move>();
  const lost: LostMove[] = [];
  for (const move of typed) {
    const was = at.get(textOf(move.key));
    // Of what an earlier version listed, and of rows that users wrote, the key is all that is known.
    const row = was === undefined || !isOneKind ? onlyRow(column, move.key) : rows.get(was);
    if (row === undefined || of.has(row)) lost.push({ ...move, known: textsAt(listed?.rows, was) });
    else of.set(row, move);
  }
  return { of, lost, words: typed.flatMap(({ decision, comment }) => [String(decision), String(comment)]) };
}

/** The cells that accounts are listed by, one a row of the list's body; undefined where none tells them apart. */
export function keyCells(
  list: Pick<AccountList, 'accounts' | 'mapping' | 'source'>,
): readonly Cell[] | undefined {
  const header = keyHeader(list);
  return header === undefined ? undefined : list.source.columns[list.source.headers.indexOf(header)];
}

/** As MATCH compares. */
export const textOf = (key: Cell): string => String(key).toLowerCase();

/** The one row that holds a key. */
function onlyRow(column: readonly Cell[], key: Cell): number | undefined {
  const text = textOf(key);
  const rows = column.flatMap((cell, r) => (textOf(cell) === text ? [r] : []));
  return rows.length === 1 ? rows[0] : undefined;
}

/** For each row of some that were listed the row of the list in which that account stands now; none where it is not found. */
function rowsOf(listed: RowKeys, list: RowKeys): ReadonlyMap<number, number> {
  const [then, now] = comparable(listed, digested(list));
  const known = new Set(then.keys);
  // Accounts that were not listed were there all the same: of them no more is known than what they are called now.
  const others = now.keys.flatMap((key) => (key === '' || known.has(key) ? [] : [key]));
  const nobody = others.map((_, r) => `\u0000${r}`);
  const { then: rows } = matchRows(
    { by: then.by, keys: [...then.keys, ...others], rest: [...then.rest, ...nobody] },
    now,
  );
  const count = then.keys.length;
  return new Map([...rows].flatMap((was, r) => (was >= 0 && was < count ? [[was, r] as const] : [])));
}

/** What one account was known by. A text that was others', too, tells nothing, and is blank. */
export interface AccountTexts {
  readonly key: string;
  readonly rest: string;
}

const textsAt = (rows: RowKeys | undefined, row = -1): AccountTexts => ({
  key: rows?.keys[row] ?? '',
  rest: rows?.rest[row] ?? '',
});

/**
 * What is kept of the accounts that are going to be listed.
 * @param moves each with the row of the list's body in which it stands, or what it was known by
 */
export function listedOf(
  moves: readonly { readonly key: Cell; readonly at: number | AccountTexts }[],
  list: RowKeys,
): Listed {
  const now = digested(list);
  const whole: RowKeys = { ...now, rest: aloneOnly(now.rest) };
  const known = moves.map(({ at }) => (typeof at === 'number' ? textsAt(whole, at) : at));
  const { by } = now;
  return {
    keys: moves.map(({ key }) => key),
    rows: {
      by: {
        kind: by.kind,
        headers: [...by.headers],
        rest: [...by.rest],
        ...(by.witness && { witness: [...by.witness] }),
        ...(by.isNamed !== undefined && { isNamed: by.isNamed }),
      },
      keys: known.map(({ key }) => key),
      rest: known.map(({ rest }) => rest),
    },
  };
}

function aloneOnly(texts: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const text of texts) count.set(text, (count.get(text) ?? 0) + 1);
  return texts.map((text) => (count.get(text) === 1 ? text : ''));
}
