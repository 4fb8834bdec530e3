import type { Cell } from '../plan/cells';
import { readAsFormula, type DatesApart, type Reading } from '../reports/reading';

/** A filled cell, and the amount that was understood before any conversion; NaN for none. */
export interface CellRead {
  readonly cell: Cell;
  readonly understood: number;
  /** What tells the account of the cell apart; asked for where the cell holds a date. */
  readonly account?: Cell;
}

/** More texts than this that no formula reads, and the column is written as values. */
const MOST_TEXTS = 2000;
/** Excel looks for no longer texts, the column's header among them. */
const LONGEST_KEY = 120;
const MOST_MARKS = 8;
const STYLES = [
  { decimal: '.', group: ',' },
  { decimal: ',', group: '.' },
  { decimal: '.', group: "'" },
  { decimal: ',', group: '\u202F' },
] as const;

/**
 * How a formula can read what was understood of a column: numbers as they stand, texts after their marks are taken
 * away, and the rest from a table. Undefined where it cannot: a number that was read as another, one text with two
 * meanings, a date of an account that nothing tells apart.
 * @param key header of what tells accounts apart
 */
export function readingOf(
  source: string,
  cells: readonly CellRead[],
  currency: string | undefined,
  key?: string,
): Reading | undefined {
  const dates = datesApart(cells.filter(isDate), key);
  if (dates === undefined) return undefined;
  const understood = new Map<string, number | undefined>();
  for (const one of cells) {
    const { cell, understood: value } = one;
    if (isDate(one)) continue;
    const amount = value > 0 ? value : undefined;
    if (typeof cell === 'number') {
      if (!isSame(Math.max(0, cell), amount)) return undefined;
      continue;
    }
    const text = typeof cell === 'boolean' ? String(cell).toUpperCase() : cell;
    // One amount, as exact as a cell has it: it may come from a converted one.
    const exact = amount === undefined ? undefined : Number(amount.toPrecision(14));
    if (understood.has(text) && understood.get(text) !== exact) return undefined;
    understood.set(text, exact);
  }
  const best = STYLES.map((style) => readIn(style, understood)).reduce((a, b) =>
    b.left.length < a.left.length ? b : a,
  );
  if (best.left.length > MOST_TEXTS) return undefined;
  // Look-ups take no account of case.
  const texts = new Map<string, readonly [text: string, amount: number | undefined]>();
  for (const [text, amount] of best.left) {
    const known = texts.get(text.toLowerCase());
    if (known !== undefined && known[1] !== amount) return undefined;
    if (known === undefined) texts.set(text.toLowerCase(), [text, amount]);
  }
  return {
    source,
    ...best.way,
    texts: new Map(texts.values()),
    currency,
    ...(dates.cells.length === 0 ? {} : { dates }),
  };
}

/** A number above 0 that was read as none: its format shows a date. */
export const isDate = ({ cell, understood }: CellRead): boolean =>
  typeof cell === 'number' && cell > 0 && Number.isNaN(understood);

/** Undefined where formulas cannot find the accounts of dates again. */
function datesApart(cells: readonly CellRead[], key = ''): DatesApart | undefined {
  if (cells.length > MOST_TEXTS) return undefined;
  const found = new Map<string, DatesApart['cells'][number]>();
  for (const { cell, account } of cells) {
    const isKnown =
      typeof account === 'number'
        ? Number.isSafeInteger(account)
        : typeof account === 'string' && account !== '' && account.length <= LONGEST_KEY;
    if (key === '' || !isKnown || typeof cell !== 'number') return undefined;
    // Look-ups take no account of case, and find the first of two.
    const known = String(account).toLowerCase();
    if (found.has(known)) return undefined;
    found.set(known, { account: account as string | number, serial: cell });
  }
  return { key, cells: [...found.values()] };
}

/** The same but for the last digits. */
const isSame = (read: number, amount = 0): boolean => Math.abs(read - amount) <= 1e-12 * Math.abs(read);

/** A mark is taken away only where all numbers that bear it are read right without it: `K` is no such mark. */
function readIn(
  style: (typeof STYLES)[number],
  understood: ReadonlyMap<string, number | undefined>,
): { way: Pick<Reading, 'marks' | 'decimal' | 'group'>; left: [string, number | undefined][] } {
  const wrong = (marks: readonly string[]) =>
    [...understood].filter(([text, amount]) => {
      const read = readAsFormula(text, { ...style, marks });
      return read === undefined || !isSame(Math.max(0, read), amount);
    });
  const candidates = marksOf([...understood.keys()]);
  const misread = wrong(candidates);
  const marks = candidates.filter((mark) => !misread.some(([text]) => text.includes(mark)));
  return { way: { ...style, marks }, left: wrong(marks) };
}

/** What stands before and behind numbers, the most frequent first to be kept, the longest first to be taken away. */
function marksOf(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const [, before = '', behind = ''] =
      /^\s*([^\d\s.,'+-]*)\s*[-+]?[\d.,'\s]*\d\s*([^\d\s.,'+-]*)\s*$/u.exec(text) ?? [];
    for (const mark of [before, behind]) if (mark !== '') counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_MARKS)
    .map(([mark]) => mark)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
