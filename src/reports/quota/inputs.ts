import { ABOVE } from '../../plan/quota';
import type { Cell } from '../../plan/cells';
import type { InputCells } from '../inputs';
import type { TableKey } from '../names';
import type { OwnTable } from '../read-back';
import { settingsTyped, trimmed } from '../settings-typed';
import { QUOTA_SETTINGS, rampMonth } from './plan-layout';
import { PAY_SETTINGS } from './pay-layout';
import { says } from '../../text/heard';
import { codeOf, isChoice } from './words';

type TableOf = (key: TableKey) => OwnTable | undefined;
type Cells = Map<string, Cell>;

/** Blue cells of the sheets of quota, by the path of their setting: `quota/seats/T07/start`. */
export function planInputs(tableOf: TableOf): InputCells {
  const cells: Cells = new Map();
  readSettings(tableOf('quotaSettings'), QUOTA_SETTINGS, cells);
  readBySeat(
    tableOf('quotaSeats'),
    ['role', 'coveredBy', 'hired', 'start', 'end', 'leaveFrom', 'leaveTo'],
    cells,
  );
  const lines = tableOf('quotaLines');
  if (lines !== undefined) cells.set('quota/lines', JSON.stringify(rowsOf(lines, LINE).map(lineOf)));
  const ramps = tableOf('quotaRamps');
  if (ramps !== undefined)
    cells.set(
      'quota/ramps',
      JSON.stringify(
        rowsOf(ramps, ['role', 'segment', ...RAMP])
          .filter(isForSome)
          .map(rampOf),
      ),
    );
  return cells;
}

export function calendarInputs(tableOf: TableOf): InputCells {
  const months = tableOf('quotaMonths');
  if (months === undefined) return new Map();
  const season = Array.from({ length: months.rowCount }, (_, row) => [
    Number(months.cell('month', row)),
    trimmed(months.cell('season', row)),
  ]);
  season.sort(([a], [b]) => Number(a) - Number(b));
  return new Map([
    ['quota/season', JSON.stringify(season.map(([, weight]) => (weight === '' ? 0 : weight)))],
  ]);
}

export function quotaInputs(tableOf: TableOf): InputCells {
  const cells: Cells = new Map();
  const quota = tableOf('quota');
  for (let row = 0; row < (quota?.rowCount ?? 0); row++) {
    const key = String(quota?.cell('key', row)).trim();
    if (key === '') continue;
    for (const part of ['floor', 'cap', 'lastYear', 'override', 'reason'])
      cells.set(`quota/rows/${key}/${part}`, trimmed(quota?.cell(part, row) ?? ''));
  }
  const shared = tableOf('quotaShared');
  if (shared !== undefined)
    cells.set('quota/shares', JSON.stringify(rowsOf(shared, ['id', 'rep', 'split']).map(shareOf)));
  return cells;
}

export function payInputs(tableOf: TableOf): InputCells {
  const cells: Cells = new Map();
  readSettings(tableOf('paySettings'), PAY_SETTINGS, cells);
  readBySeat(tableOf('pay'), ['base', 'variable', 'travel', 'attained'], cells);
  readBySeat(tableOf('pay'), ['fx'], cells, 'rate');
  readBySeat(tableOf('pay'), ['fxDate'], cells, 'rateDate');
  const tiers = tableOf('payTiers');
  if (tiers !== undefined)
    cells.set('quota/tiers', JSON.stringify(rowsOf(tiers, ['from', 'to', 'multiplier']).map(tierOf)));
  return cells;
}

function readSettings(table: OwnTable | undefined, settings: readonly string[], cells: Cells): void {
  for (const [key, cell] of settingsTyped(table, settings, (one) => `quota.set.${one}` as 'quota.set.unit'))
    cells.set(`quota/${key}`, isChoice(key) && cell !== '' ? codeOf(key, cell) : cell);
}

function readBySeat(
  table: OwnTable | undefined,
  parts: readonly string[],
  cells: Cells,
  /** What a part is called among the settings, if otherwise. */
  as?: string,
): void {
  for (let row = 0; row < (table?.rowCount ?? 0); row++) {
    const id = String(table?.cell('id', row)).trim();
    if (id === '') continue;
    for (const part of parts)
      cells.set(`quota/seats/${id}/${as ?? part}`, trimmed(table?.cell(part, row) ?? ''));
  }
}

const LINE = ['component', 'role', 'segment', 'amount', 'over', 'method'] as const;
const RAMP = Array.from({ length: 12 }, (_, m) => rampMonth(m));

/** Rows of a table in which anything is filled. */
const rowsOf = (table: OwnTable, columns: readonly string[]): Cell[][] =>
  Array.from({ length: table.rowCount }, (_, row) =>
    columns.map((key) => trimmed(table.cell(key, row))),
  ).filter((cells) => cells.some((cell) => cell !== ''));

/** A blank cell is as usual: what is not said is not there. */
const said = (parts: Readonly<Record<string, Cell>>): Record<string, Cell> =>
  Object.fromEntries(Object.entries(parts).filter(([, cell]) => cell !== ''));

function lineOf([component = '', role = '', segment = '', amount = '', over = '', method = '']: Cell[]) {
  return {
    amount: amount === '' ? 0 : amount,
    // As the cells count it: a blank one adds nothing.
    overAssignment: over === '' ? 0 : over,
    ...said({
      component: component === '' ? '' : codeOf('component', component),
      role: String(role),
      segment: String(segment),
      method: method === '' ? '' : codeOf('method', method),
    }),
  };
}

/** A ramp of neither a role nor a segment is of nobody: its months are red on Quota. */
const isForSome = ([role = '', segment = '']: Cell[]): boolean => role !== '' || segment !== '';

const rampOf = ([role = '', segment = '', ...months]: Cell[]) => ({
  role: says('quota.ramps.other', role) ? '' : String(role),
  ...said({ segment: String(segment) }),
  months: months.map((part) => (part === '' ? 1 : part)),
});

const shareOf = ([seat = '', rep = '', split = '']: Cell[]) => ({
  seat: String(seat),
  rep: String(rep),
  ...said({ split }),
});

const tierOf = ([from = '', to = '', multiplier = '']: Cell[]) => ({
  from: from === '' ? 0 : from,
  to: says('quota.tiers.above', to) ? ABOVE : to,
  multiplier: multiplier === '' ? 0 : multiplier,
});
