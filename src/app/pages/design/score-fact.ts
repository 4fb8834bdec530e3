import { MAIN_LAYER } from '../../../plan/layer';
import { columnsInUse, namesOf } from '../../../plan/ownership';
import { FACTOR_IDS, factorDefault, type FactorId } from '../../../plan/score';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import type { Understanding } from '../../understanding/understand';

/** So many factors are named that lift a score most, and as many that hold it down. */
const NAMED = 3;

/**
 * The score of an account and what drives it, as its cells say it.
 * @param row of the worksheet
 * @returns nothing where the list has no scores of ours, or this account has none
 */
export function scoreFact(
  { list: { whole }, book, settings }: Pick<Understanding, 'list' | 'book' | 'settings'>,
  row: number,
  say: Say,
  numbers: Numbers,
): string[] {
  const columns = columnsInUse(namesOf(book.owned, MAIN_LAYER));
  const cell = (key: string) => {
    const at = whole.headers.indexOf(columns[key] ?? '\0');
    return whole.columns[at]?.[row - whole.firstRow] ?? '';
  };
  const score = cell('score');
  if (typeof score !== 'number') return [];
  const weightOf = (id: FactorId): number => {
    const written = book.record?.inputs?.[`score/factors/${id}/weight`];
    const usual = typeof written === 'number' ? written : factorDefault(id).weight;
    return settings.score?.factors[id]?.weight ?? usual;
  };
  // Against the middle: what lifts a score is above it, what holds it down below.
  const drivers = FACTOR_IDS.flatMap((id) => {
    const points = cell(`factor:${id}`);
    const pull = typeof points === 'number' ? weightOf(id) * (points - score / 100) : 0;
    return typeof points === 'number' && pull !== 0 ? [{ id, points, pull }] : [];
  }).sort((a, b) => b.pull - a.pull);
  const named = (some: typeof drivers) =>
    some
      .slice(0, NAMED)
      .map(({ id, points }) => `${say(`score.factor.${id}`)} ${numbers.decimal(points, 2)}`)
      .join(', ') || 'none';
  const share = cell('scoreShare');
  return [
    say('card.score', {
      score: numbers.decimal(score, 1),
      tier: String(cell('tier')) || 'none',
      share: typeof share === 'number' ? numbers.percent(share, 0) : 'none',
      up: named(drivers.filter(({ pull }) => pull > 0)),
      down: named(drivers.filter(({ pull }) => pull < 0).reverse()),
    }),
  ];
}
