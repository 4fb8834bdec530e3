import type { TableColumns } from '../sheet';

/** Steps in which a territory is taken over, in their order. */
export const STEPS = ['cover', 'renewals', 'introduce', 'start', 'deals'] as const;
export type Step = (typeof STEPS)[number];

export const COLUMNS = {
  openSettings: { setting: 'plan.setting', value: 'plan.value', meaning: 'plan.meaning' },
  openTerritories: {
    id: 'plan.id',
    territory: 'plan.territory',
    owner: 'balance.owner',
    state: 'open.state',
    interim: 'open.interim',
    /** The same where the sheet of quotas does not have it: typed here. */
    interimTyped: 'open.interim',
    future: 'open.future',
    from: 'open.from',
    fromTyped: 'open.from',
    accounts: 'balance.accounts',
    share: 'balance.index',
    customers: 'open.customers',
    arr: 'open.arr',
    hours: 'balance.workload',
    pay: 'open.pay',
    note: 'open.note',
  },
  openPeople: {
    person: 'open.person',
    own: 'open.own',
    ownShare: 'open.ownShare',
    covers: 'open.covers',
    accounts: 'open.coversAccounts',
    part: 'open.part',
    hours: 'open.hours',
    load: 'open.load',
    verdict: 'open.verdict',
  },
  openSteps: {
    id: 'plan.id',
    territory: 'plan.territory',
    step: 'open.step',
    day: 'open.day',
    who: 'open.who',
    accounts: 'balance.accounts',
    amount: 'open.amount',
  },
} as const satisfies Record<string, TableColumns>;
