import type { TableKey } from '../names';
import type { TableColumns } from '../sheet';

export const COLUMNS = {
  quotaMonths: {
    month: 'quota.period',
    first: 'quota.first',
    last: 'quota.last',
    days: 'quota.days',
    season: 'quota.season',
    weight: 'quota.weightOfYear',
    quarter: 'quota.quarter',
    quota: 'quota.finalQuota',
    firstAtIssue: 'quota.firstAtIssue',
    lastAtIssue: 'quota.lastAtIssue',
    weightAtIssue: 'quota.weightAtIssue',
  },
  quotaSeatMonths: {
    id: 'plan.id',
    territory: 'plan.territory',
    rep: 'quota.rep',
    quota: 'quota.finalQuota',
    share: 'quota.share',
    active: 'quota.active',
    year: 'quota.ofYear',
    from: 'quota.from',
    until: 'quota.until',
    leaveFrom: 'quota.leaveFrom',
    leaveTo: 'quota.leaveTo',
    ramp: 'quota.rampRow',
    rampFrom: 'quota.rampFrom',
    rampPeriod: 'quota.rampPeriod',
    writtenFor: 'quota.writtenFor',
    rampPeriodAtIssue: 'quota.rampPeriodAtIssue',
    shareAtIssue: 'quota.shareAtIssue',
    activeAtIssue: 'quota.activeAtIssue',
  },
} as const satisfies Partial<Record<TableKey, TableColumns>>;
