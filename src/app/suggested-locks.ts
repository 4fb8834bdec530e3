import type { StayKind } from '../plan/rules/stays';
import { carveInput } from './carve-input';
import type { DesignedPlan } from './design';
import type { Understanding } from './understanding/understand';
import { stayWith } from './stay-said';
import { whoStays, withWhoStays } from './understanding/who-stays';

/** Accounts that may be left with their owner, by why; what they would cost is for `actions/price-locks.ts`. */
export interface SuggestedLock {
  readonly kind: StayKind;
  readonly accounts: number;
  /** NaN where no money is known. */
  readonly money: number;
  /** How many of them the plan gives to another. */
  readonly moving: number;
  /** Whether they stay already by what was said. */
  readonly isOn: boolean;
}

/** A plan in which the accounts of a kind stay, in figures. */
export interface LockPrice {
  /** Greatest distance from a fair share, over all metrics; 0.05 is 5 %. */
  readonly worst: number;
  readonly isMet: boolean;
  /** NaN where no place is known. */
  readonly meanKm: number;
  /** Accounts that leave an owner who stays. */
  readonly moved: number;
}

/** Prices of one plan: of another they are over. */
export interface LockPrices {
  readonly of: DesignedPlan;
  readonly known: ReadonlyMap<StayKind, LockPrice>;
  /** Nothing is left to be worked out. */
  readonly isWhole: boolean;
}

type Chosen = Pick<Understanding, 'list' | 'choices' | 'settings'>;

/**
 * What there is to suggest, the strongest reason first; kinds of which there is no account are left out.
 * @param asAt ISO day from which days are counted
 * @param plan the one that is looked at
 */
export function suggestedLocks(
  { list, choices, settings }: Chosen,
  asAt: string,
  plan: Pick<DesignedPlan['plan'], 'assignment'>,
): SuggestedLock[] {
  const { current, money, cellLocks } = choices;
  if (current.every((j) => j < 0)) return [];
  const input = { ...carveInput({ list, choices, settings }), locks: cellLocks };
  return [...whoStays(input, { kinds: settings.stay?.kinds ?? [], asAt })].flatMap(([kind, accounts]) =>
    accounts.length === 0
      ? []
      : [
          {
            kind,
            accounts: accounts.length,
            money:
              money === undefined ? NaN : accounts.reduce((sum, i) => sum + Math.max(0, money[i] ?? 0), 0),
            moving: accounts.filter((i) => plan.assignment[i] !== current[i]).length,
            isOn: settings.stay?.kinds.includes(kind) === true,
          },
        ],
  );
}

/** The same workbook, understood as if a kind stayed too. */
export function understoodWith(from: Understanding, kind: StayKind, asAt: string): Understanding {
  const { stay } = stayWith(from.settings, kind, true, asAt);
  if (stay === null || stay === undefined) throw new RangeError('A kind was added.');
  const settings = { ...from.settings, stay };
  const locks = withWhoStays({ ...carveInput({ ...from, settings }), locks: from.choices.cellLocks }, stay);
  return { ...from, settings, choices: { ...from.choices, locks } };
}
