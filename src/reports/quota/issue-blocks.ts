import type { Cell } from '../../plan/cells';
import { partOf, rowKey, type Conventions } from '../../plan/quota';
import { conventionsAt } from '../../quota/issue';
import { quotaName } from '../names';
import { literal, type CellSpec, type CellsBlock, type ConditionalSpec, type NameSpec } from '../spec';
import type { QuotaContext } from './context';
import { QUOTA_SETTINGS, type QuotaSetting } from './plan-layout';
import { isChoice, wordOf } from './words';

/** Conventions that stand one a row: all settings but what is told of quotas, and what moves with accounts afterwards. */
const SETTINGS = QUOTA_SETTINGS.filter(
  (key): key is Exclude<QuotaSetting, 'notable' | 'moves' | 'moveThreshold'> =>
    key !== 'notable' && key !== 'moves' && key !== 'moveThreshold',
) satisfies readonly (keyof Conventions)[];
/** What stands on Pay now: a workbook may have no such sheet. */
const OF_PAY = 'attainment' satisfies keyof Conventions;
type Setting = (typeof SETTINGS)[number];

export const atIssue = ({ layer }: Pick<QuotaContext, 'layer'>, key: Setting | typeof OF_PAY) =>
  quotaName(layer, key, 'AtIssue');
const now = ({ layer }: Pick<QuotaContext, 'layer'>, key: Setting) => quotaName(layer, key);

/** How many conventions are others than when quotas were issued. */
export const conventionsChanged = (context: QuotaContext): string =>
  SETTINGS.map((key) => `(${atIssue(context, key)}<>${now(context, key)})`).join('+');

/** Conventions as they were when quotas were issued: values, by which issued quotas go. What is another now is red. */
export function conventionLines(context: QuotaContext): CellsBlock['cells'] {
  const { say, quota, year, money } = context;
  const then = quota.issued && conventionsAt(quota.issued, quota, year);
  const cell = (key: Setting | typeof OF_PAY): Cell => {
    const value = then?.[key] ?? '';
    return isChoice(key) ? wordOf(say, key, String(value)) : value;
  };
  const formatOf = (key: Setting): Pick<CellSpec, 'format'> => {
    if (isChoice(key)) return {};
    return { format: key === 'fiscalYear' ? say('sheet.dateFormat') : key === 'unit' ? money : '0.0%' };
  };
  return [
    [
      { value: say('plan.setting'), style: 'section' },
      { value: say('quota.atIssue'), style: 'sectionFigure' },
      { value: say('quota.now'), style: 'sectionFigure' },
      { value: say('quota.changedSetting'), style: 'sectionFigure' },
    ],
    ...SETTINGS.map((key): CellSpec[] => [
      { value: say(`quota.set.${key}`), style: 'label' },
      { value: cell(key), style: 'figure', ...formatOf(key) },
      { formula: `=IF(${now(context, key)}="","",${now(context, key)})`, style: 'figure', ...formatOf(key) },
      {
        formula: `=IF(${atIssue(context, key)}=${now(context, key)},"",${literal(say('quota.changedWord'))})`,
        style: 'figure',
      },
    ]),
    [
      { value: say(`quota.set.${OF_PAY}`), style: 'label' },
      { value: cell(OF_PAY), style: 'figure', format: '0.0%' },
      { value: say('quota.onPay', { sheet: say('sheet.pay') }), style: 'figure' },
    ],
  ];
}

/** Names of the cells of those conventions. @param row of their head */
export const conventionNames = (context: QuotaContext, row: number): NameSpec[] =>
  ([...SETTINGS, OF_PAY] as const).map((key, n) => ({
    name: atIssue(context, key),
    formula: `={sheet}!$B$${row + 2 + n}`,
    comment: `${context.say(`quota.set.${key}`)}, ${context.say('quota.atIssue')}`,
  }));

/** Red where a convention has changed. @param row of their head */
export const conventionLooks = (row: number) => ({
  row: row + 1,
  column: 3,
  rows: SETTINGS.length,
  columns: 1,
  spec: { kind: 'formula', formula: '={cell}<>""', look: 'bad' } satisfies ConditionalSpec,
});

/** What was issued to seats, or of lines, that are no longer there; none where all of it is. */
export function goneLines({ say, quota, parts, seats, money }: QuotaContext): (CellSpec | null)[][] {
  const { issued } = quota;
  const here = new Set(parts.map(({ line, seat }) => rowKey(seats[seat]?.id ?? '', line)));
  const gone = Object.entries(issued?.rows ?? {}).filter(([key]) => !here.has(key));
  if (gone.length === 0) return [];
  return [
    [
      { value: say('plan.territory'), style: 'section' },
      { value: say('quota.rep'), style: 'section' },
      { value: say('quota.line'), style: 'sectionFigure' },
      { value: say('quota.issuedQuota'), style: 'sectionFigure' },
    ],
    ...gone.map(([key, { quota: amount }]): CellSpec[] => {
      const { territory, line } = partOf(key);
      const seat = issued?.seats[territory];
      return [
        { value: seat?.territory ?? territory, style: 'label' },
        { value: seat?.owner ?? '', style: 'label' },
        { value: line + 1, style: 'figure', format: '0' },
        { value: amount, style: 'figure', format: money },
      ];
    }),
  ];
}
