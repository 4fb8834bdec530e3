import type { MessageId } from '../../text/say';
import type { TableColumns } from '../sheet';

export const SETTINGS = {
  setting: 'plan.setting',
  value: 'plan.value',
  meaning: 'plan.meaning',
} as const satisfies TableColumns;

/** Heads of the lines at the top. */
export const LINES = {
  line: 'health.line',
  now: 'health.now',
  designed: 'health.designed',
  state: 'health.state',
  where: 'health.where',
} as const satisfies Readonly<Record<string, MessageId>>;

/** A row a territory. */
export const TERRITORIES = {
  territory: 'plan.territory',
  owner: 'balance.owner',
  share: 'balance.index',
  inBand: 'balance.inBand',
  load: 'balance.load',
  proposed: 'health.proposedIn',
  neglected: 'health.neglectedColumn',
  kept: 'health.keptColumn',
  conversion: 'health.conversionColumn',
  satisfaction: 'health.satisfactionColumn',
  renewals: 'health.renewalsColumn',
  arr: 'health.renewalsArr',
} as const satisfies TableColumns;

/** What users may set on the sheet, in its order, and what holds where they have not. */
export const USUAL: Readonly<Record<HealthSetting, number | ''>> = {
  cadence: 90,
  largest: 0.2,
  renewals: 90,
  over: 1.1,
  under: 0.8,
  review: '',
};
export const HEALTH_SETTINGS = ['cadence', 'largest', 'renewals', 'over', 'under', 'review'] as const;
export type HealthSetting = (typeof HEALTH_SETTINGS)[number];

/** What each is called: its row is known by that, in any of our languages. */
export const SETTING_WORDS: Readonly<Record<HealthSetting, MessageId>> = {
  cadence: 'health.set.cadence',
  largest: 'health.set.largest',
  renewals: 'health.set.renewals',
  over: 'health.set.over',
  under: 'health.set.under',
  review: 'health.set.review',
};

export const SETTING_MEANS: Readonly<Record<HealthSetting, MessageId>> = {
  cadence: 'health.means.cadence',
  largest: 'health.means.largest',
  renewals: 'health.means.renewals',
  over: 'health.means.over',
  under: 'health.means.under',
  review: 'health.means.review',
};
