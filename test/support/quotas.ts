import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { open } from '../../src/app/actions/open';
import type { QuotaChange } from '../../src/app/actions/write-quotas';
import { quotaPage, type OpenQuota } from '../../src/app/pages/quota/view';
import { payFigures } from '../../src/app/pay-figures';
import { quotaFigures } from '../../src/app/quota-figures';
import { quotaBasis } from '../../src/app/quota-sources';
import { standingAssignment } from '../../src/app/standing-assignment';
import type { Store } from '../../src/app/store';
import { numbers } from '../../src/text/numbers';
import { speak } from '../../src/text/say';
import { tableIn, type Row } from '../figures/audit';
import { valuesOf } from './job';
import { openWorkbook, type Cell, type OpenWorkbook } from './office';
import { closedPane } from './pane';

/** A small plan that is kept, with quotas and pay over it: what its cells say, and what is computed in code. */

export const day = (iso: string): number =>
  Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);

const CITIES = ['Denver', 'Boise', 'Austin'];
export const ACCOUNTS: Cell[][] = [
  ['Account Name', 'Potential', 'City', 'State', 'Account Owner'],
  ...Array.from({ length: 30 }, (_, i) => [
    `Account ${i}`,
    1000 + 100 * (i % 7),
    CITIES[i % 3] ?? '',
    ['CO', 'ID', 'TX'][i % 3] ?? '',
    ['Ana Ruiz', 'Ben Ito', ''][i % 3] ?? '',
  ]),
];
const AE = 'Account Executive';
export const TEAM: Cell[][] = [
  ['Rep Name', 'Role', 'Manager', 'Hire Date', 'Start Date', 'Base', 'Target Variable', 'Current Quota'],
  ['Ana Ruiz', AE, 'Lee', day('2019-03-01'), '', 100_000, 100_000, 900_000],
  ['Ben Ito', AE, 'Lee', day('2026-11-16'), '', 90_000, 90_000, 800_000],
  ['', AE, 'Kim', '', day('2027-04-01'), 80_000, 80_000, ''],
];
/** Three million, everybody fully productive. */
export const QUOTA: QuotaChange = {
  lines: [{ component: 'new', role: '', segment: '', amount: 3_000_000, method: 'equal' }],
  ramps: [{ role: '', months: Array<number>(12).fill(1) }],
};

export async function keptPlan(
  accounts = ACCOUNTS,
  team = TEAM,
): Promise<{ readonly book: OpenWorkbook; readonly store: Store }> {
  const book = await openWorkbook({ sheets: { Accounts: accounts, Reps: team } });
  const store = closedPane();
  for (const action of [open, design, apply, keep]) await store.run(action);
  expect(store.state.trouble).toBeUndefined();
  return { book, store };
}

/** Types into the cell under a header, in the row of a table that has `key` under another. */
export async function type(
  book: OpenWorkbook,
  table: string,
  [keyHeader, key]: readonly [header: string, key: Cell],
  header: string,
  value: Cell,
): Promise<void> {
  await book.run(async (context) => {
    const range = context.workbook.tables.getItem(table).getRange();
    range.load('values,rowIndex,columnIndex');
    range.worksheet.load('name');
    await context.sync();
    const [headers = [], ...rows] = range.values as Cell[][];
    const row = rows.findIndex((cells) => String(cells[headers.indexOf(keyHeader)]) === String(key));
    const column = headers.indexOf(header);
    if (row < 0 || column < 0) throw new Error(`${table} has no ${String(key)}, or no ${header}.`);
    range.worksheet.getCell(range.rowIndex + 1 + row, range.columnIndex + column).values = [[value]];
    await context.sync();
  });
}

/** What the cells of the quota sheets say. */
export interface QuotaCells {
  readonly cells: readonly (readonly Cell[])[];
  readonly rows: readonly Row[];
  readonly lines: readonly Row[];
  readonly managers: readonly Row[];
  readonly segments: readonly Row[];
  readonly months: readonly Row[];
  /** None where Pay is not written. */
  readonly pay: readonly Row[];
  readonly costs: readonly Row[];
}

export async function quotaCells(book: OpenWorkbook, hasPay = true): Promise<QuotaCells> {
  const cells = await valuesOf(book, 'Quota');
  const pay = hasPay ? await valuesOf(book, 'Pay') : undefined;
  const filled = (rows: readonly Row[], key: string) => rows.filter((row) => row[key] !== '');
  return {
    cells,
    rows: filled(tableIn(cells, 'Territory', 'Rep'), 'Key'),
    lines: tableIn(cells, 'Line', 'Line of the plan'),
    managers: tableIn(cells, 'Manager', 'Seats'),
    segments: tableIn(cells, 'Segment', 'Seats'),
    months: filled(tableIn(await valuesOf(book, 'Quota Calendar'), 'Id', 'Territory'), 'Id'),
    pay: pay === undefined ? [] : filled(tableIn(pay, 'Territory', 'Rep'), 'Id'),
    costs: pay === undefined ? [] : tableIn(pay, 'At', 'Attainment'),
  };
}

/** The figure of a check on a sheet, which stands some cells right of its label. */
export function check(cells: readonly (readonly Cell[])[], label: string): Cell {
  for (const line of cells) {
    const at = line.indexOf(label);
    const figure = at < 0 ? undefined : line.slice(at + 1).find((cell) => cell !== '' && cell !== null);
    if (figure !== undefined) return figure;
  }
  throw new Error(`There is no check ${label}.`);
}

/** The same computed in code, from what the pane last looked at. */
export function quotaCode({ state: { understanding } }: Store) {
  const record = understanding?.book.record;
  if (understanding === undefined || record === undefined) throw new Error('There is no plan.');
  const basis = quotaBasis(understanding, record);
  const figures = quotaFigures(understanding, basis, standingAssignment(understanding, record));
  return { ...figures, basis, pay: payFigures(basis, figures) };
}

export const openPage = (store: Store): OpenQuota => {
  const { open: page, closed } = quotaPage(store.state, speak('en'), numbers('en'));
  if (page === undefined) throw new Error(closed);
  return page;
};
