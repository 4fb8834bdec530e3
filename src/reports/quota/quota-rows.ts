import type { MessageId } from '../../text/say';
import { columnRef, criterion, sought } from '../spec';
import type { QuotaContext } from './context';
import { dayIn, formulas, NO_BOUND } from './formulas';
import { heldSum } from './held-table';
import { flag } from './quota-flag';
import type { QuotaKey } from './quota-layout';
import type { QuotaTerms } from './quota-terms';

/** The table of quotas, a row a seat and line: `allocate` (quota/allocate.ts) in cells. */
export function rowFormulas(
  context: QuotaContext,
  terms: QuotaTerms,
): Readonly<Partial<Record<QuotaKey, string>>> {
  const { say, table, column: ours, potential, digits } = context;
  const { column, setting, is, worded } = formulas(context);
  const { me, all, ofLine, planLine, seat, month, listed, isNumber, unit, placedAt, sumOf } = terms;
  const text = (of: string) => `=IFERROR(${of}&"","")`;
  const sumOfAccounts = (header: string | undefined) =>
    header === undefined
      ? '0'
      : `SUMIFS(${columnRef(table, header)},${columnRef(table, ours.territory)},${criterion(me('territory'))},${columnRef(table, header)},">0")`;
  /** A weight as its part of the sum over the line; nothing where the sum is nothing. */
  const part = (key: 'capacity' | 'potential' | 'history') =>
    `IFERROR(${me(key)}/${sumOf(key, me('line'), all('applies'), '1')},0)`;
  const blended =
    `N(${setting('blendEqual')})*${part('capacity')}+N(${setting('blendPotential')})*${part('potential')}+` +
    `N(${setting('blendHistory')})*${part('history')}`;
  /** By capacity where nothing else is known of anybody. */
  const orEqual = (key: 'potential' | 'history') =>
    `IF(${sumOf(key, me('line'), all('applies'), '1')}>0,MAX(0,${me(key)}),${me('capacity')})`;
  const reached = (corner: QuotaKey, placed: QuotaKey) =>
    `IF(AND(${me(corner)}>=0,ROUND(${me(placed)},6)<=ROUND(${ofLine('shared')},6)),${me(corner)},0)`;
  const bound =
    `MIN(IF(${isNumber('cap')},MAX(0,${me('cap')}),${NO_BOUND}),` +
    `IF(AND(ISNUMBER(${setting('growth')}),${isNumber('lastYear')}),${me('lastYear')}*(1+N(${setting('growth')})),${NO_BOUND}))`;

  const leaders = (header: MessageId) => column('quotaManagers', say(header));
  /** Whom somebody reports to, as the table of managers has it. */
  const leaderOf = (key: QuotaKey) =>
    `IFERROR(INDEX(${leaders('quota.reportsTo')},MATCH(${sought(me(key))},${leaders('balance.manager')},0))&"","")`;

  return {
    territory: text(seat('plan.territory')),
    rep: text(seat('quota.rep')),
    role: `=IFERROR(TRIM(${seat('quota.role')}),"")`,
    manager: text(seat('balance.manager')),
    segment: text(seat('plan.segment')),
    component: `=IFERROR(${worded('component', planLine('quota.component', me('line')))},"")`,
    start: `=IFERROR(IF(${dayIn(seat('quota.start'))}=0,"",${seat('quota.start')}),"")`,
    potential: `=IFERROR(N(INDEX(${column('balance', potential.header)},MATCH(${sought(me('territory'))},${column('balance', say('plan.territory'))},0))),0)${heldSum(context, me('id'), 'potential')}`,
    shareOf: `=IFERROR(${me('weight')}/${sumOf('weight', me('line'))},0)`,
    fullYear: `=IFERROR(${me('applies')}*MIN(${me('high')},MAX(${me('low')},${ofLine('lambda')}*${me('weight')})),0)`,
    share: `=IFERROR(${me('applies')}*${month('quota.share')},0)`,
    calculated: `=${me('fullYear')}*${me('share')}`,
    final:
      `=IF(${me('applies')}=0,0,IF(ISNUMBER(${me('counted')}),${me('counted')},IF(${me('open')}=1,` +
      `ROUND(${unit}*(${me('below')}+IF(${me('rank')}<${ofLine('more')},1,0)),${digits}),INT(ROUND(ROUND(${me('calculated')},6)*${10 ** digits},6))/${10 ** digits})))`,
    perPotential: `=IF(${me('potential')}>0,${me('fullInForce')}/${me('potential')},"")`,
    growth: `=IF(N(${me('lastYear')})>0,${me('fullInForce')}/${me('lastYear')}-1,"")`,
    applies:
      `=IFERROR(IF(AND(OR(TRIM(${planLine('quota.role', me('line'))})="",TRIM(${planLine('quota.role', me('line'))})=${me('role')}),` +
      `OR(TRIM(${planLine('plan.segment', me('line'))})="",TRIM(${planLine('plan.segment', me('line'))})=${me('segment')})),1,0),0)`,
    capacity: `=IFERROR(${me('applies')}*MAX(0,N(${listed('plan.share')})),0)`,
    history: `=${sumOfAccounts(context.history)}${context.history === undefined ? '' : heldSum(context, me('id'), 'history')}`,
    target: `=${sumOfAccounts(context.targets)}${context.targets === undefined ? '' : heldSum(context, me('id'), 'targets')}`,
    weight:
      `=${me('applies')}*CHOOSE(${ofLine('method')},${me('capacity')},${orEqual('potential')},${orEqual('history')},` +
      `IF(${blended}>0,${blended},${me('capacity')}),MAX(0,${me('target')}))`,
    high: `=IF(${bound}<${NO_BOUND},ROUND(${bound},6),${NO_BOUND})`,
    low: `=ROUND(MIN(IF(${isNumber('floor')},MAX(0,${me('floor')}),0),${me('high')}),6)`,
    // Nobody is paid parts of a cent.
    counted: `=IF(${isNumber('override')},ROUND(${me('override')},${digits}),"")`,
    free: `=IF(AND(${is('overrides', 'spread')},ISNUMBER(${me('counted')})),0,${me('applies')})`,
    corner1: `=IF(${me('free')}*${me('weight')}>0,${me('low')}/${me('weight')},-1)`,
    corner2: `=IF(AND(${me('free')}*${me('weight')}>0,${me('high')}<${NO_BOUND}),${me('high')}/${me('weight')},-1)`,
    placed1: `=IF(${me('corner1')}<0,0,${placedAt(me('corner1'), me('line'))})`,
    placed2: `=IF(${me('corner2')}<0,0,${placedAt(me('corner2'), me('line'))})`,
    reached: `=MAX(${reached('corner1', 'placed1')},${reached('corner2', 'placed2')})`,
    below: `=INT(ROUND(${me('calculated')}/${unit},6))`,
    rest: `=ROUND(ROUND(${me('calculated')}/${unit},6)-${me('below')},6)`,
    open:
      `=IF(AND(${me('applies')}=1,NOT(ISNUMBER(${me('counted')})),${me('share')}>0,` +
      `ROUND(${me('below')}*${unit},6)>=ROUND(${me('share')}*${me('low')},6),` +
      `ROUND((${me('below')}+1)*${unit},6)<=ROUND(${me('share')}*${me('high')},6)),1,0)`,
    rank:
      `=SUMPRODUCT((${all('line')}=${me('line')})*${all('open')}*((${all('rest')}>${me('rest')})+` +
      `(${all('rest')}=${me('rest')})*(${all('order')}<${me('order')})))`,
    above: `=${leaderOf('manager')}`,
    // Who would lead himself, round a corner, is counted once.
    aboveThat: `=IF(OR(${me('above')}="",${leaderOf('above')}=${me('manager')},${leaderOf('above')}=${me('above')}),"",${leaderOf('above')})`,
    unloaded: `=${me('inForce')}/(1+N(${planLine('quota.over', me('line'))}))`,
    flag: flag(
      context,
      me,
      (key, ...more) => sumOf(key, me('line'), ...more),
      seat('quota.note'),
      all('applies'),
    ),
  };
}
