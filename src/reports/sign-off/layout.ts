import type { TableColumns } from '../sheet';

export const COLUMNS = {
  signOffSettings: { setting: 'plan.setting', value: 'plan.value', meaning: 'plan.meaning' },
  signOffTeams: {
    manager: 'plan.manager',
    territories: 'signOff.territories',
    accounts: 'balance.accounts',
    share: 'balance.index',
    comes: 'signOff.comes',
    goes: 'signOff.goes',
    said: 'signOff.said',
    on: 'signOff.on',
    comment: 'compare.comment',
    state: 'signOff.state',
    /** Folded: of which plan the row speaks, and what it counted when it was signed or written. */
    plan: 'signOff.plan',
    figures: 'signOff.figures',
    /** What it counts now. */
    now: 'signOff.figuresNow',
  },
  signOffTrades: {
    from: 'signOff.from',
    to: 'signOff.to',
    accounts: 'balance.accounts',
    gives: 'signOff.gives',
    takes: 'signOff.takes',
    comment: 'compare.comment',
    state: 'signOff.state',
    part: 'signOff.part',
    gaveEarlier: 'signOff.gaveEarlier',
    tookEarlier: 'signOff.tookEarlier',
    /** Folded as above. */
    plan: 'signOff.plan',
    figures: 'signOff.figures',
    now: 'signOff.figuresNow',
  },
} as const satisfies Record<string, TableColumns>;
