import type { Cell } from '../../plan/cells';
import { SIGN_OFF_SETTINGS } from '../../plan/sign-off';
import type { InputCells } from '../inputs';
import type { TableKey } from '../names';
import type { OwnTable } from '../read-back';
import { settingsTyped } from '../settings-typed';
import { numberTyped } from '../territory-plan/typed';
import { decisionHeard, sinceHeard } from './words';

/** The blue cells as they stand: `signOff/due`; `signOff/teams` and `signOff/trades` are their rows with words, as JSON. */
export function signOffInputs(tableOf: (key: TableKey) => OwnTable | undefined): InputCells {
  const cells = new Map<string, Cell>();
  for (const [key, cell] of settingsTyped(
    tableOf('signOffSettings'),
    SIGN_OFF_SETTINGS,
    (one) => `signOff.set.${one}`,
  ))
    cells.set(`signOff/${key}`, key === 'since' ? sinceHeard(cell) : numberTyped(cell));
  const teams = rowsOf(tableOf('signOffTeams'), (text, cell) => {
    const on = numberTyped(cell('on'));
    const said = {
      said: decisionHeard(cell('said')),
      on: on === '' ? undefined : on,
      comment: text('comment'),
    };
    if (said.said === '' && said.on === undefined && said.comment === '') return undefined;
    return { manager: text('manager'), ...said, plan: text('plan'), figures: text('figures') };
  });
  if (teams !== undefined) cells.set('signOff/teams', teams);
  const trades = rowsOf(tableOf('signOffTrades'), (text, cell) => {
    const said = {
      gives: decisionHeard(cell('gives')),
      takes: decisionHeard(cell('takes')),
      comment: text('comment'),
      gaveEarlier: decisionHeard(cell('gaveEarlier')),
      tookEarlier: decisionHeard(cell('tookEarlier')),
    };
    if (Object.values(said).every((word) => word === '')) return undefined;
    return { from: text('from'), to: text('to'), ...said, plan: text('plan'), figures: text('figures') };
  });
  if (trades !== undefined) cells.set('signOff/trades', trades);
  return cells;
}

/** Rows that say something, as JSON in the order of what they speak of: sorting a table says nothing new. */
function rowsOf(
  table: OwnTable | undefined,
  read: (
    text: (column: string) => string,
    cell: (column: string) => Cell,
  ) => Readonly<Record<string, unknown>> | undefined,
): string | undefined {
  if (table === undefined) return undefined;
  const rows = Array.from({ length: table.rowCount }, (_, row) => {
    const cell = (column: string) => table.cell(column, row);
    return read((column) => String(cell(column)).trim(), cell);
  });
  const said = rows.flatMap((row) => (row === undefined ? [] : [JSON.stringify(row)]));
  return said.length === 0 ? '' : `[${said.sort().join(',')}]`;
}
