import { foldText } from '../exact/fold-text';
import type { SourceTable } from '../plan/cells';

/** Columns from which nothing is taken over, by header. */
export interface ColumnsApart {
  /** Only the export has them. */
  readonly more: readonly string[];
  /** Formulas of the list: they say what they say. */
  readonly formulas: readonly string[];
  /** They stand twice in the export: nobody knows which of the columns is meant. */
  readonly twice: readonly string[];
}

/** A column of the list, and that of the export. */
export interface Pair {
  readonly header: string;
  readonly at: number;
  readonly from: number;
}

/**
 * Which columns both have, which of these are taken over, and which are not, and why.
 * @param source the list
 * @param ours headers of columns of ours
 * @param ids the columns of ids, here and there
 */
export function pairColumns(
  source: SourceTable,
  fresh: SourceTable,
  ours: ReadonlySet<string>,
  [idAt, freshIdAt]: readonly [number, number],
): ColumnsApart & { readonly pairs: readonly Pair[]; readonly taken: readonly Pair[] } {
  const columnIn = sameColumn(source.headers, fresh.headers);
  const pairs = source.headers.flatMap((header, at): Pair[] => {
    const from = at === idAt ? freshIdAt : columnIn(header);
    return header === '' || ours.has(header) || from === undefined ? [] : [{ header, at, from }];
  });
  const isFormula = ({ at }: Pair) => source.isFormula[at] === true;
  const paired = new Set(pairs.map(({ from }) => from));
  const named = fresh.headers.filter((header) => header !== '');
  const twice = [...new Set(named.filter((header) => isTwice(named, header)))];
  return {
    pairs,
    taken: pairs.filter((pair) => !isFormula(pair)),
    formulas: pairs.filter(isFormula).map(({ header }) => header),
    twice,
    more: fresh.headers.filter(
      (header, c) => header !== '' && !paired.has(c) && !ours.has(header) && !twice.includes(header),
    ),
  };
}

/** The first column that reads like a header. */
export function columnCalled(headers: readonly string[], header: string): number | undefined {
  const at = headers.findIndex((one) => foldText(one) === foldText(header));
  return at < 0 ? undefined : at;
}

/**
 * The export's column for one of the list: the one that is called so, else the one that reads so, if no other of either
 * side does. One that stands twice is none.
 */
function sameColumn(
  mine: readonly string[],
  theirs: readonly string[],
): (header: string) => number | undefined {
  const one = (same: (other: string) => boolean): number | undefined => {
    const at = theirs.findIndex(same);
    return at >= 0 && theirs.findIndex((other, c) => c > at && same(other)) < 0 ? at : undefined;
  };
  return (header) => {
    const exact = (other: string) => plain(other) === plain(header);
    if (theirs.some(exact)) return one(exact);
    const fold = foldText(header);
    const isAlone = mine.filter((other) => foldText(other) === fold).length === 1;
    return fold !== '' && isAlone ? one((other) => foldText(other) === fold) : undefined;
  };
}

const plain = (header: string): string => header.trim().toLowerCase();
const isTwice = (headers: readonly string[], header: string): boolean =>
  headers.filter((other) => plain(other) === plain(header)).length > 1;
