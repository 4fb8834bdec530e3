import { distanceUnit } from '../../../plan/distance';
import { currencySign } from '../../../reports/amounts';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { isEditable } from '../../account-at';
import type { PaneState } from '../../state';
import { endsOf } from '../../moves';
import { endView, type EndView } from './suggestions';

/** Moving the selected rows. */
export interface SeveralView {
  /** Names of the territories to choose from. */
  readonly territories: readonly string[];
  /** The one that was chosen last, and what it would do; undefined as long as none was, or the plan is another by now. */
  readonly chosen:
    { readonly to: string; readonly text: string; readonly effect?: SeveralEffect } | undefined;
}

/** What it would do to the territories at both ends, those out of tolerance first. */
export interface SeveralEffect {
  /** What `carryOut` is asked for by. */
  readonly key: string;
  readonly ends: readonly EndView[];
  /** How many more territories change; blank for none. */
  readonly more: string;
  readonly far: string | undefined;
}

/** More than these are on Balance. */
const MOST_ENDS = 6;

/** @returns undefined where no plan stands, or another one is looked at */
export function severalView(state: PaneState, say: Say, numbers: Numbers): SeveralView | undefined {
  const { understanding, standing, several } = state;
  if (understanding === undefined || standing === undefined || !isEditable(state)) return undefined;
  const territories = standing.record.territories.map(({ name }) => name);
  if (several?.standing !== standing) return { territories, chosen: undefined };
  const { list, choices } = understanding;
  const { suggestion, selected, locked, money, before, after } = several;
  const count = suggestion.moves.length;
  const sign = currencySign(choices.exchange.base ?? choices.exchange.currencies[0]);
  const { sign: unit, perKm } = distanceUnit(list.accounts);
  const far = (km: number) => say('figure.km', { distance: numbers.decimal(km * perKm, 1), unit });
  const to = territories[several.to] ?? '';
  const effectOf = (): SeveralEffect => {
    const ends = endsOf(suggestion.moves, standing, list.accounts);
    const sorted = [...ends.filter(({ isOut }) => isOut), ...ends.filter(({ isOut }) => !isOut)];
    const rest = new Set(sorted.slice(MOST_ENDS).map(({ territory }) => territory));
    for (const { territory } of sorted.slice(0, MOST_ENDS)) rest.delete(territory);
    return {
      key: suggestion.key,
      ends: sorted.slice(0, MOST_ENDS).map((end) => endView(end, standing, say, numbers, 'advice.end')),
      more: rest.size === 0 ? '' : say('several.more', { count: rest.size }),
      far:
        Number.isNaN(before) || Number.isNaN(after)
          ? undefined
          : say('several.far', { before: far(before), after: far(after) }),
    };
  };
  return {
    territories,
    chosen: {
      to,
      text: say('several.text', {
        count,
        there: selected - count,
        to,
        money: money > 0 ? `${sign}${numbers.short(money)}` : 'none',
        locked,
      }),
      ...(count === 0 ? {} : { effect: effectOf() }),
    },
  };
}
