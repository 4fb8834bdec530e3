import type { Cell, SourceTable } from '../../plan/cells';
import type { AccountMapping } from '../../plan/fields';
import { cellText, isBlank, trimText } from '../cells/cell-text';
import { isDateFormat } from '../cells/formats';
import { idKey } from '../cells/identity';
import { headerWords } from '../headers/header-words';

/** What rows of one account have in common, however it is written; ids of which case is a part count as they stand. */
export function customerKey(text: string): string {
  const id = idKey(text);
  return id !== text || SALESFORCE_ID.test(text) ? id : text.toLowerCase();
}

/** As reports of Salesforce have them, of accounts and contacts. */
const SALESFORCE_ID = /^00[13][a-zA-Z0-9]{12}$/;

/** Ways to compare what names an account in two tables: the second forgives more than the first. */
export const AS_NAMED: readonly ((cell: Cell | undefined) => string)[] = [
  compared,
  // `00042` of a system that pads its numbers is the 42 of one that does not.
  (cell) => compared(cell).replace(/^0+(?=\d+$)/, ''),
];

function compared(cell: Cell | undefined): string {
  return cell === undefined || isBlank(cell) ? '' : customerKey(trimText(cellText(cell)));
}

/** Of a column so much must be filled to tell rows apart. */
const FILLED = 0.5;
const SAMPLED = 400;
/** Of a sample of the other's cells so many must be known: what follows is counted in full. */
const FEW = 0.05;
/** Short texts and numbers are the same by chance: lines of two lists, a grade. */
const LONG = 5;

/**
 * Columns of two tables that name the same rows, whatever they are called: an id, a DUNS number, a domain, the number that
 * another system gave. In the list no two rows share one; in the other table a row may come again.
 */
export function sharedKeys(
  list: SourceTable,
  mapping: AccountMapping,
  other: SourceTable,
): { readonly key: number; readonly at: number }[] {
  // Its name alone is asked for by name: two firms of one name are none the less two.
  const taken = new Set(Object.entries(mapping).flatMap(([field, c]) => (field === 'accountId' ? [] : [c])));
  const mine = list.headers.flatMap((header, key) => {
    if (header === '' || taken.has(key) || isDateFormat(list.formats[key] ?? '')) return [];
    const values = keysIn(list, key);
    return values.size >= FILLED * list.rowCount && !hasTwice(list, key) ? [{ key, values }] : [];
  });
  if (mine.length === 0) return [];
  return other.headers.flatMap((header, at) => {
    if (header === '' || isDateFormat(other.formats[at] ?? '')) return [];
    const sample = sampleOf(other, at);
    if (sample.length === 0) return [];
    return mine
      .filter(({ key, values }) => {
        const isCalledSo = headerWords(list.headers[key] ?? '').phrase === headerWords(header).phrase;
        const met = sample.filter((cell) => values.has(compared(cell)));
        return met.length > FEW * sample.length && (isCalledSo || met.every(isTelling));
      })
      .map(({ key }) => ({ key, at }));
  });
}

/** Whole numbers and texts that two things hardly share by chance. */
function isTelling(cell: Cell): boolean {
  if (typeof cell === 'boolean' || (typeof cell === 'number' && !Number.isInteger(cell))) return false;
  return cellText(cell).length >= LONG;
}

const keysIn = (source: SourceTable, column: number): Set<string> =>
  new Set(filledIn(source, column).map(compared));

const hasTwice = (source: SourceTable, column: number): boolean =>
  keysIn(source, column).size < filledIn(source, column).length;

const filledIn = ({ columns, rowCount }: SourceTable, column: number): Cell[] =>
  (columns[column] ?? []).slice(0, rowCount).filter((cell) => !isBlank(cell));

function sampleOf(source: SourceTable, column: number): Cell[] {
  const filled = filledIn(source, column);
  const step = Math.max(1, Math.floor(filled.length / SAMPLED));
  return filled.filter((_, n) => n % step === 0);
}
