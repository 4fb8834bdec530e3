import type { Cell } from '../../plan/cells';
import { Failure } from '../../plan/failures';
import { metricFields, metricKey } from '../../plan/metrics';
import type { Balance } from './balance';
import { refusalOf, type Said } from './said';

/** A row of the table of metrics: which, and how closely; an empty tolerance is the usual one. */
type Row = readonly [metric: string, tolerance: Cell];

/** What the table of metrics says. */
export interface MetricWords {
  /** The metrics from now on; undefined where nothing new is said. */
  readonly said: Said | undefined;
  /** The rows that are understood, as the table would hold them: what is refused is told again at the next look. */
  readonly taken: string;
  readonly refused: readonly Failure[];
}

/**
 * What the rows of the table of metrics say that they did not say before: a tolerance of its own metric, another
 * metric in the place of one, a metric more, a metric less, another order. What was set elsewhere since stays. A row that cannot be
 * is refused by itself; of a metric in two rows nothing is taken.
 * @param before the rows as they were last understood, as JSON
 * @param now the rows as they stand
 */
export function metricsSaid(inForce: Balance, before: string, now: string): MetricWords {
  const known = rowsOf(before);
  const { rows, refused } = understood(known, rowsOf(now));
  const rowAt = (of: readonly Row[], metric: string) => of.findIndex((row) => isSame(row[0], metric));
  /** The new metric that was typed over a known one. */
  const inPlaceOf = (metric: string): Row | undefined => {
    const row = rows[rowAt(known, metric)];
    return row !== undefined && isNew(row) ? row : undefined;
  };
  const isNew = ([metric]: Row) =>
    rowAt(known, metric) < 0 && !inForce.some((entry) => isSame(entry.metric, metric));
  const used = new Set<Row>();
  const changed = inForce.flatMap((entry): Said[] => {
    const was = known[rowAt(known, entry.metric)];
    const row = rows[rowAt(rows, entry.metric)];
    if (row !== undefined) return [row[1] === was?.[1] ? { ...entry } : entryOf(entry.metric, row[1])];
    if (was === undefined) return [{ ...entry }];
    const other = inPlaceOf(entry.metric);
    if (other === undefined) return [];
    used.add(other);
    return [entryOf(...other)];
  });
  const added = rows.filter((row) => isNew(row) && !used.has(row)).map((row) => entryOf(...row));
  const balance = [
    ...(refused.length === 0 && isReordered(known, rows) ? inOrderOf(rows, changed) : changed),
    ...added,
  ];
  const isNews = JSON.stringify(balance) !== JSON.stringify(inForce);
  return { said: isNews ? { balance } : undefined, taken: JSON.stringify(rows), refused };
}

/** Metrics that stand in both stand in another order: of importance, as the table says. */
function isReordered(known: readonly Row[], rows: readonly Row[]): boolean {
  const keys = (of: readonly Row[], other: readonly Row[]) =>
    of
      .map(([metric]) => metricKey(metric))
      .filter((key) => other.some(([metric]) => metricKey(metric) === key));
  return keys(known, rows).join() !== keys(rows, known).join();
}

/** What stands in no row comes last. */
function inOrderOf(rows: readonly Row[], entries: readonly Said[]): Said[] {
  const placeOf = (entry: Said): number => {
    const at = rows.findIndex(([metric]) => isSame(metric, String(entry['metric'])));
    return at < 0 ? rows.length : at;
  };
  return [...entries].sort((a, b) => placeOf(a) - placeOf(b));
}

/** The rows that can be; in the place of each other one what was known there. */
function understood(
  known: readonly Row[],
  rows: readonly Row[],
): { rows: readonly Row[]; refused: readonly Failure[] } {
  const refusals = new Map<string, Failure>();
  const rowsWith = (metric: string) => rows.filter((row) => isSame(row[0], metric)).length;
  const isGone = ([metric]: Row) => rowsWith(metric) === 0;
  let isHidden = false;
  const taken = rows.flatMap((row, r): readonly Row[] => {
    const [metric] = row;
    const isKnown = metricFields(metric) !== undefined;
    const isTwice = isKnown && rowsWith(metric) > 1;
    const refusal = isTwice
      ? new Failure('metricRowsTwice', { metric })
      : isKnown
        ? refusalOf({ balance: [entryOf(...row)] })
        : noMetric(metric);
    if (refusal === undefined) return [row];
    const isFirst = !refusals.has(metricKey(metric));
    if (isFirst) refusals.set(metricKey(metric), refusal);
    // Which metric such a row has taken the place of is not known.
    isHidden ||= isTwice || !isKnown;
    const before = known.find((one) => isSame(one[0], metric));
    if (before !== undefined && isFirst) return [before];
    const here = known[r];
    return here !== undefined && isGone(here) ? [here] : [];
  });
  const others = isHidden ? known.filter((row) => isGone(row) && !taken.includes(row)) : [];
  return { rows: [...taken, ...others], refused: [...refusals.values()] };
}

const noMetric = (text: string): Failure =>
  new Failure('badSettings', { path: 'balance.metric', expected: 'metric', received: JSON.stringify(text) });

const isSame = (a: string, b: string): boolean => metricKey(a) === metricKey(b);

const entryOf = (metric: string, tolerance: Cell): Said => ({
  metric,
  tolerance: tolerance === '' ? null : tolerance,
});

const rowsOf = (text: string): readonly Row[] => (text === '' ? [] : (JSON.parse(text) as Row[]));
