import { criterion, literal } from '../spec';
import type { QuotaContext } from './context';
import { conventionCells, formulas, inForce } from './formulas';
import type { BridgeKey, QuotaKey } from './quota-layout';

/** Cells of the tables of quotas and of the bridge, as `quotaFormulas` has them. */
interface Cells {
  readonly me: (key: QuotaKey) => string;
  readonly all: (key: QuotaKey) => string;
  readonly ofLine: (key: BridgeKey) => string;
  readonly lineSegment: string;
}

/** The bridge seat by seat: `stepsOf` (quota/bridge-by.ts) in cells. */
export function seatBridgeFormulas(
  context: QuotaContext,
  { me, all, ofLine, lineSegment }: Cells,
): {
  readonly quota: Readonly<Partial<Record<QuotaKey, string>>>;
  readonly bridge: Readonly<Partial<Record<BridgeKey, string>>>;
} {
  const { say, digits, quota } = context;
  const { column } = formulas(context);
  const { is } = conventionCells(context, inForce(context));
  const isIssued = quota.issued !== undefined;
  // What was shared out: as it is indicated, or as it was issued.
  const is1 = isIssued ? `ISNUMBER(${me('issuedQuota')})` : me('applies');
  const [share, weight, calculated, override, given] = isIssued
    ? [
        `N(${me('issuedShare')})`,
        `N(${me('issuedWeight')})`,
        `N(${me('issuedFull')})*N(${me('issuedShare')})`,
        'issuedOverride' as const,
        `N(${me('issuedQuota')})`,
      ]
    : [me('share'), me('weight'), me('calculated'), 'counted' as const, me('final')];
  const [shares, weights, isIn] = isIssued
    ? [all('issuedShare'), all('issuedWeight'), `ISNUMBER(${all('issuedQuota')})`]
    : [all('share'), all('weight'), all('applies')];
  const mine = `(${all('line')}=${me('line')})`;
  // Texts beside a comma count as 0; in a product they would be errors.
  const sum = (...of: string[]) => `SUMPRODUCT(${mine}*${isIn},${of.join(',')})`;
  const [byBoth, byWeight, seats] = [sum(shares, weights), sum(weights), `SUMPRODUCT(${mine}*${isIn})`];
  const left = isIssued
    ? `IF(${ofLine('sumAtIssue')}=0,1,1-${ofLine('seatsGone')}/${ofLine('sumAtIssue')})*`
    : '';
  const upTo = (key: QuotaKey, sign: '<' | '<=') =>
    `SUMIFS(${all(key)},${all('line')},${me('line')},${all('order')},"${sign}"&${me('order')})`;
  const byPart = (amount: string) =>
    `=ROUND(ROUND(${amount}*${me('upTo')},${digits})-ROUND(${amount}*${me('before')},${digits}),${digits})`;
  const isOver = `${is1}*ISNUMBER(${me(override)})`;
  const isPlain = `${is1}*(1-ISNUMBER(${me(override)}))`;
  const others = (key: QuotaKey) => `SUMIFS(${all(key)},${all('line')},${me('line')})`;
  /** What rounding leaves over is the last one's. */
  const byOwn = (own: QuotaKey, amount: string, isMine: string, those: string) =>
    `=ROUND(ROUND(${upTo(own, '<=')},${digits})-ROUND(${upTo(own, '<')},${digits})+` +
    `IF(${isMine}*(SUMPRODUCT(${mine}*${isIn}*${those}*(${all('order')}>${me('order')}))=0)` +
    `${isIssued ? `*(${ofLine('seatsGone')}=0)` : ''}=1,${amount}-ROUND(${others(own)},${digits}),0),${digits})`;
  const overs = `ISNUMBER(${all(override)})`;
  const gap = ofLine(isIssued ? 'overrideAtIssue' : 'overrideGap');
  const overridden = `SUMPRODUCT(${mine}*${isIn}*${overs},${all(override)})`;
  return {
    quota: {
      part:
        `=IF(${is1},${left}IF(${byBoth}>0,${share}*${weight}/${byBoth},` +
        `IF(${byWeight}>0,${weight}/${byWeight},1/MAX(1,${seats}))),0)`,
      before: `=ROUND(${upTo('part', '<')},9)`,
      upTo: `=ROUND(${upTo('part', '<=')},9)`,
      planPart: byPart(ofLine('plan')),
      poolPart: byPart(ofLine('pool')),
      unallocatedPart: isIssued ? byPart(ofLine('unallocated')) : '=0',
      notPlaceablePart: byPart(ofLine(isIssued ? 'notPlaceableAtIssue' : 'notPlaceable')),
      bottomUpPart: byPart(ofLine(isIssued ? 'bottomUpAtIssue' : 'bottomUpGap')),
      overrideOwn:
        `=IF(${isOver}=1,IF(${is('overrides', 'spread')},IFERROR(${gap}*${me(override)}/${overridden},0),` +
        `${me(override)}-${calculated}),0)`,
      overridePart: byOwn('overrideOwn', gap, isOver, overs),
      roundingOwn: `=IF(${isPlain}=1,${calculated}-${given},0)`,
      roundingPart: byOwn(
        'roundingOwn',
        ofLine(isIssued ? 'roundingAtIssue' : 'rounding'),
        isPlain,
        `(1-${overs})`,
      ),
      between:
        `=ROUND(${me('inForce')}-${me('poolPart')}+${me('notPlaceablePart')}-${me('bottomUpPart')}-` +
        `${me('overridePart')}+${me('roundingPart')}` +
        `${isIssued ? `+${me('unallocatedPart')}+${me('slip')}-${me('moved')}` : ''},${digits})`,
      restOf: `=${ofLine('restOf')}&""`,
    },
    bridge: {
      // What of a line no seat has is its segment's, where it names one.
      restOf:
        `=IFERROR(IF((TRIM(${lineSegment})<>"")*(COUNTIFS(${column('quotaBySegment', say('plan.segment'))},${criterion(`TRIM(${lineSegment})`)})>0)=1,` +
        `TRIM(${lineSegment}),${literal(say('quota.by.noSeat'))}),${literal(say('quota.by.noSeat'))})`,
    },
  };
}
