import { PAY_SETTINGS, type PaySetting } from '../../../reports/quota/pay-layout';
import { CHOICES, wordOf } from '../../../reports/quota/words';
import type { Say } from '../../../text/say';
import type { QuotaBasis } from '../../quota-sources';
import type { Choice } from '../design/summary';

/** A setting that is one of some words. */
export interface QuotaChoice {
  readonly key: keyof typeof CHOICES;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
}

/** A number of the conventions; per cent are shown as such. */
export interface QuotaNumber {
  readonly key: NumberKey;
  readonly label: string;
  readonly value: number | undefined;
  readonly isPercent: boolean;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** May be nothing at all. */
  readonly isOptional: boolean;
}

const PICKED = ['periods', 'calendar', 'midMonth', 'leave', 'overrides', 'moves'] as const;
const PICKED_OF_PAY = ['tierKind', 'rampRate'] as const;
const TYPED = ['unit', 'managers', 'growth'] as const;
const TYPED_OF_BLEND = ['blendEqual', 'blendPotential', 'blendHistory'] as const;
type NumberKey =
  | (typeof TYPED | typeof TYPED_OF_BLEND)[number]
  | Exclude<PaySetting, (typeof PICKED_OF_PAY)[number]>
  | 'moveThreshold'
  | 'notable';
/** As the sheet Pay has them. */
const TYPED_OF_PAY = PAY_SETTINGS.filter((key) => key !== 'tierKind' && key !== 'rampRate');

/** Parts, with the most that they may be. */
const MOST: Readonly<Partial<Record<NumberKey, number>>> = {
  managers: 2,
  growth: 10,
  blendEqual: 1,
  blendPotential: 1,
  blendHistory: 1,
  moveThreshold: 1,
  notable: 1,
  attainment: 5,
  attrition: 1,
};
/** Amounts of money; what is neither is a number of times. */
const STEP: Readonly<Partial<Record<NumberKey, number>>> = {
  unit: 100,
  budget: 10_000,
  overlayCost: 10_000,
  managerCost: 10_000,
};
const OPTIONAL: ReadonlySet<NumberKey> = new Set<NumberKey>(['growth', 'budget', 'managerCost']);
/** Settings that are picked: of quotas, or of pay. */
export const wordsSet = (
  { quota }: Pick<QuotaBasis, 'quota'>,
  say: Say,
  of: 'quota' | 'pay',
): QuotaChoice[] =>
  (of === 'pay' ? PICKED_OF_PAY : PICKED).map((key) => ({
    key,
    label: say(`quota.set.${key}`),
    value: quota[key],
    choices: CHOICES[key].map((code) => ({ value: code, label: wordOf(say, key, code) })),
  }));

/** Settings that are typed: those that say something as the plan is. */
export function numbersSet(
  { quota, lines, managerCost }: Pick<QuotaBasis, 'quota' | 'lines' | 'managerCost'>,
  say: Say,
  of: 'quota' | 'pay',
): QuotaNumber[] {
  const isBlended = lines.some(({ method }) => method === 'blended');
  const keys: readonly NumberKey[] =
    of === 'pay'
      ? TYPED_OF_PAY
      : [
          ...TYPED,
          ...(isBlended ? TYPED_OF_BLEND : []),
          ...(quota.moves === 'above' ? (['moveThreshold'] as const) : []),
          'notable',
        ];
  return keys.map((key) => {
    const most = MOST[key];
    const isPercent = most !== undefined;
    return {
      key,
      label: `${say(`quota.set.${key}`)}${isPercent ? ', %' : ''}`,
      value: key === 'managerCost' ? managerCost : quota[key],
      isPercent,
      // Nothing is divided by an attainment of nothing.
      min: key === 'attainment' ? 0.001 : 0,
      max: most ?? 1e12,
      step: isPercent ? 0.01 : (STEP[key] ?? 0.5),
      isOptional: OPTIONAL.has(key),
    };
  });
}
