import { rulesOf } from '../carve/classes';
import { coverageRule } from '../plan/rules/coverage';
import type { EligibilityExplanation } from '../plan/rules/eligibility';
import { isLeftOut, type LockKind } from '../plan/rules/lock-kinds';
import { admitsTo } from '../plan/rules/rule';
import { placesBy, togetherOf, type Holding, type Unit } from '../plan/together';
import type { Accounts } from '../plan/accounts';
import type { Say } from '../text/say';
import { isToldBySeats } from './advice';
import { carveInput } from './carve-input';
import type { Change } from './changes';
import { isClosedSeat } from './closed';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** What is to be whole: a place, or else the family. */
type Whole = Unit | 'family';

/** A rule of the plan that a change goes against. It is said, never undone: who decides may know better. */
export type Objection =
  | { readonly code: 'lock'; readonly kind: LockKind }
  /** Not with so many accounts of its family, or of the place that is whole, with which it was, or would be as a new one. */
  | { readonly code: 'family'; readonly left: number; readonly unit: Whole }
  /** So many accounts of its family, or place, are together elsewhere. */
  | { readonly code: 'apart'; readonly from: number; readonly unit: Whole }
  /** Nothing is to go there. */
  | { readonly code: 'closed' }
  | { readonly code: 'rule'; readonly by: EligibilityExplanation };

/**
 * A decision by hand is there to be taken again; every other lock holds until somebody takes it away. One that gives an
 * account to nobody is a rule.
 */
const YIELDS: LockKind = 'manager';

/** What stands against changes, by account; accounts against which nothing stands are left out. */
export function objectionsTo(
  all: readonly Change[],
  understanding: Pick<Understanding, 'settings' | 'list' | 'choices'>,
  standing: StandingPlan,
): ReadonlyMap<number, readonly Objection[]> {
  // What names no territory goes nowhere.
  const changes = all.filter(({ isKnown }) => isKnown);
  if (changes.length === 0) return new Map();
  const { choices, list, settings } = understanding;
  const { kind } = choices.locks;
  // Coverage needs no seat to be told.
  const rules = isToldBySeats(understanding, standing)
    ? rulesOf(carveInput(understanding)).eligibility
    : [coverageRule(list.accounts, choices.locks)];
  const stay = staying(changes, togetherOf(list.accounts, settings), standing.assignment);
  const unitAt = unitOfEach(list.accounts, settings);
  return new Map(
    changes.flatMap((change) => {
      const { account, to } = change;
      const lock = kind(account);
      const left = stay(change);
      const found: Objection[] = [
        ...(lock === undefined || lock === YIELDS || isLeftOut(lock)
          ? []
          : [{ code: 'lock' as const, kind: lock }]),
        ...(left === 0 ? [] : [{ code: 'family' as const, left, unit: unitAt(account) }]),
        ...(isClosedSeat(understanding, standing.record.territories[to]?.id ?? '')
          ? [{ code: 'closed' as const }]
          : []),
        ...rules.flatMap((rule): Objection[] => {
          if (to < 0 || admitsTo(rule, account, to)) return [];
          return [{ code: 'rule', by: rule.explain(account) }];
        }),
      ];
      return found.length === 0 ? [] : [[account, found] as const];
    }),
  );
}

/** With how many of its family an account is not any more, or never was as a new one. */
function staying(
  changes: readonly Change[],
  family: Int32Array,
  assignment: Int32Array,
): (change: Change) => number {
  const asked = new Set(changes.map(({ account }) => family[account] ?? -1));
  const before = new Map(changes.map(({ account, from }) => [account, from]));
  const members = new Map<number, number[]>();
  family.forEach((id, i) => {
    if (id < 0 || !asked.has(id)) return;
    const known = members.get(id);
    if (known === undefined) members.set(id, [i]);
    else known.push(i);
  });
  return ({ account, from, to }) =>
    (members.get(family[account] ?? -1) ?? []).filter((i) => {
      const is = assignment[i] ?? -1;
      if (i === account || is === to) return false;
      return from < 0 ? is >= 0 : (before.get(i) ?? is) === from;
    }).length;
}

/** As what each account is held together with others: by its place where that is to be whole and known, else as a family. */
export function unitOfEach(accounts: Accounts, { unit }: Pick<Holding, 'unit'>): (account: number) => Whole {
  if (unit === undefined) return () => 'family';
  const { of } = placesBy(accounts, unit);
  return (i) => ((of[i] ?? -1) < 0 ? 'family' : unit);
}

export function wordObjection(say: Say, objection: Objection): string {
  if (objection.code === 'lock') return say('against.lock', { lock: say(`lock.${objection.kind}`) });
  if (objection.code === 'family')
    return say('against.family', { left: objection.left, unit: objection.unit });
  if (objection.code === 'closed') return say('against.closed');
  if (objection.code === 'apart') return say('against.apart', { from: objection.from, unit: objection.unit });
  return say(`against.${objection.by.rule}`, objection.by.params);
}
