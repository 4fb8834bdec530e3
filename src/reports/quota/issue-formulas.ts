import type { MessageId } from '../../text/say';
import { literal } from '../spec';
import type { QuotaContext } from './context';
import type { BridgeKey, QuotaKey } from './quota-layout';

/** Cells of the tables of quotas and of the bridge, as `quotaFormulas` has them. */
interface Cells {
  readonly me: (key: QuotaKey) => string;
  readonly line: (key: BridgeKey) => string;
  readonly ofLine: (key: BridgeKey) => string;
  readonly month: (header: MessageId) => string;
  readonly isNumber: (key: QuotaKey) => string;
  readonly sumOf: (key: QuotaKey, of: string) => string;
}

interface IssueFormulas {
  readonly quota: Readonly<Partial<Record<QuotaKey, string>>>;
  readonly bridge: Readonly<Partial<Record<BridgeKey, string>>>;
}

/** What is in force: what is indicated until quotas are issued, then what `forceOf` (quota/issue.ts) says. */
export function issueFormulas(
  { say, quota: { issued } }: Pick<QuotaContext, 'say' | 'quota'>,
  { me, line, ofLine, month, isNumber, sumOf }: Cells,
): IssueFormulas {
  if (issued === undefined)
    return {
      quota: { issued: '=""', inForce: `=${me('final')}`, fullInForce: `=${me('fullYear')}`, changed: '=0' },
      bridge: {},
    };
  const isIssued = isNumber('issuedQuota');
  // By the conventions of the issue: only the dates of the seat itself can make it another.
  const share = `IFERROR(N(${month('quota.shareAtIssue')}),0)`;
  const differs = (now: string, then: string, digits: number) => `ROUND(${now}-${then},${digits})<>0`;
  const isOtherDates = differs(share, me('issuedShare'), 6);
  const isOtherWeight =
    `OR(${differs(me('weight'), me('issuedWeight'), 2)},` +
    `AND(ISNUMBER(${me('issuedPotential')}),${differs(me('potential'), `N(${me('issuedPotential')})`, 0)}))`;
  const isOtherRole = `${me('role')}<>TRIM(${me('issuedRole')})`;
  const words = (id: MessageId) => literal(say(id));
  const told = (condition: string, id: MessageId) => `IF(${condition},"; "&${words(id)},"")`;
  return {
    quota: {
      issued:
        `=IF(NOT(${isIssued}),"",IF(ROUND(${share}-${me('issuedShare')},9)=0,` +
        `${me('issuedQuota')},ROUND(${me('issuedFull')}*${share},2)))`,
      inForce: `=N(${me('issued')})`,
      fullInForce: `=IF(${isIssued},${me('issuedFull')},0)`,
      unloaded: `=${me('inForce')}/(1+N(${ofLine('overAtIssue')}))`,
      slip: `=IF(${isIssued},ROUND(${me('issuedQuota')}-${me('issued')},2),0)`,
      changed:
        `=IF(NOT(${isIssued}),1,IF(OR(${differs(me('final'), me('issuedQuota'), 2)},` +
        `${isOtherDates},${isOtherWeight},${isOtherRole}),1,0))`,
      since:
        `=IF(${me('changed')}=0,"",IF(NOT(${isIssued}),${words('quota.since.new')},MID(` +
        `${told(isOtherDates, 'quota.since.dates')}&${told(isOtherWeight, 'quota.since.weight')}&` +
        `${told(isOtherRole, 'quota.since.role')}&` +
        `${told(`NOT(OR(${isOtherDates},${isOtherWeight},${isOtherRole}))`, 'quota.since.others')},3,250)))`,
    },
    bridge: {
      unallocated: `=ROUND(${line('pool')}-${line('poolAtIssue')},2)`,
      hiringSlip: `=ROUND(${sumOf('slip', line('line'))},2)`,
      seatsGone: `=ROUND(${line('sumAtIssue')}-${sumOf('issuedQuota', line('line'))},2)`,
      inForce: `=${sumOf('inForce', line('line'))}`,
      leftOver:
        `=ROUND(${line('pool')}-${line('unallocated')}-${line('notPlaceableAtIssue')}+${line('bottomUpAtIssue')}+` +
        `${line('overrideAtIssue')}-${line('roundingAtIssue')}-${line('hiringSlip')}-${line('seatsGone')}-${line('inForce')},2)`,
    },
  };
}
