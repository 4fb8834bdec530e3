import { changedOnSheet } from '../../src/app/plan-sheet';
import type { WorkbookPort } from '../../src/app/ports';
import type { Cell, SheetSurvey } from '../../src/plan/cells';
import type { RunRecord } from '../../src/plan/run';
import { sheetSetting, SHEET_SETTINGS } from '../../src/reports/territory-plan';
import { settingsFrom } from '../support/job';

const recordWith = (settings: object): RunRecord => ({
  schema: 1,
  version: '0.1.0',
  seed: 1,
  inputHash: '',
  resultHash: '',
  designedAt: '2026-11-22T00:00:00.000Z',
  settings: settingsFrom(settings),
  accounts: 0,
  territories: [],
  figures: {},
});

/** What is read from a settings table that shows the record, but for some cells. */
async function changed(settings: object, cells: Readonly<Record<string, Cell>>) {
  const record = recordWith(settings);
  const values = SHEET_SETTINGS.map((key) => cells[key] ?? sheetSetting(record.settings, key));
  const place = { headerRow: 4, firstColumn: 1, rowCount: SHEET_SETTINGS.length };
  const table = {
    ...place,
    sheet: 'Territory Plan',
    firstRow: 5,
    headers: ['Setting', 'Value'],
    columns: [[...SHEET_SETTINGS], values],
    formats: [],
    isFormula: [],
    hiddenRows: [],
  };
  const survey = [
    {
      sheet: 'Territory Plan',
      tables: [{ ...place, name: 'EfSettings', headers: table.headers, hasTotals: false }],
    },
  ] as unknown as SheetSurvey[];
  const workbook = { read: () => Promise.resolve(table) } as unknown as WorkbookPort;
  return (await changedOnSheet(workbook, survey, record)).settings;
}

test('what stands as it was planned is no change', async () => {
  expect(await changed({ cap: { accounts: 0.1, money: 0.2 }, byRegion: true }, {})).toEqual({});
});

test('each cap is its own: the one on accounts leaves that on money as it is, and the other way round', async () => {
  const cap = { accounts: 0.1, money: 0.2 };
  expect(await changed({ cap }, { capMoney: 0.3 })).toEqual({ cap: { accounts: 0.1, money: 0.3 } });
  expect(await changed({ cap }, { capAccounts: 0.4 })).toEqual({ cap: { accounts: 0.4, money: 0.2 } });
});

test('rules of segment and region are switched on the sheet, each by its own row', async () => {
  expect(await changed({}, { bySegment: true })).toEqual({ bySegment: true });
  expect(await changed({}, { byRegion: true })).toEqual({ byRegion: true });
});
