import { accountLabel } from '../../../plan/accounts';
import { distanceUnit } from '../../../plan/distance';
import { metricLabel } from '../../../reports/context';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import type { Advice, Suggestion } from '../../advice';
import { endsOf, type MovedEnd } from '../../moves';
import type { StandingPlan } from '../../standing-plan';
import type { Understanding } from '../../understanding/understand';
import { distanceText } from './preview';

/** A territory on one metric, before and after. */
export interface EndView {
  readonly text: string;
  readonly isOut: boolean;
}

/** Something that could be done, with its exact effect. */
export interface SuggestionView {
  /** What the action is asked for by. */
  readonly key: string;
  readonly title: string;
  readonly ends: readonly EndView[];
  /** How much farther or nearer; undefined where nothing is known of that. */
  readonly far: string | undefined;
}

/** What could be done about the last move. */
export interface AdviceView {
  /** Undefined: all is within, or nothing brings it nearer. */
  readonly repair: SuggestionView | undefined;
  readonly helps: readonly SuggestionView[];
}

/** km. Nearer than that is as far. */
const WORTH_SAYING = 0.5;
/** So many moves of a repair are named one by one. */
const MOST_NAMED = 3;
/** More territories than this are on Balance. */
const MOST_ENDS = 6;

export function adviceView(
  { repair, helps, standing }: Advice,
  understanding: Pick<Understanding, 'list'>,
  say: Say,
  numbers: Numbers,
): AdviceView {
  const view = (of: Suggestion) => suggestionView(of, standing, understanding, say, numbers);
  return {
    repair: repair && {
      ...view(repair),
      title: say('advice.repair', {
        count: repair.moves.length,
        names: repair.moves
          .slice(0, MOST_NAMED)
          .map((move) => titleOf([move], standing, understanding, say))
          .join('; '),
        more: Math.max(0, repair.moves.length - MOST_NAMED),
      }),
    },
    helps: helps.map(view),
  };
}

export function suggestionView(
  { key, moves, extraKm }: Suggestion,
  standing: StandingPlan,
  understanding: Pick<Understanding, 'list'>,
  say: Say,
  numbers: Numbers,
): SuggestionView {
  const { accounts } = understanding.list;
  return {
    key,
    title: titleOf(moves, standing, understanding, say),
    ends: endsOf(moves, standing, accounts)
      .slice(0, MOST_ENDS)
      .map((end) => endView(end, standing, say, numbers, 'advice.end')),
    far: !(Math.abs(extraKm) >= WORTH_SAYING)
      ? undefined
      : say('advice.far', {
          way: extraKm < 0 ? 'nearer' : 'farther',
          distance: distanceText(Math.abs(extraKm), distanceUnit(accounts), say, numbers),
        }),
  };
}

/** Balance's own words for a territory before and after. */
export function endView(
  { territory, spec, before, after, isOut }: MovedEnd,
  { record, metrics }: StandingPlan,
  say: Say,
  numbers: Numbers,
  id: 'edit.end' | 'advice.end' = 'edit.end',
): EndView {
  const text = say(id, {
    name: record.territories[territory]?.name ?? say('edit.nowhere'),
    metric: metrics.length > 1 ? metricLabel(say, spec) : 'none',
    before: numbers.percent(before, 1),
    after: numbers.percent(after, 1),
    out: isOut ? 'yes' : 'no',
    tolerance: numbers.percent(spec.tolerance, 3),
  });
  return { text, isOut };
}

/** `Acme: T01 → T02`, a family by its first, `Acme ⇄ Bolt: T01 ↔ T02`. */
function titleOf(
  moves: Suggestion['moves'],
  { record: { territories } }: StandingPlan,
  { list: { accounts } }: Pick<Understanding, 'list'>,
  say: Say,
): string {
  const nameOf = (j: number) => territories[j]?.name ?? say('edit.nowhere');
  const [first] = moves;
  if (first === undefined) return '';
  const label = (some: Suggestion['moves']): string =>
    say('advice.accounts', {
      first: accountLabel(accounts, some[0]?.account ?? 0),
      more: some.length - 1,
    });
  const there = moves.filter(({ from, to }) => from === first.from && to === first.to);
  const back = moves.filter((move) => !there.includes(move));
  const ends = { from: nameOf(first.from), to: nameOf(first.to) };
  return back.length === 0
    ? say('edit.one', { account: label(there), ...ends })
    : say('advice.swap', { account: label(there), other: label(back), ...ends });
}
