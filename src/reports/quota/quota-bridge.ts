import { differenceFormat } from '../amounts';
import { literal, type CellSpec } from '../spec';
import type { QuotaContext } from './context';
import { formulas } from './formulas';
import { BRIDGE_COLUMNS, type BridgeKey } from './quota-layout';

type Row = (CellSpec | null)[];
/** A step: its column in the bridge by line, its sign, 0 for a sum; and the label where it is that of another column. */
type Step = readonly [key: BridgeKey, sign: -1 | 0 | 1, label?: BridgeKey];

const LIVE: readonly Step[] = [
  ['plan', 1],
  ['overAssignment', 1],
  ['pool', 0],
  ['notPlaceable', -1],
  ['bottomUpGap', 1],
  ['overrideGap', 1],
  ['rounding', -1],
  ['final', 0],
];

/** What could not be given out is what it was when quotas were issued; then what came since. */
const ISSUED: readonly Step[] = [
  ['plan', 1],
  ['overAssignment', 1],
  ['pool', 0],
  ['unallocated', -1],
  ['notPlaceableAtIssue', -1, 'notPlaceable'],
  ['bottomUpAtIssue', 1, 'bottomUpGap'],
  ['overrideAtIssue', 1, 'overrideGap'],
  ['roundingAtIssue', -1, 'rounding'],
  ['hiringSlip', -1],
  ['seatsGone', -1],
  ['moves', 1],
  ['inForce', 0],
];

/**
 * The way from the plan number to the quotas, all lines together. Beside it what is not in it.
 * @returns its cells, and in which of their rows the difference is
 */
export function bridge(context: QuotaContext): { readonly cells: Row[]; readonly difference: number } {
  const { say, quota, moneyToTheCent: money, digits } = context;
  const { column } = formulas(context);
  const steps = quota.issued === undefined ? LIVE : ISSUED;
  const sum = (key: BridgeKey) => `SUM(${column('quotaBridge', say(BRIDGE_COLUMNS[key]))})`;
  const line = (
    label: string,
    formula: string,
    style: 'figure' | 'total' = 'figure',
    format = money,
  ): Row => [
    { value: label, style: style === 'total' ? 'total' : 'label' },
    { formula: `=${formula}`, format, style },
  ];
  const beside = (label: string, formula: string): Row => [
    { value: label, style: 'label' },
    { formula: `=${formula}`, format: money, style: 'figure' },
  ];
  const final = `SUM(${column('quota', say('quota.inForce'))})`;
  const walk = steps.flatMap(([key, sign]) => (sign === 0 ? [] : [`${sign < 0 ? '-' : '+'}${sum(key)}`]));
  const status = column('quotaSeats', say('balance.status.column'));
  const ids = column('quotaSeats', say('plan.id'));
  return {
    difference: steps.length + 1,
    cells: [
      [
        { value: say('quota.bridge'), style: 'section' },
        { value: say('quota.allLines'), style: 'sectionFigure' },
      ],
      ...steps.map(([key, sign, label = key]) =>
        key === steps.at(-1)?.[0]
          ? line(say(BRIDGE_COLUMNS[key]), final, 'total')
          : line(
              `${sign < 0 ? '− ' : sign > 0 && key !== 'plan' ? '+ ' : ''}${say(BRIDGE_COLUMNS[label])}`,
              sum(key),
              key === 'pool' ? 'total' : 'figure',
            ),
      ),
      line(
        say('quota.difference'),
        `ROUND(${walk.join('').slice(1)}-${final},${digits})`,
        'figure',
        differenceFormat(context),
      ),
      [],
      beside(say('quota.beside'), `SUM(${column('quota', say('quota.fullInForce'))})`),
      beside(
        say('quota.besideOpen'),
        `SUMPRODUCT(SUMIFS(${column('quota', say('quota.inForce'))},${column('quota', say('plan.id'))},${ids})*(${status}=${literal(say('status.tbh'))}))`,
      ),
      ...(quota.issued === undefined
        ? []
        : [beside(say('quota.besideIndicated'), `SUM(${column('quota', say('quota.final'))})`)]),
    ],
  };
}
