import { criterion, literal, type CellSpec, type StyleName } from '../spec';
import { differenceFormat } from '../amounts';
import type { QuotaContext } from './context';
import { formulas } from './formulas';
import { atIssue } from './issue-blocks';
import { BUDGET, CAPACITY, CHECKS } from './pay-layout';
import { payCells } from './pay-formulas';
import { paysHeader } from './pay-seats';
import { typedBelow } from './settings-block';

/** Lines of labels and figures, and how single figures look: `line` and `at` count from the first cell of the block. */
export interface Block {
  readonly cells: (CellSpec | null)[][];
  readonly looks: readonly {
    readonly line: number;
    readonly at: number;
    readonly formula: string;
    readonly look: 'good' | 'bad';
  }[];
}

/** A label over some columns, then what stands beside it. */
const line = (label: string, wide: number, style: StyleName, ...beside: (CellSpec | null)[]) => [
  { value: label, style },
  ...Array.from({ length: wide - 1 }, () => (style === 'section' ? { style } : null)),
  ...beside,
];

/** Does it add up, and is anything open? 0 is right. */
export function checkLines(context: QuotaContext): Block {
  const { say } = context;
  const difference = differenceFormat(context);
  const { column, setting } = formulas(context);
  const { all, tiers } = payCells(context);
  const ids = column('quotaSeats', say('plan.id'));
  const at100 = column('pay', paysHeader(context, 1));
  const rows: readonly (readonly [label: string, formula: string, format: string])[] = [
    [say('quota.pay.check.target'), `ROUND(SUM(${at100})-SUM(${all('ofYear')}),2)`, difference],
    [say('quota.pay.check.tiers'), `SUMPRODUCT(1*(${tiers('trouble')}<>""))`, '#,##0'],
    [
      say('quota.check.below'),
      typedBelow(context, 'tiers', 'payTiers', say('quota.tiers.from'), say('quota.tiers.multiplier')),
      '#,##0',
    ],
    [say('quota.pay.check.unknown'), `SUMPRODUCT(1-${all('paid')})`, '#,##0'],
    [say('quota.pay.check.noRate'), `SUMPRODUCT(1*(${all('fxCounts')}<=0))`, '#,##0'],
    [
      say('quota.pay.check.noDate'),
      `SUMPRODUCT((${all('currency')}<>"")*(${all('fxCounts')}>0)*(1-ISNUMBER(${all('fxDate')})))`,
      '#,##0',
    ],
    [say('quota.pay.check.texts'), `SUM(${all('texts')})+SUM(${setting('unreadOfPay')})`, '#,##0'],
    [
      say('quota.pay.check.quotas', { sheet: say('sheet.quota') }),
      `ROUND(SUM(${all('fullYear')})-SUM(${column('quota', say('quota.fullInForce'))}),2)`,
      difference,
    ],
    ...(context.quota.issued === undefined
      ? []
      : [
          [
            say('quota.pay.check.attainment'),
            `ROUND(100*(N(${setting('attainment')})-N(${atIssue(context, 'attainment')})),4)`,
            '0.0',
          ] as const,
        ]),
    [say('quota.pay.check.seats'), `SUMPRODUCT(1*(COUNTIFS(${all('id')},${ids})=0))`, '#,##0'],
    [
      say('quota.pay.check.managers'),
      `SUMPRODUCT((${all('manager')}<>"")*(COUNTIFS(${column('payManagers', say('balance.manager'))},${criterion(all('manager'))})=0))`,
      '#,##0',
    ],
  ];
  return {
    cells: [
      line(say('balance.checks'), CHECKS.wide, 'section', {
        value: say('balance.check.difference'),
        style: 'sectionFigure',
      }),
      ...rows.map(([label, formula, format]) =>
        line(label, CHECKS.wide, 'label', { formula: `=${formula}`, format, style: 'figure' }),
      ),
    ],
    looks: rows.flatMap((_, n) => [
      { line: n + 1, at: CHECKS.wide, formula: '=NOT(ABS({cell})<0.005)', look: 'bad' as const },
      { line: n + 1, at: CHECKS.wide, formula: '=ABS({cell})<0.005', look: 'good' as const },
    ]),
  };
}

/** Target cash, and cash where the plan is made, beside the budget. */
export function budgetLines(context: QuotaContext): Block {
  const { say, money } = context;
  const { setting } = formulas(context);
  const { all, costAt } = payCells(context);
  const budget = setting('budget');
  const plan = literal(say('quota.costs.plan'));
  const left = (at: string, isKnown: string) =>
    `=IF(ISNUMBER(${budget})*${isKnown}=1,${costAt('left', at)},"–")`;
  // Without any quota nobody knows what is paid where the plan is made: nothing is not $0.
  const isSold = `(SUM(${all('deployed')})>0)`;
  const ifSold = (of: string) => `=IF(${isSold},${of},"–")`;
  const rows: readonly (readonly [label: string, formula: string, format: string])[] = [
    [say('quota.set.budget'), `=IF(ISNUMBER(${budget}),${budget},"–")`, money],
    [say('quota.budget.cash'), `=${costAt('cash', '1')}`, money],
    [say('quota.budget.left'), left('1', '1'), money],
    [say('quota.budget.payout'), ifSold(costAt('payout', plan)), money],
    [say('quota.budget.planCash'), ifSold(costAt('cash', plan)), money],
    [say('quota.budget.planLeft'), left(plan, isSold), money],
    [say('quota.budget.ofSold'), ifSold(costAt('ofSold', '1')), '0.0%'],
  ];
  return {
    cells: [
      line(say('quota.budget'), BUDGET.wide, 'section', { style: 'sectionFigure' }),
      ...rows.map(([label, formula, format]) =>
        line(label, BUDGET.wide, 'label', { formula, format, style: 'figure' }),
      ),
    ],
    looks: [3, 6].flatMap((n) => [
      {
        line: n,
        at: BUDGET.wide,
        formula: '=AND(ISNUMBER({cell}),N({cell})<-0.005)',
        look: 'bad' as const,
      },
      {
        line: n,
        at: BUDGET.wide,
        formula: '=AND(ISNUMBER({cell}),N({cell})>=-0.005)',
        look: 'good' as const,
      },
    ]),
  };
}

/** What quotas bring in against the plan, of seats that are filled and of all; and the heads that the plan needs. */
export function capacityLines(context: QuotaContext): Block {
  const { say, money, digits } = context;
  const { setting } = formulas(context);
  const { all, isOpen, plan } = payCells(context);
  const attainment = `N(${setting('attainment')})`;
  const deployed = [`SUMPRODUCT((1-${isOpen})*${all('deployed')})`, `SUM(${all('deployed')})`];
  const here = [`SUMPRODUCT((1-${isOpen})*${all('capacity')})`, `SUM(${all('capacity')})`];
  const full = `(SUM(${all('fullYear')})/SUM(${all('capacity')}))`;
  const brought = deployed.map((of) => `ROUND(${of}*${attainment}*(1-N(${setting('attrition')})),${digits})`);
  const heads = `-INT(-ROUND(${plan}/${attainment}/${full},6))`;
  const orNone = (of: string) => `IFERROR(${of},"–")`;
  const rows: readonly (readonly [label: string, figures: readonly string[], format: string])[] = [
    [say('quota.capacity.deployed'), deployed, money],
    [say('quota.capacity.brought'), brought, money],
    [say('quota.amount'), [plan, plan], money],
    [say('quota.capacity.left'), brought.map((of) => `ROUND(${of}-${plan},${digits})`), money],
    [say('quota.capacity.cover'), brought.map((of) => orNone(`${of}/${plan}`)), '0.0%'],
    [say('quota.capacity.full'), [orNone(full), orNone(full)], money],
    [say('quota.capacity.heads'), [orNone(heads), orNone(heads)], '#,##0'],
    [say('quota.capacity.here'), here, '#,##0.0'],
    [say('quota.capacity.missing'), here.map((of) => orNone(`MAX(0,${heads}-${of})`)), '#,##0.0'],
  ];
  const beside = (cells: readonly CellSpec[]) => cells.flatMap((cell) => [cell, null]).slice(0, 3);
  return {
    cells: [
      line(
        say('quota.capacitySum'),
        CAPACITY.wide,
        'section',
        { value: say('quota.capacity.filled'), style: 'sectionFigure' },
        { style: 'sectionFigure' },
        { value: say('quota.capacity.all'), style: 'sectionFigure' },
      ),
      ...rows.map(([label, figures, format]) =>
        line(
          label,
          CAPACITY.wide,
          'label',
          ...beside(
            figures.map((formula): CellSpec => ({ formula: `=${formula}`, format, style: 'figure' })),
          ),
        ),
      ),
    ],
    looks: [0, 2].flatMap((at) => [
      { line: 4, at: CAPACITY.wide + at, formula: '={cell}<-0.005', look: 'bad' as const },
      { line: 4, at: CAPACITY.wide + at, formula: '={cell}>=-0.005', look: 'good' as const },
    ]),
  };
}
