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
  /** Called otherwise in the export, and of the same meaning and mostly the same cells: taken over. */
  readonly renamed: readonly { readonly header: string; readonly called: string }[];
  /** Columns of the list that the plan reads and the export has not: nothing is said of them. */
  readonly lacking: readonly string[];
}

/** What columns mean, by field: in the list and in the export, and how many of their cells are the same, 0 … 1. */
export interface Meant {
  readonly mine: Readonly<Record<string, number | undefined>>;
  readonly theirs: Readonly<Record<string, number | undefined>>;
  readonly alike: (at: number, from: number) => number;
}

/** So many cells of a column that is called otherwise are the same: else it may be another year's, or another's. */
const SAME_COLUMN = 0.5;

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
 * @param meant by which a column is known that is called otherwise in the export
 */
export function pairColumns(
  source: SourceTable,
  fresh: SourceTable,
  ours: ReadonlySet<string>,
  [idAt, freshIdAt]: readonly [number, number],
  meant?: Meant,
): ColumnsApart & { readonly pairs: readonly Pair[]; readonly taken: readonly Pair[] } {
  const columnIn = sameColumn(source.headers, fresh.headers);
  const called = source.headers.flatMap((header, at): Pair[] => {
    const from = at === idAt ? freshIdAt : columnIn(header);
    return header === '' || ours.has(header) || from === undefined ? [] : [{ header, at, from }];
  });
  const isFormula = ({ at }: Pair) => source.isFormula[at] === true;
  const named = fresh.headers.filter((header) => header !== '');
  const twice = [...new Set(named.filter((header) => isTwice(named, header)))];
  const taken = { at: new Set(called.map(({ at }) => at)), from: new Set(called.map(({ from }) => from)) };
  /** Columns of the list that mean something to the plan, and have none of their name in the export. */
  const alone = Object.entries(meant?.mine ?? {}).flatMap(([field, at = -1]) => {
    const header = source.headers[at] ?? '';
    return header === '' || ours.has(header) || taken.at.has(at) ? [] : [{ field, header, at }];
  });
  const renamed = alone.flatMap(({ field, header, at }): Pair[] => {
    const from = meant?.theirs[field];
    if (meant === undefined || from === undefined || taken.from.has(from)) return [];
    if (twice.includes(fresh.headers[from] ?? '') || meant.alike(at, from) < SAME_COLUMN) return [];
    taken.from.add(from);
    return [{ header, at, from }];
  });
  const pairs = [...called, ...renamed].sort((a, b) => a.at - b.at);
  const paired = new Set(pairs.map(({ from }) => from));
  const isRenamed = (at: number) => renamed.some((pair) => pair.at === at);
  return {
    pairs,
    taken: pairs.filter((pair) => !isFormula(pair)),
    formulas: pairs.filter(isFormula).map(({ header }) => header),
    twice,
    renamed: renamed
      .filter((pair) => !isFormula(pair))
      .map(({ header, from }) => ({ header, called: fresh.headers[from] ?? '' })),
    lacking: [
      ...new Set(
        alone.filter(({ at }) => !isRenamed(at) && source.isFormula[at] !== true).map(({ header }) => header),
      ),
    ],
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
