import { foldText } from '../../geo';
import { listRanges } from '../../intake';
import { ownSheets } from '../../plan/ownership';
import type { Notice } from '../../plan/design';
import type { Book } from './book';
import type { TableRef } from '../ports';

/** Lists share so much of their headers, both ways, to be the same list of another year or month. */
const ALIKE = 0.7;
const FEWEST_HEADERS = 4;
const FEWEST_ROWS = 3;
const NAMED = 6;

/**
 * One list for each year or month, on sheets of their own: one was taken, and what was not is said.
 * @param taken where the accounts were read from
 */
export function likeLists({ survey, owned }: Pick<Book, 'survey' | 'owned'>, taken: TableRef): Notice[] {
  const ranges = listRanges(survey, ownSheets(owned));
  const own = ranges.find((range) => range.sheet === taken.sheet && range.table === taken.table);
  if (own === undefined) return [];
  const words = wordsOf(own);
  if (words.size < FEWEST_HEADERS) return [];
  const alike = ranges.filter(
    (range) =>
      range.sheet !== own.sheet && range.rowCount >= FEWEST_ROWS && shared(words, wordsOf(range)) >= ALIKE,
  );
  if (alike.length === 0) return [];
  const names = [...new Set(alike.map(({ sheet }) => sheet))];
  const params = {
    name: taken.table ?? taken.sheet,
    count: names.length,
    names: names.slice(0, NAMED).join(', '),
    more: Math.max(0, names.length - NAMED),
  };
  return [{ code: 'likeLists', severity: 'warning', params }];
}

const wordsOf = ({ headers }: { readonly headers: readonly string[] }): ReadonlySet<string> =>
  new Set(headers.map((header) => foldText(header)).filter((text) => text !== ''));

/** What two lists share, as a part of the longer one's headers. */
function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both / Math.max(1, a.size, b.size);
}
