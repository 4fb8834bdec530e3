import { NO_END, type ATTAINMENTS } from '../../plan/quota';
import type { MessageId } from '../../text/say';
import { sentence } from '../sentence';
import { tableName } from '../names';
import { headerRef, literal, sought } from '../spec';
import type { QuotaContext } from './context';
import { inAllLanguages } from '../../text/heard';
import { conventionCells, dayIn, formulas, inForce } from './formulas';
import { SHARED_COLUMNS } from './quota-layout';
import {
  BANDS,
  COST_COLUMNS,
  PAY_COLUMNS,
  SKILL_COLUMNS,
  TIER_COLUMNS,
  type CostKey,
  type MeanKey,
  type PayKey,
} from './pay-layout';

/** Cells of Pay by the keys of their columns: of this row, and whole columns. */
export function payCells(context: QuotaContext) {
  const { say } = context;
  const { own, column } = formulas(context);
  return {
    me: (key: PayKey) => own(say(PAY_COLUMNS[key])),
    all: (key: PayKey) => column('pay', say(PAY_COLUMNS[key])),
    tier: (key: keyof typeof TIER_COLUMNS) => own(say(TIER_COLUMNS[key])),
    tiers: (key: keyof typeof TIER_COLUMNS) => column('payTiers', say(TIER_COLUMNS[key])),
    cost: (key: CostKey) => own(say(COST_COLUMNS[key])),
    costs: (key: CostKey) => column('payCosts', say(COST_COLUMNS[key])),
    /** A figure of the costs at a part of the quota, or where they are called so. */
    costAt: (key: CostKey, at: string) =>
      `SUMIFS(${column('payCosts', say(COST_COLUMNS[key]))},${column('payCosts', say(COST_COLUMNS.at))},${at})`,
    isOpen: `(${column('pay', say(PAY_COLUMNS.status))}=${literal(say('status.tbh'))})`,
    plan: `SUM(${column('quotaBridge', say('quota.amount'))})`,
  };
}

/** Formulas of the table of seats. The arithmetic is that of `payOf` (quota/pay.ts). */
export function payFormulas(context: QuotaContext): Readonly<Partial<Record<PayKey, string>>> {
  const { say, potential } = context;
  const { column, setting, is } = formulas(context);
  const { me, all } = payCells(context);
  const hasSkills = context.skills.length > 0;
  const found = (table: 'quotaSeats' | 'quotaSeatMonths' | 'territories', header: MessageId) =>
    `INDEX(${column(table, say(header))},MATCH(${sought(me('seat'))},${column(table, say('plan.id'))},0))`;
  const seat = (header: MessageId) => found('quotaSeats', header);
  const month = (header: MessageId) => found('quotaSeatMonths', header);
  const balance = (header: string) =>
    `INDEX(${column('balance', header)},MATCH(${sought(me('territory'))},${column('balance', say('plan.territory'))},0))`;
  const ofQuotas = (header: MessageId, ...more: string[]) =>
    `SUMIFS(${[column('quota', say(header)), column('quota', say('plan.id')), me('seat'), ...more].join(',')})`;
  const text = (of: string) => `=IFERROR(${of}&"","")`;
  const number = (of: string) => `=IFERROR(IF(ISNUMBER(${of}),${of},""),"")`;
  const isIssued = inForce(context) === 'issue';
  const conventions = conventionCells(context, inForce(context));
  const [first, last] = [`MIN(${conventions.first})`, `MAX(${conventions.last})`];
  const ifPaid = (of: string) => `=IF(${me('paid')}=1,${of},"")`;
  const isText = (key: PayKey) => `ISTEXT(${me(key)})*(${me(key)}<>"")`;
  const after = (months: number) => `EDATE(${me('hired')},${months})<=${first}`;
  const bands = BANDS.map(([, id]) => literal(say(id))).join(',');
  const mine = `(${all('role')}=${me('role')})`;
  return {
    territory: text(seat('plan.territory')),
    rep: `=IF(${me('person')}<>"",${me('person')},IFERROR(${seat('quota.rep')}&"",""))`,
    role: text(seat('quota.role')),
    manager: text(seat('balance.manager')),
    hired: `=IFERROR(IF(${me('id')}=${me('seat')},IF(${dayIn(seat('quota.hired'))}>0,${seat('quota.hired')},""),IF(${dayIn(me('hiredSecond'))}>0,${me('hiredSecond')},"")),"")`,
    ote: ifPaid(me('oteKnown')),
    mix: `=IF(${me('oteKnown')}>0,${me('base')}/(${me('base')}+${me('variable')}),"")`,
    fullYear: `=${ofQuotas('quota.fullInForce')}*${me('split')}`,
    // Beside that of the plan's currency; in no sum.
    ownQuota: `=IF((${me('currency')}<>"")*(${me('fxCounts')}>0)=1,${me('fullYear')}/${me('fxCounts')},"")`,
    rate: `=IF(${me('paid')}*(${me('fullYear')}>0)=1,${me('variable')}*${me('fxCounts')}/${me('fullYear')},"")`,
    ratio: `=IF((${me('oteKnown')}>0)*(${me('fullYear')}>0)=1,${me('fullYear')}/${me('oteKnown')},"")`,
    ofYear: ifPaid(`${me('scaled')}+${me('fixed')}`),
    cash: ifPaid(`${me('baseYear')}+${me('scaled')}+${me('fixed')}`),
    overlay: `=IF(SUM(${all('capacity')})>0,N(${setting('overlayCost')})*${me('capacity')}/SUM(${all('capacity')}),0)`,
    total: ifPaid(`${me('oteKnown')}+N(${me('travel')})*${me('fxCounts')}+${me('overlay')}`),
    perPotential: `=IF(${me('paid')}*(${me('potential')}>0)=1,${me('total')}/${me('potential')},"")`,
    lastYear: `=IF(${ofQuotas('quota.lastYear')}>0,${ofQuotas('quota.lastYear')}*${me('split')},"")`,
    change: `=IF(N(${me('lastYear')})>0,${me('fullYear')}/${me('lastYear')}-1,"")`,
    ...(context.workload === undefined ? {} : { workload: number(balance(context.workload)) }),
    fairShare: number(balance(context.fairShare)),
    ...(hasSkills ? { fit: fitFormula(context) } : {}),
    capability: `=IF(${me('active')}>0,${me('share')}/${me('active')}*${me('capacity')}${hasSkills ? `*IF(ISNUMBER(${me('fit')}),${me('fit')},1)` : ''},"")`,
    // Against the mean of its role: who renews has another quota on the same potential than who sells new business.
    relative:
      `=IF((${me('potential')}>0)*(SUMPRODUCT(1*${mine},${all('fullYear')})>0)=1,` +
      `${me('fullYear')}/${me('potential')}*SUMPRODUCT(1*${mine},${all('potential')})/SUMPRODUCT(1*${mine},${all('fullYear')}),"")`,
    ofRole: `=IF(${me('oteKnown')}>0,${me('oteKnown')}*SUMPRODUCT(${mine}*${all('paid')})/SUMPRODUCT(${mine}*${all('oteKnown')}),"")`,
    flag: `=IF(${me('found')}="","",MID(${me('found')},3,250))`,
    status: text(seat('balance.status.column')),
    potential: `=IFERROR(N(${balance(potential.header)}),0)*${me('split')}`,
    capacity: `=IFERROR(MAX(0,N(${found('territories', 'plan.share')})),0)*${me('split')}`,
    split: splitFormula(context),
    deployed: `=${ofQuotas('quota.inForce')}*${me('split')}`,
    share: `=IFERROR(N(${month(isIssued ? 'quota.shareAtIssue' : 'quota.share')}),0)`,
    active: `=IFERROR(N(${month(isIssued ? 'quota.activeAtIssue' : 'quota.active')}),0)`,
    present:
      `=IFERROR(MAX(0,MIN(${month('quota.until')},${last})-MAX(${month('quota.from')},${first})+1)/` +
      `(${last}-${first}+1),0)`,
    paid: `=ISNUMBER(${me('base')})*ISNUMBER(${me('variable')})*(N(${me('base')})>=0)*(N(${me('variable')})>=0)*(${me('fxCounts')}>0)`,
    // No rate, no sum.
    fxCounts: `=IF(${me('currency')}="",1,MAX(0,N(${me('fx')})))`,
    oteKnown: `=IF(${me('paid')}=1,(${me('base')}+${me('variable')})*${me('fxCounts')},0)`,
    baseYear: `=IF(${me('paid')}=1,${me('base')}*${me('fxCounts')}*${me('present')},0)`,
    scaled: `=IF(${me('paid')}=1,${me('variable')}*${me('fxCounts')}*IF(${is('rampRate', 'raised')},${me('active')},${me('share')}),0)`,
    fixed: `=IF(${me('paid')}*${is('rampRate', 'guarantee')}=1,${me('variable')}*${me('fxCounts')}*MAX(0,${me('active')}-${me('share')}),0)`,
    newQuota: `=${me('split')}*${ofQuotas('quota.fullInForce', column('quota', say('quota.component')), literal(say('quota.component.new')))}`,
    band: `=IFERROR(IF(N(${me('hired')})>0,CHOOSE(1+${BANDS.slice(1)
      .map(([months]) => `(${after(months)})`)
      .join(
        '+',
      )},${bands}),${literal(say('quota.tenure.unknown'))}),${literal(say('quota.tenure.unknown'))})`,
    texts: `=${(['base', 'variable', 'travel', 'attained', 'fx', 'fxDate'] as const).map(isText).join('+')}`,
    found: foundFormula(context),
    flagNo: `=IF(${me('flag')}="",0,SUMPRODUCT((${all('flag')}<>"")*(${all('id')}<=${me('id')})))`,
  };
}

/** Part of its seat that a row has: all of it, but where reps share it; nothing while their parts are no whole. */
function splitFormula(context: QuotaContext): string {
  const { say } = context;
  const { column } = formulas(context);
  const { me } = payCells(context);
  const all = (key: keyof typeof SHARED_COLUMNS) => column('quotaShared', say(SHARED_COLUMNS[key]));
  const mine = `(TRIM(${all('id')})=${me('seat')})`;
  return (
    `=IF(SUMPRODUCT(1*${mine})=0,1,IF(ABS(SUMPRODUCT(1*${mine},${all('split')})-1)<0.000001,` +
    `SUMPRODUCT(${mine}*(TRIM(${all('rep')})=${me('rep')}),${all('split')}),0))`
  );
}

/** What of a territory's potential is of industries that its rep is skilled in; nothing where nobody knows of such. */
function fitFormula(context: QuotaContext): string {
  const { say } = context;
  const { column } = formulas(context);
  const { me } = payCells(context);
  const of = (key: keyof typeof SKILL_COLUMNS) => column('paySkills', say(SKILL_COLUMNS[key]));
  return (
    `=IF((COUNTIFS(${of('id')},${me('id')})>0)*(${me('potential')}>0)=1,` +
    `SUMIFS(${of('potential')},${of('id')},${me('id')})*${me('split')}/${me('potential')},"")`
  );
}

/** What somebody should look at, in words, each after `; `. */
function foundFormula(context: QuotaContext): string {
  const { say } = context;
  const { setting } = formulas(context);
  const { me } = payCells(context);
  const notable = `N(${setting('notable')})`;
  const told = (condition: string, words: string) => `IF(${condition},"; "&${words},"")`;
  const plain = (id: MessageId) => literal(say(id));
  const percent = (of: string) => ({ percent: `ROUND(100*(${of}),0)` });
  const off = `ROUND(N(${me('relative')})-1,6)`;
  const isRelative = `ISNUMBER(${me('relative')})*(${me('fullYear')}>0)`;
  const [low, high] = [`N(${setting('ratioLow')})`, `N(${setting('ratioHigh')})`];
  const ratio = `N(${me('ratio')})`;
  const isOutside = `((${ratio}<${low})+(${ratio}>${high})*(${high}>0)>0)`;
  return `=${[
    told(`${me('texts')}>0`, plain('quota.flag.text')),
    told(`${me('fxCounts')}<=0`, sentence(say, 'quota.pay.flag.noRate', { currency: me('currency') })),
    told(
      `(${me('paid')}=0)*(${me('fxCounts')}>0)=1`,
      `IF(ISNUMBER(${me('base')})+ISNUMBER(${me('variable')})=0,${plain('quota.pay.flag.none')},${plain('quota.pay.flag.half')})`,
    ),
    told(`${me('split')}<=0`, plain('quota.shared.not100')),
    told(`(${me('fullYear')}<=0)*(${me('split')}>0)=1`, plain('quota.pay.flag.noQuota')),
    told(`(${me('potential')}<=0)*(${me('split')}>0)=1`, plain('quota.flag.noPotential')),
    told(`${isRelative}*(${off}>${notable})=1`, sentence(say, 'quota.flag.above', percent(off))),
    told(`${isRelative}*(${off}<-${notable})=1`, sentence(say, 'quota.flag.below', percent(`-${off}`))),
    told(
      `ISNUMBER(${me('fairShare')})*(ROUND(N(${me('fairShare')})-1,6)<-${notable})*(ROUND(N(${me('ofRole')})-1,6)>=-${notable})=1`,
      sentence(say, 'quota.pay.flag.full', percent(`N(${me('fairShare')})`)),
    ),
    told(
      `ISNUMBER(${me('ratio')})*(${me('newQuota')}>0)*${isOutside}=1`,
      sentence(say, 'quota.pay.flag.ratio', {
        // To the digit in which it differs from its bounds.
        ratio: `ROUND(N(${me('ratio')}),2)`,
        low: `ROUND(${low},2)`,
        high: `ROUND(${high},2)`,
      }),
    ),
  ].join('&')}`;
}

/** Formula of the column that says what is paid at a part of the quota. */
export function paysFormula(context: QuotaContext, attainment: (typeof ATTAINMENTS)[number]): string {
  const { me, costAt } = payCells(context);
  return `=IF(${me('paid')}=1,${me('scaled')}*${costAt('multiple', String(attainment))}+${me('fixed')},"")`;
}

/** Whether an end is not the word for none, in any of our languages. */
const isNotAbove = (to: string): string =>
  inAllLanguages('quota.tiers.above')
    .map((above) => `(${to}<>${literal(above)})`)
    .join('*');

/** What is wrong with a tier: the same that the settings refuse. */
export function troubleFormula(context: QuotaContext): string {
  const { say, layer } = context;
  const { tier, tiers } = payCells(context);
  const n = `(ROW()-ROW(${headerRef(tableName(layer, 'payTiers'), say(TIER_COLUMNS.from))}))`;
  const before = `N(INDEX(${tiers('to')},MAX(1,${n}-1)))`;
  const from = `N(${tier('from')})`;
  const words = (id: MessageId) => literal(say(id, { above: say('quota.tiers.above') }));
  const isNoNumber =
    `ISTEXT(${tier('from')})*(${tier('from')}<>"")+(1-ISNUMBER(${tier('multiplier')}))+` +
    `(1-ISNUMBER(${tier('to')}))*${isNotAbove(tier('to'))}>0`;
  return (
    `=IF(${isNoNumber},${words('quota.tiers.number')},` +
    `IF((${n}=1)*(${from}<>0)=1,${words('quota.tiers.start')},` +
    `IF(ISNUMBER(${tier('to')})*(N(${tier('to')})<=${from})=1,${words('quota.tiers.empty')},` +
    `IF((${n}>1)*(${from}>${before})=1,${words('quota.tiers.gap')},` +
    `IF((${n}>1)*(${from}<${before})=1,${words('quota.tiers.overlap')},` +
    `IF((${n}=ROWS(${tiers('to')}))*ISNUMBER(${tier('to')})*(N(${tier('to')})<${NO_END})=1,${words('quota.tiers.end')},""))))))`
  );
}

/** Formulas of the costs by attainment. */
export function costFormulas(context: QuotaContext): Readonly<Record<Exclude<CostKey, 'at'>, string>> {
  const { say } = context;
  const { setting } = formulas(context);
  const { digits } = context;
  const { all, cost, plan } = payCells(context);
  const ifKnown = (of: string) => `=IF(ISNUMBER(${cost('attainment')}),${of},"")`;
  const sum = (key: PayKey) => `SUM(${all(key)})`;
  const variable = `${sum('scaled')}*${cost('multiple')}+${sum('fixed')}`;
  return {
    attainment:
      `=IF(ISNUMBER(${cost('at')}),${cost('at')},IF(${cost('at')}=${literal(say('quota.costs.plan'))},` +
      `IF(${sum('deployed')}>0,${plan}/${sum('deployed')},""),N(${setting('attainment')})))`,
    multiple: ifKnown(multiple(context)),
    payout: ifKnown(`ROUND(${variable},${digits})`),
    cash: ifKnown(`ROUND(${sum('baseYear')}+${variable},${digits})`),
    cost: ifKnown(
      `ROUND(${cost('cash')}+N(${setting('managerCost')})+N(${setting('overlayCost')}),${digits})`,
    ),
    sold: ifKnown(`ROUND(${sum('deployed')}*${cost('attainment')},${digits})`),
    ofSold: `=IF(N(${cost('sold')})>0,${cost('cost')}/${cost('sold')},"")`,
    left: `=IF(ISNUMBER(${cost('attainment')})*ISNUMBER(${setting('budget')})=1,ROUND(${setting('budget')}-${cost('cash')},${digits}),"")`,
  };
}

/** Variable pay at the attainment of this row. A tier with a text or without an end pays nothing: it is told beside it. */
function multiple(context: QuotaContext): string {
  const { is } = formulas(context);
  const { cost, tiers } = payCells(context);
  const [from, to, factor] = [tiers('from'), tiers('to'), tiers('multiplier')];
  const a = cost('attainment');
  const isSound = `(1-ISTEXT(${from}))*(1-ISTEXT(${to})*${isNotAbove(to)})*(${to}>${from})*(${a}>${from})`;
  // What is a text beside a comma counts as 0; in a product it would be an error.
  return (
    `IF(${is('tierKind', 'cliff')},${a}*SUMPRODUCT(${isSound}*(${a}<=${to}),${factor}),` +
    `${a}*SUMPRODUCT(${isSound}*(${a}<${to}),${factor})+SUMPRODUCT(${isSound}*(${a}>=${to}),${to},${factor})` +
    `-SUMPRODUCT(${isSound},${from},${factor}))`
  );
}

/** Means over a group of seats. @param isIn for each seat whether it is in the group @param seats how many these are */
export function meanFormulas(
  context: QuotaContext,
  isIn: string,
  seats?: string,
): Readonly<Record<MeanKey, string>> {
  const { all } = payCells(context);
  const count = `SUMPRODUCT(1*${isIn})`;
  const n = seats ?? count;
  const sum = (key: PayKey) => `SUMPRODUCT(${isIn}*${all(key)})`;
  const mean = (key: PayKey) => `=IF(${n}>0,${sum(key)}/${n},"")`;
  const meanOfKnown = (key: 'ofRole' | 'fairShare' | 'capability') =>
    `=IFERROR(SUMPRODUCT(1*${isIn},${all(key)})/SUMPRODUCT(${isIn}*ISNUMBER(${all(key)})),"")`;
  return {
    seats: `=${count}`,
    quota: mean('fullYear'),
    potential: mean('potential'),
    perPotential: `=IF(${sum('potential')}>0,${sum('fullYear')}/${sum('potential')},"")`,
    ote: `=IFERROR(${sum('oteKnown')}/${sum('paid')},"")`,
    ofRole: meanOfKnown('ofRole'),
    fairShare: meanOfKnown('fairShare'),
    capability: meanOfKnown('capability'),
  };
}
