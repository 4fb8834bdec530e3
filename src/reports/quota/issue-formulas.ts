import type { MessageId } from '../../text/say';
import { criterion, literal } from '../spec';
import { formulas } from './formulas';
import { MOVE_COLUMNS } from './quota-layout';
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
  context: QuotaContext,
  { me, line, ofLine, month, isNumber, sumOf }: Cells,
): IssueFormulas {
  const {
    say,
    quota: { issued },
    digits,
  } = context;
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
  const isOtherWords =
    `AND(ISNUMBER(${me('issuedLow')}),OR(ISNUMBER(${me('counted')})<>ISNUMBER(${me('issuedOverride')}),` +
    `${differs(`N(${me('counted')})`, `N(${me('issuedOverride')})`, 2)},` +
    `${differs(me('low'), `N(${me('issuedLow')})`, 2)},${differs(me('high'), `N(${me('issuedHigh')})`, 2)}))`;
  const isOtherRole = `${me('role')}<>TRIM(${me('issuedRole')})`;
  const words = (id: MessageId) => literal(say(id));
  const told = (condition: string, id: MessageId) => `IF(${condition},"; "&${words(id)},"")`;
  return {
    quota: {
      // A seat that came since was issued nothing: it has what accounts bring.
      issued: `=IF(NOT(${isIssued}),IF(${me('moved')}=0,"",${me('moved')}),ROUND(${me('byDates')}+${me('moved')},2))`,
      byDates:
        `=IF(NOT(${isIssued}),0,IF(ROUND(${share}-${me('issuedShare')},9)=0,` +
        `${me('issuedQuota')},ROUND(${me('issuedFull')}*${share},${digits})))`,
      ...movedFormulas(context, me),
      inForce: `=N(${me('issued')})`,
      fullInForce: `=IF(${isIssued},${me('issuedFull')},0)`,
      unloaded: `=${me('inForce')}/(1+N(${ofLine('overAtIssue')}))`,
      slip: `=IF(${isIssued},ROUND(${me('issuedQuota')}-${me('byDates')},2),0)`,
      changed:
        `=IF(NOT(${isIssued}),1,IF(OR(${differs(me('final'), me('issuedQuota'), 2)},` +
        `${isOtherDates},${isOtherWeight},${isOtherRole},${isOtherWords},${me('moved')}<>0),1,0))`,
      since:
        `=IF(${me('changed')}=0,"",IF(NOT(${isIssued}),${words('quota.since.new')},MID(` +
        `${told(isOtherDates, 'quota.since.dates')}&${told(isOtherWeight, 'quota.since.weight')}&` +
        `${told(isOtherRole, 'quota.since.role')}&${told(isOtherWords, 'quota.since.words')}&${told(`${me('moved')}<>0`, 'quota.since.moved')}&` +
        `${told(`NOT(OR(${isOtherDates},${isOtherWeight},${isOtherRole},${isOtherWords},${me('moved')}<>0))`, 'quota.since.others')},3,250)))`,
    },
    bridge: {
      unallocated: `=ROUND(${line('pool')}-${line('poolAtIssue')},2)`,
      hiringSlip: `=ROUND(${sumOf('slip', line('line'))},2)`,
      seatsGone: `=ROUND(${line('sumAtIssue')}-${sumOf('issuedQuota', line('line'))},2)`,
      moves: `=ROUND(${sumOf('moved', line('line'))},2)`,
      inForce: `=${sumOf('inForce', line('line'))}`,
      leftOver:
        `=ROUND(${line('pool')}-${line('unallocated')}-${line('notPlaceableAtIssue')}+${line('bottomUpAtIssue')}+` +
        `${line('overrideAtIssue')}-${line('roundingAtIssue')}-${line('hiringSlip')}-${line('seatsGone')}+${line('moves')}-${line('inForce')},2)`,
    },
  };
}

/** What accounts that moved since bring and take, and what of it goes along (`goingAlong`, quota/move.ts). */
function movedFormulas(context: QuotaContext, me: Cells['me']): Readonly<Partial<Record<QuotaKey, string>>> {
  const { say, moves } = context;
  if (moves.length === 0) return { moved: '=0', movedNet: '=0', goes: '=0' };
  const { column, is, setting } = formulas(context);
  const all = (key: keyof typeof MOVE_COLUMNS) => column('quotaMoves', say(MOVE_COLUMNS[key]));
  const sum = (what: 'in' | 'out' | 'rest', at: 'toId' | 'fromId', more = '') =>
    `SUMIFS(${all(what)},${all(at)},${criterion(me('id'))},${all('line')},${me('line')}${more})`;
  const along = `,${all('along')},1`;
  const above = `ABS(${me('movedNet')})>N(${setting('moveThreshold')})*N(${me('issuedQuota')})`;
  return {
    movedNet: `=ROUND(${sum('rest', 'toId')}-${sum('rest', 'fromId')},2)`,
    goes: `=IF(${is('moves', 'always')},1,IF(${is('moves', 'never')},0,IF(${above},1,0)))`,
    moved: `=ROUND(${sum('in', 'toId', along)}-${sum('out', 'fromId', along)},2)`,
  };
}
