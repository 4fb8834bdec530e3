import type { MessageId } from '../../text/say';
import type { TableColumns } from '../sheet';

export const COLUMNS = {
  attainmentSettings: { setting: 'plan.setting', value: 'plan.value', meaning: 'plan.meaning' },
  attainmentPeriods: {
    period: 'quota.period',
    first: 'quota.first',
    last: 'quota.last',
    gone: 'attainment.gone',
  },
  attainment: {
    territory: 'plan.territory',
    owner: 'balance.owner',
    share: 'balance.index',
    quota: 'attainment.quota',
    credit: 'attainment.credit',
    attained: 'attainment.attained',
    place: 'attainment.place',
  },
  credits: {
    deal: 'attainment.deal',
    account: 'page.account',
    closed: 'attainment.closed',
    amount: 'attainment.amount',
    split: 'attainment.split',
    rep: 'attainment.rep',
    id: 'plan.id',
    territory: 'plan.territory',
    why: 'attainment.why',
    credit: 'attainment.credit',
  },
} as const satisfies Record<string, TableColumns>;

/** What users may say on the sheet: both are days. */
export const ATTAINMENT_SETTINGS = ['asOf', 'closed'] as const;
export type AttainmentSetting = (typeof ATTAINMENT_SETTINGS)[number];

/** What each is called: its row is known by that, in any of our languages. */
export const SETTING_WORDS: Readonly<Record<AttainmentSetting, MessageId>> = {
  asOf: 'attainment.set.asOf',
  closed: 'attainment.set.closed',
};
export const SETTING_MEANS: Readonly<Record<AttainmentSetting, MessageId>> = {
  asOf: 'attainment.means.asOf',
  closed: 'attainment.means.closed',
};

export const WHY_WORDS = {
  named: 'attainment.why.named',
  owner: 'attainment.why.owner',
  nobody: 'attainment.why.nobody',
} as const satisfies Record<string, MessageId>;
export type Why = keyof typeof WHY_WORDS;
