import { WHOSE_KEY } from '../../src/app/understanding/book';
import { readWhose } from '../../src/plan/whose';
import { readStore, savedKey } from '../../src/workbook/hidden-store';
import { wholeState } from './faults';
import { LIST_HEADERS } from './meddle';
import type { OpenWorkbook } from './office';

/** The sheet of the list, which stands in whatever order its rows have, and what a user may call it. */
const LIST_SHEET = /^(Export|CRM \d+)$/;

/** Somebody else acts at the workbook just before its n-th request from now. Tells whether it came to that. */
export function handAt(book: OpenWorkbook, n: number, act: () => Promise<void>): () => boolean {
  const { host } = book;
  const request = host.request.bind(host);
  let count = 0;
  let isDone = false;
  host.request = async (text, flags) => {
    if (++count === n) {
      // What the hand itself asks for is not counted.
      host.request = request;
      await act();
      isDone = true;
    }
    return request(text, flags);
  };
  return () => {
    host.request = request;
    return isDone;
  };
}

/**
 * Everything of a workbook that must be one thing or the other when somebody else worked in it at the same time: the
 * list by account and header, whatever order it stands in; all else cell by cell; what the add-in remembers.
 * @param except accounts that came in between: what they hold is theirs
 */
export async function stateByAccount(
  book: OpenWorkbook,
  except: readonly string[],
): Promise<Record<string, unknown>> {
  const { sheets, ...rest } = await wholeState(book);
  const remembered = await book.run((context) => readStore(context, 'EfRecord'));
  const others = (sheets as readonly SheetState[]).filter(({ name }) => !LIST_SHEET.test(name));
  const list = (sheets as readonly SheetState[]).find(({ name }) => LIST_SHEET.test(name));
  return {
    ...rest,
    remembered: [...remembered].map(inNoOrder).sort(([a], [b]) => (a < b ? -1 : 1)),
    list: { ...list, cells: undefined },
    accounts: list === undefined ? undefined : accountsOf(list, except),
    // The record lies in one of two places, in turn.
    sheets: others.map((sheet) => (sheet.name === 'EfRecord' ? sheet.visibility : sheet)),
  };
}

interface SheetState {
  readonly name: string;
  readonly visibility: string;
  readonly cells: readonly [string, unknown[][], unknown[][], string[][]] | null;
}

function accountsOf({ cells }: SheetState, except: readonly string[]): Record<string, unknown> {
  const [, formulas, values, formats] = cells ?? ['', [], [], []];
  const [id = ''] = LIST_HEADERS;
  const at = values.findIndex((row) => row.includes(id));
  const headers = values[at] ?? [];
  const rows = values.flatMap((row, r) => {
    const key = String(row[headers.indexOf(id)]);
    if (r <= at || key === '' || except.includes(key)) return [];
    const cell = (c: number) => [formulas[r]?.[c], row[c], formats[r]?.[c]];
    return [[key, Object.fromEntries(headers.map((header, c) => [String(header), cell(c)]))] as const];
  });
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whose each territory is stands in the order in which the list was read: what it says is the same in any other. */
function inNoOrder([key, value]: readonly [string, unknown]): [string, unknown] {
  const whose = key === savedKey(WHOSE_KEY) ? readWhose(value) : undefined;
  if (whose === undefined) return [key, value];
  const { keys, names, seats, ...more } = whose;
  const count = seats.length / 2;
  const part = (texts: string, n: number) =>
    texts.slice((n * texts.length) / count, ((n + 1) * texts.length) / count);
  const accounts = Array.from({ length: count }, (_, n) =>
    [keys, names, seats].map((texts) => part(texts, n)).join(' '),
  );
  return [key, { ...more, accounts: accounts.sort() }];
}
