import type { Cell } from '../support/office';
import { tableIn, type Row } from './audit';

/** What is meant by the cells of an account that scores are made of; undefined where there is nothing. */
export interface TrueFactors {
  readonly name: string;
  readonly numbers: Readonly<Record<string, number | undefined>>;
  readonly days: Readonly<Record<string, number | undefined>>;
  /** As people read them: no blanks about them. */
  readonly words: Readonly<Record<string, string | undefined>>;
  readonly products: readonly string[];
}

/** The headers and words of the sheet in its language. */
export interface ScoreWords {
  readonly factor: string;
  readonly source: string;
  readonly weight: string;
  readonly low: string;
  readonly high: string;
  readonly half: string;
  readonly other: string;
  readonly product: string;
  readonly value: string;
  readonly points: string;
  readonly tier: string;
  readonly from: string;
  readonly score: string;
  readonly data: string;
  readonly pointsOf: (factor: string) => string;
  readonly complement: string;
}

export const ENGLISH: ScoreWords = {
  factor: 'Factor',
  source: 'Column of the list',
  weight: 'Weight',
  low: '0 points at',
  high: '1 point at',
  half: 'Half after days',
  other: 'Other values',
  product: 'Product',
  value: 'Value',
  points: 'Points (0 to 1)',
  tier: 'Tier',
  from: 'From score',
  score: 'ICP Score',
  data: 'Score Data',
  pointsOf: (factor) => `${factor} (points)`,
  complement: 'Complementary product',
};

export interface Expected {
  readonly score: number | '';
  readonly share: number;
  readonly tier: string;
  readonly points: Readonly<Record<string, number | ''>>;
}

const clamp = (x: number) => (x < 0 ? 0 : x > 1 ? 1 : x);

/** Score, part of the weights that had data, tier and points of an account, from what is meant and the blue cells. */
export function expectedScore(
  truth: TrueFactors,
  sheet: readonly (readonly Cell[])[],
  words: ScoreWords,
): Expected {
  const factors = tableIn(sheet, words.factor, words.source);
  const values = tableIn(sheet, words.factor, words.value);
  const tiers = tableIn(sheet, words.tier, words.from);
  const asAt = Number(sheet[6]?.[1]);
  const points: Record<string, number | ''> = {};
  let [sum, known, all] = [0, 0, 0];
  for (const row of factors) {
    const label = String(row[words.factor]);
    const is = pointsOf(truth, row, values, asAt, words);
    points[label] = is ?? '';
    const weight = Number(row[words.weight]);
    all += weight;
    if (is === undefined) continue;
    known += weight;
    sum += weight * is;
  }
  const score = known === 0 ? '' : (100 * sum) / known;
  const reached = tiers
    .map((row) => ({ name: String(row[words.tier]), from: Number(row[words.from]) }))
    .filter(({ from }) => score !== '' && score >= from)
    .sort((a, b) => b.from - a.from);
  return { score, share: known / all, tier: reached[0]?.name ?? '', points };
}

function pointsOf(
  { numbers, days, words: texts, products }: TrueFactors,
  row: Row,
  values: readonly Row[],
  asAt: number,
  words: ScoreWords,
): number | undefined {
  const label = String(row[words.factor]);
  const source = String(row[words.source]);
  if (label === words.complement) {
    if (products.length === 0) return undefined;
    return products.includes(String(row[words.product]).toLowerCase()) ? 0 : 1;
  }
  if (source in numbers) {
    const x = numbers[source];
    const [low, high] = [Number(row[words.low]), Number(row[words.high])];
    return x === undefined || low === high ? undefined : clamp((x - low) / (high - low));
  }
  if (source in days) {
    const day = days[source];
    return day === undefined ? undefined : 2 ** -(Math.max(0, asAt - day) / Number(row[words.half]));
  }
  const text = texts[source];
  if (text === undefined) return undefined;
  const listed = values.find(
    (value) =>
      value[words.factor] === label && String(value[words.value]).toLowerCase() === text.toLowerCase(),
  );
  if (listed === undefined) return Number(row[words.other]);
  const given = listed[words.points];
  return given === '' ? undefined : clamp(Number(given));
}
