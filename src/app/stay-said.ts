import type { StayKind } from '../plan/rules/stays';
import type { Settings } from '../plan/settings';
import type { DesignedPlan } from './design';

/** The day from which days are counted: that of what stays already, else that of the plan that is looked at. */
export const asAtOf = ({ from, record }: DesignedPlan): string =>
  from.settings.stay?.asAt ?? record.designedAt.slice(0, 10);

/** What is to be said so that a kind stays, or may move again; null takes the last one back. */
export function stayWith(
  { stay }: Settings,
  kind: StayKind,
  isOn: boolean,
  asAt: string,
): { readonly stay: Settings['stay'] | null } {
  const others = (stay?.kinds ?? []).filter((one) => one !== kind);
  const kinds = isOn ? [...others, kind] : others;
  return { stay: kinds.length === 0 ? null : { kinds, asAt } };
}
