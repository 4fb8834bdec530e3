import { sentence } from '../sentence';
import { columnRef, criterion, literal, sought } from '../spec';
import { seatBridgeFormulas } from './bridge-by-formulas';
import type { QuotaContext } from './context';
import { dayIn, formulas, NO_BOUND } from './formulas';
import { heldSum } from './held-table';
import { issueFormulas } from './issue-formulas';
import { BRIDGE_COLUMNS, QUOTA_COLUMNS, type BridgeKey, type QuotaKey } from './quota-layout';
import { METHODS } from '../../plan/quota';

/** Formulas of the tables of quotas and of the bridge by the keys of their columns. The arithmetic is that of `quota/allocate.ts`. */
export function quotaFormulas(context: QuotaContext) {
  const { say, table, column: ours, potential, digits } = context;
  const { own, column, setting, is, numberOf, worded } = formulas(context);
  /** The cell of this row, and the whole column. */
  const me = (key: QuotaKey) => own(say(QUOTA_COLUMNS[key]));
  const all = (key: QuotaKey) => column('quota', say(QUOTA_COLUMNS[key]));
  const line = (key: BridgeKey) => own(say(BRIDGE_COLUMNS[key]));
  const ofLine = (key: BridgeKey) =>
    `INDEX(${column('quotaBridge', say(BRIDGE_COLUMNS[key]))},${me('line')})`;
  const planLine = (header: Parameters<typeof say>[0], n: string) =>
    `INDEX(${column('quotaLines', say(header))},${n})`;
  const seat = (header: Parameters<typeof say>[0]) =>
    `INDEX(${column('quotaSeats', say(header))},MATCH(${sought(me('id'))},${column('quotaSeats', say('plan.id'))},0))`;
  const month = (header: Parameters<typeof say>[0]) =>
    `INDEX(${column('quotaSeatMonths', say(header))},MATCH(${sought(me('id'))},${column('quotaSeatMonths', say('plan.id'))},0))`;
  const listed = (header: Parameters<typeof say>[0]) =>
    `INDEX(${column('territories', say(header))},MATCH(${sought(me('id'))},${column('territories', say('plan.id'))},0))`;
  const text = (of: string) => `=IFERROR(${of}&"","")`;
  /** A number that can be: below 0 is none, as for the settings. */
  const isNumber = (key: QuotaKey) => `AND(ISNUMBER(${me(key)}),N(${me(key)})>=0)`;
  const overridden = `ISNUMBER(${all('counted')})`;
  const sumOfAccounts = (header: string | undefined) =>
    header === undefined
      ? '0'
      : `SUMIFS(${columnRef(table, header)},${columnRef(table, ours.territory)},${criterion(me('territory'))},${columnRef(table, header)},">0")`;
  const unit = `MAX(${10 ** -digits},ROUND(N(${setting('unit')}),${digits}))`;

  /** What the seats of a line carry together where λ is `at`. */
  const placedAt = (at: string, of: string) =>
    `SUMPRODUCT((${all('line')}=${of})*${all('free')}*${all('share')}*(` +
    `(${at}*${all('weight')}<=${all('low')})*${all('low')}+` +
    `(${at}*${all('weight')}>${all('low')})*(${at}*${all('weight')}<${all('high')})*${at}*${all('weight')}+` +
    `(${at}*${all('weight')}>${all('low')})*(${at}*${all('weight')}>=${all('high')})*${all('high')}))`;
  const sumOf = (key: QuotaKey, of: string, ...more: string[]) =>
    `SUMIFS(${all(key)},${[all('line'), of, ...more].join(',')})`;
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
  const isBottomUp = (no: string) => `${no}=${METHODS.indexOf('bottomUp') + 1}`;

  const bound =
    `MIN(IF(${isNumber('cap')},MAX(0,${me('cap')}),${NO_BOUND}),` +
    `IF(AND(ISNUMBER(${setting('growth')}),${isNumber('lastYear')}),${me('lastYear')}*(1+N(${setting('growth')})),${NO_BOUND}))`;

  const leaders = (header: Parameters<typeof say>[0]) => column('quotaManagers', say(header));
  /** Whom somebody reports to, as the table of managers has it. */
  const leaderOf = (key: QuotaKey) =>
    `IFERROR(INDEX(${leaders('quota.reportsTo')},MATCH(${sought(me(key))},${leaders('balance.manager')},0))&"","")`;

  const quota: Readonly<Partial<Record<QuotaKey, string>>> = {
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

  /** Cells of a line of the plan that are no amount, no part and no word that it could be. */
  const ofPlan = (header: Parameters<typeof say>[0]) => planLine(header, line('line'));
  const noNumber = (header: Parameters<typeof say>[0], most: string) =>
    `ISTEXT(${ofPlan(header)})*(TRIM(${ofPlan(header)})<>"")+(N(${ofPlan(header)})<0)+(N(${ofPlan(header)})>${most})`;
  const noWord = (choice: 'method' | 'component') =>
    `(TRIM(${ofPlan(`quota.${choice}`)})<>"")*ISERROR(${numberOf(choice, ofPlan(`quota.${choice}`))})`;
  const unread = [
    noNumber('quota.amount', '1E+15'),
    noNumber('quota.over', '2'),
    noWord('method'),
    noWord('component'),
  ].join('+');

  /** What is shared out, and what of it goes to seats without an override. */
  const placed = `ROUND(${sumOf('calculated', line('line'), all('free'), '1')},${digits})`;
  const plain = (key: 'calculated' | 'final') =>
    `ROUND(SUMPRODUCT((${all('line')}=${line('line')})*${all('applies')}*(1-${overridden})*${all(key)}),${digits})`;
  const bridge: Readonly<Partial<Record<BridgeKey, string>>> = {
    label:
      `=IFERROR(${worded('component', planLine('quota.component', line('line')))}&IF(${planLine('quota.role', line('line'))}="",""," · "&${planLine('quota.role', line('line'))})` +
      `&IF(${planLine('plan.segment', line('line'))}="",""," · "&${planLine('plan.segment', line('line'))}),"–")`,
    plan: `=IFERROR(ROUND(MAX(0,N(${planLine('quota.amount', line('line'))})),${digits}),0)`,
    overAssignment: `=${line('pool')}-${line('plan')}`,
    pool: `=IFERROR(N(${planLine('quota.pool', line('line'))}),0)`,
    // Sums are rounded, not the steps between them: so the steps lead to the quotas to the cent.
    notPlaceable: `=IF(${isBottomUp(line('method'))},0,ROUND(${line('shared')}-${placed},${digits}))`,
    bottomUpGap: `=IF(${isBottomUp(line('method'))},ROUND(${placed}-${line('shared')},${digits}),0)`,
    overrideGap:
      `=IF(${is('overrides', 'spread')},ROUND(${line('overridden')}-(${line('pool')}-${line('shared')}),${digits}),` +
      `ROUND(${plain('calculated')}+${line('overridden')}-${placed},${digits}))`,
    rounding: `=ROUND(${plain('calculated')}-${plain('final')},${digits})`,
    final: `=${sumOf('final', line('line'))}`,
    difference: `=ROUND(${line('plan')}+${line('overAssignment')}-${line('notPlaceable')}+${line('bottomUpGap')}+${line('overrideGap')}-${line('rounding')}-${line('final')},2)`,
    unread: `=IFERROR(${unread},0)`,
    method: `=IFERROR(${numberOf('method', planLine('quota.method', line('line')))},1)`,
    overridden: `=${sumOf('counted', line('line'), all('applies'), '1')}`,
    shared: `=IF(${is('overrides', 'spread')},MAX(0,${line('pool')}-${line('overridden')}),${line('pool')})`,
    corner: `=SUMPRODUCT(MAX((${all('line')}=${line('line')})*${all('reached')}))`,
    atCorner: `=${placedAt(line('corner'), line('line'))}`,
    slope:
      `=SUMPRODUCT((${all('line')}=${line('line')})*${all('free')}*${all('share')}*${all('weight')}*` +
      `(ROUND(${line('corner')}*${all('weight')},6)>=${all('low')})*(ROUND(${line('corner')}*${all('weight')},6)<${all('high')}))`,
    lambda:
      `=IF(${isBottomUp(line('method'))},1,IF(OR(ROUND(${line('shared')}-${line('atCorner')},6)<=0,${line('slope')}=0),${line('corner')},` +
      `${line('corner')}+ROUND(${line('shared')}-${line('atCorner')},6)/${line('slope')}))`,
    units: `=INT(ROUND(ROUND(${sumOf('calculated', line('line'), all('open'), '1')},2)/${unit},6))`,
    component: `=IFERROR(${worded('component', planLine('quota.component', line('line')))},"–")`,
    more: `=${line('units')}-${sumOf('below', line('line'), all('open'), '1')}`,
  };
  const issue = issueFormulas(context, { me, line, ofLine, month, isNumber, sumOf });
  const bySeat = seatBridgeFormulas(context, {
    me,
    all,
    ofLine,
    lineSegment: planLine('plan.segment', line('line')),
  });
  return {
    quota: { ...quota, ...issue.quota, ...bySeat.quota },
    bridge: { ...bridge, ...issue.bridge, ...bySeat.bridge },
    me,
    all,
  };
}

/** What somebody should look at, in words; the first that is true. */
function flag(
  context: QuotaContext,
  me: (key: QuotaKey) => string,
  sumOf: (key: QuotaKey, ...more: string[]) => string,
  note: string,
  applies: string,
): string {
  const { say } = context;
  const notable = `(100*N(${formulas(context).setting('notable')}))`;
  const words = (id: Parameters<typeof say>[0]) => literal(say(id));
  const isText = (['override', 'floor', 'cap', 'lastYear'] as const).map(
    (key) => `ISTEXT(${me(key)})*(${me(key)}<>"")+(N(${me(key)})<0)`,
  );
  const ofQuota = `(${me('fullInForce')}/${sumOf('fullInForce')})`;
  const ofPotential = `(${me('potential')}/${sumOf('potential', applies, '1')})`;
  const off = `ROUND(100*(${ofQuota}/${ofPotential}-1),0)`;
  const said = (id: 'quota.flag.above' | 'quota.flag.below', percent: string) =>
    sentence(say, id, { percent });
  const apart =
    `IFERROR(IF(${off}>${notable},${said('quota.flag.above', off)},` +
    `IF(${off}<-${notable},${said('quota.flag.below', `-${off}`)},"")),"")`;
  return (
    `=IF(${me('applies')}=0,${words('quota.flag.noLine')},IF(IFERROR(${note}&"","")<>"",IFERROR(${note}&"",""),` +
    `IF(AND(ISNUMBER(${me('floor')}),ISNUMBER(${me('cap')}),N(${me('floor')})>N(${me('cap')})),${words('quota.flag.bounds')},` +
    `IF(OR(${isText.join(',')}),${words('quota.flag.text')},` +
    `IF(AND(ISNUMBER(${me('override')}),${me('reason')}&""=""),${words('quota.flag.reason')},` +
    `IF((${me('lastYearIn')}<>"")*ISNUMBER(${formulas(context).setting('growth')})*(1-ISNUMBER(${me('lastYear')}))=1,` +
    `${sentence(say, 'quota.flag.noGrowth', { currency: me('lastYearIn') })},` +
    `IF(${me('potential')}<=0,${words('quota.flag.noPotential')},${apart})))))))`
  );
}
