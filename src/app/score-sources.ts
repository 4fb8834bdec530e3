import { evidenceIn, standingOf } from '../plan/account-standing';
import type { Cell } from '../plan/cells';
import { textAt } from '../plan/columns';
import type { AccountTextField } from '../plan/fields';
import {
  FACTOR_IDS,
  factorDefault,
  MOST_LIVE,
  NEUTRAL,
  USUAL_HALF_LIFE,
  USUAL_SCORE,
  type FactorId,
  type ScoreSettings,
  type Tier,
} from '../plan/score';
import {
  comparable,
  datePoints,
  numberPoints,
  productPoints,
  productsIn,
  scoreOf,
  tierOf,
  trimmed,
} from '../plan/score-points';
import type { StandingContext } from '../reports/context';
import type { FactorInputs, ScoreContext, ScoreFactor } from '../reports/score/context';
import { inRows } from './account-at';
import { factorCells, NO_READING, type FactorCells } from './factor-cells';
import type { Understanding } from './understanding/understand';

/** So many values of a list are given points one by one; the others share theirs. */
const MOST_VALUES = 15;
/** A list whose most frequent values are fewer accounts than this part is no list: names, remarks. */
const LISTED_PART = 0.5;
/** What at least so many parts of the cells of a column of texts are makes it one of numbers. */
const MOSTLY = 0.8;

type Source = Pick<Understanding, 'list' | 'choices' | 'settings'>;

/** Scores before their columns have names. */
export interface ScoreBasis extends Pick<
  ScoreContext,
  'tiers' | 'asAt' | 'usualAsAt' | 'missing' | 'unusable' | 'values' | 'inRows'
> {
  readonly factors: readonly Omit<ScoreFactor, 'header'>[];
  /** The tier of an account as the cells have it when they are written. */
  readonly tierAt: (account: number) => string;
}

/** A factor before its points are known. */
type Bare = Omit<ScoreFactor, 'header' | 'frozen'> & {
  /** No formula reads its column. */
  readonly isFrozen: boolean;
};

/**
 * What accounts can be scored by: as set, else as the list makes it likely.
 * @param today 1900 serial
 * @param mostLive with more accounts than this all columns are values
 */
export function scoreBasis(source: Source, today: number, mostLive = MOST_LIVE): ScoreBasis {
  const { list, settings } = source;
  const score: ScoreSettings = settings.score ?? USUAL_SCORE;
  const asAt = score.asAt === undefined ? today : Math.floor(score.asAt);
  const missing: FactorId[] = [];
  const unusable: FactorId[] = [];
  const found = FACTOR_IDS.flatMap((id) => {
    const cells = factorCells(source, id);
    if (cells === undefined) {
      missing.push(id);
      return [];
    }
    const factor = cells.isRated ? factorOf(source, score, id, cells) : undefined;
    if (factor === undefined) {
      unusable.push(id);
      return [];
    }
    return [{ factor, points: pointsIn(factor, cells, asAt) }];
  });
  const isLong = list.accounts.count > mostLive;
  const weights = found.map(({ factor }) => factor.now.weight);
  const scored = Array.from({ length: list.accounts.count }, (_, i) =>
    scoreOf(
      found.map(({ points }) => points[i] ?? NaN),
      weights,
    ),
  );
  const tiers = score.tiers ?? usualTiers(scored.map((one) => one.score));
  return {
    factors: found.map(({ factor: { isFrozen, ...factor }, points }) => ({
      ...factor,
      frozen: isLong || isFrozen ? points : undefined,
    })),
    tiers,
    asAt,
    usualAsAt: today,
    missing,
    unusable,
    values: isLong
      ? {
          score: Float64Array.from(scored, (one) => one.score),
          share: Float64Array.from(scored, (one) => one.share),
          tier: scored.map((one) => tierOf(one.score, tiers)),
        }
      : undefined,
    tierAt: (i) => tierOf(scored[i]?.score ?? NaN, tiers),
    inRows: (of) => inRows(list, of),
  };
}

/** What scores append to the list, and what each column would be called. */
export const scoreColumnNames = (
  { factors }: ScoreBasis,
  { say }: Pick<StandingContext, 'say'>,
): { key: string; header: string }[] => [
  { key: 'score', header: say('column.score') },
  { key: 'tier', header: say('column.tier') },
  { key: 'scoreShare', header: say('column.scoreShare') },
  ...factors.map(({ id }) => ({
    key: `factor:${id}`,
    header: say('column.factor', { factor: say(`score.factor.${id}`) }),
  })),
];

/** @param columns the names that the columns got, by key */
export function scoreContext(
  basis: ScoreBasis,
  { layer, say, record, table, keyHeader }: StandingContext,
  columns: Readonly<Record<string, string>>,
): ScoreContext {
  const header = (key: string) => columns[key] ?? key;
  return {
    ...basis,
    layer,
    say,
    record,
    table,
    keyHeader,
    factors: basis.factors.map((factor) => ({ ...factor, header: header(`factor:${factor.id}`) })),
    headers: { score: header('score'), tier: header('tier'), share: header('scoreShare') },
  };
}

function factorOf(source: Source, score: ScoreSettings, id: FactorId, cells: FactorCells): Bare | undefined {
  const { kind: usualKind, weight } = factorDefault(id);
  const isNumber = usualKind === 'list' && isMostlyNumbers(cells.cells);
  const kind = isNumber && id === 'churnRisk' ? 'number' : usualKind;
  const said = score.factors[id] ?? {};
  const none: FactorInputs = { weight, low: '', high: '', halfLife: '', other: '', product: '' };
  const make = (usual: FactorInputs, values: ScoreFactor['values'] = []): Bare => ({
    id,
    kind,
    source: cells.header,
    usual,
    now: {
      weight: said.weight ?? usual.weight,
      low: said.low ?? usual.low,
      high: said.high ?? usual.high,
      halfLife: said.halfLife ?? usual.halfLife,
      other: said.other ?? usual.other,
      product: said.product ?? usual.product,
    },
    reading: cells.reading,
    values,
    isFrozen: !cells.isReadable,
  });
  if (kind === 'number') {
    const ends = endsOf(kind === usualKind ? cells.numbers : numbersIn(cells.cells));
    if (ends === undefined) return undefined;
    const [low, high] = ends;
    // The less likely an account is to leave, the better.
    if (id === 'churnRisk') return { ...make({ ...none, low: high, high: low }), reading: NO_READING };
    return make({ ...none, low, high });
  }
  if (kind === 'date')
    return cells.numbers.some((day) => day > 0) ? make({ ...none, halfLife: USUAL_HALF_LIFE }) : undefined;
  if (kind === 'product') {
    const [most] = countsOf(cells.cells.flatMap(productsIn));
    return most === undefined ? undefined : make({ ...none, product: spelledLike(cells.cells, most[0]) });
  }
  return listOf(source, score, id, cells, (other, values) => make({ ...none, other }, values));
}

function isMostlyNumbers(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return (
    filled.length > 0 && filled.filter((cell) => typeof cell === 'number').length >= MOSTLY * filled.length
  );
}

const numbersIn = (cells: readonly Cell[]): Float64Array =>
  Float64Array.from(cells, (cell) => (typeof cell === 'number' && cell >= 0 ? cell : NaN));

/** What a tenth of the accounts stays below, and what a tenth exceeds, in two digits; undefined where all are alike. */
function endsOf(values: Float64Array): readonly [low: number, high: number] | undefined {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const at = (part: number) => Number((sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toPrecision(2));
  const [least = 0] = sorted;
  const most = sorted.at(-1) ?? 0;
  if (sorted.length === 0 || least === most) return undefined;
  const [low, high] = [at(0.1), at(0.9)];
  return low < high ? [low, high] : [Math.min(0, least), most];
}

/** Values by how many accounts have them, the most frequent first. */
function countsOf(cells: readonly Cell[]): (readonly [key: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const key = comparable(cell);
    if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** A product as a cell of the list spells it. */
function spelledLike(cells: readonly Cell[], product: string): Cell {
  const cell = cells.find((one) => productsIn(one).includes(product));
  const text = trimmed(cell ?? product);
  const at = text.toLowerCase().indexOf(product);
  return at < 0 ? product : text.slice(at, at + product.length);
}

/** Excel looks for no more than so many characters. */
const MOST_LETTERS = 200;

function listOf(
  source: Source,
  score: ScoreSettings,
  id: FactorId,
  { cells, field }: FactorCells,
  make: (other: number, values: ScoreFactor['values']) => Bare,
): Bare | undefined {
  const filled = cells.filter((cell) => trimmed(cell) !== '' && !String(cell).startsWith('#'));
  const counts = countsOf(filled).filter(([key]) => key.length <= MOST_LETTERS);
  const top = counts.slice(0, MOST_VALUES);
  const listed = top.reduce((sum, [, count]) => sum + count, 0);
  const said = score.points[id];
  if (said === undefined && (counts.length < 2 || listed < LISTED_PART * filled.length)) return undefined;
  const worth = worthOf(source, id, field, cells);
  const first = new Map<string, Cell>();
  for (const cell of filled)
    if (!first.has(comparable(cell)))
      first.set(comparable(cell), typeof cell === 'string' ? trimmed(cell) : cell);
  const known = new Set((said ?? []).map(({ value }) => comparable(value)));
  return make(worth.other, [
    ...(said ?? []).map(({ value, points }) => ({ value, points: points ?? ('' as const) })),
    ...top
      .filter(([key]) => !known.has(key))
      .map(([key]) => ({ value: first.get(key) ?? key, points: worth.of(key) })),
  ]);
}

/** Words for how likely an account is to leave. */
const RISKS: readonly (readonly [words: RegExp, points: number])[] = [
  [/^(?:no|none|low|very low|green|healthy|niedrig|gering|kein|keins|grün|faible|bajo)$/, 1],
  [/^(?:medium|moderate|mid|yellow|amber|neutral|mittel|gelb|moyen|medio)$/, 0.5],
  [/^(?:yes|high|very high|red|critical|at risk|hoch|sehr hoch|rot|kritisch|élevé|alto)$/, 0],
];

/**
 * What values are worth until somebody says: how often accounts with them are customers, against the best of them, to a
 * tenth; neutral where the list tells no customers. A text that stands for nothing is worth nothing at all: no data.
 */
function worthOf(
  { list, choices }: Source,
  id: FactorId,
  field: AccountTextField,
  cells: readonly Cell[],
): { readonly of: (key: string) => number | ''; readonly other: number } {
  const { accounts } = list;
  const read = accounts.text[field];
  const blank = new Set<string>();
  const evidence = evidenceIn(accounts, 0);
  const rates = new Map<string, { all: number; won: number }>();
  let all = 0;
  let won = 0;
  cells.forEach((cell, i) => {
    const key = comparable(cell);
    if (key === '') return;
    if (textAt(read, i) === undefined) blank.add(key);
    const rate = rates.get(key) ?? { all: 0, won: 0 };
    const isWon = evidence !== undefined && standingOf(accounts, evidence, i) === 'customer';
    rate.all++;
    all++;
    if (isWon) {
      rate.won++;
      won++;
    }
    rates.set(key, rate);
  });
  // A handful of accounts says nothing about the others that have the value.
  const told = [...rates.values()].filter((rate) => rate.all >= ENOUGH);
  const best = Math.max(0, ...told.map((rate) => rate.won / rate.all));
  const isTold = choices.metrics.length > 0 && id !== 'type' && id !== 'churnRisk' && best > 0;
  const tenth = (x: number) => Math.round(10 * Math.min(1, x)) / 10;
  return {
    of: (key) => {
      if (blank.has(key)) return '';
      if (id === 'churnRisk') return RISKS.find(([words]) => words.test(key))?.[1] ?? NEUTRAL;
      const rate = rates.get(key);
      if (!isTold || rate === undefined || rate.all < ENOUGH) return NEUTRAL;
      return tenth(rate.won / rate.all / best);
    },
    other: isTold && all > 0 ? tenth(won / all / best) : NEUTRAL,
  };
}

const ENOUGH = 10;

/** Points of every account as its formula has them. */
function pointsIn(factor: Bare, { cells, numbers }: FactorCells, asAt: number): Float64Array {
  const { kind, now } = factor;
  const number = (cell: number | '') => (cell === '' ? NaN : cell);
  if (kind === 'number') {
    const values = factorDefault(factor.id).kind === 'number' ? numbers : numbersIn(cells);
    return values.map((x) => numberPoints(x, number(now.low), number(now.high)));
  }
  if (kind === 'date') return numbers.map((x) => datePoints(x, asAt, number(now.halfLife)));
  if (kind === 'product') return Float64Array.from(cells, (cell) => productPoints(cell, now.product));
  const of = new Map<string, number>();
  for (const { value, points } of [...factor.values].reverse()) of.set(comparable(value), number(points));
  return Float64Array.from(cells, (cell) => {
    const key = comparable(cell);
    if (key === '' || key.startsWith('#')) return NaN;
    return of.get(key) ?? number(now.other);
  });
}

/** A fifth of the accounts, the next three tenths, three more, and the others. */
function usualTiers(scores: readonly number[]): readonly Tier[] {
  const sorted = Float64Array.from(scores.filter((score) => !Number.isNaN(score))).sort();
  const at = (part: number) => Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? 0);
  const [a, b, c] = [at(0.8), at(0.5), at(0.2)];
  const isApart = sorted.length > 0 && a > b && b > c && c > 0;
  const from = isApart ? [a, b, c, 0] : [75, 50, 25, 0];
  return ['A', 'B', 'C', 'D'].map((name, n) => ({ name, from: from[n] ?? 0 }));
}
