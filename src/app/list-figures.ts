import type { Cell } from '../plan/cells';
import type { AccountField } from '../plan/fields';
import { AT_RISK } from '../plan/rules/stays';
import { comparable } from '../plan/score-points';
import type { SegmentFigures, SummedField } from '../reports/segments/context';
import { isSummed } from './plain-columns';
import type { AccountList } from './understanding/account-list';
import { headerOf } from './understanding/header-of';

/** Words for customers that left. */
const FORMER =
  /^(?:(?:former|lost|churned|past|ex)\b|inactive customer|ehemalig|verloren|abgewandert|gekündigt)/i;
const MOST_WORDS = 12;
/** What at least so many parts of the cells are numbers is a column of numbers. */
const MOSTLY = 0.8;
const SUMMED = ['potential', 'arr', 'bookingsYtd', 'wonDeals', 'lostDeals', 'growth'] as const;

/** The cells of a field as they stand, by account; a column of ours is none of the list's. */
export function cellsOf(
  { list }: { readonly list: AccountList },
  field: AccountField,
): readonly Cell[] | undefined {
  const { accounts, source, mapping, ours } = list;
  const column = ours.has(field) ? undefined : source.columns[mapping[field] ?? -1];
  return column && Array.from(accounts.sheetRow, (row): Cell => column[row - source.firstRow] ?? '');
}

/**
 * The columns that tell how good accounts are: what they are worth, what they buy, whether they stay.
 * @param ours headers of columns of ours, by key
 */
export function figuresIn(
  source: { readonly list: AccountList },
  ours: Readonly<Record<string, string>>,
): SegmentFigures {
  const { list } = source;
  const sums = Object.fromEntries(
    SUMMED.flatMap((field): [SummedField, string][] => {
      const header = ours[`read:${field}`] ?? (isSummed(list, field) ? headerOf(list, field) : undefined);
      return header === undefined ? [] : [[field, header]];
    }),
  );
  const wordsIn = (field: 'type' | 'churnRisk', is: RegExp) => {
    const header = headerOf(list, field);
    const cells = cellsOf(source, field);
    if (header === undefined || cells === undefined) return undefined;
    const found = [...new Map(cells.map((cell) => [comparable(cell), String(cell)])).entries()].filter(
      ([key]) => is.test(key),
    );
    return { header, words: found.map(([, word]) => word).slice(0, MOST_WORDS), cells };
  };
  const former = wordsIn('type', FORMER);
  const risk = wordsIn('churnRisk', AT_RISK);
  const filled = risk?.cells.filter((cell) => cell !== '') ?? [];
  const numbers = filled.filter((cell) => typeof cell === 'number').length;
  const isNumber = filled.length > 0 && numbers >= MOSTLY * filled.length;
  return {
    standing: ours['standing'],
    sums,
    former: former === undefined || former.words.length === 0 ? undefined : former,
    risk:
      risk === undefined || (risk.words.length === 0 && !isNumber)
        ? undefined
        : { header: risk.header, words: isNumber ? [] : risk.words },
    score: ours['score'] ?? (isSummed(list, 'icpScore') ? headerOf(list, 'icpScore') : undefined),
  };
}
