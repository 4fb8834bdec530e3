import type { Aim, MoveClass, Settings } from '../../plan/settings';
import type { SettingsChange } from './said';
import type { SettingsDesk } from './desk';

/** How closely customers are kept with their owner, and what a plan is best at then. */
export const KEEPING = { loose: null, normal: 'recommended', strict: 'fewest' } as const satisfies Record<
  string,
  Aim | null
>;
export type Keeping = keyof typeof KEEPING;

/**
 * Nothing was said of what stays, neither for the plan that stands nor since: the recommended plan is shown first. Who
 * wants territories in one piece wants accounts to move that the recommended plan would leave where they are.
 */
export const isStayingOpen = (desk: Pick<SettingsDesk, 'said' | 'isFromFile' | 'isOfPlan'>): boolean =>
  !desk.isOfPlan &&
  desk.said.connected !== true &&
  (['aim', 'continuity'] as const).every((key) => desk.said[key] === undefined && !desk.isFromFile(key));

/** @returns undefined where the plan is to be best at something else */
export function keepingOf({ aim }: Settings, isOpen: boolean): Keeping | undefined {
  if (aim === undefined) return isOpen ? 'normal' : 'loose';
  return (Object.keys(KEEPING) as Keeping[]).find((one) => KEEPING[one] === aim);
}

/** What is said by choosing one. */
export const keep = (one: Keeping): SettingsChange => ({ aim: KEEPING[one] });

/** 0 … 1 each: what may change owner at most; 1 is no limit. */
export const capOf = ({ cap }: Settings): Readonly<Record<'accounts' | 'money' | MoveClass, number>> => ({
  accounts: cap?.accounts ?? 1,
  money: cap?.money ?? 1,
  customers: cap?.customers ?? 1,
  active: cap?.active ?? 1,
  untouched: cap?.untouched ?? 1,
});
