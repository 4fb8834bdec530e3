import { METHODS } from '../../plan/quota';
import type { MessageId } from '../../text/say';
import type { QuotaContext } from './context';
import { formulas } from './formulas';
import type { BridgeKey } from './quota-layout';
import type { QuotaTerms } from './quota-terms';

/** The bridge, a row a line of the plan: from the plan to the quotas, and λ between. */
export function lineFormulas(
  context: QuotaContext,
  terms: QuotaTerms,
): Readonly<Partial<Record<BridgeKey, string>>> {
  const { digits } = context;
  const { is, numberOf, worded } = formulas(context);
  const { all, line, planLine, unit, placedAt, sumOf } = terms;
  const overridden = `ISNUMBER(${all('counted')})`;
  const isBottomUp = (no: string) => `${no}=${METHODS.indexOf('bottomUp') + 1}`;

  /** Cells of a line of the plan that are no amount, no part and no word that it could be. */
  const ofPlan = (header: MessageId) => planLine(header, line('line'));
  const noNumber = (header: MessageId, most: string) =>
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
  return {
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
}
