import { sumFor } from '../balance/sums';
import { caption } from '../blocks';
import { tableName } from '../names';
import { columnRef, criterion, sought, type Block, type TableColumn } from '../spec';
import type { QuotaContext } from './context';
import { formulas } from './formulas';
import { SKILL_COLUMNS } from './pay-layout';
import { people } from './pay-seats';
import { potentialFormats } from './potential-formats';

/**
 * What of each seat's potential is of industries that its rep is skilled in, an industry a row: the way from capability
 * back to the accounts. Nothing where nobody knows of such skills. @param row of the head
 */
export function skillBlocks(context: QuotaContext, row: number): Block[] {
  const { say, layer, skills, industry, table, potentialAt } = context;
  if (skills.length === 0 || industry === undefined) return [];
  const { own, column } = formulas(context);
  const who = people(context);
  const me = (key: keyof typeof SKILL_COLUMNS) => own(say(SKILL_COLUMNS[key]));
  const ofRow = (header: Parameters<typeof say>[0]) =>
    `=IFERROR(INDEX(${column('pay', say(header))},MATCH(${sought(me('id'))},${column('pay', say('plan.id'))},0))&"","")`;
  const cells: Readonly<Record<keyof typeof SKILL_COLUMNS, TableColumn['cells']>> = {
    territory: ofRow('plan.territory'),
    rep: ofRow('quota.rep'),
    skill: skills.map(({ skill }) => skill),
    industry: skills.map((one) => one.industry),
    potential: `=${sumFor(context, potentialAt, criterion(me('territory')), columnRef(table, industry), criterion(me('industry')))}`,
    id: skills.map(({ seat }) => who[seat]?.id ?? ''),
  };
  return [
    caption(row, say('quota.skills.title')),
    {
      kind: 'table',
      row,
      column: 0,
      name: tableName(layer, 'paySkills'),
      rows: skills.length,
      columns: (Object.keys(SKILL_COLUMNS) as (keyof typeof SKILL_COLUMNS)[]).map((key) => ({
        key,
        header: say(SKILL_COLUMNS[key]),
        cells: cells[key],
        ...(key === 'potential' ? { format: potentialFormats(context).amount, align: 'right' as const } : {}),
        ...(key === 'id' ? { indent: 1 } : {}),
      })),
    },
  ];
}
