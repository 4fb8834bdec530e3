import { ownColumn } from '../context';
import { literal, sought, thisRow, type AccountColumnSpec } from '../spec';
import { sinceSaid } from './words';
import type { SignOffContext } from './context';
import { settingCell } from '../setting-table';

/** What stands between the team that gives and the one that takes. */
export const ARROW = ' → ';

/** Between which teams an account goes: the manager of whoever had it, and of whoever has it now. Blank within a team. */
export function signOffColumns(context: SignOffContext): AccountColumnSpec[] {
  const { say, column, keyHeader, tradeHeader, mark } = context;
  const managers = ownColumn(context, 'territories', say('plan.manager'));
  const leads = (header: string, cell: string) =>
    `TRIM(INDEX(${managers},MATCH(${sought(cell)},${ownColumn(context, 'territories', header)},0)))`;
  const since = settingCell(context, 'signOffSettings', say('signOff.set.since'));
  const before = leads(say('plan.owner'), thisRow(column.holder));
  const accepted = leads(say('plan.territory'), thisRow(column.accepted));
  const gives = `IF(${since}=${literal(sinceSaid(say, 'accepted'))},${accepted},${before})`;
  const takes = leads(say('plan.territory'), thisRow(column.territory));
  const trade = `IFERROR(IF((${gives}="")+(${takes}="")+(${gives}=${takes})>0,"",${gives}&${literal(ARROW)}&${takes}),"")`;
  return [
    {
      key: 'trade',
      header: tradeHeader,
      cells: keyHeader === undefined ? `=${trade}` : `=IF(${thisRow(keyHeader)}="","",${trade})`,
      width: 26,
    },
    // Not by its place: rows are sorted.
    { key: 'mark', header: mark.header, cells: mark.cells, width: 14, folded: true },
  ];
}
